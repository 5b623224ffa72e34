package boscard.ledger;

import boscard.evaluation.Finding;
import boscard.evaluation.GoalScore;
import boscard.evaluation.GoalTest;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Recommendation;
import boscard.evaluation.ScorecardEvaluation;
import boscard.evaluation.Suppression;
import boscard.indicator.Qualifier;
import boscard.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns an evaluation into rows, each kind in the order of its listings, which no worker and no input can change. Used
 * once. Each scorecard gets a digest of its own, so that two runs can be compared scorecard by scorecard.
 */
final class EvaluationRows {

    private static final Comparator<KpiStatus> BY_KPI_AND_PERIOD = Comparator.comparing(KpiStatus::kpi)
            .thenComparing(KpiStatus::lastDay)
            .thenComparing(KpiStatus::period)
            .thenComparing(KpiStatus::grain);

    private static final Comparator<NodeScore> BY_PERIOD_AND_NODE = Comparator.comparing(NodeScore::period)
            .thenComparing(NodeScore::kind)
            .thenComparing(NodeScore::node);

    private static final Comparator<GoalScore> BY_GOAL = Comparator.comparing(GoalScore::goal)
            .thenComparing(GoalScore::kpi, Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final Comparator<Finding> BY_SUBJECT = Finding.ORDER.thenComparing(Finding::message);

    private static final Comparator<Recommendation> BY_RANK =
            Recommendation.ORDER.thenComparing(Recommendation::action);

    private static final Comparator<Suppression> BY_FINDING = Comparator.comparing(Suppression::finding)
            .thenComparing(Suppression::cause)
            .thenComparing(Suppression::effect)
            .thenComparing(Suppression::scope)
            .thenComparing(Suppression::rowId);

    private final RowBuffer.Texts texts = new RowBuffer.Texts();
    private final AddressText addresses = new AddressText();
    private final Map<RunTable, RowBuffer> rows = new LinkedHashMap<>();

    private RowBuffer table(RunTable table) {
        return rows.computeIfAbsent(table, one -> new RowBuffer(one, texts, addresses));
    }

    PreparedEvaluation of(ScorecardEvaluation evaluation) {
        String digest = conclusions(evaluation);
        rows.remove(RunTable.PROBLEMS);
        table(RunTable.SCORECARDS)
                .begin()
                .text("scorecard", evaluation.scorecard().scorecard())
                .text("name", evaluation.scorecard().name())
                .choice("level", evaluation.scorecard().level())
                .text("parent", evaluation.scorecard().parent())
                .whole("statuses", evaluation.statuses().size())
                .whole("findings", evaluation.findings().size())
                .whole("recommendations", evaluation.recommendations().size())
                .text("digest", digest)
                .end();
        return new PreparedEvaluation(
                evaluation.scorecard().scorecard(), digest, List.copyOf(rows.values()), evaluation.problems());
    }

    /** Everything but the row about the scorecard; gives the digest of it. */
    private String conclusions(ScorecardEvaluation evaluation) {
        sorted(evaluation.statuses(), BY_KPI_AND_PERIOD).forEach(this::add);
        sorted(evaluation.nodes(), BY_PERIOD_AND_NODE).forEach(this::add);
        sorted(evaluation.goals(), BY_GOAL).forEach(this::add);
        sorted(evaluation.findings(), BY_SUBJECT).forEach(this::add);
        sorted(evaluation.recommendations(), BY_RANK).forEach(this::add);
        sorted(evaluation.suppressions(), BY_FINDING).forEach(this::add);
        String scorecard = evaluation.scorecard().scorecard();
        sorted(evaluation.problems(), Problem.READING_ORDER)
                .forEach(problem -> add(problem, scorecard, table(RunTable.PROBLEMS)));
        var digest = new ContentDigest();
        for (RunTable table : RunTable.CONCLUSIONS) {
            RowBuffer own = rows.get(table);
            if (own != null) {
                digest.table(table, own.rows());
                digest.rows(own);
            }
        }
        return digest.take();
    }

    private static <T> List<T> sorted(List<T> all, Comparator<? super T> order) {
        var sorted = new ArrayList<>(all);
        sorted.sort(order); // nearly always in order, which costs one pass
        return sorted;
    }

    private void add(KpiStatus status) {
        table(RunTable.RESULTS)
                .begin()
                .text("scorecard", status.scorecard())
                .text("kpi", status.kpi())
                .text("period", status.period())
                .choice("grain", status.grain())
                .day("last_day", status.lastDay())
                .text("perspective", status.perspective())
                .choice("status", status.status())
                .choice("raw_status", status.rawStatus())
                .reading("actual", "actual_state", status.actual())
                .reading("target", "target_state", status.target())
                .number("value", status.value())
                .choice("unit", status.unit())
                .number("attainment", status.attainment())
                .number("score", status.score())
                .number("raw_score", status.rawScore())
                .number("weight", status.weight())
                .whole("periods_red", status.periodsRed())
                .yesNo("provisional", status.provisional())
                .yesNo("latest", status.latest())
                .choice("direction", status.direction())
                .choice("horizon", status.horizon())
                .choice("timing", status.timing())
                .text("note", status.note())
                .address("measured_at", status.at())
                .derivation(status.derivation())
                .texts("qualifiers", names(status.qualifiers()))
                .end();
    }

    private void add(NodeScore node) {
        table(RunTable.NODES)
                .begin()
                .text("scorecard", node.scorecard())
                .choice("kind", node.kind())
                .text("node", node.node())
                .text("name", node.name())
                .choice("grain", node.grain())
                .text("period", node.period())
                .number("weight", node.weight())
                .number("score", node.score())
                .number("coverage", node.coverage())
                .choice("status", node.status())
                .choice("raw_status", node.rawStatus())
                .text("veto_by", node.vetoBy())
                .whole("red", node.red())
                .whole("children", node.children())
                .yesNo("latest", node.latest())
                .choice("method", node.method())
                .text("rule_id", node.row())
                .texts("qualifiers", names(node.qualifiers()))
                .text("unscored", node.unscored())
                .end();
    }

    private static List<String> names(Set<Qualifier> qualifiers) {
        return qualifiers.stream().sorted().map(Qualifier::name).toList();
    }

    private void add(GoalScore goal) {
        RowBuffer row = table(RunTable.GOALS)
                .begin()
                .text("scorecard", goal.scorecard())
                .text("goal", goal.goal())
                .text("kpi", goal.kpi())
                .number("score", goal.score());
        for (String letter : StoredRun.LETTERS) {
            row.choice(letter.toLowerCase(Locale.ROOT), goal.letters().get(letter));
        }
        row.end();
        int position = 0;
        for (GoalTest test : goal.tests()) {
            table(RunTable.GOAL_TESTS)
                    .begin()
                    .text("scorecard", goal.scorecard())
                    .text("goal", goal.goal())
                    .text("kpi", goal.kpi())
                    .whole("position", ++position)
                    .text("test", test.test())
                    .choice("result", test.result())
                    .text("message", test.message())
                    .values("values", test.values())
                    .derivation(test.derivation())
                    .end();
        }
    }

    private void add(Finding finding) {
        table(RunTable.FINDINGS)
                .begin()
                .text("id", finding.id())
                .text("stage", finding.stage().agendaGroup())
                .text("code", finding.code())
                .choice("severity", finding.severity())
                .choice("state", finding.state())
                .text("confidence", finding.confidence())
                .choice("status", finding.status())
                .subject(finding.subject())
                .text("perspective", finding.perspective())
                .number("value", finding.value())
                .number("threshold", finding.threshold())
                .choice("unit", finding.unit())
                .values("values", finding.values())
                .text("message", finding.message())
                .derivation(finding.derivation())
                .yesNo("latest", finding.latest())
                .texts("suppressed_by", finding.suppressedBy())
                .text("counterfactual", finding.counterfactual())
                .end();
    }

    private void add(Recommendation recommendation) {
        table(RunTable.RECOMMENDATIONS)
                .begin()
                .text("id", recommendation.id())
                .text("code", recommendation.code())
                .choice("severity", recommendation.severity())
                .subject(recommendation.subject())
                .whole("rank", recommendation.rank())
                .text("action", recommendation.action())
                .text("owner_role", recommendation.ownerRole())
                .text("owner", recommendation.owner())
                .day("due", recommendation.due())
                .text("expected_effect", recommendation.expectedEffect())
                .texts("findings", recommendation.findings())
                .texts("finding_codes", recommendation.findingCodes())
                .derivation(recommendation.derivation())
                .end();
    }

    private void add(Suppression suppression) {
        table(RunTable.SUPPRESSIONS)
                .begin()
                .text("scorecard", suppression.scorecard())
                .text("finding", suppression.finding())
                .text("cause", suppression.cause())
                .choice("effect", suppression.effect())
                .choice("scope", suppression.scope())
                .text("rule_id", suppression.rowId())
                .address("rule", suppression.row())
                .end();
    }

    /**
     * A problem.
     *
     * @param scorecard whose evaluation met it; null for a problem of the import or the whole run
     */
    static void add(Problem problem, @Nullable String scorecard, RowBuffer rows) {
        rows.begin()
                .choice("code", problem.code())
                .choice("severity", problem.severity())
                .text("scorecard", scorecard)
                .address("place", problem.at())
                .text("message", problem.message())
                .text("advice", problem.advice())
                .end();
    }
}
