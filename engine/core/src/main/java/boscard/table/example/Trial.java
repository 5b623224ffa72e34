package boscard.table.example;

import boscard.table.DecisionTable;
import boscard.table.Row;
import boscard.table.TableInterpreter;
import boscard.table.TableInterpreter.Comparing;
import boscard.table.Verdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An example, tried on its table with the reference interpreter.
 *
 * @param fact what the example gives, as the table sees it
 * @param matched all rows that match, in sheet order
 * @param chosen those that count
 */
public record Trial(DecisionTable table, Example example, Object fact, List<Row> matched, List<Row> chosen) {

    public Trial {
        matched = List.copyOf(matched);
        chosen = List.copyOf(chosen);
    }

    /**
     * Tries.
     *
     * @param table the one that the example names
     */
    public static Trial of(DecisionTable table, Example example) {
        var values = new LinkedHashMap<String, Object>();
        example.given().forEach((property, cell) -> values.put(property, cell.value()));
        return of(table, example, values);
    }

    private static Trial of(DecisionTable table, Example example, Map<String, Object> values) {
        Object fact = table.factType().factOf(values);
        List<Row> matched = TableInterpreter.match(table, fact);
        return new Trial(
                table,
                example,
                fact,
                matched,
                matched.isEmpty() ? matched : table.policy().choose(matched));
    }

    public boolean passed() {
        return example.expected().isMetBy(chosen);
    }

    /** The rows that count and do what the example expects: those that it tests. */
    public List<Row> reached() {
        return chosen.stream().filter(example.expected()::agreesWith).toList();
    }

    /** The rows that were expected to count and did not, the one nearest to counting first. */
    public List<Row> expectedRows() {
        return table.rows().stream()
                .filter(row -> !chosen.contains(row) && example.expected().agreesWith(row))
                .sorted(Comparator.comparingLong(this::cellsAgainst).thenComparing(Row::position))
                .toList();
    }

    /** Every comparison of a row with what the example gives, in column order. */
    public List<Comparing> compare(Row row) {
        return TableInterpreter.compare(table, row, fact);
    }

    private long cellsAgainst(Row row) {
        return compare(row).stream()
                .filter(comparing -> comparing.verdict() != Verdict.MATCHED)
                .count();
    }
}
