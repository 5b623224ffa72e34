package boscard.evaluation;

import boscard.fact.Decimals;
import boscard.fact.Horizon;
import boscard.fact.Kpi;
import boscard.fact.Objective;
import boscard.fact.ObjectiveStatus;
import boscard.fact.Perspective;
import boscard.fact.StrategyLink;
import boscard.fact.Timing;
import boscard.fact.Unit;
import boscard.indicator.Series;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How a scorecard is composed, short against long, and how its strategy map hangs together (sections 7 and 9). */
final class BalanceIndicators {

    private final ScorecardContext context;
    private final IndicatorList list;
    private final List<Kpi> kpis;
    private final BigDecimal total;

    /** Whether the catalogue as a whole is looked at, and not what one scorecard measures. */
    private final boolean ofCatalogue;

    private BalanceIndicators(ScorecardContext context) {
        this(context, context.scoredKpis(), false);
    }

    private BalanceIndicators(ScorecardContext context, List<Kpi> kpis, boolean ofCatalogue) {
        this.context = context;
        this.list = new IndicatorList(context);
        this.kpis = kpis;
        this.total = weight(kpi -> true);
        this.ofCatalogue = ofCatalogue;
    }

    static List<Indicator> of(ScorecardContext context, List<KpiStatus> statuses) {
        var indicators = new BalanceIndicators(context);
        if (!indicators.kpis.isEmpty()) {
            indicators.perspectives();
            indicators.composition();
            indicators.counterMeasures();
            indicators.horizons(statuses);
        }
        indicators.objectives();
        new YearlyIndicators(context, indicators.list).indicators();
        new LinkIndicators(context, indicators.list).indicators();
        var all = new ArrayList<>(indicators.list.all());
        if (context.population().signals().speaksForAll(context.id())) {
            all.addAll(ofCatalogue(context));
        }
        return all;
    }

    /** Shares of the whole catalogue, told once: a scorecard can only be as balanced as what it chooses from. */
    private static List<Indicator> ofCatalogue(ScorecardContext context) {
        List<Kpi> scored =
                context.catalogue().kpis().stream().filter(Kpi::isScored).toList();
        var indicators = new BalanceIndicators(context, scored, true);
        if (!scored.isEmpty()) {
            indicators.perspectives();
            indicators.kinds();
        }
        return indicators.list.all();
    }

    /** The strategy map, which SMART tests of goals need before the balance stage. */
    static List<Indicator> ofStrategyMap(ScorecardContext context) {
        var indicators = new BalanceIndicators(context);
        indicators.strategyMap();
        return indicators.list.all();
    }

    private BigDecimal weight(Predicate<Kpi> which) {
        return kpis.stream().filter(which).map(Kpi::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void share(String name, Predicate<Kpi> which, String words) {
        about(draftShare(name, which, words), null, null).add();
    }

    /** What a number is about: a part of the scorecard, or of the catalogue. */
    private IndicatorList.Draft about(IndicatorList.Draft draft, @Nullable String kind, @Nullable String id) {
        if (ofCatalogue) {
            return draft.other(kind == null ? "catalogue" : "catalogue " + kind, id == null ? "as a whole" : id);
        }
        return kind == null || id == null ? draft : draft.other(kind, id);
    }

    /** Each kind is a subject of its own: a scorecard that lacks two of them has two findings. */
    private void kind(String kind, Predicate<Kpi> which, String words) {
        about(draftShare(kind + "_share", which, words), "kind", kind).add();
    }

    private IndicatorList.Draft draftShare(String name, Predicate<Kpi> which, String words) {
        List<Kpi> chosen = kpis.stream().filter(which).toList();
        return list.of(name)
                .value(total.signum() == 0 ? null : Decimals.ratio(weight(which), total), Unit.RATIO)
                .count(chosen.size())
                .formula("weight share of " + words + ": "
                        + chosen.stream().map(Kpi::id).toList())
                .from(chosen.stream().map(Kpi::at).toList());
    }

    private void perspectives() {
        for (Perspective perspective : context.catalogue().perspectives()) {
            Predicate<Kpi> within = kpi -> kpi.perspective().equals(perspective.id());
            about(draftShare("perspective_share", within, perspective.name()), "perspective", perspective.id())
                    .add();
            about(list.of("perspective_count"), "perspective", perspective.id())
                    .value(kpis.stream().filter(within).count(), Unit.COUNT)
                    .formula("scored KPIs of " + perspective.name())
                    .add();
            if (perspective.id().equals(Perspective.FINANCIAL)) {
                about(
                                draftShare("perspective_share_financial", within, perspective.name()),
                                "perspective",
                                perspective.id())
                        .add();
            }
        }
    }

    private void composition() {
        list.of("scored_kpi_count")
                .value(kpis.size(), Unit.COUNT)
                .count(kpis.size())
                .formula("scored KPIs that are measured")
                .from(kpis.stream().map(Kpi::at).toList())
                .add();
        kinds();
        if (context.population().scorecards() > 1) {
            share("common_share", kpi -> context.population().isCommon(kpi.id()), "KPIs that all scorecards have");
        }
        if (kpis.size() > 2) { // of one or two KPIs one is always heavy, and B2 says that they are few
            weightShare("heaviest_kpi_share", kpis.stream().max(Comparator.comparing(Kpi::weight)));
            weightShare("lightest_kpi_share", kpis.stream().min(Comparator.comparing(Kpi::weight)));
        }
    }

    private void kinds() {
        share("lead_share", kpi -> kpi.timing() == Timing.LEADING, "leading KPIs");
        share("long_share", kpi -> kpi.horizon() == Horizon.LONG, "long-term KPIs");
        kind("financial", kpi -> kpi.perspective().equals(Perspective.FINANCIAL), "financial KPIs");
        kind("survey", Kpi::isSurvey, "KPIs from surveys");
        kind(
                "outward",
                kpi -> kpi.perspective().equals(Perspective.FINANCIAL)
                        || kpi.perspective().equals(Perspective.CUSTOMER),
                "financial and customer KPIs");
    }

    /** B6: whether the counter-measure of a KPI is measured here too. */
    private void counterMeasures() {
        for (Kpi kpi : kpis) {
            if (kpi.pair() != null) {
                list.of("counter_measure")
                        .kpi(kpi.id())
                        .value(context.grains(kpi.pair()).isEmpty() ? BigDecimal.ZERO : BigDecimal.ONE, null)
                        .formula("whether " + kpi.pair() + " is measured")
                        .from(kpi.at())
                        .add();
            }
        }
    }

    private void weightShare(String name, Optional<Kpi> which) {
        which.ifPresent(kpi -> list.of(name)
                .kpi(kpi.id())
                .value(total.signum() == 0 ? null : Decimals.ratio(kpi.weight(), total), Unit.RATIO)
                .count(kpis.size())
                .formula(kpi.weight() + " of " + total)
                .from(kpi.origin().of("weight"))
                .add());
    }

    /**
     * Weighted mean score of short-term and of long-term KPIs on the PERCENT scale (100 x attainment, at most 100), now
     * and the fall of the long-term ones over {@code b9_periods}. KPIs without attainment count by their band score.
     */
    private void horizons(List<KpiStatus> statuses) {
        int periods = context.parameters().number("b9_periods", "3").intValue();
        for (Horizon horizon : List.of(Horizon.SHORT, Horizon.LONG)) {
            Mean now = mean(statuses, horizon, 0);
            if (now.value() != null) {
                String name = horizon == Horizon.SHORT ? "short_score" : "long_score";
                list.of(name)
                        .value(now.value(), Unit.SCORE)
                        .count(now.used().size())
                        .formula("weighted mean score of " + horizon + " KPIs")
                        .from(now.used().stream().map(KpiStatus::at).toList())
                        .add();
                Mean before = mean(statuses, horizon, periods);
                if (horizon == Horizon.LONG
                        && before.value() != null
                        && before.value().signum() > 0) {
                    list.of("long_score_change")
                            .value(Decimals.ratio(now.value().subtract(before.value()), before.value()), Unit.RATIO)
                            .count(periods)
                            .reference(before.value())
                            .formula("from " + before.value() + " to " + now.value() + " over " + periods + " periods")
                            .from(now.used().stream().map(KpiStatus::at).toList())
                            .add();
                }
            }
        }
    }

    private record Mean(@Nullable BigDecimal value, List<KpiStatus> used) {}

    /** The mean over each KPI's period that lies {@code back} periods before its newest closed one. */
    private Mean mean(List<KpiStatus> statuses, Horizon horizon, int back) {
        Map<String, KpiStatus> byKey = new HashMap<>();
        statuses.forEach(status -> byKey.put(status.kpi() + "|" + status.period(), status));
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        var used = new ArrayList<KpiStatus>();
        for (Kpi kpi : kpis) {
            Series series = kpi.horizon() == horizon ? context.mainSeries(kpi.id()) : null;
            var latest = series == null ? null : context.latest(kpi.id(), series.grain());
            KpiStatus status = latest == null ? null : byKey.get(kpi.id() + "|" + latest.plus(-back));
            BigDecimal score = status == null || !status.status().isBand() ? null : percent(status);
            if (status != null && score != null) {
                sum = sum.add(score.multiply(kpi.weight()));
                weights = weights.add(kpi.weight());
                used.add(status);
            }
        }
        return new Mean(weights.signum() == 0 ? null : Decimals.ratio(sum, weights), used);
    }

    private static @Nullable BigDecimal percent(KpiStatus status) {
        return status.attainment() == null
                ? status.score()
                : Decimals.canonical(status.attainment()
                        .multiply(Decimals.HUNDRED)
                        .min(Decimals.HUNDRED)
                        .max(BigDecimal.ZERO));
    }

    private void objectives() {
        List<Objective> active = active();
        if (!active.isEmpty()) {
            list.of("objective_count")
                    .other("count", "objectives")
                    .value(active.size(), Unit.COUNT)
                    .count(active.size())
                    .formula("active objectives")
                    .from(active.stream()
                            .map(objective -> objective.origin().whole())
                            .toList())
                    .add();
        }
    }

    private List<Objective> active() {
        return context.facts().objectives().stream()
                .filter(objective -> objective.status() == ObjectiveStatus.ACTIVE)
                .toList();
    }

    /** Per objective: links, whether it lies on a circle, and whether a financial objective can be reached from it. */
    private void strategyMap() {
        if (context.facts().links().isEmpty()) {
            return;
        }
        var next = new TreeMap<String, List<String>>();
        var links = new HashMap<String, Integer>();
        for (StrategyLink link : context.facts().links()) {
            next.computeIfAbsent(link.fromObjective(), from -> new ArrayList<>())
                    .add(link.toObjective());
            links.merge(link.fromObjective(), 1, Integer::sum);
            links.merge(link.toObjective(), 1, Integer::sum);
        }
        var fromOthers = new HashSet<String>();
        var perspectives = new HashMap<String, String>();
        context.facts()
                .objectives()
                .forEach(objective -> perspectives.put(objective.objective(), objective.perspective()));
        for (Objective objective : active()) {
            Set<String> reached = reachable(objective.objective(), next);
            boolean money = objective.perspective().equals(Perspective.FINANCIAL)
                    || reached.stream().anyMatch(id -> Perspective.FINANCIAL.equals(perspectives.get(id)));
            objectiveNumber("objective_links", objective, links.getOrDefault(objective.objective(), 0));
            objectiveNumber("objective_on_cycle", objective, reached.contains(objective.objective()) ? 1 : 0);
            objectiveNumber("objective_path_to_financial", objective, money ? 1 : 0);
            if (!objective.perspective().equals(Perspective.FINANCIAL)) {
                fromOthers.addAll(reached);
            }
        }
        for (Objective objective : active()) {
            if (objective.perspective().equals(Perspective.FINANCIAL)) {
                objectiveNumber(
                        "objective_reached_from_other", objective, fromOthers.contains(objective.objective()) ? 1 : 0);
            }
        }
    }

    private void objectiveNumber(String name, Objective objective, int number) {
        list.of(name)
                .other("objective", objective.objective())
                .value(number, Unit.COUNT)
                .formula("from " + context.facts().links().size() + " strategy links")
                .from(objective.origin().whole())
                .add();
    }

    private static Set<String> reachable(String start, Map<String, List<String>> next) {
        var reached = new HashSet<String>();
        var open = new ArrayDeque<>(next.getOrDefault(start, List.of()));
        while (!open.isEmpty()) {
            String objective = open.poll();
            if (reached.add(objective)) {
                open.addAll(next.getOrDefault(objective, List.of()));
            }
        }
        return reached;
    }
}
