package boscard.intake;

/**
 * The readable rows of one table, and the count of all of them.
 *
 * @param candidates those that are facts themselves
 * @param addedUp how many rows were taken up into computed measurements, which are another table
 */
record TableContent(TableTally tally, TableRows candidates, int addedUp) {

    TableContent(TableTally tally, TableRows candidates) {
        this(tally, candidates, 0);
    }

    TableContent(TableTally tally, int addedUp) {
        this(tally, TableRows.withOrigins(tally), addedUp);
    }

    FileAccount account() {
        return tally.account(candidates.open() + addedUp);
    }
}
