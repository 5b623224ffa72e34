package boscard.workbook.report;

import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.fact.Reading;
import boscard.fact.SpreadsheetText;
import boscard.fact.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the cells of one row, from left to right. Every text is written as a text. */
final class Line {

    private static final int MOST_LINES = 12;
    /** Excel counts days from the last one of 1899. */
    private static final int DAYS_TO_1970 = 25_569;

    private static final float LINE_HEIGHT = 12.75f;

    private final Sheet sheet;
    private int column;

    Line(Sheet sheet) {
        this.sheet = sheet;
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
        sheet.numberCell(column++, number, Look.COUNT);
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
        double number = value.doubleValue();
        if (Double.isInfinite(number)) { // beyond what any spreadsheet can hold
            return text(value.toString(), look);
        }
        sheet.numberCell(column++, number, look);
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
        sheet.numberCell(column++, day.toEpochDay() + DAYS_TO_1970, look);
        return this;
    }

    Line status(@Nullable Status status) {
        return status == null ? text(null) : text(words(status), Look.word(Palette.of(status)));
    }

    Line severity(Severity severity) {
        return text(severity.name(), Look.word(Palette.of(severity)));
    }

    Line link(Link link) {
        boolean opens = link.opens() && sheet.hyperlinks().toFile(sheet.address(column), link);
        return text(link.text(), opens ? Look.LINK : Look.TEXT);
    }

    /** To a place in this workbook, such as {@code 'Heat map'!A7}. */
    Line linkWithin(String text, String place, Look look) {
        sheet.hyperlinks().within(sheet.address(column), place);
        return text(text, look);
    }

    /** Leaves a cell out. */
    Line skip() {
        column++;
        return this;
    }

    Line height(float points) {
        sheet.height(points);
        return this;
    }

    static String words(Status status) {
        return status.name().replace('_', ' ');
    }

    /** Not every program fits the height of a row to its text. */
    private void makeRoom(int lines) {
        float points = Math.min(lines, MOST_LINES) * LINE_HEIGHT + 4;
        if (lines > 1 && points > sheet.height()) {
            sheet.height(points);
        }
    }

    private void cell(@Nullable String text, Look look) {
        int at = column++;
        if (text == null || text.isEmpty()) {
            sheet.emptyCell(at, look);
            return;
        }
        sheet.textCell(at, PlainText.of(text), SpreadsheetText.isLikeFormula(text) ? look.asQuoted() : look);
        if (look.wrapped()) {
            makeRoom(PlainText.lines(text, sheet.width(at)));
        }
    }
}
