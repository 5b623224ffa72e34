package boscard.intake;

/** Why a row was passed over although nothing is wrong with it. */
public enum SkipReason {
    /** All cells are empty. */
    BLANK,
    /** It stands above the header. */
    TITLE,
    /** It sums up other rows; counting it would double them. */
    TOTAL,
    /** A note below the table. */
    FOOTER,
    /** The same key with the same values was read before. */
    DUPLICATE
}
