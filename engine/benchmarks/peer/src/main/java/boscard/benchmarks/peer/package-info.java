/**
 * What all peers of a comparison have in common: how they read the facts and write their answers, so that only the
 * judging differs; and plain Java, the practical limit. Depends on nothing of boscard.
 */
@NullMarked
package boscard.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
