package boscard.fact;

/** Whether the effect moves with the cause or against it. */
public enum Sign {
    POSITIVE,
    NEGATIVE
}
