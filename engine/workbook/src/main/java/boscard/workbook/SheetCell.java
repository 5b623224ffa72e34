package boscard.workbook;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A cell as the file has it. Immutable; safe for any thread.
 *
 * @param column 1 is A
 * @param kind what it holds; the cached result when it is a formula
 * @param number exact, for a number and a date (its serial number); else null
 * @param text a text as it is, {@code TRUE} or {@code FALSE}, the code of an error such as {@code #DIV/0!}, the digits
 *     of a number without format or exponent; empty without a cached result
 * @param date for a date, else null
 * @param formula without the equals sign; null when there is none
 */
public record SheetCell(
        int column,
        Kind kind,
        @Nullable BigDecimal number,
        String text,
        @Nullable LocalDateTime date,
        @Nullable String formula,
        CellStyle style) {

    /** What a cell holds. */
    public enum Kind {
        NUMBER,
        TEXT,
        YES_NO,
        /** A number that is shown as a day. A time of day or a duration is a NUMBER. */
        DATE,
        ERROR,
        /** A formula whose result was never computed and stored. A cell without any content does not come at all. */
        UNCACHED
    }

    static SheetCell text(int column, String text, @Nullable String formula, CellStyle style) {
        return new SheetCell(column, Kind.TEXT, null, text, null, formula, style);
    }

    static SheetCell yesNo(int column, boolean yes, @Nullable String formula, CellStyle style) {
        return new SheetCell(column, Kind.YES_NO, null, yes ? "TRUE" : "FALSE", null, formula, style);
    }

    static SheetCell error(int column, String code, @Nullable String formula, CellStyle style) {
        return new SheetCell(column, Kind.ERROR, null, code, null, formula, style);
    }

    static SheetCell uncached(int column, String formula, CellStyle style) {
        return new SheetCell(column, Kind.UNCACHED, null, "", null, formula, style);
    }

    /** A number, or a date when the format says so and the calendar of spreadsheets reaches it. */
    static SheetCell number(
            int column, BigDecimal number, @Nullable String formula, CellStyle style, boolean from1904) {
        LocalDateTime date = style.date() ? SerialDate.of(number, from1904) : null;
        Kind kind = date == null ? Kind.NUMBER : Kind.DATE;
        return new SheetCell(column, kind, number, number.toPlainString(), date, formula, style);
    }

    /** As the analyst sees it: with the number format applied. Not cheap for unusual formats. */
    public String displayed() {
        return switch (kind) {
            case NUMBER, DATE -> NumberFormats.display(this);
            case TEXT, YES_NO, ERROR -> text;
            case UNCACHED -> "";
        };
    }

    /** Whether it is a text of spaces only, or a formula that gave an empty text. */
    public boolean isBlank() {
        return kind == Kind.TEXT && Spaces.isBlank(text);
    }

    /** Whether the formula gives another result at every recalculation, so that the stored one may be old. */
    public boolean isVolatile() {
        return formula != null && VolatileFunctions.occurIn(formula);
    }

    /** Whether the formula takes its result from another workbook. */
    public boolean isExternal() {
        return formula != null && OtherWorkbooks.areIn(formula);
    }
}
