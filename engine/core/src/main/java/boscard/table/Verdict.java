package boscard.table;

/** What comparing one cell, or all cells of a row, with a fact came to. */
public enum Verdict {
    MATCHED,
    FAILED,
    /** The fact has no value to compare; neither true nor false. */
    NOT_EVALUATED
}
