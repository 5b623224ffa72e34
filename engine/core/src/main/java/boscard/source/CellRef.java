package boscard.source;

/**
 * One cell or one run of cells in a row of a workbook: {@code kpi-thresholds.xlsx!Thresholds!C18}.
 *
 * @param workbook file name as the user gave it
 * @param sheet sheet name; empty when the address is the whole workbook
 * @param row row as Excel shows it, from 1; 0 for the whole sheet
 * @param column first column, 1 is A; 0 for the whole row
 * @param lastColumn last column of the run, equal to {@code column} for one cell
 */
public record CellRef(String workbook, String sheet, int row, int column, int lastColumn) implements SourceRef {

    public static CellRef of(String workbook, String sheet, int row, int column) {
        return new CellRef(workbook, sheet, row, column, column);
    }

    /** The address of a whole sheet. */
    public static CellRef ofSheet(String workbook, String sheet) {
        return new CellRef(workbook, sheet, 0, 0, 0);
    }

    /** The address of a whole workbook. */
    public static CellRef ofWorkbook(String workbook) {
        return new CellRef(workbook, "", 0, 0, 0);
    }

    /** The same row, another column. */
    public CellRef atColumn(int other) {
        return of(workbook, sheet, row, other);
    }

    /** The same row, from one column up to and including another. */
    public CellRef across(int first, int last) {
        return new CellRef(workbook, sheet, row, first, last);
    }

    @Override
    public String file() {
        return workbook;
    }

    /** The cell within its sheet, as Excel writes it: {@code C18}, {@code A18:H18}, or {@code 18:18} for a row. */
    public String address() {
        if (row == 0) {
            return "";
        }
        if (column == 0) {
            return row + ":" + row;
        }
        String first = columnName(column) + row;
        return lastColumn == column ? first : first + ":" + columnName(lastColumn) + row;
    }

    /**
     * The letters of a column: 1 is A, 27 is AA.
     *
     * @throws IllegalArgumentException below 1
     */
    public static String columnName(int column) {
        if (column < 1) {
            throw new IllegalArgumentException("Columns count from 1, not " + column);
        }
        var letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    @Override
    public String toString() {
        var text = new StringBuilder(workbook);
        if (!sheet.isEmpty()) {
            text.append('!').append(sheet);
        }
        if (row > 0) {
            text.append('!').append(address());
        }
        return text.toString();
    }
}
