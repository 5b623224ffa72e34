package boscard.indicator;

import boscard.fact.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Direction of the last periods: Theil-Sen slope and how many pairs agree with it (DOMAIN.md section 5, Trend).
 *
 * @param direction of change, good or bad by the KPI's direction
 * @param change sign x slope x number of points / |median|, a ratio; positive is better
 * @param consistency share of pairs whose difference has the sign of the slope, 0 to 1; ties disagree
 * @param points how many values were used
 */
public record Trend(Direction direction, BigDecimal change, BigDecimal consistency, int points) {

    /** What the numbers are called. */
    public enum Direction {
        IMPROVING,
        FLAT,
        DECLINING
    }

    /**
     * The trend of a series.
     *
     * @param values oldest first, without gaps; missing periods are left out by the caller
     * @param sign +1 when more is better, -1 when less is
     * @param minimumPoints fewer give no trend
     * @param minimumChange |change| from which the trend is not flat
     * @param minimumConsistency share of agreeing pairs from which it is not flat
     * @return empty with too few points or a median of zero
     */
    public static Optional<Trend> of(
            List<BigDecimal> values,
            int sign,
            int minimumPoints,
            BigDecimal minimumChange,
            BigDecimal minimumConsistency) {
        int n = values.size();
        if (n < Math.max(2, minimumPoints)) {
            return Optional.empty();
        }
        BigDecimal median = Statistics.median(values);
        if (median.signum() == 0) {
            return Optional.empty();
        }
        var slopes = new ArrayList<BigDecimal>();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes.add(values.get(j)
                        .subtract(values.get(i))
                        .divide(BigDecimal.valueOf(j - (long) i), Decimals.PRECISION));
            }
        }
        BigDecimal slope = Statistics.median(slopes);
        long agreeing = slopes.stream()
                .filter(s -> s.signum() != 0 && s.signum() == slope.signum())
                .count();
        BigDecimal consistency = Decimals.ratio(BigDecimal.valueOf(agreeing), BigDecimal.valueOf(slopes.size()));
        BigDecimal change = Decimals.ratio(slope.multiply(BigDecimal.valueOf((long) sign * n)), median.abs());
        boolean steady = consistency.compareTo(minimumConsistency) >= 0;
        Direction direction = steady && change.compareTo(minimumChange) >= 0
                ? Direction.IMPROVING
                : steady && change.compareTo(minimumChange.negate()) <= 0 ? Direction.DECLINING : Direction.FLAT;
        return Optional.of(new Trend(direction, change, consistency, n));
    }
}
