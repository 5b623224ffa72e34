package boscard.fact;

/** How long a period is. Ordered from short to long. */
public enum Grain {
    WEEK,
    MONTH,
    QUARTER,
    YEAR
}
