package boscard.table.check;

import boscard.source.CellRef;
import boscard.table.Cell;
import boscard.table.Row;
import boscard.table.check.Axis.Between;
import boscard.table.check.Axis.Exactly;
import boscard.table.check.Axis.Part;
import org.jspecify.annotations.Nullable;

/**
 * Where two rows meet: the cell of each that has to change so that they no longer do.
 *
 * @param at in the row that is spoken of
 * @param other the other row and its cell: {@code KT-003 (H20)}
 */
record Meeting(CellRef at, String other) {

    /** @param common what both rows accept, or a part of it */
    static Meeting of(AnalysedTable table, int row, int other, Region common) {
        int axis = tightest(table, row, other, common);
        if (axis < 0) {
            return new Meeting(
                    table.row(row).at(),
                    table.row(other).id() + " (" + table.row(other).at().address() + ")");
        }
        return new Meeting(
                cell(table, axis, table.row(row), common.on(axis)),
                table.row(other).id() + " ("
                        + cell(table, axis, table.row(other), common.on(axis)).address() + ")");
    }

    /**
     * The axis on which the rows have least in common, of those on which both have a cell; numbers rather than words.
     */
    private static int tightest(AnalysedTable table, int row, int other, Region common) {
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int axis = 0; axis < common.axes(); axis++) {
            boolean both = table.cellOn(axis, table.row(row)) != null && table.cellOn(axis, table.row(other)) != null;
            if (both) {
                int smaller = Math.min(
                        table.region(row).on(axis).size(),
                        table.region(other).on(axis).size());
                double share = (double) common.on(axis).size() / smaller
                        + (table.axes().get(axis).isOrdered() ? 0 : 1);
                if (share < least) {
                    least = share;
                    best = axis;
                }
            }
        }
        return best;
    }

    /** The cell of a row that bounds what is common, else its first cell on the axis. */
    private static CellRef cell(AnalysedTable table, int axis, Row row, Parts common) {
        Cell lower = table.cellAt(axis, row, edge(table.axes().get(axis).part(common.first()), true), true);
        Cell upper = table.cellAt(axis, row, edge(table.axes().get(axis).part(common.last()), false), false);
        Cell cell = lower != null ? lower : upper != null ? upper : table.cellOn(axis, row);
        return cell == null ? row.at() : cell.at();
    }

    private static @Nullable Object edge(Part part, boolean lower) {
        if (part instanceof Exactly exactly) {
            return exactly.value();
        }
        return part instanceof Between between ? (lower ? between.lower() : between.upper()) : null;
    }
}
