package boscard.workbook.layout;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;

/** What a rule table and a plain table have in common: headings, data, drop-downs, colours, widths, paper. */
final class TableArea {

    /** Drop-downs and colours reach down to here, so that added rows have them too. */
    private static final int LAST_ROW = 9_999;

    private static final int COMMENT_WIDTH = 44;
    private static final int HEADING_LINES_AT_LEAST = 2;

    private final XSSFSheet sheet;
    private final Styles styles;
    private final Lists lists;
    private final List<Column> columns;
    private final int headingRow;

    /** @param headingRow counted from 0, as POI does */
    TableArea(XSSFSheet sheet, Styles styles, Lists lists, List<Column> columns, int headingRow) {
        this.sheet = sheet;
        this.styles = styles;
        this.lists = lists;
        this.columns = columns;
        this.headingRow = headingRow;
    }

    void write(List<List<Entry>> rows, int frozenColumns, String groupedBy) {
        writeHeadings();
        for (int i = 0; i < rows.size(); i++) {
            writeRow(headingRow + 1 + i, rows.get(i));
        }
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i, columns.get(i).width() * 256);
            offerChoices(i);
        }
        groupBy(groupedBy);
        int last = columns.size() - 1;
        sheet.setAutoFilter(new CellRangeAddress(headingRow, headingRow + Math.max(1, rows.size()), 0, last));
        sheet.createFreezePane(frozenColumns, headingRow + 1);
        sheet.setRepeatingRows(new CellRangeAddress(headingRow, headingRow, -1, -1));
        int width = columns.stream().mapToInt(Column::width).sum();
        if (width > Page.WIDEST) {
            sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, Math.max(frozenColumns, 1) - 1));
        }
        Page.fit(sheet, true, (width + Page.WIDEST - 1) / Page.WIDEST);
    }

    private void writeHeadings() {
        XSSFRow row = sheet.createRow(headingRow);
        int lines = HEADING_LINES_AT_LEAST;
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            XSSFCell cell = row.createCell(i);
            cell.setCellValue(column.heading());
            cell.setCellStyle(styles.heading(column.role()));
            lines = Math.max(lines, Page.lines(column.heading(), column.width() - 5)); // the filter's button needs room
            comment(drawing, cell, column.comment());
        }
        row.setHeightInPoints(lines * 13.5f + 6);
    }

    private void comment(XSSFDrawing drawing, XSSFCell cell, String text) {
        int from = cell.getColumnIndex() + 1;
        int to = from;
        for (int characters = 0; characters < COMMENT_WIDTH; to++) {
            characters += to < columns.size() ? columns.get(to).width() : 9;
        }
        int height = Page.lines(text, COMMENT_WIDTH) + 1;
        var anchor = new XSSFClientAnchor(0, 0, 0, 0, from, headingRow + 1, to, headingRow + 1 + height);
        XSSFComment comment = drawing.createCellComment(anchor);
        comment.setString(new XSSFRichTextString(text));
        comment.setAuthor("boscard");
        cell.setCellComment(comment);
    }

    private void writeRow(int index, List<Entry> entries) {
        XSSFRow row = sheet.createRow(index);
        fit(row, entries);
        for (int i = 0; i < columns.size(); i++) {
            Entry entry = entries.get(i);
            XSSFCell cell = row.createCell(i);
            cell.setCellStyle(styles.data(columns.get(i), entry.percent()));
            Object value = entry.value();
            if (value instanceof BigDecimal number) {
                cell.setCellValue(number.doubleValue());
            } else if (value instanceof LocalDate date) {
                cell.setCellValue(date);
            } else if (value != null) {
                cell.setCellValue(value.toString());
            }
        }
    }

    /** As high as its longest sentence needs; not fixed, so that the row grows when somebody types more. */
    private void fit(XSSFRow row, List<Entry> entries) {
        int lines = 1;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.content() == Column.Content.SENTENCE && entries.get(i).value() instanceof String text) {
                lines = Math.max(lines, Page.lines(text, column.width() - 3));
            }
        }
        row.getCTRow().setHt(lines * 12.75 + 2.25);
    }

    private void offerChoices(int index) {
        Choices choices = columns.get(index).choices();
        if (choices == null) {
            return;
        }
        var helper = new XSSFDataValidationHelper(sheet);
        DataValidationConstraint constraint = helper.createFormulaListConstraint(lists.addressOf(choices));
        var cells = new CellRangeAddressList(headingRow + 1, LAST_ROW, index, index);
        DataValidation validation = helper.createValidation(constraint, cells);
        validation.setSuppressDropDownArrow(true); // in XSSF, true shows the arrow
        validation.setShowErrorBox(true);
        validation.setErrorStyle(choices.closed() ? DataValidation.ErrorStyle.STOP : DataValidation.ErrorStyle.WARNING);
        validation.createErrorBox(
                "Not in the list",
                choices.closed()
                        ? "Please choose from the list."
                        : "This is not in the list. Keep it only if it is new and spelt as elsewhere.");
        sheet.addValidationData(validation);
        colour(index, choices);
    }

    private void colour(int index, Choices choices) {
        XSSFSheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        CellRangeAddress[] cells = {new CellRangeAddress(headingRow + 1, LAST_ROW, index, index)};
        for (Map.Entry<String, Signals.Paint> signal : Signals.of(choices).entrySet()) {
            XSSFConditionalFormattingRule rule =
                    formatting.createConditionalFormattingRule(ComparisonOperator.EQUAL, "\"" + signal.getKey() + "\"");
            rule.createPatternFormatting()
                    .setFillBackgroundColor(Styles.color(signal.getValue().fill()));
            rule.createFontFormatting()
                    .setFontColor(Styles.color(signal.getValue().ink()));
            formatting.addConditionalFormatting(cells, rule);
        }
    }

    /** Draws a line above each row that begins another group; it moves with the rows when they are sorted. */
    private void groupBy(String heading) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).heading().equals(heading)) {
                String letters = CellReference.convertNumToColString(i);
                int first = headingRow + 2; // as Excel counts
                XSSFSheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
                XSSFConditionalFormattingRule rule = formatting.createConditionalFormattingRule(
                        "AND($A%d<>\"\",$%s%d<>$%s%d)".formatted(first, letters, first, letters, first - 1));
                var border = rule.createBorderFormatting();
                border.setBorderTop(org.apache.poi.ss.usermodel.BorderStyle.THIN);
                border.setTopBorderColor(Styles.color("8C97A6"));
                CellRangeAddress[] cells = {new CellRangeAddress(headingRow + 1, LAST_ROW, 0, columns.size() - 1)};
                formatting.addConditionalFormatting(cells, rule);
            }
        }
    }
}
