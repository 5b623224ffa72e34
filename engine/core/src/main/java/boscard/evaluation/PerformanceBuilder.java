package boscard.evaluation;

import boscard.fact.Decimals;
import boscard.fact.Direction;
import boscard.fact.Kpi;
import boscard.fact.Level;
import boscard.fact.Period;
import boscard.indicator.Attainment;
import boscard.indicator.Series;
import boscard.indicator.Series.Point;
import boscard.indicator.WorkingDays;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Prepares the numbers that status tables compare, one period at a time. Immutable; safe for any thread. */
final class PerformanceBuilder {

    private final AsOf asOf;
    private final WorkingDays workingDays;

    PerformanceBuilder(AsOf asOf, WorkingDays workingDays) {
        this.asOf = asOf;
        this.workingDays = workingDays;
    }

    Performance of(String scorecard, @Nullable Level level, Series series, Point point, @Nullable Period latest) {
        Kpi kpi = series.kpi();
        Period period = point.period();
        BigDecimal value = point.actual().valueOrNull();
        BigDecimal target = point.target().valueOrNull();
        BigDecimal baseline = baseline(series, point);
        BigDecimal sign = BigDecimal.valueOf(kpi.sign());
        boolean needsNoTarget = kpi.direction() == Direction.IN_RANGE || kpi.direction() == Direction.BINARY;
        BigDecimal attainment = null;
        if (value != null && (target != null || needsNoTarget)) {
            attainment = Attainment.of(kpi, value, target == null ? BigDecimal.ONE : target)
                    .orElse(null);
        }
        BigDecimal gap =
                value == null || target == null ? null : Decimals.canonical(sign.multiply(value.subtract(target)));
        BigDecimal rise =
                value == null || baseline == null ? null : Decimals.canonical(sign.multiply(value.subtract(baseline)));
        BigDecimal growth = rise == null || baseline == null || baseline.signum() == 0
                ? null
                : Decimals.ratio(rise, baseline.abs());
        BigDecimal deviation =
                value == null || target == null ? null : value.subtract(target).abs();
        BigDecimal pace =
                value == null || target == null ? null : Pace.of(kpi, period, value, target, asOf.date(), workingDays);
        return new Performance(
                scorecard,
                level,
                kpi.id(),
                kpi.perspective(),
                kpi.unit(),
                kpi.direction(),
                kpi.horizon(),
                kpi.timing(),
                kpi.frequency(),
                series.grain(),
                period.toString(),
                value,
                target,
                attainment,
                gap,
                growth,
                rise,
                deviation,
                pace,
                point.provisional(),
                period.contains(asOf.date()) && !period.isClosed(asOf.date()),
                period.equals(latest));
    }

    /** The reported baseline, else the reported value a year earlier, else the one measured a year earlier. */
    static @Nullable BigDecimal baseline(Series series, Point point) {
        BigDecimal reported = point.baseline().valueOrNull();
        if (reported != null) {
            return reported;
        }
        BigDecimal prior = point.prior().valueOrNull();
        if (prior != null) {
            return prior;
        }
        Point earlier = series.at(point.period().yearEarlier());
        return earlier == null ? null : earlier.actual().valueOrNull();
    }
}
