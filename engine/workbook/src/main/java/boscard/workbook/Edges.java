package boscard.workbook;

import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.table.Cell;
import boscard.table.ConditionColumn;
import boscard.table.ConditionColumn.Comparison;
import boscard.table.Operator;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The edges of ranges in one row: a lower edge that is not below the upper edge of the same property never matches. */
final class Edges {

    private Edges() {}

    private record Edge(Operator operator, Comparable<?> value, Cell cell) {

        String words() {
            String shown = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
            return operator.words() + " " + shown;
        }
    }

    /** @param cells one per column, null where the cell is empty */
    static void reportReversed(Collection<ConditionColumn> columns, List<@Nullable Cell> cells, Problems problems) {
        var lower = new LinkedHashMap<String, Edge>();
        var upper = new LinkedHashMap<String, Edge>();
        int index = 0;
        for (ConditionColumn column : columns) {
            Cell cell = cells.get(index++);
            for (int i = 0; cell != null && i < column.comparisons().size(); i++) {
                Comparison comparison = column.comparisons().get(i);
                Operator operator = comparison.operator();
                if (operator.isOrdering() && cell.operands().get(i) instanceof Comparable<?> edge) {
                    boolean isLower = operator == Operator.AT_LEAST || operator == Operator.ABOVE;
                    (isLower ? lower : upper).putIfAbsent(comparison.property().name(), new Edge(operator, edge, cell));
                }
            }
        }
        lower.forEach((property, from) -> {
            Edge to = upper.get(property);
            if (to != null && isEmpty(from, to)) {
                problems.add(
                        ProblemCode.RANGE_REVERSED,
                        to.cell.at(),
                        property + " cannot be " + from.words() + " and " + to.words() + " at once"
                                + (from.cell == to.cell
                                        ? ""
                                        : " (" + from.cell.at().address() + ")"),
                        "the two edges are swapped");
            }
        });
    }

    @SuppressWarnings("unchecked") // both are of the property's type
    private static boolean isEmpty(Edge from, Edge to) {
        int order = ((Comparable<Object>) from.value).compareTo(to.value);
        boolean bothIncluded = from.operator == Operator.AT_LEAST && to.operator == Operator.AT_MOST;
        return order > 0 || (order == 0 && !bothIncluded);
    }
}
