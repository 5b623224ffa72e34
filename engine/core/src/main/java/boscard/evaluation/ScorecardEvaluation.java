package boscard.evaluation;

import boscard.fact.Scorecard;
import boscard.problem.Problem;
import java.util.List;

/**
 * What followed from the facts of one scorecard. Every list is sorted, so that equal facts give equal evaluations.
 *
 * @param statuses by KPI, then period
 * @param nodes by period, then objectives, perspectives, the scorecard
 * @param goals by goal
 * @param findings in {@link Finding#ORDER}
 * @param recommendations in {@link Recommendation#ORDER}
 * @param problems what could not be evaluated, with its address
 */
public record ScorecardEvaluation(
        Scorecard scorecard,
        List<KpiStatus> statuses,
        List<NodeScore> nodes,
        List<GoalScore> goals,
        List<Finding> findings,
        List<Recommendation> recommendations,
        List<Suppression> suppressions,
        List<Problem> problems) {

    public ScorecardEvaluation {
        statuses = List.copyOf(statuses);
        nodes = List.copyOf(nodes);
        goals = List.copyOf(goals);
        findings = List.copyOf(findings);
        recommendations = List.copyOf(recommendations);
        suppressions = List.copyOf(suppressions);
        problems = List.copyOf(problems);
    }
}
