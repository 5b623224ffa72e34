package boscard.drools;

import boscard.evaluation.FindingView;
import boscard.evaluation.GoalScore;
import boscard.evaluation.GoalTest;
import boscard.evaluation.Indicator;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Performance;
import boscard.evaluation.RuleConclusions;
import boscard.evaluation.Subject;
import boscard.fact.Activity;
import boscard.fact.Clearance;
import boscard.fact.Communication;
import boscard.fact.Deal;
import boscard.fact.Goal;
import boscard.fact.Initiative;
import boscard.fact.Kpi;
import boscard.fact.KpiChange;
import boscard.fact.Measurement;
import boscard.fact.Milestone;
import boscard.fact.Objective;
import boscard.fact.Review;
import boscard.fact.Scorecard;
import boscard.fact.StatusOverride;
import boscard.fact.StrategyLink;
import boscard.fact.TargetChange;
import boscard.rulebook.Parameter;
import java.util.List;

/** The classes that rule files may name. */
final class RuleVocabulary {

    static final List<Class<?>> TYPES = List.of(
            Scorecard.class,
            Objective.class,
            StrategyLink.class,
            Measurement.class,
            Goal.class,
            Milestone.class,
            Initiative.class,
            Activity.class,
            Communication.class,
            Review.class,
            TargetChange.class,
            Deal.class,
            KpiChange.class,
            Clearance.class,
            StatusOverride.class,
            Kpi.class,
            Parameter.class,
            Performance.class,
            Indicator.class,
            KpiStatus.class,
            NodeScore.class,
            GoalTest.class,
            GoalScore.class,
            FindingView.class,
            Subject.class,
            RuleConclusions.class);

    private RuleVocabulary() {}
}
