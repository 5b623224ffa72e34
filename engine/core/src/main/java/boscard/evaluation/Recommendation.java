package boscard.evaluation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A suggested action that answers one or more findings; one per action and subject.
 *
 * @param id 16 hexadecimal digits: a stable hash of code and subject
 * @param code of the action, such as {@code REC-07}
 * @param findings ids of the findings it answers, worst first
 * @param findingCodes their codes, in the same order
 * @param severity the highest of theirs
 * @param action what to do, verb first, with the number to reach
 * @param ownerRole who should do it, as the table says
 * @param owner the person, when the facts name one
 * @param rank 1 is the most urgent of its scorecard
 */
public record Recommendation(
        String id,
        String code,
        List<String> findings,
        List<String> findingCodes,
        Severity severity,
        Subject subject,
        String action,
        String ownerRole,
        @Nullable String owner,
        LocalDate due,
        @Nullable String expectedEffect,
        int rank,
        Derivation derivation)
        implements Comparable<Recommendation> {

    /** By scorecard, then rank. */
    public static final Comparator<Recommendation> ORDER = Comparator.comparing(
                    (Recommendation recommendation) -> recommendation.subject().scorecard())
            .thenComparingInt(Recommendation::rank)
            .thenComparing(Recommendation::id);

    public Recommendation {
        findings = List.copyOf(findings);
        findingCodes = List.copyOf(findingCodes);
    }

    public String scorecard() {
        return subject.scorecard();
    }

    @Override
    public int compareTo(Recommendation other) {
        return ORDER.compare(this, other);
    }
}
