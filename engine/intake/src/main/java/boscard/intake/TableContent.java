package boscard.intake;


/** The readable rows of one table, and the count of all of them. */
record TableContent(TableTally tally, TableRows candidates) {

    FileAccount account() {
        return tally.account(candidates.open());
    }
}
