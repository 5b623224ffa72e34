package boscard.fact;

/** Where a deal stands. */
public enum DealStatus {
    OPEN,
    WON,
    LOST
}
