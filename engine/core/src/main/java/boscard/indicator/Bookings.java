package boscard.indicator;

import boscard.fact.Decimals;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How business spreads over time and over customers (DOMAIN.md section 8, G1, G3, G4, G14). Pure; any thread. */
public final class Bookings {

    private Bookings() {}

    /** part / whole, a ratio; empty when the whole is 0 or negative, for then nothing has a share of it. */
    public static Optional<BigDecimal> share(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 ? Optional.empty() : Optional.of(Decimals.ratio(part, whole));
    }

    /**
     * How far a number lies above a percentile of its own history: value - percentile(earlier), in the unit of the
     * value, positive above. Excel PERCENTILE.INC.
     *
     * @param earlier the same number of earlier periods, without the judged one; empty gives empty
     * @param percentile 0 to 1; 0.9 is the 90th
     */
    public static Optional<BigDecimal> aboveOwn(BigDecimal value, List<BigDecimal> earlier, BigDecimal percentile) {
        return earlier.isEmpty()
                ? Optional.empty()
                : Optional.of(value.subtract(Statistics.percentile(earlier, percentile)));
    }

    /**
     * Share of the largest amounts in all, 0 to 1.
     *
     * @param amounts one for each rep, account or deal, 0 or more
     * @param most how many of the largest count together
     * @param all what they are a share of; more than their sum when some amounts belong to nobody that is known
     * @return empty when all is 0, or there is no amount
     */
    public static Optional<BigDecimal> topShare(List<BigDecimal> amounts, int most, BigDecimal all) {
        if (amounts.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal top =
                amounts.stream().sorted(Comparator.reverseOrder()).limit(most).reduce(BigDecimal.ZERO, BigDecimal::add);
        return share(top, all);
    }
}
