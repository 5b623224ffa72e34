/**
 * Runs the cases that lie beside a rulebook, in {@code rules/cases} and {@code spreadsheets/cases}: facts in, expected
 * conclusions and the rows or rules that drew them out. Nothing is expected here that is not written there.
 */
@NullMarked
package boscard.cases;

import org.jspecify.annotations.NullMarked;
