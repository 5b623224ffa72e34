package boscard.indicator;

import boscard.fact.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How much each position of a season (a month of the year) usually lies above or below the mean: mean of the values at
 * the position / mean of these means (ratio to mean, as in any text book of time series). 1 is usual. A value divided
 * by the index of its position is free of the season. Immutable.
 *
 * @param byPosition one ratio per position, from 0
 */
public record SeasonalIndex(List<BigDecimal> byPosition) {

    private static final int LEAST_SEASONS = 2;

    public SeasonalIndex {
        byPosition = List.copyOf(byPosition);
    }

    /**
     * The index of some values.
     *
     * @param values in any order
     * @param positions of the values, 0 to season - 1
     * @param season how many positions there are
     * @return empty when a position has fewer than two values or when its mean is not above 0
     */
    public static Optional<SeasonalIndex> of(List<BigDecimal> values, List<Integer> positions, int season) {
        var sums = new BigDecimal[season];
        var counts = new int[season];
        Arrays.fill(sums, BigDecimal.ZERO);
        for (int i = 0; i < values.size(); i++) {
            int position = positions.get(i);
            sums[position] = sums[position].add(values.get(i));
            counts[position]++;
        }
        var means = new ArrayList<BigDecimal>(season);
        for (int position = 0; position < season; position++) {
            if (counts[position] < LEAST_SEASONS || sums[position].signum() <= 0) {
                return Optional.empty();
            }
            means.add(sums[position].divide(BigDecimal.valueOf(counts[position]), Decimals.PRECISION));
        }
        BigDecimal usual = means.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(season), Decimals.PRECISION);
        return Optional.of(new SeasonalIndex(
                means.stream().map(mean -> Decimals.ratio(mean, usual)).toList()));
    }

    /** The ratio at a position. */
    public BigDecimal at(int position) {
        return byPosition.get(position);
    }
}
