/**
 * What differs between two evaluations of the same scorecards, and why: each difference with the changed cells, rules,
 * values or facts that caused it. Pure; where the evaluations come from is others' business.
 */
@NullMarked
package boscard.explanation.comparison;

import org.jspecify.annotations.NullMarked;
