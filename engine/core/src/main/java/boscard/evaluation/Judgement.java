package boscard.evaluation;

import boscard.table.DecisionTable;
import boscard.table.Row;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the status tables say about one performance.
 *
 * @param status a band, or NO_TARGET when no row matches
 * @param table of the deciding row; null when no row decided
 * @param row that decided; null when none did
 * @param lost rows that matched too, in sheet order
 * @param score 0 to 100 after the cap; null without a band or when the method has nothing to work with
 */
public record Judgement(
        Status status,
        Performance performance,
        @Nullable DecisionTable table,
        @Nullable Row row,
        List<Row> lost,
        @Nullable BigDecimal score) {

    public Judgement {
        lost = List.copyOf(lost);
    }
}
