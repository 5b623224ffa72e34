package boscard.table.example;

import boscard.source.CellRef;
import boscard.table.Cell;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of a Tests sheet. Immutable; safe for any thread.
 *
 * @param table name of the table it is about
 * @param at the line
 * @param given by name of the property of the table's fact type; what is not there is missing
 * @param expected what must come of it
 */
public record Example(String table, CellRef at, Map<String, Cell> given, Expectation expected) {

    public Example {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }
}
