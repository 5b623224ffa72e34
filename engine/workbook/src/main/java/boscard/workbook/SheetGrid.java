package boscard.workbook;

import boscard.source.CellRef;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A whole sheet in memory, for the sheets that people maintain by hand. */
final class SheetGrid {

    private final CellRef sheet;
    private final NavigableMap<Integer, SheetRow> rows;
    private final SheetLayout layout;

    private SheetGrid(CellRef sheet, NavigableMap<Integer, SheetRow> rows, SheetLayout layout) {
        this.sheet = sheet;
        this.rows = rows;
        this.layout = layout;
    }

    static SheetGrid read(SpreadsheetFile file, String shownName, String sheet) {
        var rows = new TreeMap<Integer, SheetRow>();
        SheetLayout layout = file.readRows(sheet, row -> rows.put(row.number(), row));
        return new SheetGrid(CellRef.ofSheet(shownName, sheet), rows, layout);
    }

    String name() {
        return sheet.sheet();
    }

    /** The address of the sheet. */
    CellRef at() {
        return sheet;
    }

    CellRef at(int row, int column) {
        return CellRef.of(sheet.workbook(), sheet.sheet(), row, column);
    }

    SheetLayout layout() {
        return layout;
    }

    /** The filled rows from top to bottom. */
    List<SheetRow> rows() {
        return new ArrayList<>(rows.values());
    }

    /** The filled rows from {@code first} up to but not including {@code end}. */
    List<SheetRow> rows(int first, int end) {
        return first >= end
                ? List.of()
                : new ArrayList<>(rows.subMap(first, end).values());
    }

    int lastRow() {
        return rows.isEmpty() ? 0 : rows.lastKey();
    }

    @Nullable
    SheetCell cell(int row, int column) {
        SheetRow found = rows.get(row);
        return found == null ? null : found.cell(column);
    }

    /** What the analyst sees, without the spaces around it; empty when the cell is empty. */
    String shown(int row, int column) {
        SheetRow found = rows.get(row);
        return found == null ? "" : found.shown(column);
    }

    /** A cell of the code rows: as shown, with plain spaces, since texts copied from a document have others. */
    String code(int row, int column) {
        return Spaces.plain(shown(row, column));
    }

    /** A cell of the code rows, or the top left one when it is merged with others. */
    String codeThroughMerge(int row, int column) {
        return layout.mergedAt(row, column)
                .map(region -> code(region.firstRow(), region.firstColumn()))
                .orElseGet(() -> code(row, column));
    }
}
