package boscard.workbook;

/** A text as a message quotes it: a cell can hold 32,767 characters, a person reads a line. */
final class Excerpt {

    private static final int LONGEST = 60;

    private Excerpt() {}

    static String of(String text) {
        String plain = Spaces.strip(text);
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 3) + "...";
    }

    /** The formula of a cell, which has one. */
    static String formula(SheetCell cell) {
        return "=" + of(cell.formula() == null ? "" : cell.formula());
    }

    /** In quotes. */
    static String quoted(String text) {
        return '"' + of(text) + '"';
    }
}
