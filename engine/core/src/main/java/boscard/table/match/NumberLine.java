package boscard.table.match;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collection;

/**
 * Exact numbers and dates as places on a line of whole numbers, so that comparing them is comparing two longs. One unit
 * is the last digit of the finest edge; a value on a unit has an even place, a value between two units the odd one
 * between them. No two sides of an edge ever share a place, however close to it a value lies. Immutable.
 */
final class NumberLine {

    /** Edges finer than this are left to exact decimals: they would leave no room for large ones. */
    private static final int MOST_DECIMALS = 9;

    /** Edges have fewer digits than this before the end of a unit; what has more lies beyond every edge. */
    private static final int DIGITS = 18;

    private static final long[] POWERS = new long[DIGITS + 1];
    private static final BigInteger[] LARGE_POWERS = new BigInteger[64];

    static {
        POWERS[0] = 1;
        for (int i = 1; i <= DIGITS; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
        for (int i = 0; i < LARGE_POWERS.length; i++) {
            LARGE_POWERS[i] = BigInteger.TEN.pow(i);
        }
    }

    private final int scale;

    private NumberLine(int scale) {
        this.scale = scale;
    }

    /** A line fine enough for these edges; a date or a number too fine for it makes no difference. */
    static NumberLine of(Collection<?> edges) {
        int finest = 0;
        for (Object edge : edges) {
            if (edge instanceof BigDecimal number) {
                int decimals = number.stripTrailingZeros().scale();
                finest = decimals <= MOST_DECIMALS ? Math.max(finest, decimals) : finest;
            }
        }
        return new NumberLine(finest);
    }

    /** Whether an edge has an even place of its own, which is what comparing by places rests on. */
    boolean holds(Object edge) {
        return edge instanceof LocalDate
                || edge instanceof BigDecimal number
                        && number.stripTrailingZeros().scale() <= scale
                        && !isBeyond(number);
    }

    /**
     * The place of a number or a date.
     *
     * @return even when it lies on a unit; ±{@link Long#MAX_VALUE} when it lies beyond every edge
     */
    long place(Object value) {
        return value instanceof BigDecimal number ? place(number) : 2 * ((LocalDate) value).toEpochDay();
    }

    private long place(BigDecimal number) {
        int sign = number.signum();
        if (sign == 0) {
            return 0;
        } else if (isBeyond(number)) {
            return sign * Long.MAX_VALUE;
        }
        int finer = number.scale() - scale;
        BigInteger digits = number.unscaledValue();
        if (finer <= 0) {
            return 2 * digits.longValue() * POWERS[-finer]; // fewer than 18 digits, or it would lie beyond
        } else if (finer >= number.precision()) {
            return place(0, 1, sign); // less than one unit
        } else if (digits.bitLength() < Long.SIZE) {
            long whole = digits.longValue() / POWERS[finer];
            return place(whole, digits.longValue() == whole * POWERS[finer] ? 0 : 1, sign);
        }
        BigInteger[] parts = digits.divideAndRemainder(power(finer));
        return place(parts[0].longValue(), parts[1].signum(), sign);
    }

    /** Towards zero there are {@code whole} units; the rest, if any, is on the other side of them. */
    private static long place(long whole, int rest, int sign) {
        return 2 * whole + (rest == 0 ? 0 : sign);
    }

    private boolean isBeyond(BigDecimal number) {
        return number.signum() != 0 && (long) number.precision() - number.scale() + scale > DIGITS;
    }

    private static BigInteger power(int exponent) {
        return exponent < LARGE_POWERS.length ? LARGE_POWERS[exponent] : BigInteger.TEN.pow(exponent);
    }
}
