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

    /** The facts of one kind, by the name of their class: {@code Goal}; none when there is no such kind here. */
    public List<? extends Fact> of(String type) {
        return switch (type) {
            case "Objective" -> objectives;
            case "StrategyLink" -> links;
            case "Measurement" -> measurements;
            case "Goal" -> goals;
            case "Milestone" -> milestones;
            case "Initiative" -> initiatives;
            case "Activity" -> activities;
            case "Communication" -> communications;
            case "Review" -> reviews;
            case "TargetChange" -> targetChanges;
            case "Deal" -> deals;
            case "KpiChange" -> kpiChanges;
            case "Clearance" -> clearances;
            default -> List.of();
        };
    }
}
