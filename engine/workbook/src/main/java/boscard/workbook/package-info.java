/**
 * Spreadsheets: cells read one row at a time, each with its address, its exact number and what the analyst sees; and
 * the rulebook that analysts keep in them. What a table or a catalogue means is told by {@code boscard.table} and
 * {@code boscard.fact}; this package only reads.
 */
@NullMarked
package boscard.workbook;

import org.jspecify.annotations.NullMarked;
