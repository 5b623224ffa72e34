package boscard.fact;

/** Life of an initiative. */
public enum InitiativeStatus {
    PLANNED,
    OPEN,
    DONE,
    CANCELLED
}
