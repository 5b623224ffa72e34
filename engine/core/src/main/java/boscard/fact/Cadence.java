package boscard.fact;

/** How often a scorecard is reviewed. */
public enum Cadence {
    WEEKLY,
    MONTHLY,
    QUARTERLY,
    YEARLY
}
