package boscard.cases;

import boscard.evaluation.Derivation;
import boscard.evaluation.Finding;
import boscard.evaluation.GoalScore;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Recommendation;
import boscard.evaluation.ScorecardEvaluation;
import boscard.evaluation.Subject;
import boscard.evaluation.Suppression;
import boscard.indicator.Qualifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was concluded, each conclusion as named texts, under the names that a case file uses. Empty texts stand for what
 * does not apply.
 *
 * @param sections conclusions by section: findings, statuses, smart, goals, nodes, recommendations, suppressions,
 *     problems
 */
record Concluded(Map<String, List<Map<String, String>>> sections) {

    static Concluded of(List<ScorecardEvaluation> evaluations) {
        var concluded = new Concluded(new LinkedHashMap<>());
        for (String section : List.of(
                "findings", "statuses", "smart", "goals", "nodes", "recommendations", "suppressions", "problems")) {
            concluded.sections.put(section, new ArrayList<>());
        }
        evaluations.forEach(concluded::add);
        return concluded;
    }

    private void add(ScorecardEvaluation evaluation) {
        Map<String, String> codes = new HashMap<>();
        evaluation.findings().forEach(finding -> codes.put(finding.id(), finding.code()));
        evaluation.findings().forEach(finding -> add(finding, codes, evaluation));
        evaluation.statuses().forEach(this::add);
        evaluation.goals().forEach(this::add);
        evaluation.nodes().forEach(this::add);
        evaluation.recommendations().forEach(this::add);
        evaluation.suppressions().forEach(suppression -> add(suppression, codes));
        evaluation
                .problems()
                .forEach(problem -> row("problems").put("code", problem.code().toString()));
    }

    private Map<String, String> row(String section) {
        var row = new LinkedHashMap<String, String>();
        Objects.requireNonNull(sections.get(section)).add(row);
        return row;
    }

    private void add(Finding finding, Map<String, String> codes, ScorecardEvaluation evaluation) {
        var row = row("findings");
        row.put("code", finding.code());
        row.put("severity", finding.severity().toString());
        row.put("state", finding.state().toString());
        row.put("stage", finding.stage().toString());
        row.put("status", text(finding.status()));
        subject(finding.subject(), row);
        row.put("value", text(finding.value()));
        row.put("threshold", text(finding.threshold()));
        row.put("latest", Boolean.toString(finding.latest()));
        row.put(
                "suppressed_by",
                join(finding.suppressedBy().stream().map(codes::get).toList()));
        row.put(
                "withheld_by",
                join(evaluation.suppressions().stream()
                        .filter(suppression -> suppression.finding().equals(finding.id()))
                        .map(Suppression::rowId)
                        .sorted()
                        .distinct()
                        .toList()));
        row.put(
                "answered_by",
                join(evaluation.recommendations().stream()
                        .filter(recommendation -> recommendation.findings().contains(finding.id()))
                        .map(recommendation -> recommendation.derivation().ruleId())
                        .sorted()
                        .toList()));
        decided(finding.derivation(), row);
        row.put("says", finding.message());
    }

    private void add(KpiStatus status) {
        var row = row("statuses");
        subject(status.subject(), row);
        row.put("status", status.status().toString());
        row.put("raw_status", status.rawStatus().toString());
        row.put("score", text(status.score()));
        row.put("attainment", text(status.attainment()));
        row.put("value", text(status.value()));
        row.put("qualifiers", qualifiers(status.qualifiers()));
        row.put("periods_red", Integer.toString(status.periodsRed()));
        row.put("latest", Boolean.toString(status.latest()));
        decided(status.derivation(), row);
    }

    private void add(GoalScore goal) {
        var letters = row("goals");
        letters.put("scorecard", goal.scorecard());
        letters.put("goal", goal.goal());
        letters.put("score", text(goal.score()));
        goal.letters().forEach((letter, result) -> letters.put(letter, result.toString()));
        goal.tests().forEach(test -> {
            var row = row("smart");
            row.put("test", test.test());
            row.put("result", test.result().toString());
            row.put("scorecard", test.scorecard());
            row.put("goal", test.goal());
            row.put("kpi", text(test.kpi()));
            row.put(
                    "value",
                    test.values().isEmpty() ? "" : text(test.values().get(0).value()));
            decided(test.derivation(), row);
            row.put("says", test.message());
        });
    }

    private static String qualifiers(Set<Qualifier> qualifiers) {
        return join(qualifiers.stream().sorted().map(Qualifier::name).toList());
    }

    private void add(NodeScore node) {
        var row = row("nodes");
        row.put("kind", node.kind().toString());
        row.put("node", node.node());
        row.put("scorecard", node.scorecard());
        row.put("period", node.period());
        row.put("status", node.status().toString());
        row.put("raw_status", node.rawStatus().toString());
        row.put("score", text(node.score()));
        row.put("coverage", text(node.coverage()));
        row.put("veto_by", text(node.vetoBy()));
        row.put("method", node.method().toString());
        row.put("by", text(node.row()));
        row.put("qualifiers", qualifiers(node.qualifiers()));
        row.put("unscored", text(node.unscored()));
        row.put("latest", Boolean.toString(node.latest()));
    }

    private void add(Recommendation recommendation) {
        var row = row("recommendations");
        row.put("code", recommendation.code());
        row.put("severity", recommendation.severity().toString());
        subject(recommendation.subject(), row);
        row.put("answers", join(recommendation.findingCodes()));
        row.put("role", recommendation.ownerRole());
        row.put("owner", text(recommendation.owner()));
        row.put("due", recommendation.due().toString());
        row.put("rank", Integer.toString(recommendation.rank()));
        decided(recommendation.derivation(), row);
        row.put("says", recommendation.action());
    }

    private void add(Suppression suppression, Map<String, String> codes) {
        var row = row("suppressions");
        row.put("scorecard", suppression.scorecard());
        row.put("finding", text(codes.get(suppression.finding())));
        row.put("cause", text(codes.get(suppression.cause())));
        row.put("effect", suppression.effect().toString());
        row.put("scope", suppression.scope().toString());
        row.put("by", suppression.rowId());
    }

    private static void subject(Subject subject, Map<String, String> row) {
        row.put("scorecard", subject.scorecard());
        row.put("kpi", text(subject.kpi()));
        row.put("goal", text(subject.goal()));
        row.put("period", text(subject.period()));
        row.put("other", text(subject.other()));
    }

    private static void decided(@Nullable Derivation derivation, Map<String, String> row) {
        row.put("by", derivation == null ? "" : derivation.ruleId());
        row.put("lost", derivation == null ? "" : join(derivation.lostRows()));
    }

    private static String join(List<String> items) {
        return String.join(", ", items);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
