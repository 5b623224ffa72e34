package boscard.table;

import boscard.source.CellRef;
import java.util.List;

/**
 * A decision table: what it compares, what its rows conclude, and which of several matching rows counts. Immutable;
 * safe for any thread.
 *
 * @param name unique within the rulebook
 * @param stage the stage in which it runs, as the workbook names it
 * @param rows in sheet order
 * @param at the cell of the RuleTable heading
 */
public record DecisionTable(
        String name,
        String stage,
        HitPolicy policy,
        FactType factType,
        List<ConditionColumn> conditions,
        List<OutcomeColumn> outcomes,
        List<Row> rows,
        CellRef at) {

    public DecisionTable {
        conditions = List.copyOf(conditions);
        outcomes = List.copyOf(outcomes);
        rows = List.copyOf(rows);
    }

    /** Of the name alone: tables are parts of keys, and all their cells would be hashed each time. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Whether a column of this verb exists. */
    public boolean concludes(String verb) {
        return outcomes.stream().anyMatch(column -> column.verb().name().equals(verb));
    }
}
