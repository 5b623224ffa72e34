package boscard.workbook.report;

import boscard.evaluation.Recommendation;
import boscard.evaluation.RecommendationGroups;
import boscard.evaluation.ScorecardEvaluation;
import boscard.fact.KpiCatalogue;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;

/** The most urgent recommendations of a run, each action once and at most five of one scorecard. Not thread-safe. */
final class TopRecommendations {

    static final int PER_SCORECARD = 5;
    static final int MOST = 20;

    /** @param scorecard name of the scorecard */
    record Entry(String scorecard, Recommendation advice) {

        static final Comparator<Entry> MOST_URGENT = Comparator.comparing(
                        (Entry entry) -> entry.advice().severity())
                .reversed()
                .thenComparing(entry -> entry.advice().due())
                .thenComparing(entry -> entry.advice().rank())
                .thenComparing(Entry::advice, Recommendation.ORDER);
    }

    private final TreeSet<Entry> entries = new TreeSet<>(Entry.MOST_URGENT);

    private final KpiCatalogue catalogue;

    TopRecommendations(KpiCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    void add(ScorecardEvaluation evaluation) {
        RecommendationGroups.of(evaluation.recommendations(), catalogue).stream()
                .limit(PER_SCORECARD)
                .forEach(advice -> {
                    entries.add(new Entry(evaluation.scorecard().name(), advice));
                    if (entries.size() > MOST) {
                        entries.pollLast();
                    }
                });
    }

    Collection<Entry> entries() {
        return entries;
    }
}
