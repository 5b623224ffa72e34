package boscard.intake;

import boscard.intake.layout.SkipReason;
import boscard.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.List;

/**
 * A table is rejected as a whole when too many of its rows fail: then the layout is wrong, and the rows that seem right
 * are not to be trusted. Rows that contradict each other (duplicate keys) do not count, since they were read.
 */
final class RejectedTables {

    private RejectedTables() {}

    static void check(List<TableContent> tables, ImportLimits limits) {
        for (TableContent table : tables) {
            TableTally tally = table.tally();
            int failed = tally.rowsRejected();
            int rows = tally.rowsRead() - skipped(tally);
            boolean telling = rows >= limits.rowsForShare();
            if (failed == 0
                    || table.candidates().stream().noneMatch(Candidate::isOpen) // nothing is left to reject
                    || !telling
                    || BigDecimal.valueOf(failed)
                                    .compareTo(limits.rejectedShare().multiply(BigDecimal.valueOf(rows)))
                            <= 0) {
                continue;
            }
            tally.problems()
                    .add(
                            ProblemCode.FILE_REJECTED,
                            tally.source().at(0, 0, ""),
                            failed + " of " + rows + " rows cannot be used, more than "
                                    + limits.rejectedShare()
                                            .movePointRight(2)
                                            .stripTrailingZeros()
                                            .toPlainString()
                                    + " %; none of them is",
                            "the layout is another one than expected; a mapping can describe it.");
            table.candidates().stream().filter(Candidate::isOpen).forEach(Candidate::reject);
        }
    }

    private static int skipped(TableTally tally) {
        int skipped = 0;
        for (SkipReason reason : SkipReason.values()) {
            skipped += tally.rowsSkipped(reason);
        }
        return skipped;
    }
}
