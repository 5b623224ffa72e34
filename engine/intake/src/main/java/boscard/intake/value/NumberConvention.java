package boscard.intake.value;

/**
 * How numbers are written in a file.
 *
 * @param decimal the character before the decimals
 * @param thousands what stands between groups of three digits; {@link #NO_THOUSANDS} when numbers are not grouped. A
 *     space stands for every kind of space that does not break a line
 */
public record NumberConvention(char decimal, char thousands) {

    /** Numbers are not grouped. */
    public static final char NO_THOUSANDS = 0;

    /**
     * {@code 1234.56}: what a file is taken to use when nobody says otherwise. So {@code 1.234} is a little more than
     * one, and {@code 1,234} could be two different numbers and is refused.
     */
    public static final NumberConvention CANONICAL = new NumberConvention('.', NO_THOUSANDS);

    public NumberConvention {
        if (decimal == thousands || isPartOfNumber(decimal) || isPartOfNumber(thousands)) {
            throw new IllegalArgumentException("Numbers cannot be written with '" + decimal + "' before the decimals"
                    + " and '" + thousands + "' between thousands");
        }
    }

    private static boolean isPartOfNumber(char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == 'e' || c == 'E' || c == '%' || c == '(';
    }
}
