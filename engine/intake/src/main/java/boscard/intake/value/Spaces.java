package boscard.intake.value;

/** Outer spaces, of every kind that spreadsheets and web pages leave behind. */
public final class Spaces {

    private Spaces() {}

    /**
     * Without outer white space, no-break spaces, zero-width spaces and byte order marks; the same object when there is
     * none.
     */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    public static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(char c) {
        if (c > ' ' && c < '\u007f') {
            return false;
        }
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
    }
}
