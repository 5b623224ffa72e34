package boscard.workbook;

import boscard.source.CellRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row with its filled cells. Immutable; safe for any thread.
 *
 * @param at the whole row
 * @param hidden by hand or by a filter
 * @param cells from left to right; cells without content do not come, even when they are formatted
 */
public record SheetRow(CellRef at, boolean hidden, List<SheetCell> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** As Excel shows it, from 1. */
    public int number() {
        return at.row();
    }

    /** The cell in a column, 1 is A; null when it is empty. */
    public @Nullable SheetCell cell(int column) {
        for (SheetCell cell : cells) {
            if (cell.column() == column) {
                return cell;
            }
        }
        return null;
    }

    /** What the analyst sees in a column without the spaces around it; an empty text when the cell is empty. */
    public String shown(int column) {
        SheetCell cell = cell(column);
        return cell == null ? "" : Spaces.strip(cell.displayed());
    }

    /** The address of a cell of this row. */
    public CellRef at(SheetCell cell) {
        return at.atColumn(cell.column());
    }

    /** Whether no cell has content other than spaces. */
    public boolean isBlank() {
        return cells.stream().allMatch(SheetCell::isBlank);
    }
}
