package boscard.workbook;

import boscard.fact.Decimals;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.problem.Suggestion;
import boscard.source.CellRef;
import boscard.table.ValueType;
import boscard.workbook.SheetCell.Kind;
import java.math.BigDecimal;
import java.text.Normalizer;
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
    private static final int LONGEST_CHOICE = 100;

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d{1,12},(?:\\d{1,2}|\\d{4,9})\\s?%?");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,9})?");
    private static final Pattern SPACED_THOUSANDS =
            Pattern.compile("[+-]?\\d{1,3}(?:[ '\\u2019\\u00a0\\u202f]\\d{3})+(?:[.,]\\d{1,9})?");
    private static final Pattern POINTED_THOUSANDS =
            Pattern.compile("[+-]?\\d{1,3}(?:(?:\\.\\d{3}){2,}|(?:\\.\\d{3})+(?=,))(?:,\\d{1,9})?");
    private static final Pattern TWO_NUMBERS = Pattern.compile(
            "[\\[(]?\\s?[\\d.]{1,12}\\s?%?\\s?(?:-|\u2013|\u2014|to|up to|until|bis|\\.\\.\\.?|\u2026|and|;)\\s?[\\d.]{1,12}\\s?%?\\s?[\\])]?");
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
        return isReadable(cell, at) ? converted(cell, at, type, choices) : null;
    }

    /** As {@link #convert}, of a cell that was found readable before. */
    @Nullable
    Object converted(SheetCell cell, CellRef at, ValueType type, List<?> choices) {
        return switch (type) {
            case TEXT -> text(cell, at);
            case NUMBER -> number(cell, at);
            case DATE -> date(cell, at);
            case YES_NO -> yesNo(cell, at);
            case CHOICE -> choice(Spaces.strip(cell.text()), at, choices);
        };
    }

    /**
     * A text that is compared with others, such as an id: what nobody sees in it must not make it differ. Reports what
     * it takes out.
     */
    String compared(String text, CellRef at) {
        String plain = Spaces.strip(Spaces.plain(text));
        if (!plain.equals(text)) {
            problems.add(
                    ProblemCode.CHARACTER_INVISIBLE,
                    at,
                    Excerpt.quoted(plain) + " holds " + deceptiveOf(text) + "; it is read without",
                    "it was copied from a document or a web page; type it again");
        }
        return plain;
    }

    private static String deceptiveOf(String text) {
        return text.chars()
                .filter(c -> Spaces.isDeceptive((char) c))
                .distinct()
                .limit(3)
                .mapToObj(c -> String.format("the character U+%04X", c))
                .collect(Collectors.joining(", "));
    }

    /** The value of a part of a cell, such as a member of a list. */
    @Nullable
    Object convertPart(String part, CellRef at, ValueType type, List<?> choices) {
        return switch (type) {
            case TEXT -> part;
            case NUMBER -> {
                BigDecimal number = plainNumber(part);
                yield number == null ? wrong(at, Excerpt.quoted(part) + " is not a number", adviceFor(part)) : number;
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
                    cell.formula() == null ? null : "the formula " + Excerpt.formula(cell) + " needs repair");
            return false;
        } else if (cell.kind() == Kind.UNCACHED) {
            problems.add(
                    ProblemCode.FORMULA_UNCACHED,
                    at,
                    "the formula " + Excerpt.formula(cell) + " has no stored result",
                    "open the workbook in Excel, which recalculates it, and save it");
            return false;
        } else if (cell.isVolatile()) {
            problems.add(
                    ProblemCode.FORMULA_VOLATILE,
                    at,
                    "the result of " + Excerpt.formula(cell) + " changes by itself; the stored one, "
                            + Excerpt.of(cell.displayed()) + ", is used",
                    "replace the formula by its value");
        } else if (cell.isExternal()) {
            problems.add(
                    ProblemCode.FORMULA_EXTERNAL,
                    at,
                    "the formula " + Excerpt.formula(cell) + " asks another workbook; the stored result, "
                            + Excerpt.of(cell.displayed()) + ", is used",
                    "replace the formula by its value, since the other workbook can change unseen");
        }
        return true;
    }

    private @Nullable String text(SheetCell cell, CellRef at) {
        return switch (cell.kind()) {
            case TEXT -> Spaces.strip(cell.text());
            case NUMBER -> {
                String shown = Spaces.strip(cell.displayed());
                yield shown.equals(cell.text())
                        ? shown
                        : wrong(
                                at,
                                "a text is expected here, and " + Excerpt.quoted(shown) + " is the number "
                                        + Excerpt.of(cell.text()) + " with a format",
                                "format the cell as Text and type it again");
            }
            case YES_NO -> cell.text();
            case DATE ->
                wrong(
                        at,
                        "a text is expected here, and " + Excerpt.of(cell.displayed()) + " is a date",
                        "format the cell as Text and type it again");
            case ERROR, UNCACHED -> throw new IllegalStateException("Refused before");
        };
    }

    private @Nullable BigDecimal number(SheetCell cell, CellRef at) {
        return switch (cell.kind()) {
            case NUMBER ->
                cell.style().time()
                        ? wrong(
                                at,
                                "a number is expected here, and " + Excerpt.of(cell.displayed())
                                        + " is a time, which Excel stores as " + Excerpt.of(cell.text())
                                        + " of a day",
                                "format the cell as Number and type the number again, in the unit of the column")
                        : cell.number();
            case TEXT -> numberOfText(Spaces.strip(cell.text()), at);
            case DATE ->
                wrong(
                        at,
                        "a number is expected here, and " + Excerpt.of(cell.displayed()) + " is a date",
                        "format the cell as Number and type it again");
            case YES_NO -> wrong(at, "a number is expected here, not " + cell.text(), null);
            case ERROR, UNCACHED -> throw new IllegalStateException("Refused before");
        };
    }

    /** A number that was stored as text, with a warning; null when a problem was reported. */
    @Nullable
    BigDecimal numberOfText(String text, CellRef at) {
        BigDecimal number = plainNumber(text);
        if (number == null) {
            return wrong(at, "a number is expected here, not " + Excerpt.quoted(text), adviceFor(text));
        }
        problems.add(
                ProblemCode.NUMBER_AS_TEXT,
                at,
                "the number " + text + " is stored as text; it is read as " + number.toPlainString(),
                "select the cell and choose \"Convert to Number\"");
        return number;
    }

    private @Nullable LocalDate date(SheetCell cell, CellRef at) {
        return switch (cell.kind()) {
            case DATE -> {
                LocalDateTime date = Objects.requireNonNull(cell.date());
                yield date.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? date.toLocalDate()
                        : wrong(
                                at,
                                "a day is expected here, and " + Excerpt.of(cell.displayed()) + " has a time",
                                date.toLocalDate() + " alone");
            }
            case TEXT -> isoDate(Spaces.strip(cell.text()), at);
            case NUMBER, YES_NO ->
                wrong(at, "a date is expected here, not " + Excerpt.of(cell.displayed()), "format the cell as Date");
            case ERROR, UNCACHED -> throw new IllegalStateException("Refused before");
        };
    }

    private @Nullable Boolean yesNo(SheetCell cell, CellRef at) {
        return switch (cell.kind()) {
            case YES_NO -> cell.text().equals("TRUE");
            case TEXT -> yesNo(Spaces.strip(cell.text()), at);
            case NUMBER, DATE -> wrong(at, "yes or no is expected here, not " + Excerpt.of(cell.displayed()), null);
            case ERROR, UNCACHED -> throw new IllegalStateException("Refused before");
        };
    }

    private @Nullable Boolean yesNo(String text, CellRef at) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "Y", "YES", "TRUE" -> true;
            case "N", "NO", "FALSE" -> false;
            default -> wrong(at, "yes or no is expected here, not " + Excerpt.quoted(text), null);
        };
    }

    private @Nullable LocalDate isoDate(String text, CellRef at) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notDate) {
            return wrong(at, "a date is expected here, not " + Excerpt.quoted(text), "write it as 2026-01-31");
        }
    }

    /** A constant by its name; case and width do not count, spaces and hyphens are underscores. */
    private @Nullable Object choice(String text, CellRef at, List<?> choices) {
        String name = text.substring(text.lastIndexOf('.') + 1); // Level.REP, as stock lists have it
        if (name.length() <= LONGEST_CHOICE) {
            String plain = Spaces.strip(Spaces.plain(normal(name)))
                    .toUpperCase(Locale.ROOT)
                    .replace('-', '_');
            plain = SPACES.matcher(plain).replaceAll("_");
            for (Object choice : choices) {
                if (choice.toString().equals(plain)) {
                    return choice;
                }
            }
        }
        List<String> names = choices.stream().map(Object::toString).toList();
        String allowed = names.stream().limit(CHOICES_SHOWN).collect(Collectors.joining(", "))
                + (names.size() > CHOICES_SHOWN ? ", ..." : "");
        problems.add(
                ProblemCode.CELL_CHOICE,
                at,
                Excerpt.quoted(text) + " is none of " + allowed,
                Suggestion.nearest(name, names).orElse(null));
        return null;
    }

    /** A number that can be read in one way only: digits, a decimal point, a sign, a percent sign; else null. */
    static @Nullable BigDecimal plainNumber(String text) {
        if (text.length() > LONGEST_CHOICE) {
            return null;
        }
        String plain = Spaces.strip(normal(text)).replace('\u2212', '-');
        boolean percent = plain.endsWith("%");
        String digits = percent ? Spaces.strip(plain.substring(0, plain.length() - 1)) : plain;
        if (!PLAIN_NUMBER.matcher(digits).matches()) {
            return null;
        }
        var number = new BigDecimal(digits);
        return Decimals.canonical(percent ? number.movePointLeft(2) : number);
    }

    /** With the usual form of characters that have several, such as the wide digits of Asian keyboards. */
    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** What to do about a text that is no number, when its form tells. */
    private static @Nullable String adviceFor(String text) {
        if (text.length() > LONGEST_CHOICE || text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return null;
        } else if (DECIMAL_COMMA.matcher(text).matches()) {
            return text.replace(',', '.') + ", with a decimal point";
        } else if (THOUSANDS.matcher(text).matches()) {
            return withoutSeparators(text.replace(",", ""));
        } else if (SPACED_THOUSANDS.matcher(text).matches()) {
            return withoutSeparators(text.replaceAll("[^\\d.,+-]", "").replace(',', '.'));
        } else if (POINTED_THOUSANDS.matcher(text).matches()) {
            return withoutSeparators(text.replace(".", "").replace(',', '.'));
        } else if (TWO_NUMBERS.matcher(text).matches()) {
            return "the lower edge in one column and the upper edge in another";
        }
        return "the number alone; what stands beside it belongs to the number format of the cell, or into a note";
    }

    private static String withoutSeparators(String number) {
        return number + ", without separators; the number format of the cell shows them";
    }

    private <T> @Nullable T wrong(CellRef at, String message, @Nullable String advice) {
        problems.add(ProblemCode.CELL_TYPE, at, message, advice);
        return null;
    }
}
