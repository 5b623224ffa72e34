package boscard.evaluation;

import boscard.fact.Kpi;
import boscard.fact.Reading;
import boscard.fact.ScorecardFacts;
import boscard.indicator.Series;
import boscard.indicator.Series.Point;
import boscard.problem.Problems;
import boscard.rulebook.Rulebook;
import boscard.source.SourceRef;
import boscard.table.DecisionTable;
import boscard.table.FactType;
import boscard.table.Row;
import boscard.table.TableInterpreter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the tables of a run looked at, prepared again from the same facts: for explanations, which need the numbers and
 * not the rules engine. Tables are read by the reference interpreter. Not thread-safe.
 */
public final class Replay {

    private final ScorecardContext context;
    private final PerformanceBuilder performances;
    private final Scorer scorer;
    private @Nullable List<Indicator> indicators;

    /** What a run concluded about one scorecard: an explanation looks at it and never draws it again. */
    public record Concluded(
            List<KpiStatus> statuses,
            List<NodeScore> nodes,
            List<GoalScore> goals,
            List<Finding> findings,
            List<Recommendation> recommendations,
            List<Suppression> suppressions) {

        public Concluded {
            statuses = List.copyOf(statuses);
            nodes = List.copyOf(nodes);
            goals = List.copyOf(goals);
            findings = List.copyOf(findings);
            recommendations = List.copyOf(recommendations);
            suppressions = List.copyOf(suppressions);
        }

        /** What an evaluation concluded. */
        public static Concluded of(ScorecardEvaluation evaluation) {
            return new Concluded(
                    evaluation.statuses(),
                    evaluation.nodes(),
                    evaluation.goals(),
                    evaluation.findings(),
                    evaluation.recommendations(),
                    evaluation.suppressions());
        }
    }

    /** One period of one KPI. */
    private record Located(Series series, Point point) {}

    /**
     * Prepares.
     *
     * @param facts of the scorecard, as the run has them
     */
    public Replay(ScorecardFacts facts, Rulebook rulebook, EvaluationSettings settings, Population population) {
        this.context = new ScorecardContext(
                facts, rulebook, KpiFormulas.of(rulebook.catalogue(), new Problems()), population, settings);
        this.performances = new PerformanceBuilder(settings.asOf(), rulebook, population);
        this.scorer = Scorer.of(rulebook.parameters());
    }

    public ScorecardFacts facts() {
        return context.facts();
    }

    /** The numbers of a KPI in a period; empty when it was not measured then. */
    public Optional<Performance> performance(String kpi, String period) {
        return find(kpi, period).map(at -> performance(at.series(), at.point()));
    }

    private Performance performance(Series series, Point point) {
        return performances.of(
                context.facts().scorecard(),
                series,
                point,
                context.latest(series.kpi().id(), series.grain()),
                context.finer(series));
    }

    private Optional<Located> find(String kpi, String period) {
        for (Series series : context.allSeries()) {
            if (series.kpi().id().equals(kpi)) {
                for (Point point : series.points().values()) {
                    if (point.period().toString().equals(period)) {
                        return Optional.of(new Located(series, point));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Where the numbers of a KPI in a period stand: its own cells, or those it was computed from. */
    public List<SourceRef> sources(String kpi, String period) {
        return find(kpi, period).map(at -> StatusStage.sources(at.point())).orElse(List.of());
    }

    /** Whether the actual was computed by the KPI's formula rather than reported. */
    public boolean isComputed(String kpi, String period) {
        return find(kpi, period).map(at -> !at.point().inputs().isEmpty()).orElse(false);
    }

    /** What the growth and the rise of a KPI in a period are measured from; null when there is nothing. */
    public @Nullable BigDecimal baseline(String kpi, String period) {
        return find(kpi, period)
                .map(at -> PerformanceBuilder.baseline(at.series(), at.point()))
                .orElse(null);
    }

    /**
     * What status tables say about a KPI in a period if its actual were another one and all else as it is.
     *
     * @param actual in the KPI's unit
     * @param tables in the order of the rulebook; those that give no status are not looked at
     * @return empty when the KPI was not measured then
     */
    public Optional<Judgement> judge(String kpi, String period, BigDecimal actual, List<DecisionTable> tables) {
        return find(kpi, period).map(at -> {
            Point was = at.point();
            var point = new Point(
                    was.period(),
                    Reading.of(actual),
                    was.target(),
                    was.baseline(),
                    was.prior(),
                    was.forecast(),
                    was.provisional(),
                    was.note(),
                    was.origin(),
                    was.inputs(),
                    was.qualifiers());
            return judge(at.series(), point, performance(at.series(), point), tables);
        });
    }

    private Judgement judge(Series series, Point point, Performance performance, List<DecisionTable> tables) {
        Kpi kpi = series.kpi();
        BigDecimal baseline = PerformanceBuilder.baseline(series, point);
        for (DecisionTable table : tables) {
            if (table.concludes("status") && table.factType().javaType() == Performance.class) {
                List<Row> matched = TableInterpreter.match(table, performance);
                for (Row row :
                        matched.isEmpty() ? List.<Row>of() : table.policy().choose(matched)) {
                    if (row.outcome().get("status") instanceof Status band) {
                        List<Row> lost =
                                matched.stream().filter(one -> one != row).toList();
                        return new Judgement(
                                band,
                                performance,
                                table,
                                row,
                                lost,
                                score(kpi, performance, baseline, band, table, row));
                    }
                }
            }
        }
        return new Judgement(Status.NO_TARGET, performance, null, null, List.of(), null);
    }

    private @Nullable BigDecimal score(
            Kpi kpi,
            Performance performance,
            @Nullable BigDecimal baseline,
            Status band,
            DecisionTable table,
            Row row) {
        BandScale scale = BandScale.around(table, row, kpi);
        BigDecimal raw = band.isBand()
                ? scorer.raw(kpi, performance, band, scale == null ? null : scale.of(kpi, performance, baseline))
                : null;
        return raw == null ? null : scorer.capped(raw);
    }

    /** What each node was rolled up from, by {@link #nodeKey}. */
    public Map<String, List<NodePart>> nodeParts(List<KpiStatus> statuses) {
        var parts = new LinkedHashMap<String, List<NodePart>>();
        new RollUp(context, statuses, (node, children) -> parts.put(nodeKey(node), List.copyOf(children))).nodes();
        return parts;
    }

    /**
     * How a node is rolled up.
     *
     * @param greenFrom score, 0 to 100, from which it is green
     * @param row the row of a table that says so; empty when none does
     */
    public record NodeEdges(BigDecimal greenFrom, BigDecimal amberFrom, Optional<Row> row) {}

    /** From which scores on a node has which colour, and which row says so. */
    public NodeEdges edges(NodeScore node) {
        NodeRules.NodeRule rule =
                NodeRules.of(context.rulebook()).of(new Node(context.id(), context.level(), node.kind(), node.node()));
        return new NodeEdges(rule.greenFrom(), rule.amberFrom(), Optional.ofNullable(rule.row()));
    }

    /** What tells a node from all others of its scorecard. */
    public static String nodeKey(NodeScore node) {
        return node.kind() + "|" + node.node() + "|" + node.period();
    }

    /** The history of a KPI up to and including a period, newest last: for pictures. */
    public List<Point> history(String kpi, String period) {
        return find(kpi, period)
                .map(at -> List.copyOf(
                        at.series().points().headMap(at.point().period(), true).values()))
                .orElse(List.of());
    }

    /** The natural limits that rules hold a KPI in a period against; empty with too few points before it. */
    public Optional<NaturalLimits> limits(String kpi, String period) {
        return find(kpi, period).flatMap(at -> performances.limits(at.series(), at.point()));
    }

    /** Every indicator of the scorecard that needs no conclusion of the run but statuses and nodes. */
    public List<Indicator> indicators(Concluded concluded) {
        if (indicators == null) {
            var all = new ArrayList<Indicator>();
            all.addAll(QualityIndicators.of(context));
            all.addAll(StatusIndicators.of(context, concluded.statuses(), concluded.nodes()));
            all.addAll(BalanceIndicators.ofStrategyMap(context));
            all.addAll(GoalIndicators.of(context));
            all.addAll(BalanceIndicators.of(context, concluded.statuses()));
            all.addAll(PitfallIndicators.of(context));
            indicators = List.copyOf(all);
        }
        return indicators;
    }

    /**
     * What was looked at for an indicator that is prepared only when something is wrong, where nothing was.
     *
     * @param asked a KPI, goal or period that it would be about; null parts mean any
     * @return empty when there was nothing to look at, so that whatever needs it was not evaluated
     */
    public Optional<String> nothingFound(String indicator, Subject asked, Concluded concluded) {
        return new NothingFound(context, concluded.statuses(), indicators(concluded), asked).lookingFor(indicator);
    }

    /** Every fact of a type that the tables of the run were matched with. */
    public List<Object> factsOf(FactType type, Concluded concluded) {
        Class<?> wanted = type.javaType();
        if (wanted == Indicator.class) {
            return List.copyOf(indicators(concluded));
        } else if (wanted == KpiStatus.class) {
            return List.copyOf(
                    concluded.statuses().stream().filter(KpiStatus::latest).toList());
        } else if (wanted == NodeScore.class) {
            return List.copyOf(
                    concluded.nodes().stream().filter(NodeScore::latest).toList());
        } else if (wanted == FindingView.class) {
            return List.copyOf(concluded.findings().stream()
                    .filter(FindingView::isSeen)
                    .map(finding -> FindingView.of(finding, context))
                    .toList());
        } else if (wanted == Performance.class) {
            var all = new ArrayList<Object>();
            for (Series series : context.scoredSeries()) {
                for (Point point : series.points().values()) {
                    if (point.actual().isPresent()
                            && !point.period().isFuture(context.asOf())
                            && !performances.isNothingDue(series, point)) {
                        all.add(performance(series, point));
                    }
                }
            }
            return all;
        }
        return List.of();
    }

    /** A finding as tables see it. */
    public FindingView view(Finding finding) {
        return FindingView.of(finding, context);
    }

    /** What a fact that tables look at is about. */
    public static Subject subjectOf(Object fact) {
        return Evidence.of(fact).subject();
    }
}
