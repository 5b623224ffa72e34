package boscard.workbook.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A sheet that is one table: headings in its first row, then a row for each entry, with a filter. Rows are written as
 * they come and never held. What does not fit on a sheet is counted and said in the last row.
 */
final class TableSheet {

    /** A heading, the width of its column in letters, and where its values stand. */
    record Column(String heading, int width, Align align) {

        static Column text(String heading, int width) {
            return new Column(heading, width, Align.LEFT);
        }

        static Column number(String heading, int width) {
            return new Column(heading, width, Align.RIGHT);
        }

        static Column centred(String heading, int width) {
            return new Column(heading, width, Align.CENTER);
        }
    }

    private final Sheet sheet;
    private final ReportPackage workbook;
    private final List<Column> columns;
    private final int printed;
    private final int rowLimit;
    private int rows = 1;
    private long left;

    /** @param rowLimit rows that fit on a sheet, headings and the closing line included */
    private TableSheet(
            ReportPackage workbook, Sheet sheet, int frozen, int printed, int rowLimit, List<Column> columns) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.columns = columns;
        this.printed = printed;
        this.rowLimit = rowLimit;
        sheet.freeze(frozen, 1);
        sheet.repeatRows(0, 0);
        var headings = sheet.line(0).height(30);
        for (Column column : columns) {
            headings.text(column.heading(), Look.HEADING.aligned(column.align()));
        }
    }

    /** Makes the tables of one workbook. */
    record Maker(ReportPackage workbook, int rowLimit) {

        /**
         * A table whose rows go straight into the file; only one at a time.
         *
         * @param frozen how many columns stay in sight
         * @param printed how many columns go to paper; the others are for filters and for look-ups
         */
        TableSheet direct(String name, int frozen, int printed, Column... columns) {
            Sheet sheet = workbook.direct(name, widths(columns));
            return new TableSheet(workbook, sheet, frozen, printed, rowLimit, Arrays.asList(columns));
        }

        /** A table that grows while another one is written. */
        TableSheet aside(String name, int frozen, int printed, Column... columns) {
            Sheet sheet = workbook.aside(name, widths(columns));
            return new TableSheet(workbook, sheet, frozen, printed, rowLimit, Arrays.asList(columns));
        }

        private static int[] widths(Column... columns) {
            return Arrays.stream(columns).mapToInt(Column::width).toArray();
        }
    }

    /** Adds a row while there is room for it and for the closing line. */
    void add(Consumer<Line> entry) {
        if (rows < rowLimit - 1) {
            entry.accept(sheet.line(rows++));
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
        sheet.filter(columns.size(), Math.max(2, rows));
        if (rows == 1) {
            sheet.line(1).text(nothing, Look.NOTE);
        }
        if (left > 0) {
            String end = String.format(Locale.ROOT, "The sheet is full: %,d more rows are left out. %s", left, rest);
            sheet.line(rows++).text(end, Look.BLOCK);
        }
        sheet.printArea(printed, Math.max(2, rows));
        workbook.end(sheet);
    }
}
