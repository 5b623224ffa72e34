package boscard.evaluation;

import boscard.fact.Decimals;
import boscard.fact.Grain;
import boscard.fact.Kpi;
import boscard.fact.NullPolicy;
import boscard.fact.Objective;
import boscard.fact.ObjectiveStatus;
import boscard.fact.Period;
import boscard.fact.Perspective;
import boscard.indicator.BandScore;
import boscard.indicator.Series;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * KPI scores into objectives, perspectives and the scorecard (DOMAIN.md section 4.6), once per closed period of the
 * finest grain that the scorecard's KPIs have. A KPI of a coarser grain counts with its newest period closed by then.
 */
final class RollUp {

    private static final BigDecimal GREEN_FROM = BandScore.edge(2, 3);
    private static final BigDecimal AMBER_FROM = BandScore.edge(1, 3);

    private final ScorecardContext context;
    private final Map<String, KpiStatus> statuses = new HashMap<>();
    private final BigDecimal coverageMinimum;
    private final BigDecimal vetoWeight;
    private final Set<String> criticalKpis;
    private final Map<String, Objective> objectiveByKpi = new HashMap<>();
    private final Listener listener;

    /** Told of each node with what it was rolled up from. */
    @FunctionalInterface
    interface Listener {
        void rolledUp(NodeScore node, List<NodePart> parts);
    }

    RollUp(ScorecardContext context, List<KpiStatus> statuses) {
        this(context, statuses, (node, parts) -> {});
    }

    RollUp(ScorecardContext context, List<KpiStatus> statuses, Listener listener) {
        this.context = context;
        this.listener = listener;
        statuses.forEach(status -> this.statuses.put(status.kpi() + "|" + status.period(), status));
        this.coverageMinimum = context.parameters().number("coverage_min");
        this.vetoWeight = context.parameters().number("veto_weight");
        this.criticalKpis = criticalKpis(context);
        for (Objective objective : context.facts().objectives()) {
            if (objective.status() == ObjectiveStatus.ACTIVE) {
                objective.kpis().forEach(kpi -> objectiveByKpi.putIfAbsent(kpi, objective));
            }
        }
    }

    static Set<String> criticalKpis(ScorecardContext context) {
        return new TreeSet<>(List.of(context.parameters()
                .text("critical_kpis", "")
                .toLowerCase(java.util.Locale.ROOT)
                .split("[;,\\s]+")));
    }

    List<NodeScore> nodes() {
        var result = new ArrayList<NodeScore>();
        List<Series> main = context.scoredKpis().stream()
                .map(kpi -> context.mainSeries(kpi.id()))
                .filter(java.util.Objects::nonNull)
                .toList();
        Grain finest = main.stream().map(Series::grain).min(Grain::compareTo).orElse(null);
        if (finest == null) {
            return result;
        }
        var periods = new TreeSet<Period>();
        main.stream()
                .filter(series -> series.grain() == finest)
                .forEach(series -> periods.addAll(series.points().keySet()));
        periods.removeIf(period -> !period.isClosed(context.asOf()));
        for (Period period : periods) {
            result.addAll(nodesAt(period, main, period.equals(periods.last())));
        }
        return result;
    }

    private List<NodeScore> nodesAt(Period period, List<Series> main, boolean latest) {
        var byObjective = new LinkedHashMap<Objective, List<NodePart>>();
        var byPerspective = new LinkedHashMap<String, List<NodePart>>();
        for (Series series : main) {
            NodePart child = childOf(series, period.last());
            if (child != null) {
                Objective objective = objectiveByKpi.get(series.kpi().id());
                if (objective != null) {
                    byObjective
                            .computeIfAbsent(objective, o -> new ArrayList<>())
                            .add(child);
                } else {
                    byPerspective
                            .computeIfAbsent(series.kpi().perspective(), p -> new ArrayList<>())
                            .add(child);
                }
            }
        }
        var nodes = new ArrayList<NodeScore>();
        byObjective.forEach((objective, children) -> {
            NodeScore node = node(
                    NodeScore.Kind.OBJECTIVE,
                    objective.objective(),
                    objective.name(),
                    objective.weight(),
                    period,
                    children,
                    latest);
            nodes.add(node);
            byPerspective
                    .computeIfAbsent(objective.perspective(), p -> new ArrayList<>())
                    .add(asChild(node, children));
        });
        var perspectives = new ArrayList<NodePart>();
        for (Perspective perspective : perspectives(byPerspective.keySet())) {
            List<NodePart> children = byPerspective.get(perspective.id());
            if (children != null) {
                NodeScore node = node(
                        NodeScore.Kind.PERSPECTIVE,
                        perspective.id(),
                        perspective.name(),
                        perspective.weight(),
                        period,
                        children,
                        latest);
                nodes.add(node);
                perspectives.add(asChild(node, children));
            }
        }
        if (!perspectives.isEmpty()) {
            nodes.add(node(
                    NodeScore.Kind.SCORECARD,
                    context.id(),
                    context.facts().scorecard().name(),
                    null,
                    period,
                    perspectives,
                    latest));
        }
        return nodes;
    }

    /** The catalogue's, in its order, then those that only a KPI or an objective names: they count like any other. */
    private List<Perspective> perspectives(Set<String> used) {
        var all = new ArrayList<>(context.catalogue().perspectives());
        var known = all.stream().map(Perspective::id).collect(java.util.stream.Collectors.toSet());
        used.stream().filter(id -> !known.contains(id)).sorted().forEach(id -> all.add(new Perspective(id, id, null)));
        return all;
    }

    /** The KPI's newest period closed by that day; null when it had not begun to be measured. */
    private @Nullable NodePart childOf(Series series, LocalDate day) {
        Kpi kpi = series.kpi();
        Period first = series.points().firstKey();
        if (first.last().isAfter(day)) {
            return null;
        }
        Period due = context.settings().calendar().containing(series.grain(), day);
        due = due.isClosed(day) ? due : due.previous();
        KpiStatus status = statuses.get(kpi.id() + "|" + due);
        if (status == null) {
            status = carried(kpi, due);
        }
        if (status == null) {
            return missing(kpi);
        }
        BigDecimal score = status.status() == Status.SUSPECT ? null : status.score();
        if (score == null && status.status() == Status.NO_DATA) {
            KpiStatus earlier = carried(kpi, due);
            if (earlier != null && earlier.score() != null) {
                return new NodePart(kpi.id(), kpi.weight(), earlier.score(), earlier.status(), true, red(earlier));
            }
            return missing(kpi);
        }
        return new NodePart(
                kpi.id(), kpi.weight(), score, status.status(), status.status() != Status.NOT_APPLICABLE, red(status));
    }

    private static int red(KpiStatus status) {
        return status.status().isRed() ? 1 : 0;
    }

    private static NodePart missing(Kpi kpi) {
        return switch (kpi.nullPolicy().kind()) {
            case EXCLUDE_REDISTRIBUTE, NO_DATA_PARENT, CARRY_FORWARD ->
                new NodePart(kpi.id(), kpi.weight(), null, Status.NO_DATA, true, 0);
            case TREAT_AS_ZERO, PENALISE ->
                new NodePart(kpi.id(), kpi.weight(), BigDecimal.ZERO, Status.NO_DATA, true, 0);
        };
    }

    /** An older status that the KPI's policy allows to stand in; null when it allows none or there is none. */
    private @Nullable KpiStatus carried(Kpi kpi, Period due) {
        if (kpi.nullPolicy().kind() == NullPolicy.Kind.CARRY_FORWARD) {
            for (int back = 1; back <= kpi.nullPolicy().periods(); back++) {
                KpiStatus status = statuses.get(kpi.id() + "|" + due.plus(-back));
                if (status != null && status.status().isBand() && status.score() != null) { // not a doubted one
                    return status;
                }
            }
        }
        return null;
    }

    private NodeScore node(
            NodeScore.Kind kind,
            String id,
            String name,
            @Nullable BigDecimal ownWeight,
            Period period,
            List<NodePart> children,
            boolean latest) {
        BigDecimal applicable = BigDecimal.ZERO;
        BigDecimal scored = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        int red = 0;
        boolean forbidden = false;
        for (NodePart child : children) {
            red += child.red();
            if (child.applicable()) {
                applicable = applicable.add(child.weight());
                forbidden |= forbidsScore(kind, child);
                if (child.score() != null) {
                    scored = scored.add(child.weight());
                    sum = sum.add(child.weight().multiply(child.score()));
                }
            }
        }
        BigDecimal weight = ownWeight != null ? ownWeight : applicable;
        BigDecimal coverage = applicable.signum() == 0 ? BigDecimal.ZERO : Decimals.ratio(scored, applicable);
        boolean enough = scored.signum() > 0 && coverage.compareTo(coverageMinimum) >= 0 && !forbidden;
        BigDecimal score = enough ? Decimals.ratio(sum, scored) : null;
        Status raw = applicable.signum() == 0 ? Status.NOT_APPLICABLE : score == null ? Status.NO_DATA : bandOf(score);
        String vetoBy = raw.isGreen() ? vetoBy(children, applicable) : null;
        var node = new NodeScore(
                context.id(),
                kind,
                id,
                name,
                period.grain(),
                period.toString(),
                weight,
                score,
                coverage,
                vetoBy == null ? raw : Status.AMBER,
                raw,
                vetoBy,
                red,
                children.size(),
                latest);
        listener.rolledUp(node, children);
        return node;
    }

    private boolean forbidsScore(NodeScore.Kind kind, NodePart child) {
        Kpi kpi = kind == NodeScore.Kind.SCORECARD ? null : context.catalogue().find(child.id());
        return kpi != null && child.score() == null && kpi.nullPolicy().kind() == NullPolicy.Kind.NO_DATA_PARENT;
    }

    /** Node bands are the edges 100 k / 3, so children that are all green never give an amber node. */
    static Status bandOf(BigDecimal score) {
        return score.compareTo(GREEN_FROM) >= 0
                ? Status.GREEN
                : score.compareTo(AMBER_FROM) >= 0 ? Status.AMBER : Status.RED;
    }

    /** The first red child that is heavy enough or critical. */
    private @Nullable String vetoBy(List<NodePart> children, BigDecimal total) {
        return children.stream()
                .filter(child -> child.applicable() && child.status().isRed())
                .filter(child -> criticalKpis.contains(child.id())
                        || Decimals.ratio(child.weight(), total).compareTo(vetoWeight) >= 0)
                .map(NodePart::id)
                .findFirst()
                .orElse(null);
    }

    private static NodePart asChild(NodeScore node, List<NodePart> children) {
        boolean applicable = children.stream().anyMatch(NodePart::applicable);
        return new NodePart(node.node(), node.weight(), node.score(), node.status(), applicable, node.red());
    }
}
