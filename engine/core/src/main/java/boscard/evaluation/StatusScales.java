package boscard.evaluation;

import boscard.fact.Kpi;
import boscard.table.DecisionTable;
import boscard.table.Row;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scales of status tables, each made once however many scorecards there are: a table is read once to find which
 * rows stand together, not once for every row. Not thread-safe; each evaluator has its own.
 */
final class StatusScales {

    private final Map<DecisionTable, OfTable> tables = new IdentityHashMap<>();

    /** A scale once looked for. */
    private record ScaleOrNone(@Nullable BandScale scale) {}

    private record OfTable(Map<List<@Nullable Object>, List<Row>> blocks, Map<Row, Map<String, ScaleOrNone>> scales) {}

    /** The scale that a deciding row stands on; null when the rows around it make none. */
    @Nullable
    BandScale of(DecisionTable table, Row deciding, Kpi kpi) {
        OfTable known =
                tables.computeIfAbsent(table, key -> new OfTable(BandScale.blocks(table), new IdentityHashMap<>()));
        return known.scales()
                .computeIfAbsent(deciding, row -> new HashMap<>())
                .computeIfAbsent(
                        kpi.id(),
                        id -> new ScaleOrNone(BandScale.around(
                                table,
                                known.blocks().getOrDefault(BandScale.selection(table, deciding), List.of()),
                                deciding,
                                kpi)))
                .scale();
    }
}
