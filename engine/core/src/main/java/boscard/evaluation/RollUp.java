package boscard.evaluation;

import boscard.evaluation.NodeRules.NodeRule;
import boscard.fact.Decimals;
import boscard.fact.Grain;
import boscard.fact.Kpi;
import boscard.fact.NullPolicy;
import boscard.fact.Objective;
import boscard.fact.ObjectiveStatus;
import boscard.fact.Period;
import boscard.fact.Perspective;
import boscard.fact.Unit;
import boscard.indicator.Combination;
import boscard.indicator.Qualifier;
import boscard.indicator.RollUpMethod;
import boscard.indicator.Series;
import boscard.rulebook.Parameters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * KPI scores into objectives, perspectives and the scorecard (DOMAIN.md section 4.6), once per closed period of the
 * finest grain that the scorecard's KPIs have. A KPI of a coarser grain counts with its newest period closed by then.
 */
final class RollUp {

    static final String WEIGHTLESS = "the weights of what is below it add up to 0";

    private final ScorecardContext context;
    private final Map<String, KpiStatus> statuses = new HashMap<>();
    private final BigDecimal coverageMinimum;
    private final BigDecimal vetoWeight;
    private final Set<String> criticalKpis;
    private final Map<String, Objective> objectiveByKpi = new HashMap<>();
    private final NodeRules rules;
    private final Map<String, NodeRule> ruleByNode = new HashMap<>();
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
        this.criticalKpis = criticalKpis(context.parameters());
        this.rules = NodeRules.of(context.rulebook());
        for (Objective objective : context.facts().objectives()) {
            if (objective.status() == ObjectiveStatus.ACTIVE) {
                objective.kpis().forEach(kpi -> objectiveByKpi.putIfAbsent(kpi, objective));
            }
        }
    }

    /** The KPIs that no average hides, as the parameter names them; the case of letters does not count. */
    static Set<String> criticalKpis(Parameters parameters) {
        var ids = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Collections.addAll(ids, parameters.text("critical_kpis", "").strip().split("[;,\\s]+"));
        ids.remove("");
        ids.remove("none");
        return ids;
    }

    List<NodeScore> nodes() {
        var result = new ArrayList<NodeScore>();
        List<Series> main = context.scoredKpis().stream()
                .map(kpi -> context.mainSeries(kpi.id()))
                .filter(Objects::nonNull)
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
        var byKpi = new HashMap<String, NodePart>();
        for (Series series : main) {
            NodePart child = childOf(series, period.last());
            if (child != null) {
                byKpi.put(child.id(), child);
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
                    byKpi,
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
                        byKpi,
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
                    byKpi,
                    latest));
        }
        return nodes;
    }

    /** The catalogue's, in its order, then those that only a KPI or an objective names: they count like any other. */
    private List<Perspective> perspectives(Set<String> used) {
        var all = new ArrayList<>(context.catalogue().perspectives());
        var known = all.stream().map(Perspective::id).collect(Collectors.toSet());
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
            return earlier != null ? standingIn(kpi, earlier) : missing(kpi);
        }
        if (!status.period().equals(due.toString())) {
            return standingIn(kpi, status);
        }
        return new NodePart(
                kpi.id(),
                kpi.weight(),
                score,
                status.status(),
                status.status() != Status.NOT_APPLICABLE,
                red(status),
                ofScore(status),
                null);
    }

    /** What of a status matters for the scores above it. */
    private static Set<Qualifier> ofScore(KpiStatus status) {
        var kept = new TreeSet<>(status.qualifiers());
        kept.retainAll(Set.of(Qualifier.OVERRIDDEN, Qualifier.ZERO_FOR_MISSING));
        return Collections.unmodifiableSet(kept);
    }

    private static NodePart standingIn(Kpi kpi, KpiStatus earlier) {
        return new NodePart(
                kpi.id(),
                kpi.weight(),
                earlier.score(),
                earlier.status(),
                true,
                red(earlier),
                Set.of(Qualifier.STALE),
                earlier.period());
    }

    private static int red(KpiStatus status) {
        return status.status().isRed() ? 1 : 0;
    }

    private static NodePart missing(Kpi kpi) {
        boolean penalised = switch (kpi.nullPolicy().kind()) {
            case EXCLUDE_REDISTRIBUTE, NO_DATA_PARENT, CARRY_FORWARD -> false;
            case TREAT_AS_ZERO, PENALISE -> true;
        };
        return new NodePart(
                kpi.id(),
                kpi.weight(),
                penalised ? BigDecimal.ZERO : null,
                Status.NO_DATA,
                true,
                0,
                penalised ? Set.of(Qualifier.PENALISED) : Set.of(),
                null);
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
            Map<String, NodePart> byKpi,
            boolean latest) {
        NodeRule rule = ruleByNode.computeIfAbsent(
                kind + "|" + id, key -> rules.of(new Node(context.id(), context.level(), kind, id)));
        Weighed weighed = rule.method() == RollUpMethod.SELF ? self(rule, byKpi) : weigh(kind, rule, children);
        boolean vetoes = weighed.raw().isGreen() && rule.method() != RollUpMethod.SELF;
        String vetoBy = vetoes ? vetoBy(children, weighed.applicable()) : null;
        var node = new NodeScore(
                context.id(),
                kind,
                id,
                name,
                period.grain(),
                period.toString(),
                ownWeight != null ? ownWeight : sum(children),
                weighed.score(),
                weighed.coverage(),
                vetoBy == null ? weighed.raw() : Status.AMBER,
                weighed.raw(),
                vetoBy,
                children.stream().mapToInt(NodePart::red).sum(),
                children.size(),
                latest,
                rule.method(),
                rule.row() == null ? null : rule.row().id(),
                weighed.qualifiers(),
                weighed.unscored());
        listener.rolledUp(node, children);
        return node;
    }

    /** What the children come to. */
    private record Weighed(
            BigDecimal applicable,
            BigDecimal coverage,
            @Nullable BigDecimal score,
            Status raw,
            Set<Qualifier> qualifiers,
            @Nullable String unscored) {}

    private Weighed weigh(NodeScore.Kind kind, NodeRule rule, List<NodePart> all) {
        List<NodePart> children = all.stream().filter(NodePart::applicable).toList();
        BigDecimal applicable = sum(children);
        if (children.isEmpty()) {
            return new Weighed(
                    applicable, BigDecimal.ZERO, null, Status.NOT_APPLICABLE, Set.of(), "nothing below it applies");
        } else if (applicable.signum() == 0 && rule.method() == RollUpMethod.WEIGHTED) {
            return without(applicable, BigDecimal.ZERO, WEIGHTLESS);
        }
        boolean alike = applicable.signum() == 0; // a method that needs no weights counts each child alike
        BigDecimal whole = alike ? BigDecimal.valueOf(children.size()) : applicable;
        BigDecimal scored = BigDecimal.ZERO;
        var parts = new ArrayList<Combination.Part>();
        var qualifiers = EnumSet.noneOf(Qualifier.class);
        for (NodePart child : children) {
            if (forbidsScore(kind, child)) {
                return without(
                        applicable,
                        Decimals.ratio(sum(children.stream().filter(one -> one.score() != null)), whole),
                        child.id() + " has no value, and its null policy is NO_DATA_PARENT");
            } else if (child.score() != null) {
                scored = scored.add(alike ? BigDecimal.ONE : child.weight());
                parts.add(new Combination.Part(child.weight(), child.score(), rank(rule, child)));
                qualifiers.addAll(child.qualifiers());
            }
        }
        qualifiers.remove(Qualifier.PARTIAL); // of a child's own children
        BigDecimal coverage = Decimals.ratio(scored, whole);
        Combination combined = Combination.of(rule.method(), parts).orElse(null);
        if (combined == null || coverage.compareTo(coverageMinimum) < 0) {
            return without(
                    applicable,
                    coverage,
                    "only " + Display.number(coverage, Unit.RATIO) + " of the weight below it has a score, "
                            + Display.number(coverageMinimum, Unit.RATIO) + " is needed");
        }
        if (coverage.compareTo(BigDecimal.ONE) < 0) {
            qualifiers.add(Qualifier.PARTIAL);
        }
        Status raw = combined.band() == null ? rule.bandOf(combined.score()) : ranked(combined.band());
        return new Weighed(
                applicable,
                coverage,
                combined.score(),
                raw,
                Collections.unmodifiableSet(new TreeSet<>(qualifiers)),
                null);
    }

    /** The score of the KPI that stands for the node. */
    private static Weighed self(NodeRule rule, Map<String, NodePart> byKpi) {
        if (rule.ownKpi() == null) {
            return without(BigDecimal.ZERO, BigDecimal.ZERO, "its method is SELF, and no KPI of its own is named");
        }
        NodePart own = byKpi.get(rule.ownKpi());
        if (own == null) {
            return without(
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    "its own KPI " + rule.ownKpi() + " is not measured, or not scored");
        } else if (!own.applicable()) {
            return new Weighed(
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    null,
                    Status.NOT_APPLICABLE,
                    Set.of(),
                    "its own KPI " + own.id() + " does not apply");
        } else if (own.score() == null) {
            return without(own.weight(), BigDecimal.ZERO, "its own KPI " + own.id() + " has no score: " + own.status());
        }
        Status band = own.status().isBand() ? own.status().family() : rule.bandOf(own.score());
        return new Weighed(own.weight(), BigDecimal.ONE, own.score(), band, own.qualifiers(), null);
    }

    private static Weighed without(BigDecimal applicable, BigDecimal coverage, String why) {
        return new Weighed(applicable, coverage, null, Status.NO_DATA, Set.of(), why);
    }

    private static BigDecimal sum(List<NodePart> parts) {
        return sum(parts.stream().filter(NodePart::applicable));
    }

    private static BigDecimal sum(Stream<NodePart> parts) {
        return parts.map(NodePart::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A colour as a number, larger is better; that of the score where a child has a score and no colour. */
    private static int rank(NodeRule rule, NodePart child) {
        Status band =
                child.status().isBand() ? child.status().family() : rule.bandOf(Objects.requireNonNull(child.score()));
        return band.isGreen() ? 3 : band.isAmber() ? 2 : 1;
    }

    private static Status ranked(int rank) {
        return rank == 3 ? Status.GREEN : rank == 2 ? Status.AMBER : Status.RED;
    }

    private boolean forbidsScore(NodeScore.Kind kind, NodePart child) {
        Kpi kpi = kind == NodeScore.Kind.SCORECARD ? null : context.catalogue().find(child.id());
        return kpi != null && child.score() == null && kpi.nullPolicy().kind() == NullPolicy.Kind.NO_DATA_PARENT;
    }

    /** The first red child that is heavy enough or critical. */
    private @Nullable String vetoBy(List<NodePart> children, BigDecimal total) {
        return children.stream()
                .filter(child -> child.applicable() && child.status().isRed())
                .filter(child -> criticalKpis.contains(child.id())
                        || (total.signum() > 0
                                && Decimals.ratio(child.weight(), total).compareTo(vetoWeight) >= 0))
                .map(NodePart::id)
                .findFirst()
                .orElse(null);
    }

    private static NodePart asChild(NodeScore node, List<NodePart> children) {
        boolean applicable = children.stream().anyMatch(NodePart::applicable);
        return new NodePart(
                node.node(),
                node.weight(),
                node.score(),
                node.status(),
                applicable,
                node.red(),
                node.qualifiers(),
                null);
    }
}
