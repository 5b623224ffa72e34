package boscard.fact;

/**
 * Text that a spreadsheet program may open without taking it for a formula: the one rule for every CSV file and every
 * workbook that boscard writes. A text that starts like a formula gets an apostrophe in front; one that starts with an
 * apostrophe gets a second one, so that {@link #unescaped} gives back exactly what was escaped. Numbers are written as
 * numbers and do not come here: {@code -5} stays a number.
 *
 * @see "DOMAIN.md section 13, case 85"
 */
public final class SpreadsheetText {

    private static final char APOSTROPHE = '\'';

    private SpreadsheetText() {}

    /**
     * Whether a spreadsheet program would make something else of the text: it starts with {@code = + - @}, with a tab
     * or a line end behind which some programs look on, or with the full-width form of one of the signs.
     */
    public static boolean isLikeFormula(String text) {
        return !text.isEmpty() && startsFormula(text.charAt(0));
    }

    /** The text as it is written into a cell of a CSV file. */
    public static String escaped(String text) {
        return isLikeFormula(text) || !text.isEmpty() && text.charAt(0) == APOSTROPHE ? APOSTROPHE + text : text;
    }

    /** What was escaped; a text that was not, as it is. */
    public static String unescaped(String text) {
        return text.length() > 1
                        && text.charAt(0) == APOSTROPHE
                        && (startsFormula(text.charAt(1)) || text.charAt(1) == APOSTROPHE)
                ? text.substring(1)
                : text;
    }

    private static boolean startsFormula(char first) {
        return switch (first) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' -> true;
            default -> false;
        };
    }
}
