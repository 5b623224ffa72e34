package boscard.fact;

/** How a KPI is brought together over time or over units. */
public enum Aggregation {
    SUM,
    AVG,
    LAST,
    MAX,
    MIN,
    RATIO_OF_SUMS,
    MEDIAN_OF_RECORDS,
    NONE
}
