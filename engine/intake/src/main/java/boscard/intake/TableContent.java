package boscard.intake;

import java.util.List;

/**
 * The readable rows of one table, and the count of all of them.
 *
 * @param candidates those that are facts themselves
 * @param addedUp how many rows were taken up into computed measurements, which are another table
 */
record TableContent(TableTally tally, List<Candidate> candidates, int addedUp) {

    TableContent(TableTally tally, List<Candidate> candidates) {
        this(tally, candidates, 0);
    }

    TableContent(TableTally tally, int addedUp) {
        this(tally, List.of(), addedUp);
    }

    FileAccount account() {
        int accepted = (int) candidates.stream().filter(Candidate::isOpen).count();
        return tally.account(accepted + addedUp);
    }
}
