package boscard.evaluation;

import boscard.fact.Grain;
import boscard.fact.Initiative;
import boscard.fact.InitiativeStatus;
import boscard.fact.Kpi;
import boscard.fact.KpiChange;
import boscard.fact.KpiChangeKind;
import boscard.fact.Objective;
import boscard.fact.Period;
import boscard.fact.Sign;
import boscard.fact.StrategyLink;
import boscard.fact.TargetChange;
import boscard.fact.Unit;
import boscard.indicator.Attainment;
import boscard.indicator.Change;
import boscard.indicator.Series;
import boscard.indicator.Series.Point;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether one thing follows from another, as it should: outcomes from drivers (G12), values from definitions (G13),
 * ratios from their base (G16), KPIs from initiatives (P6), plans from the market (AD3), the set of KPIs from the
 * strategy (AD2).
 */
final class ResponseIndicators {

    private final ScorecardContext context;
    private final IndicatorList list;

    ResponseIndicators(ScorecardContext context, IndicatorList list) {
        this.context = context;
        this.list = list;
    }

    void add() {
        drivers();
        definitions();
        entries();
        effects();
        market();
        context.scoredKpis().forEach(this::shift);
        frozenKpis();
    }

    /** A value of a series, with where it stands. */
    private record Value(BigDecimal number, List<SourceRef> at) {}

    private static @Nullable Value value(Series series, Period period) {
        Point point = series.at(period);
        BigDecimal number = point == null ? null : point.actual().valueOrNull();
        return point == null || number == null ? null : new Value(number, StatusStage.sources(point));
    }

    /** Growth over a year up to the period, positive when better; empty when a value is missing or not above 0. */
    private static Optional<BigDecimal> yearly(Series series, Period period, Set<SourceRef> at) {
        Value now = value(series, period);
        Value before = value(series, period.yearEarlier());
        if (now == null || before == null) {
            return Optional.empty();
        }
        at.addAll(now.at());
        at.addAll(before.at());
        BigDecimal sign = BigDecimal.valueOf(TargetIndicators.sign(series.kpi()));
        return Change.growth(before.number(), now.number()).map(growth -> growth.multiply(sign));
    }

    // ---- G12

    /** Each driver with what it should drive: along the links of the strategy map, and its counter-measure. */
    private void drivers() {
        var seen = new LinkedHashSet<String>();
        var objectives = new HashMap<String, Objective>();
        context.facts().objectives().forEach(objective -> objectives.put(objective.objective(), objective));
        for (StrategyLink link : context.facts().links()) {
            Objective from = objectives.get(link.fromObjective());
            Objective to = objectives.get(link.toObjective());
            if (from != null && to != null && link.sign() == Sign.POSITIVE) {
                int lag = link.lagPeriods();
                from.kpis().forEach(driver -> to.kpis().forEach(outcome -> driver(driver, outcome, lag, "LINK", seen)));
            }
        }
        for (Kpi kpi : context.scoredKpis()) {
            if (kpi.pair() != null) {
                driver(kpi.id(), kpi.pair(), 0, "COUNTER_MEASURE", seen);
            }
        }
    }

    /** @param how what joins the two: LINK of the strategy map, or COUNTER_MEASURE of the catalogue */
    private void driver(String driver, String outcome, int lag, String how, Set<String> seen) {
        Series cause = context.mainSeries(driver);
        Series effect = context.mainSeries(outcome);
        if (cause == null
                || effect == null
                || driver.equals(outcome)
                || TargetIndicators.sign(cause.kpi()) == 0
                || TargetIndicators.sign(effect.kpi()) == 0
                || !seen.add(driver + "|" + outcome)) {
            return;
        }
        Period latest = context.latest(outcome, effect.grain());
        if (latest == null) {
            return;
        }
        Period caused = context.settings()
                .calendar()
                .containing(cause.grain(), latest.plus(-lag).last());
        var at = new LinkedHashSet<SourceRef>();
        Optional<BigDecimal> up = yearly(cause, caused, at);
        Optional<BigDecimal> down = yearly(effect, latest, at);
        if (up.isPresent() && down.isPresent()) {
            list.of("driver_growth")
                    .kpi(driver)
                    .other("outcome", outcome)
                    .value(up.get(), Unit.RATIO)
                    .count(lag)
                    .text(how)
                    .reference(down.get())
                    .with("outcome_growth", down.get(), Unit.RATIO)
                    .formula(inAYear(cause, caused) + "; " + inAYear(effect, latest))
                    .from(at)
                    .add();
        }
    }

    /** A KPI a year before a period and in it: {@code Win rate 24.1 % in 2025-06, 27.0 % in 2026-06}. */
    private static String inAYear(Series series, Period period) {
        Value before = value(series, period.yearEarlier());
        Value now = value(series, period);
        Unit unit = series.kpi().unit();
        return series.kpi().name() + " " + Display.number(before == null ? null : before.number(), unit) + " in "
                + period.yearEarlier() + ", " + Display.number(now == null ? null : now.number(), unit) + " in "
                + period;
    }

    // ---- G13

    /** How far the first value after a change of meaning lies from the last before it. */
    private void definitions() {
        for (KpiChange change : context.facts().kpiChanges()) {
            Series series = context.mainSeries(change.kpi());
            if (series == null
                    || !change.what().changesMeaning()
                    || change.changedOn().isAfter(context.asOf())) {
                continue;
            }
            Point before = null;
            Point after = null;
            for (Point point : series.points().values()) {
                if (!point.actual().isPresent() || !point.period().isClosed(context.asOf())) {
                    continue;
                }
                if (point.period().last().isBefore(change.changedOn())) {
                    before = point;
                } else if (after == null && !point.period().first().isBefore(change.changedOn())) {
                    after = point;
                }
            }
            BigDecimal was = before == null ? null : before.actual().valueOrNull();
            BigDecimal is = after == null ? null : after.actual().valueOrNull();
            if (before != null && after != null && was != null && is != null) {
                jump(change, series, after, was, is, before.period());
            }
        }
    }

    private void jump(KpiChange change, Series series, Point after, BigDecimal was, BigDecimal is, Period before) {
        Unit unit = series.kpi().unit();
        Change.apart(was, is)
                .ifPresent(jump -> list.of("jump_at_change")
                        .kpi(change.kpi())
                        .period(after.period())
                        .value(jump, Unit.RATIO)
                        .count(1)
                        .reference(was)
                        .with("was", was, unit)
                        .with("is", is, unit)
                        .formula(change.what() + " changed on " + change.changedOn() + "; " + before + " "
                                + was.toPlainString() + ", " + after.period() + " " + is.toPlainString())
                        .from(change.origin().whole())
                        .from(StatusStage.sources(after))
                        .add());
    }

    // ---- G16

    /** A conversion that rises while fewer enter: parameter {@code g16_entries} names what enters for each KPI. */
    private void entries() {
        for (String pair : context.parameters().text("g16_entries", "").split(";", -1)) {
            String[] sides = pair.split("=", -1);
            if (sides.length != 2) {
                continue;
            }
            Series conversion = context.mainSeries(sides[0].strip());
            Period latest = conversion == null ? null : context.latest(sides[0].strip(), conversion.grain());
            if (conversion == null || latest == null) {
                continue;
            }
            var at = new LinkedHashSet<SourceRef>();
            BigDecimal now = entered(sides[1], latest, at);
            BigDecimal before = entered(sides[1], latest.yearEarlier(), at);
            Optional<BigDecimal> up = yearly(conversion, latest, at);
            Optional<BigDecimal> entries =
                    now == null || before == null ? Optional.empty() : Change.growth(before, now);
            if (up.isPresent() && entries.isPresent()) {
                list.of("conversion_growth")
                        .kpi(conversion.kpi().id())
                        .period(latest)
                        .value(up.get(), Unit.RATIO)
                        .count(1)
                        .reference(entries.get())
                        .with("entries_growth", entries.get(), Unit.RATIO)
                        .with("entries", now, Unit.COUNT)
                        .formula("conversion better by " + up.get() + " in a year, entries by " + entries.get())
                        .from(at)
                        .add();
            }
        }
    }

    /** Sum of measures over the months of a period; null when one is missing. */
    private @Nullable BigDecimal entered(String measures, Period period, Set<SourceRef> at) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String measure : measures.split("\\+", -1)) {
            String id = measure.strip();
            Kpi kpi = context.catalogue().find(id);
            Map<Grain, Series> grains = context.grains(id);
            if (kpi == null || grains.isEmpty()) {
                return null;
            }
            Series finest = grains.values().iterator().next();
            Point point = grains.containsKey(period.grain())
                    ? Objects.requireNonNull(grains.get(period.grain())).at(period)
                    : Gathering.of(
                                    kpi,
                                    finest.points(),
                                    period.grain(),
                                    context.settings().calendar())
                            .get(period);
            BigDecimal value = point == null ? null : point.actual().valueOrNull();
            if (point == null || value == null) {
                return null;
            }
            sum = sum.add(value);
            at.addAll(StatusStage.sources(point));
        }
        return sum;
    }

    // ---- P6

    /** What an initiative that is done, or nearly, has changed: the newest value against the last before it began. */
    private void effects() {
        for (Initiative plan : context.facts().initiatives()) {
            String kpi = kpiOf(plan);
            Series series = kpi == null ? null : context.mainSeries(kpi);
            LocalDate start = plan.startDate();
            LocalDate end = plan.lastUpdate() != null ? plan.lastUpdate() : plan.dueDate();
            if (series == null || start == null || end == null || plan.status() == InitiativeStatus.CANCELLED) {
                continue;
            }
            Period latest = context.latest(series.kpi().id(), series.grain());
            Period ended = context.settings().calendar().containing(series.grain(), end);
            Period before = context.settings()
                    .calendar()
                    .containing(series.grain(), start)
                    .previous();
            int since = latest == null ? 0 : steps(ended, latest);
            Value was = value(series, before);
            Value is = latest == null ? null : value(series, latest);
            if (latest != null && was != null && is != null && since >= 0) {
                effect(plan, series, latest, before, was, is, since);
            }
        }
    }

    /** The KPI that an initiative should move: its own, else the one of its goal; null when there is not one. */
    private @Nullable String kpiOf(Initiative plan) {
        if (plan.kpi() != null || plan.goal() == null) {
            return plan.kpi();
        }
        return context.facts().goals().stream()
                .filter(goal -> goal.goal().equals(plan.goal()) && goal.kpi().size() == 1)
                .map(goal -> goal.kpi().get(0))
                .findFirst()
                .orElse(null);
    }

    private void effect(Initiative plan, Series series, Period latest, Period before, Value was, Value is, int since) {
        Kpi kpi = series.kpi();
        BigDecimal better = switch (kpi.direction()) {
            case HIGHER, BINARY -> is.number().subtract(was.number());
            case LOWER -> was.number().subtract(is.number());
            case IN_RANGE ->
                Attainment.distanceOutside(kpi, was.number()).subtract(Attainment.distanceOutside(kpi, is.number()));
        };
        list.of("plan_effect")
                .kpi(kpi.id())
                .other("initiative", plan.initiative())
                .value(better, kpi.unit())
                .count(since)
                .reference(was.number())
                .with("was", was.number(), kpi.unit())
                .with("is", is.number(), kpi.unit())
                .formula(before + " " + was.number().toPlainString() + ", " + latest + " "
                        + is.number().toPlainString() + ", " + since + " periods after it")
                .from(plan.origin().whole())
                .from(was.at())
                .from(is.at())
                .add();
    }

    /** Periods from one to the other; negative when the other comes first. */
    private static int steps(Period from, Period to) {
        int steps = 0;
        for (Period next = from; next.compareTo(to) < 0; next = next.plus(1)) {
            steps++;
        }
        return from.compareTo(to) > 0 ? -1 : steps;
    }

    // ---- AD3

    /** How far the market moved over the periods that a plan has to answer, and how many plans did. */
    private void market() {
        Series index = context.mainSeries(context.parameters().text("market_kpi", "market_index"));
        int window = context.setting("ad3_periods", 0);
        Period latest = index == null ? null : context.latest(index.kpi().id(), index.grain());
        if (index == null || latest == null || window == 0) {
            return;
        }
        Value now = value(index, latest);
        Value before = value(index, latest.plus(-window));
        if (now == null || before == null) {
            return;
        }
        LocalDate since = latest.plus(1 - window).first();
        Change.growth(before.number(), now.number())
                .ifPresent(moved -> list.of("market_move")
                        .kpi(index.kpi().id())
                        .period(latest)
                        .value(moved.abs(), Unit.RATIO)
                        .count(changesSince(since))
                        .reference(moved)
                        .with("moved", moved, Unit.RATIO)
                        .formula("from " + before.number().toPlainString() + " to "
                                + now.number().toPlainString() + " in " + window + " periods; changes of plan since "
                                + since + ": " + changesSince(since))
                        .from(now.at())
                        .from(before.at())
                        .add());
    }

    /** Targets changed, and initiatives begun or updated, on that day or later. */
    int changesSince(LocalDate day) {
        int changes = 0;
        for (TargetChange change : context.facts().targetChanges()) {
            changes += isSince(change.changedOn(), day) ? 1 : 0;
        }
        for (Initiative plan : context.facts().initiatives()) {
            changes += isSince(plan.startDate(), day) || isSince(plan.lastUpdate(), day) ? 1 : 0;
        }
        return changes;
    }

    private boolean isSince(@Nullable LocalDate date, LocalDate day) {
        return date != null && !date.isBefore(day) && !date.isAfter(context.asOf());
    }

    /**
     * What the process chart said of the value {@code ad3_periods} before the newest closed one: whoever had to answer
     * a shift has had so many whole periods for it. Counted are changes of the KPI's target, and initiatives for it
     * that were begun or updated, since.
     */
    private void shift(Kpi kpi) {
        Series series = context.mainSeries(kpi.id());
        int window = context.setting("ad3_periods", 0);
        Period latest = series == null ? null : context.latest(kpi.id(), series.grain());
        Point then = series == null || latest == null || window == 0 ? null : series.at(latest.plus(-window));
        ProcessChart.Judged judged = series == null || then == null
                ? null
                : context.chart().judge(series, then).orElse(null);
        if (series == null || then == null || judged == null || judged.kind() == null || !judged.firm()) {
            return;
        }
        LocalDate since = then.period().plus(1).first();
        int changes = changesSince(kpi.id(), since);
        list.of("process_shift")
                .kpi(kpi.id())
                .period(then.period())
                .value(judged.value(), kpi.unit())
                .text(judged.kind().name())
                .count(changes)
                .reference(judged.centre())
                .with("lower", judged.lower(), kpi.unit())
                .with("upper", judged.upper(), kpi.unit())
                .formula(ProcessChart.words(judged, kpi.unit()) + "; changes of its target and its plans since " + since
                        + ": " + changes)
                .from(context.chart().inputs(series, then))
                .add();
    }

    private int changesSince(String kpi, LocalDate day) {
        int changes = 0;
        for (TargetChange change : context.facts().targetChanges()) {
            changes += change.kpi().equals(kpi) && isSince(change.changedOn(), day) ? 1 : 0;
        }
        for (Initiative plan : context.facts().initiatives()) {
            boolean moved = isSince(plan.startDate(), day) || isSince(plan.lastUpdate(), day);
            changes += moved && isFor(plan, kpi) ? 1 : 0;
        }
        return changes;
    }

    /** Whether an initiative names the KPI, or serves a goal that does. */
    private boolean isFor(Initiative plan, String kpi) {
        return kpi.equals(plan.kpi())
                || context.facts().goals().stream()
                        .anyMatch(goal ->
                                goal.goal().equals(plan.goal()) && goal.kpi().contains(kpi));
    }

    // ---- AD2

    /** Days since a KPI was last added or retired; told once, since the catalogue is one for all. */
    private void frozenKpis() {
        if (!context.population().signals().speaksForAll(context.id())) {
            return;
        }
        KpiChange newest = null;
        var all = new ArrayList<KpiChange>();
        for (KpiChange change : context.facts().kpiChanges()) {
            boolean set = change.what() == KpiChangeKind.ADDED || change.what() == KpiChangeKind.RETIRED;
            if (set && !change.changedOn().isAfter(context.asOf())) {
                all.add(change);
                newest = newest == null || change.changedOn().isAfter(newest.changedOn()) ? change : newest;
            }
        }
        if (newest != null) {
            list.of("kpis_unchanged_days")
                    .value(ChronoUnit.DAYS.between(newest.changedOn(), context.asOf()), Unit.DAYS)
                    .count(all.size())
                    .formula("last " + newest.what() + " on " + newest.changedOn() + ": " + newest.kpi())
                    .from(newest.origin().whole())
                    .add();
        }
    }
}
