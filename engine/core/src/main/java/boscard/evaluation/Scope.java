package boscard.evaluation;

/** Which findings a quality finding reaches. */
public enum Scope {
    /** Same scorecard, KPI and period. */
    MEASUREMENT,
    /** Same scorecard and KPI, any period. */
    SERIES,
    /** Same scorecard and KPI, in a period of the run of periods that the doubt names, or in none. */
    RUN,
    /** Same scorecard. */
    SCORECARD
}
