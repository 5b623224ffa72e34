package boscard.workbook.report;

import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.fact.Reading;
import boscard.fact.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.jspecify.annotations.Nullable;

/** Writes the cells of one row, from left to right. Every text is written as a text. */
final class Line {

    private static final int MOST_LINES = 12;
    private static final float LINE_HEIGHT = 12.75f;

    private final Row row;
    private final Styles styles;
    private final Hyperlinks hyperlinks;
    private int column;

    Line(Row row, Styles styles, Hyperlinks hyperlinks) {
        this.row = row;
        this.styles = styles;
        this.hyperlinks = hyperlinks;
    }

    /** The next cell; null or an empty text leaves it empty. */
    Line text(@Nullable String text, Look look) {
        cell(text, look);
        return this;
    }

    Line text(@Nullable String text) {
        return text(text, Look.TEXT);
    }

    Line count(long number) {
        cell(null, Look.COUNT).setCellValue(number);
        return this;
    }

    /** In the number format of its unit; null leaves the cell empty. */
    Line number(@Nullable BigDecimal value, @Nullable Unit unit) {
        return value == null ? text(null) : number(value, Look.RIGHT.as(NumberFormats.of(unit, value)));
    }

    /** From 0 to 100; null leaves the cell empty. */
    Line score(@Nullable BigDecimal value) {
        return value == null ? text(null) : number(value, Look.CENTRED.as("0.0"));
    }

    Line number(BigDecimal value, Look look) {
        cell(null, look).setCellValue(value.doubleValue());
        return this;
    }

    /** A value, or in words why there is none. */
    Line reading(Reading reading, Unit unit) {
        if (reading instanceof Reading.Present present) {
            return number(present.value(), unit);
        }
        String words = reading instanceof Reading.Missing missing
                ? "missing: " + missing.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : "not applicable";
        return text(words, Look.RIGHT.in(Palette.MUTED));
    }

    Line date(LocalDate day) {
        return date(day, Look.DATE);
    }

    Line date(LocalDate day, Look look) {
        cell(null, look).setCellValue(day);
        return this;
    }

    Line status(@Nullable Status status) {
        return status == null ? text(null) : text(words(status), Look.word(Palette.of(status)));
    }

    Line severity(Severity severity) {
        return text(severity.name(), Look.word(Palette.of(severity)));
    }

    Line link(Link link) {
        Cell cell = cell(link.text(), Look.TEXT);
        if (link.opens() && hyperlinks.toFile(cell, link)) {
            cell.setCellStyle(styles.of(PlainText.needsQuote(link.text()) ? Look.LINK.asQuoted() : Look.LINK));
        }
        return this;
    }

    /** To a place in this workbook, such as {@code 'Heat map'!A7}. */
    Line linkWithin(String text, String place, Look look) {
        hyperlinks.within(cell(text, look), place);
        return this;
    }

    /** Leaves a cell out. */
    Line skip() {
        column++;
        return this;
    }

    Line height(float points) {
        row.setHeightInPoints(points);
        return this;
    }

    static String words(Status status) {
        return status.name().replace('_', ' ');
    }

    /** Not every program fits the height of a row to its text. */
    private void makeRoom(int lines) {
        float points = Math.min(lines, MOST_LINES) * LINE_HEIGHT + 4;
        if (lines > 1 && points > row.getHeightInPoints()) {
            row.setHeightInPoints(points);
        }
    }

    private Cell cell(@Nullable String text, Look look) {
        Cell cell = row.createCell(column++);
        if (text == null || text.isEmpty()) {
            cell.setCellStyle(styles.of(look));
            return cell;
        }
        cell.setCellStyle(styles.of(PlainText.needsQuote(text) ? look.asQuoted() : look));
        cell.setCellValue(PlainText.of(text));
        if (look.wrapped()) {
            makeRoom(PlainText.lines(text, row.getSheet().getColumnWidth(cell.getColumnIndex()) / 256));
        }
        return cell;
    }
}
