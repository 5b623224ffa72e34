package boscard.intake;

import java.util.List;

/** The readable rows of one table, and the count of all of them. */
record TableContent(TableTally tally, List<Candidate> candidates) {

    FileAccount account() {
        int accepted = (int) candidates.stream().filter(Candidate::isOpen).count();
        return tally.account(accepted);
    }
}
