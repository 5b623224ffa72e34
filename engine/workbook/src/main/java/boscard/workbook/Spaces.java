package boscard.workbook;

/** Spaces as spreadsheets have them: no-break and thin ones too. */
final class Spaces {

    private Spaces() {}

    /** Whether people see nothing: white space, no-break spaces, zero-width characters, a byte-order mark. */
    static boolean isSpace(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || (c >= '\u200b' && c <= '\u200d')
                || c == '\ufeff';
    }

    /** The text without spaces at either end. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Whether the text has more than one word. */
    static boolean separateWords(String text) {
        return strip(text).chars().anyMatch(c -> isSpace((char) c));
    }

    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
