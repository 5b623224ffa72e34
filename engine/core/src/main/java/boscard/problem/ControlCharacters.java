package boscard.problem;

/** Characters that are not shown but obeyed: by a terminal, or by whatever lays out a line. */
public final class ControlCharacters {

    private ControlCharacters() {}

    /**
     * Whether a character steers: the control characters of C0 and C1 with line breaks and tabs, the line and paragraph
     * separators, and those that turn the direction of a text. Marks that only help a text of mixed direction are none.
     */
    public static boolean contain(char c) {
        return Character.isISOControl(c)
                || c == '\u2028'
                || c == '\u2029'
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069');
    }
}
