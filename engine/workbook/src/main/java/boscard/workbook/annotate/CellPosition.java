package boscard.workbook.annotate;

import boscard.source.CellRef;

/** A cell of a sheet, rows and columns from 1; in reading order. */
record CellPosition(int row, int column) implements Comparable<CellPosition> {

    /** As Excel writes it: {@code C18}. */
    String address() {
        return CellRef.columnName(column) + row;
    }

    @Override
    public int compareTo(CellPosition other) {
        return row != other.row ? Integer.compare(row, other.row) : Integer.compare(column, other.column);
    }
}
