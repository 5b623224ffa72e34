package boscard.ledger;

import boscard.evaluation.ScorecardEvaluation;
import java.util.Map;

/** The digests of conclusions without storing them. Stateless; safe for any thread. */
public final class ConclusionsDigest {

    private ConclusionsDigest() {}

    /**
     * SHA-256 over the conclusions about one scorecard, in hexadecimal: equal to what a run keeps for the scorecard
     * when, and only when, the conclusions are; see {@link StoredRun#scorecardDigests}.
     */
    public static String of(ScorecardEvaluation evaluation) {
        return PreparedEvaluation.of(evaluation).digest();
    }

    /** The digest of a whole run from those of its scorecards, in their order. */
    public static String ofRun(Map<String, String> byScorecard) {
        var digest = new ContentDigest();
        byScorecard.forEach((scorecard, own) -> add(scorecard, own, digest));
        return digest.take();
    }

    static void add(String scorecard, String own, ContentDigest ofRun) {
        ofRun.text(scorecard);
        ofRun.text(own);
    }
}
