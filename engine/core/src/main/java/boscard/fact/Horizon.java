package boscard.fact;

/** How far ahead a KPI, objective or initiative looks: SHORT up to one quarter, LONG one year or more. */
public enum Horizon {
    SHORT,
    MEDIUM,
    LONG
}
