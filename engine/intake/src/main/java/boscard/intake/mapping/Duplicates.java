package boscard.intake.mapping;

/** What becomes of rows with the same key and other values. */
public enum Duplicates {
    /** They contradict each other, and none is taken. */
    REJECT,
    /** The first one counts. */
    FIRST,
    /** The last one counts. */
    LAST,
    /** Each gives the values that the other lacks; where both have one, they contradict each other. */
    MERGE
}
