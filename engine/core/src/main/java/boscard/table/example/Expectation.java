package boscard.table.example;

import boscard.table.Cell;
import boscard.table.Row;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What must come of an example. Whatever is not said may be anything.
 *
 * @param nothing whether no row may count
 * @param rows ids of exactly those rows that count; empty when the example does not say
 * @param outcomes by name of the verb: what the row that counts concludes, or one of them when several count
 */
public record Expectation(boolean nothing, List<String> rows, Map<String, Cell> outcomes) {

    /** No row may count. */
    public static final Expectation NOTHING = new Expectation(true, List.of(), Map.of());

    public Expectation {
        rows = List.copyOf(rows);
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    }

    /** Whether the example expects something at all. */
    public boolean isStated() {
        return nothing || !rows.isEmpty() || !outcomes.isEmpty();
    }

    /** Whether these rows, which count, are what was expected. */
    boolean isMetBy(List<Row> chosen) {
        if (nothing) {
            return chosen.isEmpty();
        }
        boolean sameRows = rows.isEmpty()
                || chosen.stream()
                        .map(Row::id)
                        .sorted()
                        .toList()
                        .equals(rows.stream().sorted().toList());
        return sameRows && (outcomes.isEmpty() || chosen.stream().anyMatch(this::agreesWith));
    }

    /** Whether a row concludes all that is expected, whether it counts or not. */
    boolean agreesWith(Row row) {
        boolean named = rows.isEmpty() || rows.contains(row.id());
        return !nothing
                && named
                && outcomes.entrySet().stream()
                        .allMatch(outcome -> Objects.equals(
                                row.outcome().get(outcome.getKey()),
                                outcome.getValue().value()));
    }
}
