package boscard.intake.value;

import boscard.problem.ProblemCode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads days: {@code 2026-01-31}, alone or followed by a time of day, which is left off, or in a format that the
 * mapping declares; {@code serial} among them reads the numbers by which spreadsheets count days. {@code 03/04/2026}
 * without a declared format is refused: it is a day in March or in April.
 */
public final class DateReader implements ValueReader {

    private static final int DAY_LENGTH = 10;
    private static final int REMEMBERED = 10_000;
    private static final String SERIAL = "serial";
    private static final String SERIAL_1904 = "serial1904";
    private static final LocalDate FIRST_SERIAL = LocalDate.of(1899, 12, 30); // so that 1 March 1900 is 61, as in Excel
    private static final LocalDate FIRST_SERIAL_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(2_958_465); // 9999-12-31

    private final List<DateTimeFormatter> formats;
    private final List<Boolean> shortYears;
    private final @Nullable ZoneId zone;
    private final @Nullable Integer firstShortYear;
    private final @Nullable LocalDate firstSerial; // null when numbers are no days
    private final Map<String, LocalDate> known = new HashMap<>();

    /** Days in the form {@code yyyy-MM-dd} and in the formats. */
    public DateReader(List<String> formats) {
        this(DateConvention.of(formats));
    }

    public DateReader(DateConvention convention) {
        List<String> formats = convention.formats();
        this.zone = convention.zone();
        this.firstShortYear = convention.firstShortYear();
        this.formats = formats.stream()
                .filter(format -> !isSerial(format))
                .map(DateReader::formatter)
                .toList();
        this.firstSerial =
                formats.contains(SERIAL_1904) ? FIRST_SERIAL_1904 : formats.contains(SERIAL) ? FIRST_SERIAL : null;
        this.shortYears = formats.stream()
                .filter(format -> !isSerial(format))
                .map(format -> format.contains("yy") && !format.contains("yyyy"))
                .toList();
    }

    /** Whether the text can be used as a date format. */
    public static boolean isPattern(String pattern) {
        if (isSerial(pattern)) {
            return true;
        }
        try {
            formatter(pattern);
            return true;
        } catch (IllegalArgumentException notAPattern) {
            return false;
        }
    }

    @Override
    public @Nullable LocalDate read(String text, Remarks remarks) {
        LocalDate date = known.get(text);
        if (date == null) {
            date = firstSerial == null ? iso(text) : serial(text, firstSerial);
            if (date != null && text.length() > DAY_LENGTH) {
                LocalDate there = zone == null ? null : dayIn(zone, text);
                if (there == null) {
                    remarkOnTime(text, remarks);
                } else {
                    date = there;
                    remarks.once(
                            ProblemCode.VALUE_ADJUSTED,
                            "\"" + text + "\" is a moment; it is read as " + there + ", the day in " + zone,
                            null);
                }
            }
            for (int i = 0; date == null && i < formats.size(); i++) {
                date = parsed(text, formats.get(i));
                if (date != null && shortYears.get(i)) {
                    if (firstShortYear == null) {
                        remarks.problem(
                                ProblemCode.DATE_AMBIGUOUS,
                                "\"" + text + "\" has a year of two digits and does not say which century",
                                "declare `two_digit_years` for this file in a mapping.");
                        return null;
                    }
                    date = inCentury(date, firstShortYear);
                    remarks.once(
                            ProblemCode.VALUE_ADJUSTED,
                            "\"" + text + "\" has a year of two digits; it is read as " + date,
                            null);
                }
            }
            if (date == null) {
                return refused(text, remarks);
            }
            if (known.size() < REMEMBERED) {
                known.put(text, date);
            }
        }
        return date;
    }

    @Override
    public @Nullable LocalDate readTyped(RawValue value, Remarks remarks) {
        if (value instanceof RawValue.Moment moment) {
            if (!moment.value().toLocalTime().equals(LocalTime.MIDNIGHT)) {
                remarks.once(
                        ProblemCode.VALUE_ADJUSTED, value.text() + " is a day with a time, which is left off", null);
            }
            return moment.value().toLocalDate();
        }
        return read(value.text(), remarks);
    }

    /** The day of a moment in a zone; null when the text does not say how far it is from UTC. */
    private static @Nullable LocalDate dayIn(ZoneId zone, String text) {
        try {
            return OffsetDateTime.parse(text.replace(' ', 'T'))
                    .atZoneSameInstant(zone)
                    .toLocalDate();
        } catch (DateTimeParseException withoutOffset) {
            return null;
        }
    }

    /** The date whose year has the same last two digits and is the first one from a year on. */
    private static LocalDate inCentury(LocalDate date, int firstYear) {
        return date.withYear(firstYear + Math.floorMod(date.getYear() - firstYear, 100));
    }

    /** A time zone can have moved the day; what is taken is the day as it is written. */
    private static void remarkOnTime(String text, Remarks remarks) {
        boolean midnight = text.startsWith("00:00", DAY_LENGTH + 1)
                && text.substring(DAY_LENGTH + 1).chars().allMatch(c -> c == '0' || c == ':' || c == '.' || c == 'Z');
        if (!midnight) {
            remarks.once(
                    ProblemCode.VALUE_ADJUSTED,
                    "\"" + text + "\" is a day with a time, which is left off; the day is taken as it is written",
                    text.indexOf('Z') > 0 || text.lastIndexOf('+') > 0
                            ? "its time zone is another one than that of the business, and the day before or after is"
                                    + " meant."
                            : null);
        }
    }

    private static boolean isSerial(String format) {
        return format.equals(SERIAL) || format.equals(SERIAL_1904);
    }

    /** The day of a number as spreadsheets count them, its time of day left off; an ISO date all the same. */
    private static @Nullable LocalDate serial(String text, LocalDate first) {
        try {
            BigDecimal number = new BigDecimal(text);
            return number.signum() > 0 && number.compareTo(LAST_SERIAL) <= 0
                    ? first.plusDays(number.longValue())
                    : null;
        } catch (NumberFormatException noNumber) {
            return iso(text);
        }
    }

    private static @Nullable LocalDate refused(String text, Remarks remarks) {
        if (isShapedLikeDate(text)) {
            remarks.problem(
                    ProblemCode.DATE_AMBIGUOUS,
                    "\"" + text + "\" does not say which number is the day and which the month",
                    "write yyyy-MM-dd, or declare `date_formats` for this file in a mapping.");
        } else {
            remarks.problem(ProblemCode.DATE_INVALID, "\"" + text + "\" is not a day in the form yyyy-MM-dd", null);
        }
        return null;
    }

    /** {@code yyyy-MM-dd} and perhaps {@code T} or a space and a time; null for anything else, also for 30 February. */
    static @Nullable LocalDate iso(String text) {
        if (text.length() < 10
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.length() > 10 && text.charAt(10) != 'T' && text.charAt(10) != ' ') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        if (year < 0 || month < 0 || day < 0 || text.length() > 10 && !isTime(text)) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static boolean isTime(String text) {
        for (int i = 11; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != ':' && c != '.' && c != 'Z' && c != '+' && c != '-') {
                return false;
            }
        }
        return text.length() >= 16 && text.charAt(13) == ':';
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    /** Three groups of digits between slashes, dots or hyphens. */
    static boolean isShapedLikeDate(String text) {
        int groups = 1;
        int inGroup = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                inGroup++;
            } else if ((c == '/' || c == '.' || c == '-') && inGroup > 0 && inGroup <= 2) {
                groups++;
                inGroup = 0;
            } else if (c == ' ' && groups == 3 && inGroup > 0) {
                return true; // a time follows
            } else {
                return false;
            }
        }
        return groups == 3 && inGroup > 0;
    }

    private static @Nullable LocalDate parsed(String text, DateTimeFormatter format) {
        try {
            return LocalDate.parse(text, format);
        } catch (DateTimeParseException other) {
            return null;
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace("yyyy", "uuuu").replace("yy", "uu"))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
