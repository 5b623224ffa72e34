package boscard.workbook.report;

import boscard.evaluation.Finding;
import boscard.evaluation.FindingState;
import boscard.evaluation.Severity;

/** How many findings of each severity: about now, about earlier periods, and withheld. Not thread-safe. */
final class FindingCounts {

    enum Group {
        NOW,
        EARLIER,
        WITHHELD
    }

    private final long[][] counts = new long[Severity.values().length][Group.values().length];

    void add(Finding finding) {
        Group group = finding.state() == FindingState.SUPPRESSED
                ? Group.WITHHELD
                : finding.latest() ? Group.NOW : Group.EARLIER;
        counts[finding.severity().ordinal()][group.ordinal()]++;
    }

    long of(Severity severity, Group group) {
        return counts[severity.ordinal()][group.ordinal()];
    }
}
