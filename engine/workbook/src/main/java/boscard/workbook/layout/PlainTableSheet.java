package boscard.workbook.layout;

import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Writes a plain table. */
final class PlainTableSheet {

    private final PlainTable table;
    private final TableArea area;

    PlainTableSheet(PlainTable table, XSSFSheet sheet, Styles styles, Lists lists) {
        this.table = table;
        this.area = new TableArea(sheet, styles, lists, table.columns(), 0);
    }

    void write() {
        area.write(table.rows(), table.frozenColumns(), "");
    }
}
