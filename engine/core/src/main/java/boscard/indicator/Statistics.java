package boscard.indicator;

import boscard.fact.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Statistics as Excel computes them, exact to 34 digits and rounded to 12 decimals at the end. Missing values are left
 * out by the caller, never counted as zero. Pure; safe for any thread.
 */
public final class Statistics {

    private Statistics() {}

    /**
     * Arithmetic mean.
     *
     * @throws IllegalArgumentException without values
     */
    public static BigDecimal mean(List<BigDecimal> values) {
        requireAny(values);
        return Decimals.computed(rawMean(values));
    }

    /** Middle value; the mean of the two middle ones for an even count. As Excel MEDIAN. */
    public static BigDecimal median(List<BigDecimal> values) {
        return percentile(values, new BigDecimal("0.5"));
    }

    /**
     * As Excel PERCENTILE.INC: linear between neighbours.
     *
     * @param share 0 to 1
     * @throws IllegalArgumentException without values, or for a share outside 0 to 1
     */
    public static BigDecimal percentile(List<BigDecimal> values, BigDecimal share) {
        requireAny(values);
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("A percentile is 0 to 1, not " + share);
        }
        List<BigDecimal> sorted = values.stream().sorted().toList();
        BigDecimal rank = share.multiply(BigDecimal.valueOf(sorted.size() - 1L));
        int below = rank.setScale(0, RoundingMode.FLOOR).intValueExact();
        BigDecimal lower = sorted.get(below);
        if (below == sorted.size() - 1) {
            return Decimals.canonical(lower);
        }
        BigDecimal part = rank.subtract(BigDecimal.valueOf(below));
        return Decimals.computed(lower.add(sorted.get(below + 1).subtract(lower).multiply(part)));
    }

    /** Sample standard deviation, as Excel STDEV.S; empty below two values. */
    public static Optional<BigDecimal> deviation(List<BigDecimal> values) {
        if (values.size() < 2) {
            return Optional.empty();
        }
        BigDecimal squares = sumOfProducts(values, values);
        return Optional.of(Decimals.computed(squares.divide(BigDecimal.valueOf(values.size() - 1L), Decimals.PRECISION)
                .sqrt(Decimals.PRECISION)));
    }

    /**
     * Pearson correlation, as Excel CORREL, -1 to 1; empty below two pairs or when a side never changes.
     *
     * @throws IllegalArgumentException when the lists differ in length
     */
    public static Optional<BigDecimal> correlation(List<BigDecimal> x, List<BigDecimal> y) {
        if (x.size() != y.size()) {
            throw new IllegalArgumentException("Pairs need equal counts, not " + x.size() + " and " + y.size());
        }
        if (x.size() < 2) {
            return Optional.empty();
        }
        BigDecimal spread = sumOfProducts(x, x).multiply(sumOfProducts(y, y));
        if (spread.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                Decimals.computed(sumOfProducts(x, y).divide(spread.sqrt(Decimals.PRECISION), Decimals.PRECISION)));
    }

    /** Sum of (x - mean x)(y - mean y), not rounded. */
    private static BigDecimal sumOfProducts(List<BigDecimal> x, List<BigDecimal> y) {
        BigDecimal meanX = rawMean(x);
        BigDecimal meanY = rawMean(y);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < x.size(); i++) {
            sum = sum.add(x.get(i).subtract(meanX).multiply(y.get(i).subtract(meanY)), Decimals.PRECISION);
        }
        return sum;
    }

    private static BigDecimal rawMean(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), Decimals.PRECISION);
    }

    private static void requireAny(List<BigDecimal> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("No values");
        }
    }
}
