package boscard.intake.value;

import boscard.fact.FiscalCalendar;
import boscard.fact.Grain;
import boscard.fact.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a file writes its periods: {@code yyyy-MM}, {@code yyyyQn}, {@code MMM yyyy}, {@code FYyy Qn}. Letters stand for
 * parts: {@code yyyy} or {@code yy} the year, {@code MM} or {@code M} the month as digits, {@code MMM} an English name
 * of it, long or short, {@code n} the quarter, {@code ww} the week, {@code dd} or {@code d} the day. Anything else, and
 * what stands between apostrophes, is itself; case does not count. With a day the period is the month of that day, or
 * one of the length that the mapping gives. Immutable; safe for any thread.
 */
public final class PeriodFormat {

    private enum Kind {
        YEAR,
        SHORT_YEAR,
        MONTH,
        MONTH_NAME,
        QUARTER,
        WEEK,
        DAY,
        LITERAL
    }

    private record Part(Kind kind, String text, int digits) {}

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> LONG_MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final int CENTURY = 2000;

    private final String pattern;
    private final List<Part> parts;
    private final Grain grain;

    private PeriodFormat(String pattern, List<Part> parts, Grain grain) {
        this.pattern = pattern;
        this.parts = parts;
        this.grain = grain;
    }

    /** Reads a pattern; empty when it lacks a year, or has parts that do not go together. */
    public static Optional<PeriodFormat> of(String pattern) {
        List<Part> parts = split(pattern);
        long years = parts.stream()
                .filter(part -> part.kind() == Kind.YEAR || part.kind() == Kind.SHORT_YEAR)
                .count();
        long months = parts.stream()
                .filter(part -> part.kind() == Kind.MONTH || part.kind() == Kind.MONTH_NAME)
                .count();
        long quarters = count(parts, Kind.QUARTER);
        long weeks = count(parts, Kind.WEEK);
        long days = count(parts, Kind.DAY);
        if (years != 1 || months + quarters + weeks > 1 || days > months) {
            return Optional.empty();
        }
        Grain grain = months == 1 ? Grain.MONTH : quarters == 1 ? Grain.QUARTER : weeks == 1 ? Grain.WEEK : Grain.YEAR;
        return Optional.of(new PeriodFormat(pattern, parts, grain));
    }

    /** How long the periods are that this format writes. */
    public Grain grain() {
        return grain;
    }

    /** The period, or null when the text is not written so or there is no such period. */
    @Nullable
    Period parse(String text, FiscalCalendar calendar) {
        int at = 0;
        int year = -1;
        int number = 1;
        int day = -1;
        for (Part part : parts) {
            switch (part.kind()) {
                case LITERAL -> {
                    if (!text.regionMatches(
                            true, at, part.text(), 0, part.text().length())) {
                        return null;
                    }
                    at += part.text().length();
                }
                case MONTH_NAME -> {
                    int month = monthAt(text, at);
                    if (month < 0) {
                        return null;
                    }
                    number = month;
                    at += lengthOfMonthAt(text, at, month);
                }
                case YEAR, SHORT_YEAR, MONTH, QUARTER, WEEK, DAY -> {
                    int end = at;
                    int most = part.digits();
                    while (end < text.length() && end - at < most && isDigit(text.charAt(end))) {
                        end++;
                    }
                    boolean oneDigitAllowed = part.text().length() == 1;
                    if (end == at || !oneDigitAllowed && end - at < most) {
                        return null;
                    }
                    int value = Integer.parseInt(text.substring(at, end));
                    at = end;
                    if (part.kind() == Kind.YEAR) {
                        year = value;
                    } else if (part.kind() == Kind.SHORT_YEAR) {
                        year = CENTURY + value;
                    } else if (part.kind() == Kind.DAY) {
                        day = value;
                    } else {
                        number = value;
                    }
                }
            }
        }
        return at == text.length() ? period(calendar, year, number, day) : null;
    }

    private @Nullable Period period(FiscalCalendar calendar, int year, int number, int day) {
        try {
            if (day >= 0) {
                LocalDate.of(year, number, day); // there must be such a day
            }
            return switch (grain) {
                case MONTH -> calendar.month(year, number);
                case QUARTER -> calendar.quarter(year, number);
                case WEEK -> number < 1 || number > 53 ? null : calendar.week(year, number);
                case YEAR -> calendar.year(year);
            };
        } catch (DateTimeException | IllegalArgumentException noSuchPeriod) {
            return null;
        }
    }

    private static int monthAt(String text, int at) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (text.regionMatches(true, at, MONTHS.get(i), 0, 3)) {
                return i + 1;
            }
        }
        return -1;
    }

    private static int lengthOfMonthAt(String text, int at, int month) {
        String name = LONG_MONTHS.get(month - 1);
        int length = text.regionMatches(true, at, name, 0, name.length()) ? name.length() : 3;
        return at + length < text.length() && text.charAt(at + length) == '.' ? length + 1 : length;
    }

    private static List<Part> split(String pattern) {
        var parts = new ArrayList<Part>();
        var literal = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '\'') {
                int end = pattern.indexOf('\'', at + 1);
                end = end < 0 ? pattern.length() : end;
                literal.append(pattern, at + 1, end);
                at = end + 1;
                continue;
            }
            int end = at;
            while (end < pattern.length() && pattern.charAt(end) == c) {
                end++;
            }
            Kind kind = kindOf(c, end - at);
            if (kind == Kind.LITERAL) {
                literal.append(c);
                at++;
            } else {
                if (literal.length() > 0) {
                    parts.add(new Part(Kind.LITERAL, literal.toString(), 0));
                    literal.setLength(0);
                }
                int digits = kind == Kind.YEAR ? 4 : kind == Kind.QUARTER ? 1 : 2;
                parts.add(new Part(kind, pattern.substring(at, end), digits));
                at = end;
            }
        }
        if (literal.length() > 0) {
            parts.add(new Part(Kind.LITERAL, literal.toString(), 0));
        }
        return List.copyOf(parts);
    }

    private static Kind kindOf(char letter, int run) {
        return switch (letter) {
            case 'y' -> run == 4 ? Kind.YEAR : run == 2 ? Kind.SHORT_YEAR : Kind.LITERAL;
            case 'M' -> run <= 2 ? Kind.MONTH : run == 3 ? Kind.MONTH_NAME : Kind.LITERAL;
            case 'n' -> run == 1 ? Kind.QUARTER : Kind.LITERAL;
            case 'w' -> run == 2 ? Kind.WEEK : Kind.LITERAL;
            case 'd' -> run <= 2 ? Kind.DAY : Kind.LITERAL;
            default -> Kind.LITERAL;
        };
    }

    private static long count(List<Part> parts, Kind kind) {
        return parts.stream().filter(part -> part.kind() == kind).count();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public String toString() {
        return pattern;
    }

    /** Whether the format begins with {@code FY}, so that its years and quarters are always fiscal ones. */
    boolean isFiscal() {
        return pattern.toUpperCase(Locale.ROOT).startsWith("FY");
    }
}
