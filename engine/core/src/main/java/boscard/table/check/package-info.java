/**
 * What is wrong with a decision table as a whole, found by exact reasoning about the values its cells tell apart: one
 * class per check, which gives cases a person can verify. Knows no rulebook around the table; what it needs of it, such
 * as units, is given to it. Judges rows, never facts.
 */
@NullMarked
package boscard.table.check;

import org.jspecify.annotations.NullMarked;
