package boscard.intake.layout;

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
    /** It names what the rows below it have in common. */
    SECTION,
    /** Its period is none of those that the import was asked for. */
    OUT_OF_RANGE,
    /** Its period is longer than those in which the KPI is reported, and a longer one is never split. */
    FREQUENCY_TOO_COARSE,
    /** The mapping leaves rows like it out. */
    FILTERED,
    /** A spreadsheet does not show it, and the mapping leaves such rows out. */
    HIDDEN,
    /** A cell of a wide table with a word for none, which the mapping leaves out. */
    NO_VALUE,
    /** Its values were added to those of another row with the same key, since the mapping says so. */
    MERGED,
    /** The same key with the same values was read before, or the mapping says that another row counts. */
    DUPLICATE
}
