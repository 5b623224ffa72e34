package boscard.table;

import boscard.source.CellRef;

/**
 * A column that concludes: its cell is the argument of a verb.
 *
 * @param heading what the analyst reads above the column
 * @param at the snippet's cell
 */
public record OutcomeColumn(String heading, Verb verb, CellRef at) {}
