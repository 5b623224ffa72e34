package boscard.ledger;

import boscard.evaluation.ScorecardEvaluation;
import boscard.problem.Problem;
import java.util.List;

/**
 * The rows of one evaluation with their digest, as bytes that {@link RunWriter#add(PreparedEvaluation)} only has to
 * spread over the columns: most of the work of storing, done by the worker that evaluated. Immutable; safe for any
 * thread.
 */
public final class PreparedEvaluation {

    private final String scorecard;
    private final String digest;
    private final List<RowBuffer> rows;
    private final List<Problem> problems;

    PreparedEvaluation(String scorecard, String digest, List<RowBuffer> rows, List<Problem> problems) {
        this.scorecard = scorecard;
        this.digest = digest;
        this.rows = List.copyOf(rows);
        this.problems = List.copyOf(problems);
    }

    /** Makes the rows of an evaluation. Threads may do this at once; how they share the work changes no byte. */
    public static PreparedEvaluation of(ScorecardEvaluation evaluation) {
        return new EvaluationRows().of(evaluation);
    }

    String scorecard() {
        return scorecard;
    }

    /** Over all conclusions and problems, in hexadecimal. */
    String digest() {
        return digest;
    }

    /** The rows by table, without those of the problems. */
    List<RowBuffer> rows() {
        return rows;
    }

    /** They are stored with all others of the run, in reading order. */
    List<Problem> problems() {
        return problems;
    }
}
