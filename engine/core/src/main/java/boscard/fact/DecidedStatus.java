package boscard.fact;

/** A status that somebody may decide. */
public enum DecidedStatus {
    GREEN,
    AMBER,
    RED,
    /** The value is not to be trusted, or not to be counted; the KPI's null policy applies. */
    NO_DATA,
    /** The KPI does not apply in this period and leaves the score. */
    NOT_APPLICABLE
}
