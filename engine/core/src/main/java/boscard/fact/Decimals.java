package boscard.fact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Exact decimals: the arithmetic of DOMAIN.md section 3. Numbers stay as typed; division and roots use 34 digits; a
 * computed ratio, score or statistic is rounded to 12 decimals (half even) before it is compared.
 */
public final class Decimals {

    /** 34 digits, half even. */
    public static final MathContext PRECISION = MathContext.DECIMAL128;

    /** Decimals of a computed number. */
    public static final int COMPUTED_SCALE = 12;

    public static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Decimals() {}

    /**
     * The one form of a value: no trailing zeros, no exponent for whole numbers, so that equals means equal in value.
     */
    public static BigDecimal canonical(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (value.scale() == 0) {
            return value; // a whole number without exponent is in its one form
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A computed number, rounded once before it is compared. */
    public static BigDecimal computed(BigDecimal value) {
        return canonical(
                value.scale() > COMPUTED_SCALE ? value.setScale(COMPUTED_SCALE, RoundingMode.HALF_EVEN) : value);
    }

    /**
     * a / b, rounded as a computed number.
     *
     * @throws ArithmeticException when b is zero; callers decide what a division by zero means
     */
    public static BigDecimal ratio(BigDecimal a, BigDecimal b) {
        return isShort(a, b)
                ? canonical(a.divide(b, COMPUTED_SCALE, RoundingMode.HALF_EVEN))
                : computed(a.divide(b, PRECISION));
    }

    /**
     * Whether a quotient of numbers this short is the same when it is rounded to {@link #COMPUTED_SCALE} decimals at
     * once as when it is rounded to 34 digits before, and then costs no large integers. It is when the quotient, if it
     * does not lie exactly between two computed numbers, lies farther from there than rounding to 34 digits moves it,
     * with three digits to spare for a few more such steps: in units of the last computed decimal, a quotient of whole
     * numbers lies at least 1 / (2 x denominator) from the middle.
     */
    public static boolean isShort(BigDecimal a, BigDecimal b) {
        long wholeDigits = Math.max(0, a.precision() - (long) a.scale() - b.precision() + b.scale() + 1);
        long finer = Math.max(0, (long) a.scale() - b.scale() - COMPUTED_SCALE);
        return COMPUTED_SCALE + b.precision() + finer + wholeDigits + 3 < PRECISION.getPrecision();
    }

    public static boolean equal(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) == 0;
    }
}
