package boscard.evaluation;

import boscard.fact.Decimals;
import boscard.fact.Direction;
import boscard.fact.Grain;
import boscard.fact.Kpi;
import boscard.fact.Measurement;
import boscard.fact.Period;
import boscard.fact.Provenance;
import boscard.fact.Reading;
import boscard.fact.TargetChange;
import boscard.fact.Unit;
import boscard.indicator.Change;
import boscard.indicator.Series;
import boscard.indicator.Series.Point;
import boscard.indicator.Statistics;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
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
        indicators.coveredDays();
        indicators.summaries();
        indicators.meansOfRatios();
        indicators.currencies();
        indicators.standInTargets();
        indicators.targetTotals();
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
                    neighbours.add(
                            Objects.requireNonNull(withTarget.get(j).target().valueOrNull()));
                }
            }
            Point point = withTarget.get(i);
            BigDecimal target = Objects.requireNonNull(point.target().valueOrNull());
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

    /** Each run of consecutive periods in which the actual equals its prior or its target. */
    private void copiedActuals(Series series) {
        if (series.kpi().direction() == Direction.BINARY) {
            return;
        }
        copiedRuns(series, "target", Point::target);
        copiedRuns(series, "prior", Point::prior);
    }

    private void copiedRuns(Series series, String of, Function<Point, Reading> other) {
        var run = new ArrayList<Point>();
        for (Point point : series.points().values()) {
            BigDecimal actual = point.actual().valueOrNull();
            BigDecimal same = other.apply(point).valueOrNull();
            boolean copied = actual != null && same != null && actual.compareTo(same) == 0;
            boolean next =
                    !run.isEmpty() && run.get(run.size() - 1).period().plus(1).equals(point.period());
            if (!copied || !next) {
                copiedRun(series, of, run);
                run.clear();
            }
            if (copied) {
                run.add(point);
            }
        }
        copiedRun(series, of, run);
    }

    /** The run is named by its first period, which stays the same while it grows; a run of zeros alone is none. */
    private void copiedRun(Series series, String of, List<Point> run) {
        boolean zeros = run.stream()
                .map(point -> point.actual().valueOrNull())
                .allMatch(actual -> actual == null || actual.signum() == 0);
        if (run.size() > 1 && !zeros) {
            Period last = run.get(run.size() - 1).period();
            list.of("actual_copied_periods")
                    .kpi(series.kpi().id())
                    .period(run.get(0).period())
                    .other("copied", of)
                    .value(run.size(), Unit.COUNT)
                    .count(run.size())
                    .formula("actual = " + of + " from " + run.get(0).period() + " to " + last)
                    .from(run.stream().map(point -> point.origin().of("actual")).toList())
                    .add();
        }
    }

    /** What can be said of one value alone. */
    private void points(Series series) {
        Kpi kpi = series.kpi();
        for (Point point : series.points().values()) {
            BigDecimal actual = point.actual().valueOrNull();
            if (actual == null) {
                contested(series, point);
                continue;
            }
            boolean outside = isOutside(actual, kpi.plausibleMin(), kpi.plausibleMax());
            if (outside) {
                value("implausible", series, point, BigDecimal.ONE, null, actual);
            }
            if (kpi.unit() == Unit.RATIO
                    && actual.compareTo(BigDecimal.ONE) > 0
                    && point.inputs().isEmpty()
                    && (kpi.plausibleMax() == null || outside)) { // who says how large it may be has thought of it
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

    /** Two rows gave different values and neither was taken; the note of the measurement says which. */
    private void contested(Series series, Point point) {
        if (point.actual().equals(Reading.REJECTED)) {
            list.of("conflicting_rows")
                    .kpi(series.kpi().id())
                    .period(point.period())
                    .value(BigDecimal.ONE, null)
                    .formula(point.note() == null ? "two rows with different values" : point.note())
                    .from(point.origin().whole())
                    .add();
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
                .other(series.grain().name().toLowerCase(Locale.ROOT), word)
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

    /** How much of the first and of the last period the scorecard was active, where that was not the whole of it. */
    private void coveredDays() {
        LocalDate from = context.facts().scorecard().activeFrom();
        LocalDate to = context.facts().scorecard().activeTo();
        if (from == null && to == null) {
            return;
        }
        for (Series series : context.allSeries()) {
            Period first = series.points().firstKey();
            Period last = series.points().lastKey();
            for (Period period : first.equals(last) ? List.of(first) : List.of(first, last)) {
                LocalDate begins = from != null && from.isAfter(period.first()) ? from : period.first();
                LocalDate ends = to != null && to.isBefore(period.last()) ? to : period.last();
                long days = Math.max(0, ChronoUnit.DAYS.between(begins, ends) + 1);
                if (days < period.days()) {
                    Point point = Objects.requireNonNull(series.at(period));
                    list.of("period_covered")
                            .kpi(series.kpi().id())
                            .period(period)
                            .value(
                                    Decimals.ratio(BigDecimal.valueOf(days), BigDecimal.valueOf(period.days())),
                                    Unit.RATIO)
                            .count((int) days)
                            .formula(days + " of " + period.days() + " days")
                            .from(point.origin().whole())
                            .from(context.facts().scorecard().origin().whole())
                            .add();
                }
            }
        }
    }

    /** How far a reported value and what its parts come to lie apart. */
    private void summaries() {
        for (SeriesDoubt doubt : context.seriesDoubts()) {
            if (doubt instanceof SeriesDoubt.Differs differs) {
                summary(differs.kpi(), differs.period(), differs.kept(), differs.computed(), differs.sources());
            }
        }
        for (Kpi kpi : context.catalogue().kpis()) {
            Map<Grain, Series> grains = context.grains(kpi.id());
            if (kpi.formula() == null && grains.size() > 1) {
                totals(kpi, List.copyOf(grains.values()));
            }
        }
    }

    /** A measure reported by month and by quarter: the quarter against its months. */
    private void totals(Kpi kpi, List<Series> finestFirst) {
        Series finest = finestFirst.get(0);
        if (finest.grain() == Grain.WEEK) {
            return; // weeks do not fill months
        }
        for (Series coarser : finestFirst.subList(1, finestFirst.size())) {
            Map<Period, Point> gathered = Gathering.of(
                    kpi, finest.points(), coarser.grain(), context.settings().calendar());
            coarser.points().forEach((period, point) -> {
                Point whole = gathered.get(period);
                BigDecimal kept = point.actual().valueOrNull();
                BigDecimal parts = whole == null ? null : whole.actual().valueOrNull();
                if (kept != null && parts != null) {
                    summary(
                            kpi.id(),
                            period,
                            kept,
                            parts,
                            List.of(point.origin().of("actual")));
                }
            });
        }
    }

    private void summary(String kpi, Period period, BigDecimal kept, BigDecimal computed, List<SourceRef> at) {
        Unit unit = Objects.requireNonNull(context.catalogue().find(kpi)).unit();
        Change.apart(kept, computed)
                .ifPresent(apart -> list.of("summary_difference")
                        .kpi(kpi)
                        .period(period)
                        .value(apart, Unit.RATIO)
                        .reference(computed)
                        .with("actual", kept, unit)
                        .formula("reported " + kept.toPlainString() + ", computed from its parts "
                                + computed.toPlainString())
                        .from(at)
                        .add());
    }

    /** Runs of periods in which a KPI was computed from a mean of ratios; named by the first. */
    private void meansOfRatios() {
        SeriesDoubt.MeanOfRatios first = null;
        SeriesDoubt.MeanOfRatios last = null;
        var at = new ArrayList<SourceRef>();
        int periods = 0;
        var means = context.seriesDoubts().stream()
                .filter(SeriesDoubt.MeanOfRatios.class::isInstance)
                .map(SeriesDoubt.MeanOfRatios.class::cast)
                .sorted(Comparator.comparing(SeriesDoubt.MeanOfRatios::kpi)
                        .thenComparing(SeriesDoubt.MeanOfRatios::of)
                        .thenComparing(SeriesDoubt.MeanOfRatios::period))
                .toList();
        for (SeriesDoubt.MeanOfRatios mean : means) {
            boolean goesOn = first != null
                    && last != null
                    && first.kpi().equals(mean.kpi())
                    && first.of().equals(mean.of())
                    && last.period().plus(1).equals(mean.period());
            if (!goesOn) {
                meanOfRatios(first, periods, at);
                first = mean;
                periods = 0;
                at.clear();
            }
            last = mean;
            periods++;
            at.addAll(mean.sources());
        }
        meanOfRatios(first, periods, at);
    }

    private void meanOfRatios(SeriesDoubt.@Nullable MeanOfRatios first, int periods, List<SourceRef> at) {
        if (first != null) {
            list.of("unweighted_mean")
                    .kpi(first.kpi())
                    .period(first.period())
                    .other("KPI", first.of())
                    .value(periods, Unit.COUNT)
                    .count(periods)
                    .formula(first.kpi() + " uses the mean of " + first.of() + " in " + periods + " periods")
                    .from(at)
                    .add();
        }
    }

    /** Amounts in a currency that is not the scorecard's, or, when it has none, not the usual one of the KPI. */
    private void currencies() {
        String own = context.facts().scorecard().currency();
        var byKpi = new TreeMap<String, TreeMap<String, List<Measurement>>>();
        for (Measurement m : context.facts().measurements()) {
            String currency = m.currency();
            Kpi kpi = context.catalogue().find(m.kpi());
            if (currency != null && kpi != null && kpi.unit() == Unit.CURRENCY && !currency.equals(own)) {
                byKpi.computeIfAbsent(m.kpi(), k -> new TreeMap<>())
                        .computeIfAbsent(currency, c -> new ArrayList<>())
                        .add(m);
            }
        }
        byKpi.forEach((kpi, byCurrency) -> {
            String usual = own != null
                    ? own
                    : byCurrency.entrySet().stream()
                            .max(Comparator.comparing((Map.Entry<String, List<Measurement>> one) ->
                                            one.getValue().size())
                                    .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                            .orElseThrow()
                            .getKey();
            byCurrency.forEach((currency, some) -> {
                if (!currency.equals(usual)) {
                    some.forEach(m -> foreign(m, currency, usual));
                }
            });
        });
    }

    private void foreign(Measurement m, String currency, String usual) {
        list.of("foreign_currency")
                .kpi(m.kpi())
                .period(m.period())
                .value(BigDecimal.ONE, null)
                .text(currency)
                .with("actual", m.actual().valueOrNull(), null)
                .formula(currency + " beside " + usual)
                .from(m.origin().of("currency"))
                .add();
    }

    /** Targets whose newest entry in the log says that nobody agreed to them. */
    private void standInTargets() {
        var newest = new TreeMap<String, TargetChange>();
        for (TargetChange change : context.facts().targetChanges()) {
            if (!change.changedOn().isAfter(context.asOf())) {
                newest.merge(
                        change.kpi() + "|" + change.period(),
                        change,
                        (a, b) -> a.changedOn().isAfter(b.changedOn()) ? a : b);
            }
        }
        for (TargetChange change : newest.values()) {
            Provenance provenance = change.provenance();
            Kpi kpi = context.catalogue().find(change.kpi());
            if (kpi != null && (provenance == Provenance.DEFAULT || provenance == Provenance.PLACEHOLDER)) {
                list.of("stand_in_target")
                        .kpi(kpi.id())
                        .period(change.period())
                        .value(BigDecimal.ONE, null)
                        .text(provenance.name())
                        .with("target", change.newTarget(), kpi.unit())
                        .formula("provenance " + provenance)
                        .from(change.origin().of("provenance"))
                        .add();
            }
        }
    }

    /** Sum of the targets of all units in a period / in the period before, of the units that have both. */
    private void targetTotals() {
        if (!context.population().signals().speaksForAll(context.id())) {
            return;
        }
        for (PopulationSignals.TargetTotal total :
                context.population().signals().targetTotals()) {
            list.of("target_total_jump")
                    .period(total.period())
                    .other("total of", total.kpi())
                    .value(Decimals.ratio(total.sum(), total.before()), Unit.MULTIPLE)
                    .count(total.units())
                    .reference(total.before())
                    .with("target", total.sum(), null)
                    .formula("targets of " + total.units() + " units, "
                            + total.sum().toPlainString() + ", against "
                            + total.before().toPlainString() + " in the period before")
                    .add();
        }
    }
}
