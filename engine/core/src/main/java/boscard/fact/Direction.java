package boscard.fact;

/** Which way is better. */
public enum Direction {
    HIGHER,
    LOWER,
    IN_RANGE,
    BINARY
}
