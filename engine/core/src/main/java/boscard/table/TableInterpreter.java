package boscard.table;

import boscard.table.ConditionColumn.Comparison;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reference meaning of a decision table, in plain Java over its syntax tree. Slow and obvious: the rules engine
 * must agree with it, and explanations are made with it.
 *
 * <p>A comparison with a missing value is not evaluated, and a row with such a comparison does not match. An empty cell
 * accepts anything, a missing value too.
 */
public final class TableInterpreter {

    private TableInterpreter() {}

    /**
     * One comparison of one cell.
     *
     * @param value what the fact says; null when it is missing
     * @param operand what the cell says
     */
    public record Comparing(
            ConditionColumn column,
            Cell cell,
            Comparison comparison,
            @Nullable Object value,
            Object operand,
            Verdict verdict) {}

    /** All rows that match the fact, in sheet order; empty when none does. */
    public static List<Row> match(DecisionTable table, Object fact) {
        return table.rows().stream()
                .filter(row -> verdict(table, row, fact) == Verdict.MATCHED)
                .toList();
    }

    /** FAILED when any cell fails, else NOT_EVALUATED when any could not be compared, else MATCHED. */
    public static Verdict verdict(DecisionTable table, Row row, Object fact) {
        var worst = Verdict.MATCHED;
        for (Comparing comparing : compare(table, row, fact)) {
            if (comparing.verdict() == Verdict.FAILED) {
                return Verdict.FAILED;
            } else if (comparing.verdict() == Verdict.NOT_EVALUATED) {
                worst = Verdict.NOT_EVALUATED;
            }
        }
        return worst;
    }

    /** Every comparison of the filled cells of a row, in column order. */
    public static List<Comparing> compare(DecisionTable table, Row row, Object fact) {
        var result = new ArrayList<Comparing>();
        for (int i = 0; i < table.conditions().size(); i++) {
            Cell cell = row.conditions().get(i);
            if (cell != null) {
                ConditionColumn column = table.conditions().get(i);
                for (int j = 0; j < column.comparisons().size(); j++) {
                    result.add(compare(column, cell, j, fact));
                }
            }
        }
        return result;
    }

    private static Comparing compare(ConditionColumn column, Cell cell, int index, Object fact) {
        Comparison comparison = column.comparisons().get(index);
        Object operand = cell.operands().get(index);
        Object value = comparison.property().valueOf(fact);
        Verdict verdict = value == null
                ? Verdict.NOT_EVALUATED
                : comparison.operator().test(value, operand) ? Verdict.MATCHED : Verdict.FAILED;
        return new Comparing(column, cell, comparison, value, operand, verdict);
    }
}
