package boscard.indicator;

import boscard.fact.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
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

    /**
     * The inverse of {@link #percentile}: the largest share whose percentile the value reaches, as Excel
     * PERCENTRANK.INC; 0 below all values, 1 from the largest on.
     *
     * @param sorted ascending; at least two values
     * @param value need not be one of them
     */
    public static BigDecimal percentileRank(List<BigDecimal> sorted, BigDecimal value) {
        if (sorted.size() < 2) {
            throw new IllegalArgumentException("A rank needs two values, not " + sorted.size());
        }
        int reached = upperBound(sorted, value); // how many values it reaches
        if (reached == 0) {
            return BigDecimal.ZERO;
        } else if (reached == sorted.size()) {
            return BigDecimal.ONE;
        }
        BigDecimal lower = sorted.get(reached - 1);
        BigDecimal part = value.subtract(lower).divide(sorted.get(reached).subtract(lower), Decimals.PRECISION);
        return Decimals.ratio(part.add(BigDecimal.valueOf(reached - 1L)), BigDecimal.valueOf(sorted.size() - 1L));
    }

    private static int upperBound(List<BigDecimal> sorted, BigDecimal value) {
        int from = 0;
        int to = sorted.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted.get(middle).compareTo(value) <= 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
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

    /**
     * Spearman rank correlation: the correlation of the ranks, ties sharing their mean rank; empty below two pairs or
     * when a side never changes.
     *
     * @throws IllegalArgumentException when the lists differ in length
     */
    public static Optional<BigDecimal> rankCorrelation(List<BigDecimal> x, List<BigDecimal> y) {
        return correlation(ranks(x), ranks(y));
    }

    /** Rank of each value, 1 for the least; equal values have the mean of their ranks. */
    static List<BigDecimal> ranks(List<BigDecimal> values) {
        Integer[] order = new Integer[values.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(values::get));
        var ranks = new BigDecimal[order.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values.get(order[to]).compareTo(values.get(order[from])) == 0) {
                to++;
            }
            BigDecimal shared = BigDecimal.valueOf(from + 1L + to).divide(BigDecimal.valueOf(2));
            for (int i = from; i < to; i++) {
                ranks[order[i]] = shared;
            }
            from = to;
        }
        return List.of(ranks);
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
