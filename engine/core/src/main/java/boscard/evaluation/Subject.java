package boscard.evaluation;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a conclusion is about. Parts that do not apply are null.
 *
 * @param scorecard id of the scorecard
 * @param kpi id of the KPI
 * @param goal id of the goal
 * @param period canonical text of the period
 * @param other anything else, as kind and id: {@code objective O-3}, {@code perspective CUSTOMER}
 */
public record Subject(
        String scorecard,
        @Nullable String kpi,
        @Nullable String goal,
        @Nullable String period,
        @Nullable String other) implements Comparable<Subject> {

    private static final Comparator<@Nullable String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());

    public static Subject ofScorecard(String scorecard) {
        return new Subject(scorecard, null, null, null, null);
    }

    public static Subject ofScorecard(String scorecard, String period) {
        return new Subject(scorecard, null, null, period, null);
    }

    public static Subject ofKpi(String scorecard, String kpi, @Nullable String period) {
        return new Subject(scorecard, kpi, null, period, null);
    }

    public static Subject ofGoal(String scorecard, @Nullable String kpi, String goal) {
        return new Subject(scorecard, kpi, goal, null, null);
    }

    public static Subject ofOther(String scorecard, String kind, String id) {
        return new Subject(scorecard, null, null, null, kind + " " + id);
    }

    private static final String CATALOGUE = "catalogue";

    /** Whether it is the KPI catalogue as a whole, told with some scorecard, rather than that scorecard. */
    public static boolean isOfCatalogue(Subject subject) {
        return subject.other() != null
                && (subject.other().equals(CATALOGUE) || subject.other().startsWith(CATALOGUE + " "));
    }

    /** What of the catalogue it is about; null for the catalogue itself. */
    static @Nullable String withinCatalogue(Subject subject) {
        String other = subject.other();
        return other == null || other.length() <= CATALOGUE.length() ? null : other.substring(CATALOGUE.length() + 1);
    }

    public Subject withOther(String kind, String id) {
        return new Subject(scorecard, kpi, goal, period, kind + " " + id);
    }

    @Override
    public int compareTo(Subject that) {
        int order = scorecard.compareTo(that.scorecard);
        order = order != 0 ? order : TEXT.compare(kpi, that.kpi);
        order = order != 0 ? order : TEXT.compare(goal, that.goal);
        order = order != 0 ? order : TEXT.compare(period, that.period);
        return order != 0 ? order : TEXT.compare(other, that.other);
    }
}
