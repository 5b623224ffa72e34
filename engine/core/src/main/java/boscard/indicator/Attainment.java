package boscard.indicator;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import boscard.fact.Decimals;
import boscard.fact.Kpi;
import java.math.BigDecimal;
import java.util.Optional;

/** How far an actual meets its target: DOMAIN.md sections 4.1 to 4.3. Pure; safe for any thread. */
public final class Attainment {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Attainment() {}

    /**
     * Whether the actual meets the target. Equality always meets, in both directions; a range includes its edges.
     *
     * @param actual in the KPI's unit
     * @param target in the KPI's unit; not used for IN_RANGE and BINARY
     */
    public static boolean isMet(Kpi kpi, BigDecimal actual, BigDecimal target) {
        return switch (kpi.direction()) {
            case HIGHER -> actual.compareTo(target) >= 0;
            case LOWER -> actual.compareTo(target) <= 0;
            case IN_RANGE -> distanceOutside(kpi, actual).signum() == 0;
            case BINARY -> actual.compareTo(ONE) == 0;
        };
    }

    /**
     * Attainment as a ratio, 1 is exactly the target.
     *
     * <ul>
     *   <li>HIGHER: actual / target
     *   <li>LOWER: 2 - actual / target, between 0 and 2; with a target of 0: 1 when the actual is at most 0, else 0
     *   <li>IN_RANGE: 1 inside; outside max(0, 1 - distance / tolerance), the tolerance being half the width of the
     *       range; see {@link #of(Kpi, BigDecimal, BigDecimal, Tolerance)} for another
     *   <li>BINARY: 1 or 0
     * </ul>
     *
     * @param target in the KPI's unit; not used for IN_RANGE and BINARY
     * @return empty when a ratio is forbidden: a target at or below 0, or a KPI that may be negative
     */
    public static Optional<BigDecimal> of(Kpi kpi, BigDecimal actual, BigDecimal target) {
        return switch (kpi.direction()) {
            case HIGHER ->
                mayBeNegative(kpi) || target.signum() <= 0
                        ? Optional.empty()
                        : Optional.of(Decimals.ratio(actual, target));
            case LOWER -> lower(kpi, actual, target);
            case IN_RANGE -> Optional.of(inRange(kpi, actual, Tolerance.half(kpi)));
            case BINARY -> Optional.of(actual.compareTo(ONE) == 0 ? ONE : ZERO);
        };
    }

    /**
     * How far outside its range a KPI still attains something, in its unit: the width of the amber band on each side
     * (DOMAIN.md section 4.2).
     *
     * @param below the range, at least 0
     * @param above the range, at least 0
     */
    public record Tolerance(BigDecimal below, BigDecimal above) {

        /** Half the width of the range on both sides. */
        public static Tolerance half(Kpi kpi) {
            return share(kpi, HALF);
        }

        /** A share of the width of the range on both sides. */
        public static Tolerance share(Kpi kpi, BigDecimal share) {
            BigDecimal both = width(kpi).multiply(share);
            return new Tolerance(both, both);
        }
    }

    /**
     * The same as {@link #of(Kpi, BigDecimal, BigDecimal)} with the tolerance of a KPI that is IN_RANGE; it does not
     * matter for others.
     */
    public static Optional<BigDecimal> of(Kpi kpi, BigDecimal actual, BigDecimal target, Tolerance tolerance) {
        return kpi.direction() == boscard.fact.Direction.IN_RANGE
                ? Optional.of(inRange(kpi, actual, tolerance))
                : of(kpi, actual, target);
    }

    private static Optional<BigDecimal> lower(Kpi kpi, BigDecimal actual, BigDecimal target) {
        if (target.signum() == 0) {
            return Optional.of(actual.signum() <= 0 ? ONE : ZERO);
        } else if (mayBeNegative(kpi) || target.signum() < 0) {
            return Optional.empty();
        }
        BigDecimal raw = TWO.subtract(Decimals.ratio(actual, target));
        return Optional.of(Decimals.canonical(raw.max(ZERO).min(TWO)));
    }

    private static BigDecimal inRange(Kpi kpi, BigDecimal actual, Tolerance sides) {
        BigDecimal distance = distanceOutside(kpi, actual);
        boolean isBelow = kpi.low() != null && actual.compareTo(kpi.low()) < 0;
        BigDecimal tolerance = isBelow ? sides.below() : sides.above();
        if (distance.signum() == 0) {
            return ONE;
        } else if (tolerance.signum() == 0) {
            return ZERO;
        }
        return ONE.subtract(Decimals.ratio(distance, tolerance)).max(ZERO);
    }

    /**
     * How far outside its range a value lies, in the KPI's unit; 0 inside and on an edge.
     *
     * @throws IllegalArgumentException when the KPI has no range
     */
    public static BigDecimal distanceOutside(Kpi kpi, BigDecimal actual) {
        BigDecimal low = kpi.low();
        BigDecimal high = kpi.high();
        if (low == null || high == null) {
            throw new IllegalArgumentException("KPI " + kpi.id() + " is IN_RANGE and has no range");
        }
        return low.subtract(actual).max(actual.subtract(high)).max(ZERO);
    }

    private static BigDecimal width(Kpi kpi) {
        BigDecimal low = kpi.low();
        BigDecimal high = kpi.high();
        return low == null || high == null ? ZERO : high.subtract(low);
    }

    private static boolean mayBeNegative(Kpi kpi) {
        BigDecimal minimum = kpi.plausibleMin();
        return minimum != null && minimum.signum() < 0;
    }

    /**
     * Progress from a baseline to a target, (actual - baseline) / (target - baseline); right in both directions. Raw,
     * not capped. When target and baseline are equal: 1 when the target is met, else 0.
     */
    public static BigDecimal progress(Kpi kpi, BigDecimal actual, BigDecimal baseline, BigDecimal target) {
        BigDecimal distance = target.subtract(baseline);
        if (distance.signum() == 0) {
            return isMet(kpi, actual, target) ? ONE : ZERO;
        }
        return Decimals.ratio(actual.subtract(baseline), distance);
    }
}
