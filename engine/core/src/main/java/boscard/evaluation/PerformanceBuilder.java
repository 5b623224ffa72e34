package boscard.evaluation;

import boscard.fact.Decimals;
import boscard.fact.Direction;
import boscard.fact.Kpi;
import boscard.fact.Period;
import boscard.fact.Scorecard;
import boscard.indicator.Attainment;
import boscard.indicator.Series;
import boscard.indicator.Series.Point;
import boscard.indicator.StandardScore;
import boscard.indicator.Statistics;
import boscard.indicator.WorkingDays;
import boscard.rulebook.Rulebook;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prepares the numbers that status tables compare, one period at a time. What takes a whole series or all scorecards is
 * prepared only for KPIs with a row that compares it. Immutable; safe for any thread.
 */
final class PerformanceBuilder {

    private final AsOf asOf;
    private final WorkingDays workingDays;
    private final SchemeNeeds needs;
    private final ProcessChart chart;
    private final RangeTolerances tolerances;
    private final Population population;
    private final int standardMinimum;
    private final int standardWindow;
    private final int peerMinimum;

    PerformanceBuilder(AsOf asOf, Rulebook rulebook, Population population) {
        this.asOf = asOf;
        this.workingDays = new WorkingDays(rulebook.holidays());
        this.needs = SchemeNeeds.of(rulebook);
        this.tolerances = RangeTolerances.of(rulebook);
        this.chart = new ProcessChart(rulebook.parameters());
        this.population = population;
        this.standardMinimum =
                rulebook.parameters().number("zscore_min_points", "12").intValue();
        this.standardWindow = rulebook.parameters().number("xmr_window", "36").intValue();
        this.peerMinimum = rulebook.parameters().number("peer_min_units", "8").intValue();
    }

    /** How a point lies within the limits of its process; empty when no row asks or there are too few points. */
    Optional<ProcessChart.Judged> process(Series series, Point point) {
        return needs.process(series.kpi()) ? chart.judge(series, point) : Optional.empty();
    }

    /** The natural limits of a point, whether or not a row asks; empty with too few points before it. */
    Optional<NaturalLimits> limits(Series series, Point point) {
        return chart.limits(series, point);
    }

    /**
     * The numbers of a point.
     *
     * @param finer the same KPI by shorter periods; null when there is none
     */
    Performance of(Scorecard scorecard, Series series, Point point, @Nullable Period latest, @Nullable Series finer) {
        Kpi kpi = series.kpi();
        Period period = point.period();
        BigDecimal value = point.actual().valueOrNull();
        BigDecimal target = point.target().valueOrNull();
        BigDecimal baseline = baseline(series, point);
        BigDecimal sign = BigDecimal.valueOf(kpi.sign());
        boolean needsNoTarget = kpi.direction() == Direction.IN_RANGE || kpi.direction() == Direction.BINARY;
        BigDecimal attainment = null;
        if (value != null && (target != null || needsNoTarget)) {
            attainment = Attainment.of(kpi, value, target == null ? BigDecimal.ONE : target, tolerances.of(kpi))
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
        BigDecimal deviationShare = deviation == null || target == null || target.signum() == 0
                ? null
                : Decimals.ratio(deviation, target.abs());
        boolean current = period.contains(asOf.date()) && !period.isClosed(asOf.date());
        BigDecimal pace = value == null || target == null || !current
                ? null
                : Pace.of(series, period, value, target, asOf.date(), workingDays, finer);
        Optional<StandardScore> standard = value == null || !needs.standardScore(kpi)
                ? Optional.empty()
                : StandardScore.of(
                        value, series.actualsUpTo(period.previous(), standardWindow), kpi.sign(), standardMinimum);
        ProcessChart.Judged judged = process(series, point).orElse(null);
        return new Performance(
                scorecard.scorecard(),
                scorecard.level(),
                kpi.id(),
                kpi.perspective(),
                kpi.unit(),
                kpi.direction(),
                kpi.horizon(),
                kpi.timing(),
                kpi.frequency(),
                kpi.scheme(),
                series.grain(),
                period.toString(),
                value,
                target,
                attainment,
                gap,
                growth,
                rise,
                deviation,
                deviationShare,
                pace,
                value == null || !needs.peers(kpi) ? null : percentile(kpi, scorecard, period, value),
                standard.map(StandardScore::score).orElse(null),
                standard.map(StandardScore::mean).orElse(null),
                standard.map(StandardScore::deviation).orElse(null),
                judged == null ? null : judged.kind(),
                judged == null ? null : judged.assurance(),
                point.provisional() || (current && pace == null),
                current,
                period.equals(latest));
    }

    /** Share of the peer group that the value is at least as good as; null with too few peers. */
    private @Nullable BigDecimal percentile(Kpi kpi, Scorecard scorecard, Period period, BigDecimal value) {
        List<BigDecimal> peers = population.peers(kpi.id(), scorecard, period);
        if (peers.size() < Math.max(2, peerMinimum)) {
            return null;
        }
        return kpi.direction() == Direction.LOWER
                ? Statistics.percentileRank(
                        peers.stream().map(BigDecimal::negate).sorted().toList(), value.negate())
                : Statistics.percentileRank(peers, value);
    }

    /**
     * Whether the period runs, the target adds up, and no working day of it has passed: nothing is due yet, so nothing
     * can be judged.
     */
    boolean isNothingDue(Series series, Point point) {
        Period period = point.period();
        return series.kpi().timeAggregation() == boscard.fact.Aggregation.SUM
                && period.contains(asOf.date())
                && !period.isClosed(asOf.date())
                && workingDays.between(period.first(), asOf.date()) == 0;
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
