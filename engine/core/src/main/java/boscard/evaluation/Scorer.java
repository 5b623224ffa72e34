package boscard.evaluation;

import boscard.fact.Decimals;
import boscard.fact.Direction;
import boscard.fact.Kpi;
import boscard.indicator.Attainment;
import boscard.rulebook.Parameters;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Turns a performance and its band into a score (DOMAIN.md section 4.4). Immutable; safe for any thread. */
final class Scorer {

    private static final BigDecimal FIFTY = BigDecimal.valueOf(50);
    private static final BigDecimal TWENTY = BigDecimal.valueOf(20);

    private final ScoreMethod method;
    private final BigDecimal cap;

    Scorer(ScoreMethod method, BigDecimal cap) {
        this.method = method;
        this.cap = cap;
    }

    /** The method and the cap that the parameters choose. */
    static Scorer of(Parameters parameters) {
        return new Scorer(
                ScoreMethod.valueOf(parameters.text("score_method", ScoreMethod.BAND.name())),
                parameters.number("score_cap"));
    }

    /**
     * Attainment of the target, or of the green edge where there is no target.
     *
     * @param ofEdge whether the green edge stands in for the target
     */
    record Attained(@Nullable BigDecimal ratio, boolean ofEdge) {}

    /** How far a performance attains its target; where it has none and its bands lie on its value, the green edge. */
    static Attained attained(Kpi kpi, Performance performance, @Nullable BandScale scale) {
        BigDecimal value = performance.value();
        BigDecimal edge = scale == null ? null : scale.greenEdge();
        if (performance.attainment() != null || performance.target() != null || value == null || edge == null) {
            return new Attained(performance.attainment(), false);
        }
        BigDecimal ratio = Attainment.of(kpi, value, edge).orElse(null);
        return new Attained(ratio, ratio != null);
    }

    /** The score before the cap, or null when the method has nothing to work with. */
    @Nullable
    BigDecimal raw(Kpi kpi, Performance performance, Status band, @Nullable BandScale scale) {
        BigDecimal attainment = attained(kpi, performance, scale).ratio();
        return switch (method) {
            case BAND -> banded(performance, band, scale);
            case PERCENT -> percent(attainment);
            case TWO_POINT ->
                switch (kpi.direction()) {
                    case HIGHER, LOWER -> twoPoint(kpi, performance);
                    case IN_RANGE, BINARY -> percent(attainment); // they have no point that is the worst
                };
        };
    }

    private static @Nullable BigDecimal percent(@Nullable BigDecimal attainment) {
        return attainment == null ? null : Decimals.canonical(attainment.multiply(Decimals.HUNDRED));
    }

    /**
     * What is wrong with the two points of a KPI, in words; null when nothing is, or the method is another one. Then
     * there is no score rather than one that falls while the KPI gets better.
     */
    @Nullable
    String fault(Kpi kpi, Performance performance) {
        boolean scores = method == ScoreMethod.TWO_POINT
                && (kpi.direction() == Direction.HIGHER || kpi.direction() == Direction.LOWER);
        BigDecimal target = performance.target();
        BigDecimal worst = kpi.worst();
        BigDecimal stretch = kpi.stretch();
        if (!scores || target == null) {
            return null;
        } else if (worst == null) {
            return kpi.id() + " has no worst point, so TWO_POINT cannot score it";
        }
        BigDecimal sign = BigDecimal.valueOf(kpi.sign());
        if (target.subtract(worst).multiply(sign).signum() < 0) {
            return "the worst point of " + kpi.id() + ", " + Display.number(worst, kpi.unit())
                    + ", is better than its target of " + performance.period() + ", "
                    + Display.number(target, kpi.unit());
        } else if (stretch != null && stretch.subtract(target).multiply(sign).signum() < 0) {
            return "the stretch point of " + kpi.id() + ", " + Display.number(stretch, kpi.unit())
                    + ", is worse than its target of " + performance.period() + ", "
                    + Display.number(target, kpi.unit());
        }
        return null;
    }

    BigDecimal capped(BigDecimal raw) {
        return raw.max(BigDecimal.ZERO).min(cap);
    }

    private static BigDecimal banded(Performance performance, Status band, @Nullable BandScale scale) {
        if (scale != null && scale.property().valueOf(performance) instanceof BigDecimal number) {
            return scale.score(number);
        }
        return band.isGreen() ? Decimals.HUNDRED : band.isAmber() ? FIFTY : BigDecimal.ZERO;
    }

    private @Nullable BigDecimal twoPoint(Kpi kpi, Performance performance) {
        BigDecimal value = performance.value();
        BigDecimal target = performance.target();
        BigDecimal worst = kpi.worst();
        if (value == null || target == null || worst == null || fault(kpi, performance) != null) {
            return null;
        }
        BigDecimal span = target.subtract(worst);
        if (span.signum() == 0) {
            boolean met = value.subtract(target).signum() * kpi.sign() >= 0;
            return met ? Decimals.HUNDRED : BigDecimal.ZERO;
        }
        BigDecimal stretch = kpi.stretch();
        boolean beyond = value.subtract(target).signum() * span.signum() > 0;
        if (beyond && stretch != null && stretch.compareTo(target) != 0) {
            return Decimals.computed(Decimals.HUNDRED.add(
                    TWENTY.multiply(value.subtract(target)).divide(stretch.subtract(target), Decimals.PRECISION)));
        }
        return Decimals.computed(
                Decimals.HUNDRED.multiply(value.subtract(worst)).divide(span, Decimals.PRECISION));
    }
}
