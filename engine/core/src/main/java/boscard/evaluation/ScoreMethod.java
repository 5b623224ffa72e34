package boscard.evaluation;

/** How a KPI's value becomes a score of 0 to 100; one method per run (DOMAIN.md section 4.4). */
public enum ScoreMethod {
    /** Between the edges of the bands. */
    BAND,
    /** 100 times attainment, capped. */
    PERCENT,
    /** From the worst value (0) to the target (100), and on to the stretch value (120) when the cap allows. */
    TWO_POINT
}
