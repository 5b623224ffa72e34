/**
 * From the facts of one scorecard to what follows from them: statuses, scores, findings, recommendations, each with its
 * derivation. A pure function; how it explains itself is {@code explanation}'s, where it is kept is the ledger's.
 */
@NullMarked
package boscard.evaluation;

import org.jspecify.annotations.NullMarked;
