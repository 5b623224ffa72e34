package boscard.indicator;

import boscard.fact.Decimals;
import java.math.BigDecimal;
import java.util.Optional;

/** How far two numbers lie apart (DOMAIN.md section 3). Pure; safe for any thread. */
public final class Change {

    private Change() {}

    /**
     * Growth, (to - from) / from, a ratio rounded to 12 decimals.
     *
     * @return empty when {@code from} is 0 or negative: growth from nothing is no number, and from a loss it misleads
     *     (getsentry/sentry#51435: change from 0 always fired)
     */
    public static Optional<BigDecimal> growth(BigDecimal from, BigDecimal to) {
        return from.signum() <= 0 ? Optional.empty() : Optional.of(Decimals.ratio(to.subtract(from), from));
    }

    /**
     * How far two numbers that should be one lie apart, |a - b| / |a|, a ratio, never negative.
     *
     * @param kept the number that stays, which the other is compared with
     * @return 0 when both are 0; empty when only the kept one is
     */
    public static Optional<BigDecimal> apart(BigDecimal kept, BigDecimal other) {
        if (kept.signum() == 0) {
            return other.signum() == 0 ? Optional.of(BigDecimal.ZERO) : Optional.empty();
        }
        return Optional.of(Decimals.ratio(kept.subtract(other).abs(), kept.abs()));
    }
}
