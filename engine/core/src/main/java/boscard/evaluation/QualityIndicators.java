package boscard.evaluation;

import boscard.fact.Decimals;
import boscard.fact.Kpi;
import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.fact.Unit;
import boscard.indicator.Series;
import boscard.indicator.Series.Point;
import boscard.indicator.Statistics;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers about the facts themselves: can they be believed (DOMAIN.md sections 8 and 10)? */
final class QualityIndicators {

    private final ScorecardContext context;
    private final IndicatorList list;

    private QualityIndicators(ScorecardContext context) {
        this.context = context;
        this.list = new IndicatorList(context);
    }

    static List<Indicator> of(ScorecardContext context) {
        var indicators = new QualityIndicators(context);
        for (Series series : context.allSeries()) {
            indicators.targetOutliers(series);
            indicators.copiedActuals(series);
            indicators.points(series);
            indicators.oneSided(series);
        }
        context.scoredKpis().forEach(indicators::stale);
        indicators.missingShare();
        return indicators.list.all();
    }

    /** Target / median of up to {@code g9_neighbours} targets on each side, for each period with a target above 0. */
    private void targetOutliers(Series series) {
        int each = context.parameters().whole("g9_neighbours");
        List<Point> withTarget = series.points().values().stream()
                .filter(point -> point.target().isPresent())
                .toList();
        for (int i = 0; i < withTarget.size(); i++) {
            var neighbours = new ArrayList<BigDecimal>();
            for (int j = Math.max(0, i - each); j <= Math.min(withTarget.size() - 1, i + each); j++) {
                if (j != i) {
                    neighbours.add(java.util.Objects.requireNonNull(
                            withTarget.get(j).target().valueOrNull()));
                }
            }
            Point point = withTarget.get(i);
            BigDecimal target = java.util.Objects.requireNonNull(point.target().valueOrNull());
            if (neighbours.size() >= 2) {
                BigDecimal median = Statistics.median(neighbours);
                if (median.signum() > 0) {
                    list.of("target_outlier")
                            .kpi(series.kpi().id())
                            .period(point.period())
                            .value(Decimals.ratio(target, median), Unit.MULTIPLE)
                            .count(neighbours.size())
                            .reference(median)
                            .with("target", target, series.kpi().unit())
                            .formula("target " + target.toPlainString() + " / median " + median.toPlainString() + " of "
                                    + neighbours.size() + " neighbours")
                            .from(point.origin().of("target"))
                            .add();
                }
            }
        }
    }

    /** The longest run of consecutive periods, ending anywhere, in which the actual equals its prior or its target. */
    private void copiedActuals(Series series) {
        if (series.kpi().direction() == boscard.fact.Direction.BINARY) {
            return;
        }
        longestRun(series, "target", Point::target);
        longestRun(series, "prior", point -> point.prior());
    }

    private void longestRun(Series series, String of, java.util.function.Function<Point, Reading> other) {
        var run = new ArrayList<Point>();
        List<Point> longest = List.of();
        Period expected = null;
        for (Point point : series.points().values()) {
            BigDecimal actual = point.actual().valueOrNull();
            BigDecimal same = other.apply(point).valueOrNull();
            boolean copied = actual != null && same != null && actual.compareTo(same) == 0 && actual.signum() != 0;
            if (!copied || (expected != null && !point.period().equals(expected))) {
                run.clear();
            }
            if (copied) {
                run.add(point);
                longest = run.size() > longest.size() ? List.copyOf(run) : longest;
            }
            expected = point.period().plus(1);
        }
        if (longest.size() > 1) {
            list.of("actual_copied_periods")
                    .kpi(series.kpi().id())
                    .other("copied", of)
                    .value(longest.size(), Unit.COUNT)
                    .count(longest.size())
                    .formula("actual = " + of + " from " + longest.get(0).period() + " to "
                            + longest.get(longest.size() - 1).period())
                    .from(longest.stream()
                            .map(point -> point.origin().of("actual"))
                            .toList())
                    .add();
        }
    }

    /** What can be said of one value alone. */
    private void points(Series series) {
        Kpi kpi = series.kpi();
        for (Point point : series.points().values()) {
            BigDecimal actual = point.actual().valueOrNull();
            if (actual == null) {
                continue;
            }
            if (isOutside(actual, kpi.plausibleMin(), kpi.plausibleMax())) {
                value("implausible", series, point, BigDecimal.ONE, null, actual);
            }
            if (kpi.unit() == Unit.RATIO
                    && actual.compareTo(BigDecimal.ONE) > 0
                    && point.inputs().isEmpty()) {
                value("ratio_size", series, point, actual, null, null);
            }
            if (point.provisional()) {
                value("provisional", series, point, BigDecimal.ONE, null, null);
            }
            boolean current =
                    point.period().contains(context.asOf()) && !point.period().isClosed(context.asOf());
            if (current) {
                value("period_partial", series, point, BigDecimal.ONE, null, null);
            }
        }
    }

    private void value(
            String name,
            Series series,
            Point point,
            BigDecimal value,
            @Nullable Unit unit,
            @Nullable BigDecimal reference) {
        list.of(name)
                .kpi(series.kpi().id())
                .period(point.period())
                .value(value, unit)
                .reference(reference)
                .with("actual", point.actual().valueOrNull(), series.kpi().unit())
                .formula(name.replace('_', ' ') + ": " + point.actual())
                .from(point.inputs().isEmpty() ? List.of(point.origin().of("actual")) : point.inputs())
                .add();
    }

    private static boolean isOutside(BigDecimal value, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        return (low != null && value.compareTo(low) < 0) || (high != null && value.compareTo(high) > 0);
    }

    /** Closed periods with a target and no actual, or the reverse; the reverse only where the series has targets. */
    private void oneSided(Series series) {
        var withoutActual = new ArrayList<Point>();
        var withoutTarget = new ArrayList<Point>();
        boolean hasTargets = false;
        for (Point point : series.points().values()) {
            hasTargets |= point.target().isPresent();
            if (point.period().isClosed(context.asOf())) {
                if (point.target().isPresent() && point.actual().isMissing()) {
                    withoutActual.add(point);
                } else if (point.actual().isPresent() && point.target().isMissing()) {
                    withoutTarget.add(point);
                }
            }
        }
        if (!withoutActual.isEmpty()) {
            oneSided(series, "TARGET_WITHOUT_ACTUAL", withoutActual);
        }
        if (hasTargets && !withoutTarget.isEmpty()) {
            oneSided(series, "ACTUAL_WITHOUT_TARGET", withoutTarget);
        }
    }

    private void oneSided(Series series, String word, List<Point> points) {
        list.of("one_sided")
                .kpi(series.kpi().id())
                .other(series.grain().name().toLowerCase(java.util.Locale.ROOT), word)
                .value(points.size(), Unit.COUNT)
                .text(word)
                .count(points.size())
                .formula(points.size() + " periods from " + points.get(0).period() + " to "
                        + points.get(points.size() - 1).period())
                .from(points.stream().map(point -> point.origin().whole()).toList())
                .add();
    }

    /** Age of the newest value, in periods of the KPI's frequency. */
    private void stale(Kpi kpi) {
        Series series = context.mainSeries(kpi.id());
        if (series == null) {
            return;
        }
        Period newest = null;
        SourceRef at = null;
        for (Point point : series.points().values()) {
            if (point.actual().isPresent() && point.period().isClosed(context.asOf())) {
                newest = point.period();
                at = point.origin().of("actual");
            }
        }
        if (newest == null || at == null) {
            return;
        }
        int age = 0;
        for (Period next = newest.plus(1); next.isClosed(context.asOf()); next = next.plus(1)) {
            age++;
        }
        list.of("stale_periods")
                .kpi(kpi.id())
                .value(age, Unit.COUNT)
                .count(age)
                .formula("newest value is of " + newest)
                .from(at)
                .add();
    }

    /** Expected values of scored KPIs, from each KPI's first to the newest closed period, that are not there. */
    private void missingShare() {
        int expected = 0;
        int missing = 0;
        for (Kpi kpi : context.scoredKpis()) {
            Series series = context.mainSeries(kpi.id());
            if (series == null) {
                continue;
            }
            for (Period period = series.points().firstKey(); period.isClosed(context.asOf()); period = period.plus(1)) {
                Point point = series.at(period);
                expected++;
                if (point == null || point.actual().isMissing()) {
                    missing++;
                }
            }
        }
        if (expected > 0) {
            list.of("missing_share")
                    .value(Decimals.ratio(BigDecimal.valueOf(missing), BigDecimal.valueOf(expected)), Unit.RATIO)
                    .count(expected)
                    .formula(missing + " of " + expected + " expected values are missing")
                    .add();
        }
    }
}
