package boscard.indicator;

/** What kind of change the newest value of a process is. */
public enum ProcessChange {
    /** Nothing but the usual noise. */
    COMMON_CAUSE,
    /** A change for the better. */
    SPECIAL_IMPROVE,
    /** A change for the worse. */
    SPECIAL_CONCERN,
    /** A change of a KPI that is best within a range. */
    SPECIAL_CHANGE
}
