package boscard.fact;

/** Life of an objective. */
public enum ObjectiveStatus {
    DRAFT,
    ACTIVE,
    RETIRED
}
