package boscard.evaluation;

import boscard.source.SourceRef;

/**
 * The record that a quality finding silences or qualifies another finding.
 *
 * @param finding id of the finding that is silenced or qualified
 * @param cause id of the quality finding
 * @param rowId row of the suppressions table
 * @param row its cells
 */
public record Suppression(
        String scorecard, String finding, String cause, Effect effect, Scope scope, String rowId, SourceRef row) {}
