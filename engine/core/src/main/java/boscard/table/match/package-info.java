/**
 * The table as an index: which rows match a fact, without looking at the others. Built once from typed rows, which stay
 * data; says the same as the reference interpreter, and keeps no state between two facts.
 */
@NullMarked
package boscard.table.match;

import org.jspecify.annotations.NullMarked;
