package boscard.workbook.report;

import java.util.regex.Pattern;

/** Text of any origin as a spreadsheet can hold it without ever taking it for a formula. */
final class PlainText {

    /** Excel's limit for one cell. */
    static final int LONGEST = 32_767;

    /** What Excel would read as one character; its own underscore is escaped, so the text stays as it is. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private PlainText() {}

    /** Cut to Excel's limit with an ellipsis, and safe from Excel's own escapes. */
    static String of(String text) {
        String escaped = text.contains("_x") ? ESCAPE.matcher(text).replaceAll("_x005F_") : text;
        return escaped.length() <= LONGEST ? escaped : escaped.substring(0, LONGEST - 1) + "…";
    }

    /** About how many lines it takes in a column of {@code width} letters; at least 1. */
    static int lines(String text, int width) {
        int letters =
                Math.max(1, width * 27 / 20); // a width counts digits of Calibri 11; letters of Arial 10 are narrower
        return text.lines()
                .mapToInt(line -> Math.max(1, (line.length() + letters - 1) / letters))
                .sum();
    }
}
