/**
 * What is wrong with a rulebook as a whole: its tables, and how tables, rules and catalogue fit together. One class per
 * check. Reads a rulebook, never facts, and is not needed to evaluate.
 */
@NullMarked
package boscard.evaluation.check;

import org.jspecify.annotations.NullMarked;
