package boscard.fact;

/** What kind of unit a scorecard stands for, from small to large. */
public enum Level {
    REP,
    TEAM,
    REGION,
    COMPANY
}
