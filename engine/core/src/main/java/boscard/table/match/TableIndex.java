package boscard.table.match;

import boscard.table.DecisionTable;
import boscard.table.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a decision table, arranged so that those which match a fact are found by a few look-ups, however many
 * rows there are: texts, choices and sets of them by hash, ranges of numbers and dates by binary search over exact
 * places. Says the same as {@link boscard.table.TableInterpreter}. Immutable; safe for any thread.
 *
 * <p>See docs/adr/0014-table-index.md.
 */
public final class TableIndex {

    private final DecisionTable table;
    private final Slot[] slots;
    private final @Nullable Node root;

    private TableIndex(DecisionTable table, Slot[] slots, @Nullable Node root) {
        this.table = table;
        this.slots = slots;
        this.root = root;
    }

    /** Arranges the rows of a table; nothing is generated or compiled. */
    public static TableIndex of(DecisionTable table) {
        Demands demands = Demands.of(table);
        Slot[] slots = demands.slots();
        return new TableIndex(table, slots, new IndexBuilder(slots.length).build(demands.candidates()));
    }

    public DecisionTable table() {
        return table;
    }

    /**
     * All rows that match.
     *
     * @param fact of the table's fact type
     * @return in sheet order; empty when none does
     */
    public List<Row> match(Object fact) {
        if (root == null) {
            return List.of();
        }
        var found = new Found();
        root.find(new FactValues(slots, fact), found);
        return found.rows();
    }
}
