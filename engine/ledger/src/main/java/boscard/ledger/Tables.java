package boscard.ledger;

/** Where the rows of a run go: to files, to memory until their turn comes, or only into a digest. */
interface Tables {

    /**
     * The writer of one table.
     *
     * @throws IllegalArgumentException when the table does not take part here
     */
    RowWriter table(RunTable table);

    /** What the conclusions since the last {@code take} were; every conclusion passes through it in its order. */
    CanonicalDigest resultsDigest();
}
