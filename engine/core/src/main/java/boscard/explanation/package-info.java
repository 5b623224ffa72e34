/**
 * Why: an explanation of a conclusion, built afterwards from the run's facts, its rulebook and the reference
 * interpreter. Evaluation does not know that this exists.
 */
@NullMarked
package boscard.explanation;

import org.jspecify.annotations.NullMarked;
