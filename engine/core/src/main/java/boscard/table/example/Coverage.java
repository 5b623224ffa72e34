package boscard.table.example;

import boscard.table.DecisionTable;
import boscard.table.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which rows of a table the examples reach: a row is reached when it counts in one of them and does what is expected
 * there.
 *
 * @param unreached in sheet order
 */
public record Coverage(DecisionTable table, int examples, List<Row> unreached) {

    public Coverage {
        unreached = List.copyOf(unreached);
    }

    /** @param trials of any tables; those of others are passed over */
    public static Coverage of(DecisionTable table, List<Trial> trials) {
        Set<Row> reached = new HashSet<>();
        int examples = 0;
        for (Trial trial : trials) {
            if (trial.table() == table) {
                reached.addAll(trial.reached());
                examples++;
            }
        }
        return new Coverage(
                table,
                examples,
                table.rows().stream().filter(row -> !reached.contains(row)).toList());
    }

    public int reached() {
        return table.rows().size() - unreached.size();
    }
}
