package boscard.ledger;

import boscard.evaluation.ScorecardEvaluation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The digest of conclusions without storing them: equal to what a run keeps for a scorecard when, and only when, the
 * conclusions are. Not thread-safe.
 */
public final class ConclusionsDigest {

    private final Staging staging = Staging.forDigest();
    private final EvaluationRows rows = new EvaluationRows(staging);

    /** SHA-256 over the conclusions about one scorecard, in hexadecimal; see {@link StoredRun#scorecardDigests}. */
    public String of(ScorecardEvaluation evaluation) {
        try {
            return rows.addConclusions(evaluation);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Nothing is written", impossible);
        }
    }

    /** The digest of a whole run from those of its scorecards, in their order. */
    public static String ofRun(Map<String, String> byScorecard) {
        var digest = new CanonicalDigest();
        byScorecard.forEach((scorecard, own) -> {
            digest.value("scorecard", scorecard);
            digest.value("digest", own);
        });
        return digest.take();
    }
}
