package boscard.table;

import boscard.source.CellRef;
import java.util.List;

/**
 * A filled cell, as typed and as understood.
 *
 * @param raw what the analyst sees, such as {@code 80 %}
 * @param operands one per comparison of its column, each of the column's type: String, BigDecimal, LocalDate, Boolean,
 *     an enum constant, or a set of them; exactly one for an outcome
 */
public record Cell(CellRef at, String raw, List<Object> operands) {

    public Cell {
        operands = List.copyOf(operands);
    }

    public Object value() {
        return operands.get(0);
    }
}
