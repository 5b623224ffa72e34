package boscard.ledger;

import boscard.evaluation.Finding;
import boscard.evaluation.GoalScore;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Recommendation;
import boscard.evaluation.Replay.Concluded;
import boscard.evaluation.Suppression;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run concluded about its scorecards, one after the other: each row is read once, and only those of one
 * scorecard are held. Not thread-safe; may be used by another thread than the one that opened it.
 *
 * @see StoredRun#concludedInTurn
 */
public final class ConcludedInTurn implements AutoCloseable {

    private final Grouped<KpiStatus> statuses;
    private final Grouped<NodeScore> nodes;
    private final Map<String, List<GoalScore>> goals;
    private final Grouped<Finding> findings;
    private final Grouped<Recommendation> recommendations;
    private final Grouped<Suppression> suppressions;

    ConcludedInTurn(
            Stream<KpiStatus> statuses,
            Stream<NodeScore> nodes,
            List<GoalScore> goals,
            Stream<Finding> findings,
            Stream<Recommendation> recommendations,
            Stream<Suppression> suppressions) {
        this.statuses = Grouped.by(statuses, KpiStatus::scorecard);
        this.nodes = Grouped.by(nodes, NodeScore::scorecard);
        this.goals = goals.stream().collect(Collectors.groupingBy(GoalScore::scorecard));
        this.findings = Grouped.by(findings, Finding::scorecard);
        this.recommendations = Grouped.by(recommendations, Recommendation::scorecard);
        this.suppressions = Grouped.by(suppressions, Suppression::scorecard);
    }

    /**
     * What was concluded about the next scorecard; nothing when the run has none of this id.
     *
     * @param scorecard later in the order of the run than the one before
     * @throws InvalidRun when a file cannot be read
     */
    public Concluded of(String scorecard) {
        return new Concluded(
                statuses.of(scorecard),
                nodes.of(scorecard),
                goals.getOrDefault(scorecard, List.of()),
                findings.of(scorecard),
                recommendations.of(scorecard),
                suppressions.of(scorecard));
    }

    @Override
    public void close() {
        statuses.close();
        nodes.close();
        findings.close();
        recommendations.close();
        suppressions.close();
    }
}
