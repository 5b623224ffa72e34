package boscard.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Number formats of spreadsheets: which of them show a date, and what a number looks like in them. The formats of
 * nearly all cells are applied here; the others are left to POI, whose formatter takes a while to start.
 */
final class NumberFormats {

    /** The formats that have a number and no code in the file. Those of other locales show dates. */
    private static final Map<Integer, String> BUILT_IN = Map.ofEntries(
            Map.entry(0, "General"),
            Map.entry(1, "0"),
            Map.entry(2, "0.00"),
            Map.entry(3, "#,##0"),
            Map.entry(4, "#,##0.00"),
            Map.entry(5, "\"$\"#,##0_);(\"$\"#,##0)"),
            Map.entry(6, "\"$\"#,##0_);[Red](\"$\"#,##0)"),
            Map.entry(7, "\"$\"#,##0.00_);(\"$\"#,##0.00)"),
            Map.entry(8, "\"$\"#,##0.00_);[Red](\"$\"#,##0.00)"),
            Map.entry(9, "0%"),
            Map.entry(10, "0.00%"),
            Map.entry(11, "0.00E+00"),
            Map.entry(12, "# ?/?"),
            Map.entry(13, "# ??/??"),
            Map.entry(14, "m/d/yy"),
            Map.entry(15, "d-mmm-yy"),
            Map.entry(16, "d-mmm"),
            Map.entry(17, "mmm-yy"),
            Map.entry(18, "h:mm AM/PM"),
            Map.entry(19, "h:mm:ss AM/PM"),
            Map.entry(20, "h:mm"),
            Map.entry(21, "h:mm:ss"),
            Map.entry(22, "m/d/yy h:mm"),
            Map.entry(37, "#,##0_);(#,##0)"),
            Map.entry(38, "#,##0_);[Red](#,##0)"),
            Map.entry(39, "#,##0.00_);(#,##0.00)"),
            Map.entry(40, "#,##0.00_);[Red](#,##0.00)"),
            Map.entry(41, "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)"),
            Map.entry(42, "_(\"$\"* #,##0_);_(\"$\"* (#,##0);_(\"$\"* \"-\"_);_(@_)"),
            Map.entry(43, "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)"),
            Map.entry(44, "_(\"$\"* #,##0.00_);_(\"$\"* (#,##0.00);_(\"$\"* \"-\"??_);_(@_)"),
            Map.entry(45, "mm:ss"),
            Map.entry(46, "[h]:mm:ss"),
            Map.entry(47, "mm:ss.0"),
            Map.entry(48, "##0.0E+0"),
            Map.entry(49, "@"));

    /** Digits with or without thousands separators, decimals, in thousands or millions, percent, and a unit behind. */
    private static final Pattern PLAIN =
            Pattern.compile("(#,##)?0(?:\\.(0+))?(,{0,4})((?:\\\\? )?%)?((?:\\\\ )?\"[^\"]*\")?");

    /** Three empty sections show nothing at all. */
    private static final Pattern INVISIBLE = Pattern.compile(";{2,3}");

    /** What is no part of a date: texts, escaped characters, colours, conditions, locales. */
    private static final Pattern NO_DATE_PART = Pattern.compile(
            "\"[^\"]*\"?|\\\\.|[_*].|\\[(?!(?:h+|m+|s+)\\])[^\\]]*\\]|General", Pattern.CASE_INSENSITIVE);

    private NumberFormats() {}

    /** The code of a format that the file refers to by number only. */
    static String builtIn(int number) {
        boolean dateElsewhere = number >= 27 && number <= 36 || number >= 50 && number <= 58;
        return BUILT_IN.getOrDefault(number, dateElsewhere ? "yyyy-mm-dd" : "General");
    }

    /** Whether numbers are shown as days. Times of day and durations are not days. */
    static boolean isDate(String format) {
        String code = dateParts(format);
        return hasDay(code) || (code.indexOf('m') >= 0 && !hasTime(code));
    }

    /** Whether numbers are shown as times of day or as durations: 0.5 as 12:00. */
    static boolean isTime(String format) {
        String code = dateParts(format);
        return hasTime(code) && !hasDay(code);
    }

    private static String dateParts(String format) {
        return NO_DATE_PART.matcher(firstSection(format)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static boolean hasDay(String code) {
        return code.indexOf('y') >= 0 || code.indexOf('d') >= 0;
    }

    private static boolean hasTime(String code) {
        return code.indexOf('h') >= 0 || code.indexOf('s') >= 0 || code.indexOf('[') >= 0;
    }

    static boolean isPercent(String format) {
        return firstSection(format).replaceAll("\"[^\"]*\"|\\\\.", "").indexOf('%') >= 0;
    }

    /** What a number or date looks like. */
    static String display(SheetCell cell) {
        BigDecimal number = Objects.requireNonNull(cell.number());
        String format = cell.style().numberFormat();
        if (cell.date() != null && format.equals("yyyy-mm-dd")) {
            return cell.date().toLocalDate().toString();
        }
        if (format.equals("General") || format.equals("@")) {
            return general(number);
        }
        if (INVISIBLE.matcher(format).matches()) {
            return "";
        }
        Matcher plain = PLAIN.matcher(format);
        return plain.matches() ? plain(number, plain) : Rare.display(cell, number, format);
    }

    private static String general(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.precision() - stripped.scale() > 20 ? stripped.toString() : stripped.toPlainString();
    }

    private static String plain(BigDecimal number, Matcher format) {
        boolean percent = format.group(4) != null;
        int decimals = format.group(2) == null ? 0 : format.group(2).length();
        int places = (percent ? 2 : 0) - 3 * format.group(3).length();
        BigDecimal shown = number.movePointRight(places).setScale(decimals, RoundingMode.HALF_UP);
        String digits = shown.abs().toPlainString();
        String grouped = format.group(1) == null ? digits : grouped(digits);
        return (shown.signum() < 0 ? "-" : "") + grouped + literal(format.group(4)) + literal(format.group(5));
    }

    private static String grouped(String digits) {
        int point = digits.indexOf('.');
        var text = new StringBuilder(digits);
        for (int at = (point < 0 ? digits.length() : point) - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    private static String literal(@Nullable String part) {
        return part == null ? "" : part.replace("\\", "").replace("\"", "");
    }

    private static String firstSection(String format) {
        boolean quoted = false;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return format.substring(0, i);
            }
        }
        return format;
    }

    /** A class of its own, so that POI is loaded only when a rare format is met. */
    private static final class Rare {

        private static final int EPOCH_DAY = 25_569; // serial number of 1970-01-01
        private static final double SECONDS_OF_DAY = 86_400;

        static String display(SheetCell cell, BigDecimal number, String format) {
            double value = number.doubleValue();
            if (cell.date() != null) { // a 1904 serial number would be shown four years early
                value = cell.date().toLocalDate().toEpochDay()
                        + EPOCH_DAY
                        + cell.date().toLocalTime().toSecondOfDay() / SECONDS_OF_DAY;
            }
            // A formatter is not thread-safe, and making one costs less than one format.
            return new DataFormatter(Locale.US).formatRawCellContents(value, -1, format);
        }
    }
}
