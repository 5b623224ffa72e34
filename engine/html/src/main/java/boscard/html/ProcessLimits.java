package boscard.html;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an XmR chart: the mean, and the natural process limits mean ± 2.66 × mean moving range.
 *
 * @param provisional whether there are fewer than 12 points
 * @see "DOMAIN.md section 5, XmR"
 */
record ProcessLimits(BigDecimal mean, BigDecimal low, BigDecimal high, boolean provisional) {

    private static final BigDecimal FACTOR = new BigDecimal("2.66");
    private static final int LEAST = 6;
    private static final int ENOUGH = 12;

    /**
     * Of points in period order.
     *
     * @param values one per period; null where it is missing, which drops the moving ranges beside it
     * @param floor no limit goes below it; null when there is none
     * @return null with fewer than 6 points
     */
    static @Nullable ProcessLimits of(List<@Nullable BigDecimal> values, @Nullable BigDecimal floor) {
        BigDecimal sum = BigDecimal.ZERO;
        int points = 0;
        BigDecimal ranges = BigDecimal.ZERO;
        int moves = 0;
        BigDecimal before = null;
        for (BigDecimal value : values) {
            if (value != null) {
                sum = sum.add(value);
                points++;
                if (before != null) {
                    ranges = ranges.add(value.subtract(before).abs());
                    moves++;
                }
            }
            before = value;
        }
        if (points < LEAST || moves == 0) {
            return null;
        }
        BigDecimal mean = sum.divide(BigDecimal.valueOf(points), MathContext.DECIMAL64);
        BigDecimal reach = FACTOR.multiply(ranges).divide(BigDecimal.valueOf(moves), MathContext.DECIMAL64);
        BigDecimal low = mean.subtract(reach);
        return new ProcessLimits(mean, floor == null ? low : low.max(floor), mean.add(reach), points < ENOUGH);
    }
}
