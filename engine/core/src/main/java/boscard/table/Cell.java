package boscard.table;

import boscard.source.CellRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filled cell, as shown, as stored and as understood.
 *
 * @param at where the value stands; for merged cells the top left one
 * @param raw what the analyst sees, such as {@code 80 %}
 * @param stored the content without its format, such as {@code 0.795}
 * @param formula whose stored result this is, without the equals sign; null when the value was typed
 * @param operands one per comparison of its column, each of the column's type: String, BigDecimal, LocalDate, Boolean,
 *     an enum constant, or a set of them; exactly one for an outcome
 */
public record Cell(
        CellRef at, String raw, String stored, @Nullable String formula, List<Object> operands) {

    public Cell {
        operands = List.copyOf(operands);
    }

    /** A cell that shows what it holds. */
    public Cell(CellRef at, String raw, List<Object> operands) {
        this(at, raw, raw, null, operands);
    }

    public Object value() {
        return operands.get(0);
    }
}
