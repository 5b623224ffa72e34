package boscard.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of facts, in the order of DOMAIN.md section 2. Each is one file or one sheet of an import. */
public enum FactKind {
    SCORECARDS(Scorecard.class, "scorecard"),
    OBJECTIVES(Objective.class, "objective"),
    STRATEGY_LINKS(StrategyLink.class, "from_objective", "to_objective"),
    MEASUREMENTS(Measurement.class, "scorecard", "kpi", "period"),
    GOALS(Goal.class, "goal"),
    MILESTONES(Milestone.class, "milestone"),
    INITIATIVES(Initiative.class, "initiative"),
    ACTIVITIES(Activity.class, "activity"),
    COMMUNICATIONS(Communication.class, "communication"),
    REVIEWS(Review.class, "review"),
    TARGET_CHANGES(TargetChange.class, "scorecard", "kpi", "period", "changed_on"),
    DEALS(Deal.class, "deal"),
    KPI_CHANGES(KpiChange.class, "kpi", "changed_on", "what"),
    CLEARANCES(Clearance.class, "scorecard", "kpi", "period", "finding"),
    STATUS_OVERRIDES(StatusOverride.class, "scorecard", "kpi", "period");

    private final Class<? extends Fact> type;
    private final List<String> key;

    FactKind(Class<? extends Fact> type, String... key) {
        this.type = type;
        this.key = List.of(key);
    }

    /** The record of this kind. */
    public Class<? extends Fact> type() {
        return type;
    }

    /** Canonical names of the fields that together are unique. */
    public List<String> key() {
        return key;
    }

    /** Name of the file or sheet: {@code measurements}. */
    public String canonicalName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this canonical name, in any case and with spaces or hyphens for underscores. */
    public static Optional<FactKind> named(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        return Arrays.stream(values())
                .filter(kind -> kind.canonicalName().equals(plain))
                .findFirst();
    }
}
