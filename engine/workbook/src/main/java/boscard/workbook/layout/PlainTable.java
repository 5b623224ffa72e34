package boscard.workbook.layout;

import java.util.List;

/**
 * A table without code: one heading row, then data, nothing locked.
 *
 * @param frozenColumns how many columns stay in sight when the sheet is scrolled sideways
 * @param rows each as long as {@code columns}
 */
public record PlainTable(String sheetName, List<Column> columns, int frozenColumns, List<List<Entry>> rows)
        implements SheetLayout {

    public PlainTable {
        columns = List.copyOf(columns);
        rows = Rows.checked(columns, rows);
    }
}
