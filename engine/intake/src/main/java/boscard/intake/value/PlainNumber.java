package boscard.intake.value;

/**
 * Reads the common form of a number, {@code -123.45} with at most 18 digits, in one pass and without an object. Holds
 * the last one. Not thread-safe.
 */
public final class PlainNumber {

    private static final int MOST_DIGITS = 18;

    private long digits;
    private int scale;

    /** @return whether the characters are such a number; anything else is for {@link NumberReader} */
    public boolean read(char[] characters, int start, int end) {
        int at = start;
        if (at == end) {
            return false;
        }
        boolean negative = characters[at] == '-';
        if (negative || characters[at] == '+') {
            at++;
        }
        long number = 0;
        int point = -1;
        int first = at;
        for (; at < end; at++) {
            int digit = characters[at] - '0';
            if (digit >= 0 && digit <= 9) {
                number = number * 10 + digit;
            } else if (digit == '.' - '0' && point < 0) {
                point = at;
            } else {
                return false;
            }
        }
        int count = point < 0 ? end - first : end - first - 1;
        if (count == 0 || count > MOST_DIGITS) {
            return false;
        }
        int decimals = point < 0 ? 0 : end - point - 1;
        while (decimals > 0 && number % 10 == 0) { // the canonical form, at no cost for most numbers
            number /= 10;
            decimals--;
        }
        digits = negative ? -number : number;
        scale = decimals;
        return true;
    }

    /**
     * Whether a number in the common form could be a whole one whose thousands a point groups: {@code 1.234}. So one to
     * three digits, the first of them no 0, then a point and three digits.
     */
    public static boolean mayBeGroup(char[] characters, int start, int end) {
        int point = end - 4;
        int first = start < end && (characters[start] == '-' || characters[start] == '+') ? start + 1 : start;
        return point > first && point - first <= 3 && characters[point] == '.' && characters[first] != '0';
    }

    /** The number without its decimal point. */
    public long digits() {
        return digits;
    }

    /** How many of the digits are decimals; the last of them is not 0. */
    public int scale() {
        return scale;
    }
}
