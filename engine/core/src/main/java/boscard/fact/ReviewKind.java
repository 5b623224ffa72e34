package boscard.fact;

/** What a review meeting looks at. */
public enum ReviewKind {
    CHECK_IN,
    KPI_REVIEW,
    STRATEGY_REVIEW,
    REFRESH
}
