package boscard.evaluation;

import boscard.fact.Kpi;
import boscard.fact.Period;
import boscard.fact.Scheme;
import boscard.fact.StatusOverride;
import boscard.fact.Unit;
import boscard.indicator.Qualifier;
import boscard.indicator.Series;
import boscard.indicator.StandardScore;
import boscard.indicator.Trend;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Numbers about a KPI's course and about the roll-up, for the findings of the status stage (DOMAIN.md section 5). */
final class StatusIndicators {

    private final ScorecardContext context;
    private final IndicatorList list;

    private StatusIndicators(ScorecardContext context) {
        this.context = context;
        this.list = new IndicatorList(context);
    }

    static List<Indicator> of(ScorecardContext context, List<KpiStatus> statuses, List<NodeScore> nodes) {
        var indicators = new StatusIndicators(context);
        for (Kpi kpi : context.scoredKpis()) {
            indicators.trend(kpi);
            indicators.process(kpi);
            indicators.standardScore(kpi);
        }
        indicators.gaps(statuses);
        statuses.forEach(indicators::policies);
        indicators.overrides(statuses);
        nodes.stream().filter(NodeScore::latest).forEach(indicators::coverage);
        return indicators.list.all();
    }

    private void trend(Kpi kpi) {
        Series series = context.mainSeries(kpi.id());
        Period latest = series == null ? null : context.latest(kpi.id(), series.grain());
        if (series == null || latest == null) {
            return;
        }
        var parameters = context.parameters();
        List<BigDecimal> values = series.actualsUpTo(latest, parameters.whole("trend_points"));
        BigDecimal first = values.isEmpty() ? null : values.get(0);
        BigDecimal last = values.isEmpty() ? null : values.get(values.size() - 1);
        if (kpi.direction() == boscard.fact.Direction.IN_RANGE) {
            values = values.stream()
                    .map(value -> boscard.indicator.Attainment.distanceOutside(kpi, value))
                    .toList();
        }
        int sign = kpi.direction() == boscard.fact.Direction.IN_RANGE ? -1 : kpi.sign();
        Trend.of(
                        values,
                        sign,
                        parameters.whole("trend_min_points"),
                        parameters.number("trend_change"),
                        parameters.number("trend_consistency"))
                .ifPresent(trend -> list.of("trend")
                        .kpi(kpi.id())
                        .period(latest)
                        .value(trend.change(), Unit.RATIO)
                        .text(trend.direction().toString())
                        .count(trend.points())
                        .reference(trend.consistency())
                        .with("first", first, kpi.unit())
                        .with("last", last, kpi.unit())
                        .formula("Theil-Sen slope of the last " + trend.points() + " periods")
                        .from(series.points().headMap(latest, true).descendingMap().values().stream()
                                .filter(point -> point.actual().isPresent())
                                .limit(trend.points())
                                .map(point -> point.origin().of("actual"))
                                .toList())
                        .add());
    }

    /** The newest closed period against the limits of the periods before it. */
    private void process(Kpi kpi) {
        Series series = context.mainSeries(kpi.id());
        ProcessChart.Judged judged = context.process(kpi.id());
        if (series == null || judged == null) {
            return;
        }
        List<SourceRef> inputs = context.chart().inputs(series, Objects.requireNonNull(series.at(judged.period())));
        String words = ProcessChart.words(judged, kpi.unit());
        about(
                        "xmr_signal",
                        kpi,
                        judged,
                        judged.kind() == null
                                ? "LIMITS_TOO_WIDE"
                                : judged.kind().name(),
                        words)
                .from(inputs)
                .add();
        if (judged.assurance() != null) {
            about("xmr_assurance", kpi, judged, judged.assurance().name(), words)
                    .with(
                            "target",
                            Objects.requireNonNull(series.at(judged.period()))
                                    .target()
                                    .valueOrNull(),
                            kpi.unit())
                    .from(inputs)
                    .add();
        }
    }

    private IndicatorList.Draft about(String name, Kpi kpi, ProcessChart.Judged judged, String word, String words) {
        return list.of(name)
                .kpi(kpi.id())
                .period(judged.period())
                .value(judged.value(), kpi.unit())
                .text(word)
                .count(judged.limits().points())
                .reference(judged.centre())
                .with("actual", judged.value(), kpi.unit())
                .with("lower_limit", judged.lower(), kpi.unit())
                .with("upper_limit", judged.upper(), kpi.unit())
                .with("range_limit", judged.rangeLimit(), kpi.unit())
                .formula(words);
    }

    /** How far the newest closed value of a KPI with the scheme ZSCORE lies from its usual value. */
    private void standardScore(Kpi kpi) {
        Series series = kpi.scheme() == Scheme.ZSCORE ? context.mainSeries(kpi.id()) : null;
        Period latest = series == null ? null : context.latest(kpi.id(), series.grain());
        Series.Point point = series == null || latest == null ? null : series.at(latest);
        BigDecimal value = point == null ? null : point.actual().valueOrNull();
        if (series == null || latest == null || point == null || value == null) {
            return;
        }
        var parameters = context.parameters();
        StandardScore.of(
                        value,
                        series.actualsUpTo(
                                latest.previous(),
                                parameters.number("xmr_window", "36").intValue()),
                        kpi.sign(),
                        parameters.number("zscore_min_points", "12").intValue())
                .ifPresent(score -> list.of("standard_score")
                        .kpi(kpi.id())
                        .period(latest)
                        .value(score.score(), null)
                        .count(score.points())
                        .reference(score.mean())
                        .with("actual", value, kpi.unit())
                        .formula("(" + value + " - mean " + score.mean() + ") / deviation " + score.deviation())
                        .from(point.origin().of("actual"))
                        .add());
    }

    /** Closed periods without data, and with data but nothing to judge them by, per KPI. */
    private void gaps(List<KpiStatus> statuses) {
        for (Kpi kpi : context.scoredKpis()) {
            Series main = context.mainSeries(kpi.id());
            if (main != null) {
                gap("no_data_periods", kpi, main, statuses, Status.NO_DATA);
                gap("no_target_periods", kpi, main, statuses, Status.NO_TARGET);
            }
        }
    }

    private void gap(String name, Kpi kpi, Series main, List<KpiStatus> statuses, Status wanted) {
        List<SourceRef> at = statuses.stream()
                .filter(status -> status.kpi().equals(kpi.id())
                        && status.grain() == main.grain()
                        && status.status() == wanted
                        && !status.lastDay().isAfter(context.asOf()))
                .map(KpiStatus::at)
                .toList();
        if (!at.isEmpty()) {
            list.of(name)
                    .kpi(kpi.id())
                    .value(at.size(), Unit.COUNT)
                    .count(at.size())
                    .formula(at.size() + " closed periods are " + wanted)
                    .from(at)
                    .add();
        }
    }

    /** A missing value that counts as zero, once per use. */
    private void policies(KpiStatus status) {
        if (status.qualifiers().contains(Qualifier.ZERO_FOR_MISSING)) {
            list.of("zero_for_missing")
                    .kpi(status.kpi())
                    .period(status.period())
                    .value(BigDecimal.ZERO, status.unit())
                    .with("score", status.score(), Unit.SCORE)
                    .text(status.status().toString())
                    .formula("no value; the KPI's null policy is TREAT_AS_ZERO")
                    .from(status.at())
                    .add();
        }
    }

    /** Statuses that somebody decided. */
    private void overrides(List<KpiStatus> statuses) {
        for (StatusOverride override : context.facts().statusOverrides()) {
            statuses.stream()
                    .filter(status -> status.kpi().equals(override.kpi())
                            && status.period().equals(override.period().toString()))
                    .forEach(status -> list.of("status_override")
                            .kpi(status.kpi())
                            .period(status.period())
                            .value(status.value(), status.unit())
                            .text(override.status().name())
                            .formula("counts as " + override.status() + ", not " + status.rawStatus() + ", "
                                    + override.words())
                            .from(List.of(status.at(), override.origin().whole()))
                            .add());
        }
    }

    private void coverage(NodeScore node) {
        list.of("coverage")
                .period(node.period())
                .other(node.kind().name().toLowerCase(Locale.ROOT), node.node())
                .value(node.coverage(), Unit.RATIO)
                .count(node.children())
                .formula("weight with a score / weight of all applicable")
                .add();
    }
}
