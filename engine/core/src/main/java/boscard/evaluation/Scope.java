package boscard.evaluation;

/** Which findings a quality finding reaches. */
public enum Scope {
    /** Same scorecard, KPI and period. */
    MEASUREMENT,
    /** Same scorecard and KPI, any period. */
    SERIES,
    /** Same scorecard. */
    SCORECARD
}
