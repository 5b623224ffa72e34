package boscard.workbook.report;

import boscard.evaluation.Finding;
import boscard.evaluation.FindingState;
import boscard.evaluation.ScorecardEvaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the worst findings of a run, and their evaluations, however many go by. Not thread-safe. */
final class WorstFindings {

    static final int MOST = 10;

    /** About now before earlier, what stands before what is withheld, worst first; then in the order of findings. */
    private static final Comparator<Entry> WORST_FIRST = Comparator.comparing(
                    (Entry entry) -> !entry.finding().latest())
            .thenComparing(entry -> entry.finding().state() == FindingState.SUPPRESSED)
            .thenComparing(entry -> entry.finding().severity(), Comparator.reverseOrder())
            .thenComparing(Entry::finding);

    private final PriorityQueue<Entry> kept = new PriorityQueue<>(WORST_FIRST.reversed());

    /** A finding with the evaluation that it belongs to. */
    record Entry(Finding finding, ScorecardEvaluation evaluation) {}

    void add(ScorecardEvaluation evaluation) {
        for (Finding finding : evaluation.findings()) {
            kept.add(new Entry(finding, evaluation));
            if (kept.size() > MOST) {
                kept.remove();
            }
        }
    }

    /** Worst first. */
    List<Entry> entries() {
        var entries = new ArrayList<>(kept);
        entries.sort(WORST_FIRST);
        return entries;
    }
}
