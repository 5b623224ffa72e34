package boscard.indicator;

import boscard.fact.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Discounts of won deals (DOMAIN.md section 8, G2). Pure; safe for any thread. */
public final class Discount {

    private Discount() {}

    /** 1 - amount / list amount, a ratio, negative above list; empty when the list amount is 0 or negative. */
    public static Optional<BigDecimal> of(BigDecimal amount, BigDecimal listAmount) {
        return listAmount.signum() <= 0
                ? Optional.empty()
                : Optional.of(BigDecimal.ONE.subtract(Decimals.ratio(amount, listAmount)));
    }

    /**
     * Mean discount at the end of a quarter less that of the rest, as a ratio of list price; 0.05 are 5 points.
     *
     * @return empty when either side has no deal. Source: Larkin, The Cost of High-Powered Incentives, 2014
     */
    public static Optional<BigDecimal> pointsAtClose(List<BigDecimal> atClose, List<BigDecimal> before) {
        return atClose.isEmpty() || before.isEmpty()
                ? Optional.empty()
                : Optional.of(Statistics.mean(atClose).subtract(Statistics.mean(before)));
    }

    /**
     * Mean discount at the end of a quarter / that of the rest, a multiple.
     *
     * @return empty when either side has no deal, or the rest gave no discount. Source as {@link #pointsAtClose}
     */
    public static Optional<BigDecimal> timesAtClose(List<BigDecimal> atClose, List<BigDecimal> before) {
        if (atClose.isEmpty() || before.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal usual = Statistics.mean(before);
        return usual.signum() <= 0 ? Optional.empty() : Optional.of(Decimals.ratio(Statistics.mean(atClose), usual));
    }
}
