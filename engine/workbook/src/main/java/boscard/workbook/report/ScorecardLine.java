package boscard.workbook.report;

import boscard.evaluation.FindingState;
import boscard.evaluation.NodeScore;
import boscard.evaluation.ScorecardEvaluation;
import boscard.evaluation.Status;
import boscard.fact.Grain;
import boscard.fact.Scorecard;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the summary and the heat map keep of a scorecard: its newest scores.
 *
 * @param newest the newest nodes of the scorecard and its perspectives, by grain
 * @param findingsNow findings about now that stand
 */
record ScorecardLine(Scorecard scorecard, Map<Grain, View> newest, long findingsNow) {

    /**
     * The scores of one period.
     *
     * @param whole the scorecard itself; null when it was not scored
     * @param perspectives by id
     */
    record View(@Nullable NodeScore whole, Map<String, NodeScore> perspectives) {

        static final View NONE = new View(null, Map.of());

        Status status() {
            return whole == null ? Status.NO_DATA : whole.status();
        }

        @Nullable
        BigDecimal score() {
            return whole == null ? null : whole.score();
        }

        int red() {
            return whole == null ? 0 : whole.red();
        }

        private int children() {
            return whole == null ? 0 : whole.children();
        }
    }

    static ScorecardLine of(ScorecardEvaluation evaluation) {
        var newest = new EnumMap<Grain, View>(Grain.class);
        for (Grain grain : Grain.values()) {
            View view = viewOf(evaluation.nodes().stream()
                    .filter(node -> node.latest() && node.grain() == grain)
                    .toList());
            if (view.whole() != null || !view.perspectives().isEmpty()) {
                newest.put(grain, view);
            }
        }
        long findings = evaluation.findings().stream()
                .filter(finding -> finding.latest() && finding.state() != FindingState.SUPPRESSED)
                .count();
        return new ScorecardLine(evaluation.scorecard(), newest, findings);
    }

    String id() {
        return scorecard.scorecard();
    }

    /** The newest period of a grain; without one, that of the scorecard's own widest grain. */
    View at(Grain grain) {
        View view = newest.get(grain);
        return view != null
                ? view
                : newest.values().stream()
                        .max(Comparator.comparingInt(View::children))
                        .orElse(View.NONE);
    }

    /** The grain in which most KPIs were scored, so that scorecards can be compared; the longer one of equals. */
    static Grain widest(Collection<ScorecardLine> lines) {
        var children = new EnumMap<Grain, Long>(Grain.class);
        for (ScorecardLine line : lines) {
            line.newest().forEach((grain, view) -> children.merge(grain, (long) view.children(), Long::sum));
        }
        return children.entrySet().stream()
                .max(Map.Entry.<Grain, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(Grain.MONTH);
    }

    /** Worst status first, those without one last; then the lower score, then more red KPIs. */
    static Comparator<ScorecardLine> worstFirst(Grain grain) {
        Comparator<ScorecardLine> byStatus =
                Comparator.comparingInt(line -> rank(line.at(grain).status()));
        return byStatus.thenComparing(line -> line.at(grain).score(), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(line -> -line.at(grain).red())
                .thenComparing(ScorecardLine::id);
    }

    private static int rank(Status status) {
        return status.isRed() ? 0 : status.isAmber() ? 1 : status.isGreen() ? 2 : 3;
    }

    private static View viewOf(List<NodeScore> nodes) {
        NodeScore whole = null;
        var perspectives = new LinkedHashMap<String, NodeScore>();
        for (NodeScore node : nodes) {
            switch (node.kind()) {
                case SCORECARD -> whole = node;
                case PERSPECTIVE -> perspectives.put(node.node(), node);
                case OBJECTIVE -> {} // too many for a glance
            }
        }
        return new View(whole, perspectives);
    }
}
