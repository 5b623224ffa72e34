package boscard.workbook;

import boscard.fact.Decimals;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.problem.Suggestion;
import boscard.source.CellRef;
import boscard.table.ValueType;
import boscard.workbook.SheetCell.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes a typed value of a cell, or reports why it is none. Numbers and percentages count by value, not by display; a
 * number that is stored as text is taken when it can mean only one thing, with a warning.
 */
final class CellConversion {

    private static final int CHOICES_SHOWN = 12;

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

    private final Problems problems;

    CellConversion(Problems problems) {
        this.problems = problems;
    }

    /**
     * The value of a filled cell.
     *
     * @param choices the constants for a CHOICE
     * @return a String, BigDecimal, LocalDate, Boolean or constant; null when a problem was reported
     */
    @Nullable
    Object convert(SheetCell cell, CellRef at, ValueType type, List<?> choices) {
        if (!isReadable(cell, at)) {
            return null;
        }
        return switch (type) {
            case TEXT -> text(cell, at);
            case NUMBER -> number(cell, at);
            case DATE -> date(cell, at);
            case YES_NO -> yesNo(cell, at);
            case CHOICE -> choice(Spaces.strip(cell.text()), at, choices);
        };
    }

    /** The value of a part of a cell, such as a member of a list. */
    @Nullable
    Object convertPart(String part, CellRef at, ValueType type, List<?> choices) {
        return switch (type) {
            case TEXT -> part;
            case NUMBER -> {
                BigDecimal number = plainNumber(part);
                yield number == null ? wrong(at, "\"" + part + "\" is not a number", null) : number;
            }
            case DATE -> isoDate(part, at);
            case YES_NO -> yesNo(part, at);
            case CHOICE -> choice(part, at, choices);
        };
    }

    /** Whether the cell has a result; reports an error value or a formula that was never computed. */
    boolean isReadable(SheetCell cell, CellRef at) {
        if (cell.kind() == Kind.ERROR) {
            problems.add(
                    ProblemCode.CELL_ERROR,
                    at,
                    "the cell shows the error " + cell.text(),
                    cell.formula() == null ? null : "the formula =" + cell.formula() + " needs repair");
            return false;
        } else if (cell.kind() == Kind.UNCACHED) {
            problems.add(
                    ProblemCode.FORMULA_UNCACHED,
                    at,
                    "the formula =" + cell.formula() + " has no stored result",
                    "open the workbook in Excel, which recalculates it, and save it");
            return false;
        } else if (cell.isVolatile()) {
            problems.add(
                    ProblemCode.FORMULA_VOLATILE,
                    at,
                    "the result of =" + cell.formula() + " changes by itself; the stored one, " + cell.displayed()
                            + ", is used",
                    "replace the formula by its value");
        }
        return true;
    }

    private @Nullable String text(SheetCell cell, CellRef at) {
        return switch (cell.kind()) {
            case TEXT -> Spaces.strip(cell.text());
            case NUMBER, YES_NO -> cell.text();
            case DATE ->
                wrong(
                        at,
                        "a text is expected here, and " + cell.displayed() + " is a date",
                        "format the cell as Text and" + " type it again");
            case ERROR, UNCACHED -> throw new IllegalStateException("Refused before");
        };
    }

    private @Nullable BigDecimal number(SheetCell cell, CellRef at) {
        return switch (cell.kind()) {
            case NUMBER -> cell.number();
            case TEXT -> {
                BigDecimal number = plainNumber(Spaces.strip(cell.text()));
                if (number == null) {
                    yield wrong(at, "a number is expected here, not " + quoted(cell), null);
                }
                problems.add(
                        ProblemCode.NUMBER_AS_TEXT,
                        at,
                        "the number " + Spaces.strip(cell.text()) + " is stored as text; it is read as "
                                + number.toPlainString(),
                        "select the cell and choose \"Convert to Number\"");
                yield number;
            }
            case DATE ->
                wrong(
                        at,
                        "a number is expected here, and " + cell.displayed() + " is a date",
                        "format the cell as" + " Number");
            case YES_NO -> wrong(at, "a number is expected here, not " + cell.text(), null);
            case ERROR, UNCACHED -> throw new IllegalStateException("Refused before");
        };
    }

    private @Nullable LocalDate date(SheetCell cell, CellRef at) {
        return switch (cell.kind()) {
            case DATE -> {
                LocalDateTime date = Objects.requireNonNull(cell.date());
                yield date.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? date.toLocalDate()
                        : wrong(at, "a day is expected here, and " + cell.displayed() + " has a time", null);
            }
            case TEXT -> isoDate(Spaces.strip(cell.text()), at);
            case NUMBER, YES_NO ->
                wrong(at, "a date is expected here, not " + cell.displayed(), "format the cell as Date");
            case ERROR, UNCACHED -> throw new IllegalStateException("Refused before");
        };
    }

    private @Nullable Boolean yesNo(SheetCell cell, CellRef at) {
        return switch (cell.kind()) {
            case YES_NO -> cell.text().equals("TRUE");
            case TEXT -> yesNo(Spaces.strip(cell.text()), at);
            case NUMBER, DATE -> wrong(at, "yes or no is expected here, not " + cell.displayed(), null);
            case ERROR, UNCACHED -> throw new IllegalStateException("Refused before");
        };
    }

    private @Nullable Boolean yesNo(String text, CellRef at) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "Y", "YES", "TRUE" -> true;
            case "N", "NO", "FALSE" -> false;
            default -> wrong(at, "yes or no is expected here, not \"" + text + "\"", null);
        };
    }

    private @Nullable LocalDate isoDate(String text, CellRef at) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notDate) {
            return wrong(at, "a date is expected here, not \"" + text + "\"", "write it as 2026-01-31");
        }
    }

    /** A constant by its name; case does not count, spaces and hyphens are underscores. */
    private @Nullable Object choice(String text, CellRef at, List<?> choices) {
        String name = text.substring(text.lastIndexOf('.') + 1); // Level.REP, as stock lists have it
        String plain = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        plain = SPACES.matcher(plain).replaceAll("_");
        for (Object choice : choices) {
            if (choice.toString().equals(plain)) {
                return choice;
            }
        }
        List<String> names = choices.stream().map(Object::toString).toList();
        String allowed = names.stream().limit(CHOICES_SHOWN).collect(Collectors.joining(", "))
                + (names.size() > CHOICES_SHOWN ? ", ..." : "");
        problems.add(
                ProblemCode.CELL_CHOICE,
                at,
                "\"" + text + "\" is none of " + allowed,
                Suggestion.nearest(name, names).orElse(null));
        return null;
    }

    /** A number that can be read in one way only: digits, a decimal point, a sign, a percent sign; else null. */
    static @Nullable BigDecimal plainNumber(String text) {
        boolean percent = text.endsWith("%");
        String digits = percent ? Spaces.strip(text.substring(0, text.length() - 1)) : text;
        if (!PLAIN_NUMBER.matcher(digits).matches()) {
            return null;
        }
        var number = new BigDecimal(digits);
        return Decimals.canonical(percent ? number.movePointLeft(2) : number);
    }

    private static String quoted(SheetCell cell) {
        return "\"" + cell.displayed() + "\"";
    }

    private <T> @Nullable T wrong(CellRef at, String message, @Nullable String advice) {
        problems.add(ProblemCode.CELL_TYPE, at, message, advice);
        return null;
    }
}
