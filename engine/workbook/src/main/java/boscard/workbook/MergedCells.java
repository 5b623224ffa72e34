package boscard.workbook;

import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.ProblemSeverity;
import boscard.problem.Problems;
import boscard.source.CellRef;
import boscard.workbook.SheetLayout.MergedRegion;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Merged cells among the rows of a table. Merged downwards in one column, the value holds for every row, as it looks;
 * the file has it in the first row only, and stock Drools would let the others match anything. Merged otherwise, it is
 * not plain what was meant, and that is an error.
 */
final class MergedCells {

    private static final long MOST_ROWS = 5_000_000;

    private final SheetGrid grid;
    private final TableColumns columns;
    private final Map<Integer, NavigableMap<Integer, MergedRegion>> downwards = new HashMap<>();

    private MergedCells(SheetGrid grid, TableColumns columns) {
        this.grid = grid;
        this.columns = columns;
    }

    /** Finds and reports the merged cells in the rows from {@code first} up to but not including {@code end}. */
    static MergedCells read(SheetGrid grid, TableColumns columns, int first, int end, Problems problems) {
        var cells = new MergedCells(grid, columns);
        long rowsLookedAt = 0;
        for (MergedRegion region : grid.layout().merged()) {
            rowsLookedAt += Math.min(region.lastRow(), grid.lastRow()) - (long) region.firstRow() + 1;
            if (rowsLookedAt > MOST_ROWS) { // a file that was made to keep the reader busy
                problems.add(
                        ProblemCode.CELL_MERGED, grid.at(), "merged cells overlap each other", "unmerge all cells");
                break;
            }
            boolean inRows = region.lastRow() >= first && region.firstRow() < end;
            boolean single = region.firstRow() == region.lastRow() && region.firstColumn() == region.lastColumn();
            if (inRows && !single && columns.touches(region.firstColumn(), region.lastColumn())) {
                cells.add(region, region.firstRow() >= first, problems);
            }
        }
        return cells;
    }

    /** The row that holds the value of a cell: its own, or the first of the cells that it is merged with. */
    int holder(int row, int column) {
        NavigableMap<Integer, MergedRegion> regions = downwards.get(column);
        Map.Entry<Integer, MergedRegion> region = regions == null ? null : regions.floorEntry(row);
        return region != null && row <= region.getValue().lastRow() ? region.getKey() : row;
    }

    private void add(MergedRegion region, boolean belowHeadings, Problems problems) {
        int column = region.firstColumn();
        boolean empty = grid.shown(region.firstRow(), column).isEmpty();
        boolean downOneColumn = column == region.lastColumn();
        if (isNote(region) || (empty && hiddenContent(region) == null)) {
            return;
        }
        CellRef at = grid.at(region.firstRow(), column);
        String cells = "merged with cells down to " + CellRef.columnName(region.lastColumn()) + region.lastRow();
        CellRef hidden = hiddenContent(region);
        if (hidden != null) {
            problems.add(
                    ProblemCode.CELL_MERGED,
                    at,
                    cells + ", and " + hidden.address() + " below it holds "
                            + Excerpt.quoted(grid.shown(hidden.row(), hidden.column())) + ", which nobody sees",
                    "unmerge the cells and fill each");
        } else if (!downOneColumn || !belowHeadings || column == columns.id()) {
            problems.add(
                    ProblemCode.CELL_MERGED,
                    at,
                    cells + "; "
                            + (column == columns.id()
                                    ? "each row needs an id of its own"
                                    : "what it means for the other cells is not plain"),
                    "unmerge the cells and fill each");
        } else {
            downwards.computeIfAbsent(column, key -> new TreeMap<>()).put(region.firstRow(), region);
            if (!columns.notes().containsKey(column)) {
                problems.add(new Problem(
                        ProblemCode.CELL_MERGED,
                        ProblemSeverity.WARNING,
                        at,
                        cells + "; the value is taken for each of the rows, though other tools would take it for the"
                                + " first only",
                        "unmerge the cells and fill each"));
            }
        }
    }

    /** A filled cell under the merge that says something else than the one on top. */
    private @Nullable CellRef hiddenContent(MergedRegion region) {
        String top = grid.shown(region.firstRow(), region.firstColumn());
        for (SheetRow line : grid.rows(region.firstRow(), region.lastRow() + 1)) {
            for (SheetCell cell : line.cells()) {
                boolean under = cell.column() >= region.firstColumn() && cell.column() <= region.lastColumn();
                if (under && !cell.isBlank() && !line.shown(cell.column()).equals(top)) {
                    return line.at(cell);
                }
            }
        }
        return null;
    }

    /** A remark below the table is often merged across it, alone in its row. */
    private boolean isNote(MergedRegion region) {
        return region.firstRow() == region.lastRow()
                && grid.rows(region.firstRow(), region.firstRow() + 1).stream()
                        .allMatch(line -> line.cells().stream()
                                                .filter(cell -> columns.isInside(cell.column()) && !cell.isBlank())
                                                .count()
                                        == 1
                                && !columns.outcomes().containsKey(region.firstColumn())
                                && Spaces.separateWords(line.shown(region.firstColumn())));
    }
}
