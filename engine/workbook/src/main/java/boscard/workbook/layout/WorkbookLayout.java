package boscard.workbook.layout;

import java.util.List;

/**
 * A workbook before it is written.
 *
 * @param title in the file's properties
 * @param sheets in the order of the tabs
 */
public record WorkbookLayout(String title, List<SheetLayout> sheets) {

    public WorkbookLayout {
        sheets = List.copyOf(sheets);
    }
}
