package boscard.ledger;

import boscard.evaluation.Finding;
import boscard.evaluation.GoalScore;
import boscard.evaluation.GoalTest;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Recommendation;
import boscard.evaluation.ScorecardEvaluation;
import boscard.evaluation.Suppression;
import boscard.evaluation.TestResult;
import boscard.indicator.Qualifier;
import boscard.problem.Problem;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns evaluations into rows. Each scorecard gets a digest of its own, over its conclusions in their order, so that
 * scorecards may arrive in any order and two runs can be compared scorecard by scorecard.
 */
final class EvaluationRows {

    private static final Comparator<KpiStatus> BY_KPI_AND_PERIOD = Comparator.comparing(KpiStatus::kpi)
            .thenComparing(KpiStatus::lastDay)
            .thenComparing(KpiStatus::period);

    private static final Comparator<NodeScore> BY_PERIOD_AND_NODE = Comparator.comparing(NodeScore::period)
            .thenComparing(NodeScore::kind)
            .thenComparing(NodeScore::node);

    private static final Comparator<Suppression> BY_FINDING = Comparator.comparing(Suppression::finding)
            .thenComparing(Suppression::cause)
            .thenComparing(Suppression::rowId);

    private final Tables tables;

    EvaluationRows(Tables tables) {
        this.tables = tables;
    }

    void add(ScorecardEvaluation evaluation) throws IOException {
        String digest = addConclusions(evaluation);
        tables.table(RunTable.SCORECARDS)
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
        tables.resultsDigest().take(); // the row about the scorecard is no conclusion of the next one
    }

    /** Everything but the row about the scorecard; gives the digest of it. */
    String addConclusions(ScorecardEvaluation evaluation) throws IOException {
        for (KpiStatus status :
                evaluation.statuses().stream().sorted(BY_KPI_AND_PERIOD).toList()) {
            add(status);
        }
        for (NodeScore node :
                evaluation.nodes().stream().sorted(BY_PERIOD_AND_NODE).toList()) {
            add(node);
        }
        for (GoalScore goal : evaluation.goals().stream()
                .sorted(Comparator.comparing(GoalScore::goal))
                .toList()) {
            add(goal);
        }
        for (Finding finding :
                evaluation.findings().stream().sorted(Finding.ORDER).toList()) {
            add(finding);
        }
        for (Recommendation recommendation : evaluation.recommendations().stream()
                .sorted(Recommendation.ORDER)
                .toList()) {
            add(recommendation);
        }
        for (Suppression suppression :
                evaluation.suppressions().stream().sorted(BY_FINDING).toList()) {
            add(suppression);
        }
        String scorecard = evaluation.scorecard().scorecard();
        for (Problem problem :
                evaluation.problems().stream().sorted(Problem.READING_ORDER).toList()) {
            add(problem, scorecard);
        }
        return tables.resultsDigest().take();
    }

    private void add(KpiStatus status) throws IOException {
        tables.table(RunTable.RESULTS)
                .begin()
                .text("scorecard", status.scorecard())
                .text("kpi", status.kpi())
                .text("period", status.period())
                .choice("grain", status.grain())
                .day("last_day", status.lastDay())
                .text("perspective", status.perspective())
                .choice("status", status.status())
                .choice("raw_status", status.rawStatus())
                .reading("actual", status.actual())
                .reading("target", status.target())
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

    private void add(NodeScore node) throws IOException {
        tables.table(RunTable.NODES)
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

    private void add(GoalScore goal) throws IOException {
        RowWriter row = tables.table(RunTable.GOALS)
                .begin()
                .text("scorecard", goal.scorecard())
                .text("goal", goal.goal())
                .text("kpi", goal.kpi())
                .number("score", goal.score());
        for (var letter : goal.letters().entrySet()) {
            TestResult result = letter.getValue();
            row.choice(letter.getKey().toLowerCase(Locale.ROOT), result);
        }
        row.end();
        int position = 0;
        for (GoalTest test : goal.tests()) {
            tables.table(RunTable.GOAL_TESTS)
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

    private void add(Finding finding) throws IOException {
        tables.table(RunTable.FINDINGS)
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

    private void add(Recommendation recommendation) throws IOException {
        tables.table(RunTable.RECOMMENDATIONS)
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

    private void add(Suppression suppression) throws IOException {
        tables.table(RunTable.SUPPRESSIONS)
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
    void add(Problem problem, @Nullable String scorecard) throws IOException {
        tables.table(RunTable.PROBLEMS)
                .begin()
                .choice("code", problem.code())
                .choice("severity", problem.severity())
                .text("scorecard", scorecard)
                .address("place", problem.at())
                .text("message", problem.message())
                .text("advice", problem.advice())
                .end();
    }
}
