package boscard.workbook;

import boscard.problem.ControlCharacters;

/** Spaces as spreadsheets have them: no-break and thin ones too. */
final class Spaces {

    private Spaces() {}

    /** Whether people see nothing: white space, no-break spaces, zero-width characters, a byte-order mark. */
    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || hasNoWidth(c);
    }

    /** Whether it takes no room at all: zero-width characters, marks of direction, soft hyphens. */
    private static boolean hasNoWidth(char c) {
        return (c >= '\u200b' && c <= '\u200f') || c == '\u2060' || c == '\u00ad' || c == '\ufeff';
    }

    /** Whether it steers a terminal or the direction of a text, and stands for no space. */
    private static boolean isObeyed(char c) {
        return ControlCharacters.contain(c) && !Character.isWhitespace(c);
    }

    /** Whether people take it for another character or do not see it: a no-break space, a zero-width space. */
    static boolean isDeceptive(char c) {
        return hasNoWidth(c) || isObeyed(c) || (c != ' ' && Character.isSpaceChar(c));
    }

    /** The text with plain spaces, and without characters that take no room or steer what shows it. */
    static String plain(String text) {
        int at = 0;
        while (at < text.length() && !isDeceptive(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isDeceptive(c)) {
                plain.append(c);
            } else if (!hasNoWidth(c) && !isObeyed(c)) {
                plain.append(' ');
            }
        }
        return plain.toString();
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
