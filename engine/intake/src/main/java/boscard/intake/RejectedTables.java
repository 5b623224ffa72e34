package boscard.intake;

import boscard.intake.layout.SkipReason;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import java.util.List;

/**
 * A table is rejected as a whole when too many of its rows fail: then the layout is wrong, and the rows that seem right
 * are not to be trusted.
 */
final class RejectedTables {

    private RejectedTables() {}

    static void check(List<TableContent> tables, ImportLimits limits) {
        for (TableContent table : tables) {
            TableTally tally = table.tally();
            int failed = tally.rowsRejected();
            int rows = tally.rowsRead() - skipped(tally);
            if (failed == 0
                    || !limits.rejection().isExceededBy(failed, rows)
                    || table.candidates().open() == 0) { // nothing is left to reject
                continue;
            }
            Problem problem = Problem.of(
                    ProblemCode.FILE_REJECTED,
                    tally.source().at(0, 0, ""),
                    failed + " of " + rows + " rows cannot be used, more than " + limits.rejection()
                            + "; none of them is",
                    "the layout is another one than expected; a mapping can describe it.");
            tally.problems().add(problem);
            table.candidates().stream().filter(Candidate::isOpen).forEach(candidate -> candidate.reject(problem));
        }
    }

    /** Rows of a table that were passed over. */
    static int skipped(TableTally tally) {
        int skipped = 0;
        for (SkipReason reason : SkipReason.values()) {
            skipped += tally.rowsSkipped(reason);
        }
        return skipped;
    }
}
