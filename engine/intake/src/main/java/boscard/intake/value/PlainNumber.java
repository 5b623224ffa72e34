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

    /** The number without its decimal point. */
    public long digits() {
        return digits;
    }

    /** How many of the digits are decimals; the last of them is not 0. */
    public int scale() {
        return scale;
    }
}
