package boscard.fact;

/**
 * How a KPI's status is found (DOMAIN.md section 5). A KPI that names none is judged by the rows of its own in
 * kpi-thresholds.xlsx, else by the rows for any KPI; so is one whose scheme has too few points.
 */
public enum Scheme {
    /** By attainment: reached or not. */
    TWO_BAND,
    /** By attainment: reached, nearly reached, missed. */
    THREE_BAND,
    /** By attainment, in five bands. */
    FIVE_BAND,
    /** By the value itself, on edges of the KPI's own. */
    ABSOLUTE,
    /** By the distance from the target, either way. */
    TOLERANCE,
    /** By the change against the baseline, else against the year before. */
    BASELINE,
    /** By the place among the scorecards of the peer group. */
    PEER,
    /** By the distance from the usual value, in standard deviations. */
    ZSCORE,
    /** By the part of the target that is due by today, while a period runs. */
    PACE,
    /** By the limits of a process behaviour chart. */
    XMR
}
