package boscard.intake.value;

import java.math.BigDecimal;
import java.util.Map;

/**
 * How numbers are written in a file.
 *
 * @param decimal the character before the decimals
 * @param thousands what stands between groups of three digits; {@link #NO_THOUSANDS} when numbers are not grouped. A
 *     space stands for every kind of space that does not break a line
 * @param declared whether somebody said so; otherwise a point before three digits may group them as well
 * @param magnitudes letters behind a number, as they are written, and what they multiply by: {@code k} and 1000
 */
public record NumberConvention(char decimal, char thousands, boolean declared, Map<String, BigDecimal> magnitudes) {

    /** Numbers are not grouped. */
    public static final char NO_THOUSANDS = 0;

    /**
     * {@code 1234.56}: how canonical files are written. So {@code 1.234} is a little more than one, and {@code 1,234}
     * could be two different numbers and is refused.
     */
    public static final NumberConvention CANONICAL = new NumberConvention('.', NO_THOUSANDS);

    /** A foreign file of which nobody said how it writes numbers. */
    public static final NumberConvention UNDECLARED = new NumberConvention('.', NO_THOUSANDS, false, Map.of());

    public NumberConvention {
        if (decimal == thousands || isPartOfNumber(decimal) || isPartOfNumber(thousands)) {
            throw new IllegalArgumentException("Numbers cannot be written with '" + decimal + "' before the decimals"
                    + " and '" + thousands + "' between thousands");
        }
        magnitudes = Map.copyOf(magnitudes);
    }

    /** A declared convention without magnitudes. */
    public NumberConvention(char decimal, char thousands) {
        this(decimal, thousands, true, Map.of());
    }

    private static boolean isPartOfNumber(char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == 'e' || c == 'E' || c == '%' || c == '(';
    }
}
