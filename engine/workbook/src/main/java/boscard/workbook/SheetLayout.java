package boscard.workbook;

import java.util.List;
import java.util.Optional;

/**
 * What a sheet has besides its rows, known once it was read to its end.
 *
 * @param merged merged cells
 * @param hiddenColumns runs of columns that nobody sees
 * @param dropDowns lists that cells offer
 */
public record SheetLayout(List<MergedRegion> merged, List<ColumnRun> hiddenColumns, List<DropDown> dropDowns) {

    /** Merged cells; only the top left one has content. Rows and columns from 1, last ones included. */
    public record MergedRegion(int firstRow, int firstColumn, int lastRow, int lastColumn) {

        public boolean contains(int row, int column) {
            return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
        }
    }

    /** Columns from 1, the last one included. */
    public record ColumnRun(int first, int last) {}

    /**
     * A list from which cells are filled.
     *
     * @param cells where it is offered, in the notation of merged cells
     * @param source as the file has it: {@code "Y,N"}, {@code Lists!$A$2:$A$9}, {@code Roles}
     * @param closed whether Excel refuses anything else; otherwise it only asks back
     */
    public record DropDown(List<MergedRegion> cells, String source, boolean closed) {

        public DropDown {
            cells = List.copyOf(cells);
        }

        boolean isOfferedAt(int row, int column) {
            return cells.stream().anyMatch(range -> range.contains(row, column));
        }
    }

    public SheetLayout {
        merged = List.copyOf(merged);
        hiddenColumns = List.copyOf(hiddenColumns);
        dropDowns = List.copyOf(dropDowns);
    }

    /** The merged region that a cell belongs to. */
    public Optional<MergedRegion> mergedAt(int row, int column) {
        return merged.stream().filter(region -> region.contains(row, column)).findFirst();
    }

    public boolean hidesColumn(int column) {
        return hiddenColumns.stream().anyMatch(run -> column >= run.first() && column <= run.last());
    }
}
