package boscard.table;

import boscard.source.CellRef;
import java.util.List;

/**
 * A column that compares. Usually one comparison; a range column ({@code p >= $1, p < $2}) makes two of one cell.
 *
 * @param heading what the analyst reads above the column
 * @param comparisons one per operand of a cell, in the order in which the cell writes them
 * @param at the snippet's cell
 */
public record ConditionColumn(String heading, List<Comparison> comparisons, CellRef at) {

    /** A property and how it is compared. */
    public record Comparison(FactType.Property property, Operator operator) {}

    public ConditionColumn {
        comparisons = List.copyOf(comparisons);
    }

    /** The property of the (first) comparison. */
    public FactType.Property property() {
        return comparisons.get(0).property();
    }
}
