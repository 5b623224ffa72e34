package boscard.fact;

import java.util.List;

/**
 * Everything known about one scorecard: what one evaluation reads. Each list is sorted by key.
 *
 * @param links the whole strategy map; it belongs to no single scorecard
 * @param kpiChanges of all KPIs; the catalogue belongs to no single scorecard either
 */
public record ScorecardFacts(
        Scorecard scorecard,
        List<Objective> objectives,
        List<StrategyLink> links,
        List<Measurement> measurements,
        List<Goal> goals,
        List<Milestone> milestones,
        List<Initiative> initiatives,
        List<Activity> activities,
        List<Communication> communications,
        List<Review> reviews,
        List<TargetChange> targetChanges,
        List<Deal> deals,
        List<KpiChange> kpiChanges,
        List<Clearance> clearances,
        List<StatusOverride> statusOverrides) {

    public String id() {
        return scorecard.scorecard();
    }
}
