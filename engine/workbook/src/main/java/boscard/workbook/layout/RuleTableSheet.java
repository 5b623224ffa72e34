package boscard.workbook.layout;

import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;

/** Writes a decision table: title, explanation, code rows, then what {@link TableArea} writes; and locks the code. */
final class RuleTableSheet {

    private static final int EXPLANATION_WIDTH = 110;

    private final RuleTable table;
    private final XSSFSheet sheet;
    private final Styles styles;
    private final Lists lists;

    RuleTableSheet(RuleTable table, XSSFSheet sheet, Styles styles, Lists lists) {
        this.table = table;
        this.sheet = sheet;
        this.styles = styles;
        this.lists = lists;
    }

    void write() {
        writeTitle();
        writeCode();
        var area = new TableArea(sheet, styles, lists, table.columns(), RuleTable.HEADING_ROW - 1);
        area.write(table.rows(), table.frozenColumns(), table.groupedBy());
        lock();
    }

    private void writeTitle() {
        put(row(0, 26), 0, table.title(), styles.title());
        int width = 0;
        int last = -1;
        while (last + 1 < table.columns().size() && width < EXPLANATION_WIDTH) {
            width += table.columns().get(++last).width();
        }
        XSSFRow explanation = row(1, Page.height(table.explanation(), width) + 6);
        put(explanation, 0, table.explanation(), styles.explanation());
        if (last > 0) {
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, last));
        }
    }

    /** The rows that Drools reads; {@link RuleTable#HEADING_ROW} follows the last of them. */
    private void writeCode() {
        property(2, "RuleSet", "boscard.rules." + table.stage().agendaGroup());
        property(3, "Import", String.join(", ", table.imports()));
        property(4, "Variables", "boscard.evaluation.Conclude conclude");
        property(5, "AGENDA-GROUP", table.stage().agendaGroup());
        property(6, "HitPolicy", table.policy().name());
        property(7, "IgnoreNumericFormat", "true");
        code(8, 0, "RuleTable " + table.title());

        List<Column> columns = table.columns();
        int first = -1;
        int last = -1;
        for (int i = 0; i < columns.size(); i++) {
            Column.Role role = columns.get(i).role();
            code(
                    9,
                    i,
                    switch (role) {
                        case ID, NOTE -> "METADATA";
                        case CONDITION -> "CONDITION";
                        case OUTCOME -> "ACTION";
                    });
            code(11, i, columns.get(i).snippet());
            if (role == Column.Role.CONDITION) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        for (int i = first; i <= last; i++) {
            if (columns.get(i).role() != Column.Role.CONDITION) {
                throw new IllegalArgumentException("The condition columns of " + table.title() + " stand side by side");
            }
            code(10, i, i == first ? table.pattern() : ""); // stock Drools needs the follower cells of a merged cell
        }
        if (last > first) {
            sheet.addMergedRegion(new CellRangeAddress(10, 10, first, last));
        }
    }

    private void property(int row, String name, String value) {
        code(row, 0, name);
        code(row, 1, value);
    }

    private void code(int index, int column, String text) {
        XSSFRow row = row(index, 0);
        row.setZeroHeight(true);
        put(row, column, text, styles.code());
    }

    private XSSFRow row(int index, float height) {
        XSSFRow row = sheet.getRow(index);
        if (row == null) {
            row = sheet.createRow(index);
            row.setRowStyle(styles.locked());
        }
        if (height > 0) {
            row.setHeightInPoints(height);
        }
        return row;
    }

    private static void put(XSSFRow row, int column, String text, XSSFCellStyle style) {
        XSSFCell cell = row.createCell(column);
        if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
        cell.setCellStyle(style);
    }

    /**
     * Locks what is above the data and nothing else. There is no password: the lock is against slips, not against
     * people. Every cell of the grid below must be free, or Excel refuses to delete a row.
     */
    private void lock() {
        sheet.getRow(RuleTable.HEADING_ROW - 1).setRowStyle(styles.locked());
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            sheet.setDefaultColumnStyle(i, styles.data(columns.get(i), false));
        }
        CTCol rest = sheet.getCTWorksheet().getColsArray(0).addNewCol();
        rest.setMin(columns.size() + 1);
        rest.setMax(SpreadsheetVersion.EXCEL2007.getMaxColumns());
        rest.setStyle(styles.free().getIndex());
        rest.setWidth(9);
        sheet.enableLocking();
        sheet.lockInsertRows(false);
        sheet.lockDeleteRows(false);
        sheet.lockSort(false);
        sheet.lockAutoFilter(false);
        sheet.lockFormatCells(false);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
    }
}
