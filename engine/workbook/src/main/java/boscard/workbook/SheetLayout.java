package boscard.workbook;

import java.util.List;
import java.util.Optional;

/**
 * What a sheet has besides its rows, known once it was read to its end.
 *
 * @param merged merged cells
 * @param hiddenColumns runs of columns that nobody sees
 */
public record SheetLayout(List<MergedRegion> merged, List<ColumnRun> hiddenColumns) {

    /** Merged cells; only the top left one has content. Rows and columns from 1, last ones included. */
    public record MergedRegion(int firstRow, int firstColumn, int lastRow, int lastColumn) {

        public boolean contains(int row, int column) {
            return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
        }
    }

    /** Columns from 1, the last one included. */
    public record ColumnRun(int first, int last) {}

    public SheetLayout {
        merged = List.copyOf(merged);
        hiddenColumns = List.copyOf(hiddenColumns);
    }

    /** The merged region that a cell belongs to. */
    public Optional<MergedRegion> mergedAt(int row, int column) {
        return merged.stream().filter(region -> region.contains(row, column)).findFirst();
    }

    public boolean hidesColumn(int column) {
        return hiddenColumns.stream().anyMatch(run -> column >= run.first() && column <= run.last());
    }
}
