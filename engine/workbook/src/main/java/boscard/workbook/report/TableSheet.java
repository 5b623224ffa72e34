package boscard.workbook.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A sheet that is one table: headings in its first row, then a row for each entry, with a filter. Rows are written as
 * they come and never held. What does not fit on a sheet is counted and said in the last row.
 */
final class TableSheet {

    /** A heading, the width of its column in letters, and where its values stand. */
    record Column(String heading, int width, HorizontalAlignment align) {

        static Column text(String heading, int width) {
            return new Column(heading, width, HorizontalAlignment.LEFT);
        }

        static Column number(String heading, int width) {
            return new Column(heading, width, HorizontalAlignment.RIGHT);
        }

        static Column centred(String heading, int width) {
            return new Column(heading, width, HorizontalAlignment.CENTER);
        }
    }

    /** Makes the tables of one workbook. */
    interface Maker {

        /**
         * @param frozen how many columns stay in sight
         * @param printed how many columns go to paper; the others are for filters and for look-ups
         */
        TableSheet make(String name, int frozen, int printed, Column... columns);
    }

    private final SXSSFSheet sheet;
    private final Styles styles;
    private final Hyperlinks hyperlinks;
    private final List<Column> columns;
    private final int printed;
    private final int rowLimit;
    private int rows = 1;
    private long left;

    /** @param rowLimit rows that fit on a sheet, headings and the closing line included */
    TableSheet(
            SXSSFWorkbook workbook,
            Styles styles,
            String name,
            int frozen,
            int printed,
            int rowLimit,
            Column... columns) {
        this.sheet = workbook.createSheet(name);
        this.styles = styles;
        this.hyperlinks = new Hyperlinks(workbook);
        this.columns = Arrays.asList(columns);
        this.printed = printed;
        this.rowLimit = rowLimit;
        layOut(sheet, this.columns.stream().mapToInt(Column::width).toArray());
        var headings = line(0).height(30);
        for (int i = 0; i < columns.length; i++) {
            headings.text(columns[i].heading(), Look.HEADING.aligned(columns[i].align()));
        }
        sheet.createFreezePane(frozen, 1);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, 0, columns.length - 1));
    }

    /** Adds a row while there is room for it and for the closing line. */
    void add(Consumer<Line> entry) {
        if (rows < rowLimit - 1) {
            entry.accept(line(rows++));
        } else {
            left++;
        }
    }

    /** Entries on the sheet and those that did not fit. */
    long entries() {
        return rows - 1 + left;
    }

    /** @param nothing what an empty table says instead of a row */
    void close(String nothing, String rest) {
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, rows - 1), 0, columns.size() - 1));
        if (rows == 1) {
            line(1).text(nothing, Look.NOTE);
        }
        if (left > 0) {
            String end = String.format(Locale.ROOT, "The sheet is full: %,d more rows are left out. %s", left, rest);
            line(rows++).text(end, Look.BLOCK);
        }
        SXSSFWorkbook workbook = sheet.getWorkbook();
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, printed - 1, 0, Math.max(1, rows - 1));
    }

    private Line line(int index) {
        return new Line(sheet.createRow(index), styles, hyperlinks);
    }

    /** One look for all sheets, widths in letters: no grid, landscape, as wide as the paper, page numbers. */
    static void layOut(SXSSFSheet sheet, int... widths) {
        for (int i = 0; i < widths.length; i++) {
            sheet.setColumnWidth(i, widths[i] * 256);
        }
        sheet.setDisplayGridlines(false);
        sheet.setDefaultRowHeightInPoints(15.5f);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setMargin(PageMargin.LEFT, 0.4);
        sheet.setMargin(PageMargin.RIGHT, 0.4);
        sheet.setMargin(PageMargin.TOP, 0.5);
        sheet.setMargin(PageMargin.BOTTOM, 0.6);
        sheet.getFooter().setLeft("boscard · &A");
        sheet.getFooter().setRight("Page &P of &N");
    }
}
