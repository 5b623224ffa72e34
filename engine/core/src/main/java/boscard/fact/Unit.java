package boscard.fact;

/** What a KPI is counted in. RATIO: 0.12 is 12 %. POINTS: -100 to 100. MULTIPLE: 3 is three times. */
public enum Unit {
    COUNT,
    CURRENCY,
    RATIO,
    POINTS,
    DAYS,
    MONTHS,
    MINUTES,
    SCORE,
    MULTIPLE
}
