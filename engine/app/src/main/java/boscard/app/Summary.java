package boscard.app;

import boscard.evaluation.AsOf;
import boscard.evaluation.Finding;
import boscard.evaluation.FindingState;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Recommendation;
import boscard.evaluation.RecommendationGroups;
import boscard.evaluation.ScorecardEvaluation;
import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.fact.Scorecard;
import boscard.problem.Problem;
import boscard.rulebook.Rulebook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept of a run for its summary: a few lines per scorecard, however many findings it has. Not thread-safe. */
final class Summary {

    /**
     * One scorecard.
     *
     * @param score 0 to 100; null without data
     * @param red KPIs red in their newest closed period
     * @param advice what to do first, each action once, at most as many as a manager gets
     * @param moreAdvice how many further actions there are
     */
    record Line(
            Scorecard scorecard,
            @Nullable NodeScore top,
            List<NodeScore> perspectives,
            List<KpiStatus> red,
            int judged,
            List<Recommendation> advice,
            int moreAdvice) {

        @Nullable
        BigDecimal score() {
            return top == null ? null : top.score();
        }

        /** Why it has no score, in words; null when it has one. */
        @Nullable
        String unscored() {
            return top == null ? "no period of a scored KPI is closed" : top.unscored();
        }
    }

    private final Rulebook rulebook;
    private final AsOf asOf;
    private final int mostAdvice;
    private final List<Line> lines = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Severity, Integer> findings = new EnumMap<>(Severity.class);
    private final Map<FindingState, Integer> states = new EnumMap<>(FindingState.class);
    private final Map<Status, Integer> statuses = new EnumMap<>(Status.class);
    private int statusCount;
    private int recommendations;

    Summary(Rulebook rulebook, AsOf asOf, int mostAdvice) {
        this.rulebook = rulebook;
        this.asOf = asOf;
        this.mostAdvice = mostAdvice;
    }

    void add(ScorecardEvaluation evaluation) {
        NodeScore top = null;
        var perspectives = new ArrayList<NodeScore>();
        for (NodeScore node : evaluation.nodes()) {
            if (node.latest() && node.kind() == NodeScore.Kind.SCORECARD) {
                top = node;
            } else if (node.latest() && node.kind() == NodeScore.Kind.PERSPECTIVE) {
                perspectives.add(node);
            }
        }
        var red = new ArrayList<KpiStatus>();
        int judged = 0;
        for (KpiStatus status : evaluation.statuses()) {
            statusCount++;
            statuses.merge(status.status(), 1, Integer::sum);
            if (status.latest()) {
                judged++;
                if (status.status().isRed()) {
                    red.add(status);
                }
            }
        }
        for (Finding finding : evaluation.findings()) {
            states.merge(finding.state(), 1, Integer::sum);
            if (finding.state() != FindingState.SUPPRESSED) {
                findings.merge(finding.severity(), 1, Integer::sum);
            }
        }
        recommendations += evaluation.recommendations().size();
        List<Recommendation> actions = RecommendationGroups.of(evaluation.recommendations(), rulebook.catalogue());
        List<Recommendation> first = actions.stream().limit(mostAdvice).toList();
        lines.add(
                new Line(evaluation.scorecard(), top, perspectives, red, judged, first, actions.size() - first.size()));
        problems.addAll(evaluation.problems());
    }

    /** Worst score first; scorecards without a score last. */
    List<Line> worstFirst() {
        return lines.stream()
                .sorted(Comparator.comparing(Line::score, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(line -> line.scorecard().scorecard()))
                .toList();
    }

    List<Problem> problems() {
        return problems;
    }

    Rulebook rulebook() {
        return rulebook;
    }

    AsOf asOf() {
        return asOf;
    }

    int scorecards() {
        return lines.size();
    }

    int statusCount() {
        return statusCount;
    }

    int recommendations() {
        return recommendations;
    }

    /** Findings that are not suppressed. */
    int findings(Severity severity) {
        return findings.getOrDefault(severity, 0);
    }

    int suppressed() {
        return states.getOrDefault(FindingState.SUPPRESSED, 0);
    }

    /** How many statuses are this one, counting bands by their colour. */
    int statuses(Status family) {
        return statuses.entrySet().stream()
                .filter(entry -> entry.getKey().family() == family)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
