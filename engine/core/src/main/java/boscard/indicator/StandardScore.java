package boscard.indicator;

import boscard.fact.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How far a value lies from what is usual: sign x (value - mean) / standard deviation (Excel STDEV.S) of earlier
 * values.
 *
 * @param score in standard deviations, positive is better
 * @param mean of the earlier values, in their unit
 * @param deviation of the earlier values, in their unit
 * @param points how many earlier values
 */
public record StandardScore(BigDecimal score, BigDecimal mean, BigDecimal deviation, int points) {

    /**
     * The score of a value.
     *
     * @param earlier values before it, in any order
     * @param sign +1 when more is better, -1 when less is
     * @param minimumPoints fewer give no score
     * @return empty with too few values, or when they never change
     */
    public static Optional<StandardScore> of(BigDecimal value, List<BigDecimal> earlier, int sign, int minimumPoints) {
        if (earlier.size() < Math.max(2, minimumPoints)) {
            return Optional.empty();
        }
        BigDecimal mean = Statistics.mean(earlier);
        return Statistics.deviation(earlier)
                .filter(deviation -> deviation.signum() > 0)
                .map(deviation -> new StandardScore(
                        Decimals.ratio(value.subtract(mean).multiply(BigDecimal.valueOf(sign)), deviation),
                        mean,
                        deviation,
                        earlier.size()));
    }
}
