package boscard.evaluation;

import boscard.fact.Grain;
import boscard.indicator.Qualifier;
import boscard.indicator.RollUpMethod;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The score of an objective, a perspective or a whole scorecard in one period (DOMAIN.md section 4.6).
 *
 * @param kind what the node is
 * @param node id of the objective or perspective; the scorecard's id for the scorecard
 * @param score 0 to 100; null when it cannot be scored
 * @param coverage weight with a score / weight of all applicable children, 0 to 1
 * @param status after the veto
 * @param rawStatus before the veto
 * @param vetoBy the child that forbids GREEN; null when none does
 * @param red how many KPIs below it are red
 * @param children how many children counted, with or without a score
 * @param latest whether it is the newest closed period of this grain
 * @param method how its children were combined
 * @param row id of the table row that says so; null when no row does
 * @param qualifiers what to know about its score: that it rests on a part of the weight, on an old value ...
 * @param unscored why it has no score, in words; null when it has one
 */
public record NodeScore(
        String scorecard,
        Kind kind,
        String node,
        String name,
        Grain grain,
        String period,
        BigDecimal weight,
        @Nullable BigDecimal score,
        BigDecimal coverage,
        Status status,
        Status rawStatus,
        @Nullable String vetoBy,
        int red,
        int children,
        boolean latest,
        RollUpMethod method,
        @Nullable String row,
        Set<Qualifier> qualifiers,
        @Nullable String unscored) {

    /** The levels of the roll-up, from bottom to top. */
    public enum Kind {
        OBJECTIVE,
        PERSPECTIVE,
        SCORECARD
    }

    public Subject subject() {
        return kind == Kind.SCORECARD
                ? Subject.ofScorecard(scorecard, period)
                : new Subject(scorecard, null, null, period, kind.name().toLowerCase(Locale.ROOT) + " " + node);
    }
}
