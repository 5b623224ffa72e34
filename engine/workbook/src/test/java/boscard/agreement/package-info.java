/**
 * Three engines must agree about what a decision table means: Drools over prepared rows, the reference interpreter, and
 * stock Drools on the same workbook. Generated tables and facts, and a shrinker for the day when they do not.
 */
@NullMarked
package boscard.agreement;

import org.jspecify.annotations.NullMarked;
