package boscard.table;

import boscard.source.CellRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a decision table.
 *
 * @param id stable id such as {@code KT-014}, which survives inserts and sorts
 * @param position within the table, from 0 at the top
 * @param at the cells of the row
 * @param conditions one per condition column; null where the cell is empty, which means any value
 * @param outcomes one per outcome column; null where the cell is empty
 * @param outcome value by name of the verb, filled cells only
 * @param notes text by heading of the columns that neither compare nor conclude, such as Reason and Source
 */
public record Row(
        String id,
        int position,
        CellRef at,
        List<@Nullable Cell> conditions,
        List<@Nullable Cell> outcomes,
        Map<String, Object> outcome,
        Map<String, String> notes) {

    public Row {
        conditions = Collections.unmodifiableList(new ArrayList<>(conditions));
        outcomes = Collections.unmodifiableList(new ArrayList<>(outcomes));
        outcome = Collections.unmodifiableMap(new LinkedHashMap<>(outcome));
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    }

    /** Of the id alone: rows are keys of maps, and all their cells would be hashed each time. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Makes a row; the outcome map follows from the columns and their cells. */
    public static Row of(
            String id,
            int position,
            CellRef at,
            List<@Nullable Cell> conditions,
            List<OutcomeColumn> columns,
            List<@Nullable Cell> outcomes,
            Map<String, String> notes) {
        var outcome = new LinkedHashMap<String, Object>();
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = outcomes.get(i);
            if (cell != null) {
                outcome.put(columns.get(i).verb().name(), cell.value());
            }
        }
        return new Row(id, position, at, conditions, outcomes, outcome, notes);
    }
}
