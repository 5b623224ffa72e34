package boscard.workbook;

import boscard.fact.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The decimal that a person typed, from the binary number that a spreadsheet keeps. Excel works with 15 significant
 * digits, but writes up to 17 so that the binary number survives: 0.1 + 0.2 stands in the file as 0.30000000000000004.
 * A whole number that the binary form holds exactly stays as it is, so that a 16-digit account number is not rounded.
 */
final class CellNumbers {

    private static final MathContext TYPED = new MathContext(15, RoundingMode.HALF_EVEN);

    /** No writer needs more for a binary number, and reading a million digits would take minutes. */
    private static final int LONGEST = 60;

    private CellNumbers() {}

    /**
     * The decimal of a number as the file writes it, in the one form of its value: no trailing zeros, no exponent.
     *
     * @throws NumberFormatException when it is not a number
     */
    static BigDecimal of(String text) {
        if (text.length() > LONGEST) {
            throw new NumberFormatException("Too long: " + text.length() + " characters");
        }
        var number = new BigDecimal(text);
        if (number.precision() > TYPED.getPrecision() && !isExactWhole(number)) {
            number = number.round(TYPED);
        }
        if (Math.abs((long) number.scale()) > 400) { // no double is that small or large
            throw new NumberFormatException("Out of range: " + text);
        }
        return Decimals.canonical(number);
    }

    static BigDecimal of(double number) {
        return of(Double.toString(number));
    }

    private static boolean isExactWhole(BigDecimal number) {
        double binary = number.doubleValue();
        return Math.abs(binary) < 1e18 && binary == Math.rint(binary) && new BigDecimal(binary).compareTo(number) == 0;
    }
}
