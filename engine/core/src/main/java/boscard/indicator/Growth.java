package boscard.indicator;

import boscard.fact.Decimals;
import java.math.BigDecimal;
import java.util.Optional;

/** Relative changes, positive when better (DOMAIN.md sections 3 and 6). Pure; safe for any thread. */
public final class Growth {

    private static final BigDecimal DAYS_PER_YEAR = BigDecimal.valueOf(365);

    private Growth() {}

    /**
     * sign x (after - before) / before, a ratio.
     *
     * @param sign +1 when more is better, -1 when less is
     * @return empty from a base of zero, where it has no size, and from a negative one, where it has no direction
     */
    public static Optional<BigDecimal> change(BigDecimal before, BigDecimal after, int sign) {
        return before.signum() <= 0
                ? Optional.empty()
                : Optional.of(Decimals.ratio(after.subtract(before).multiply(BigDecimal.valueOf(sign)), before));
    }

    /**
     * The growth that a goal asks for in a year: sign x (target - baseline) / |baseline| x 365 / days.
     *
     * @param days from start to due date, above 0
     * @return empty when the baseline is zero
     */
    public static Optional<BigDecimal> asked(BigDecimal baseline, BigDecimal target, int sign, long days) {
        return baseline.signum() == 0 || days <= 0
                ? Optional.empty()
                : Optional.of(Decimals.ratio(
                        target.subtract(baseline)
                                .multiply(BigDecimal.valueOf(sign))
                                .multiply(DAYS_PER_YEAR),
                        baseline.abs().multiply(BigDecimal.valueOf(days))));
    }
}
