package boscard.fact;

/** LEADING moves before the outcome, LAGGING is the outcome. */
public enum Timing {
    LEADING,
    LAGGING
}
