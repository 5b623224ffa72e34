package boscard.indicator;

import boscard.fact.Decimals;
import java.math.BigDecimal;
import java.util.List;

/**
 * The score of a value between band edges, 0 to 100 (DOMAIN.md section 4.4, BAND). With n bands there are n - 1 edges;
 * edge k, counted from the worst, scores 100 k / n; between edges it is linear; the outer bands are as wide as their
 * neighbour. Pure; safe for any thread.
 */
public final class BandScore {

    private BandScore() {}

    /**
     * Score of a value on an ascending scale.
     *
     * @param value larger is better; for a lower-is-better KPI value and edges are negated by the caller
     * @param edges ascending, at least one; a value on an edge belongs to the better band
     * @return 0 to 100, rounded to 12 decimals; with two bands 0 or 100
     */
    public static BigDecimal of(BigDecimal value, List<BigDecimal> edges) {
        if (edges.isEmpty()) {
            throw new IllegalArgumentException("A scale needs an edge");
        }
        int bands = edges.size() + 1;
        if (bands == 2) {
            return value.compareTo(edges.get(0)) >= 0 ? Decimals.HUNDRED : BigDecimal.ZERO;
        }
        int below = 0; // how many edges the value reaches
        while (below < edges.size() && value.compareTo(edges.get(below)) >= 0) {
            below++;
        }
        int anchor = Math.max(0, Math.min(below - 1, edges.size() - 2)); // the segment whose slope is used
        BigDecimal start = edges.get(anchor);
        BigDecimal width = edges.get(anchor + 1).subtract(start);
        BigDecimal steps = BigDecimal.valueOf(anchor + 1L);
        BigDecimal covered = steps.multiply(width).add(value.subtract(start)).multiply(Decimals.HUNDRED);
        BigDecimal whole = width.multiply(BigDecimal.valueOf(bands));
        BigDecimal score = Decimals.isShort(covered, whole)
                ? Decimals.ratio(covered, whole)
                : inTwoSteps(steps, value.subtract(start), width, bands);
        return Decimals.canonical(score.max(BigDecimal.ZERO).min(Decimals.HUNDRED));
    }

    /** For long numbers, of which one quotient could be rounded otherwise than two in turn. */
    static BigDecimal inTwoSteps(BigDecimal steps, BigDecimal beyond, BigDecimal width, int bands) {
        return Decimals.computed(steps.add(beyond.divide(width, Decimals.PRECISION))
                .multiply(Decimals.HUNDRED)
                .divide(BigDecimal.valueOf(bands), Decimals.PRECISION));
    }

    /** The score in the middle of band {@code k} of {@code bands}, 1 being the worst: 100 (k - 1/2) / n. */
    public static BigDecimal middle(int k, int bands) {
        return Decimals.ratio(
                Decimals.HUNDRED.multiply(BigDecimal.valueOf(2L * k - 1)), BigDecimal.valueOf(2L * bands));
    }

    /** Lowest score of band {@code k} of {@code bands}, 0 being the worst: 100 k / n, rounded like every score. */
    public static BigDecimal edge(int k, int bands) {
        return Decimals.ratio(Decimals.HUNDRED.multiply(BigDecimal.valueOf(k)), BigDecimal.valueOf(bands));
    }
}
