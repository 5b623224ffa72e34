package boscard.indicator;

import boscard.fact.Decimals;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How business spreads over time and over customers (DOMAIN.md section 8, G1, G3, G4, G14). Pure; any thread. */
public final class Bookings {

    private static final BigDecimal NINETY = new BigDecimal("0.9");

    private Bookings() {}

    /** part / whole, a ratio; empty when the whole is 0 or negative, for then nothing has a share of it. */
    public static Optional<BigDecimal> share(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 ? Optional.empty() : Optional.of(Decimals.ratio(part, whole));
    }

    /**
     * How far a number lies above its own 90th percentile: value - P90(earlier), in the unit of the value, positive
     * above. Excel PERCENTILE.INC.
     *
     * @param earlier the same number of earlier periods, without the judged one; empty gives empty
     */
    public static Optional<BigDecimal> aboveOwnP90(BigDecimal value, List<BigDecimal> earlier) {
        return earlier.isEmpty()
                ? Optional.empty()
                : Optional.of(value.subtract(Statistics.percentile(earlier, NINETY)));
    }

    /**
     * Share of the largest amounts in all, 0 to 1.
     *
     * @param amounts one for each rep, account or deal, 0 or more
     * @param most how many of the largest count together
     * @return empty when they add up to nothing
     */
    public static Optional<BigDecimal> topShare(List<BigDecimal> amounts, int most) {
        BigDecimal all = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal top =
                amounts.stream().sorted(Comparator.reverseOrder()).limit(most).reduce(BigDecimal.ZERO, BigDecimal::add);
        return share(top, all);
    }
}
