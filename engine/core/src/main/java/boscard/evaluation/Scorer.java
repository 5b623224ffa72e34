package boscard.evaluation;

import boscard.fact.Decimals;
import boscard.fact.Kpi;
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

    /** The score before the cap, or null when the method has nothing to work with. */
    @Nullable
    BigDecimal raw(Kpi kpi, Performance performance, Status band, @Nullable BandScale scale) {
        return switch (method) {
            case BAND -> banded(performance, band, scale);
            case PERCENT ->
                performance.attainment() == null
                        ? null
                        : Decimals.canonical(performance.attainment().multiply(Decimals.HUNDRED));
            case TWO_POINT -> twoPoint(kpi, performance);
        };
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

    private static @Nullable BigDecimal twoPoint(Kpi kpi, Performance performance) {
        BigDecimal value = performance.value();
        BigDecimal target = performance.target();
        BigDecimal worst = kpi.worst();
        if (value == null || target == null || worst == null) {
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
