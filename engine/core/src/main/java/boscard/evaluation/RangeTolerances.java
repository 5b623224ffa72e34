package boscard.evaluation;

import boscard.fact.Direction;
import boscard.fact.Kpi;
import boscard.indicator.Attainment.Tolerance;
import boscard.rulebook.Rulebook;
import boscard.rulebook.Stage;
import boscard.table.DecisionTable;
import boscard.table.Row;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How far outside its range each KPI still attains something: the width of the amber band that the thresholds give it
 * on that side; where they give none, or an open one, a share of the width of the range (parameter range_tolerance;
 * DOMAIN.md section 4.2). Read once per rulebook. Immutable; safe for any thread.
 */
final class RangeTolerances {

    private final Map<String, Tolerance> byKpi;

    private RangeTolerances(Map<String, Tolerance> byKpi) {
        this.byKpi = byKpi;
    }

    static RangeTolerances of(Rulebook rulebook) {
        BigDecimal share = rulebook.parameters().number("range_tolerance", "0.5");
        var byKpi = new HashMap<String, Tolerance>();
        for (Kpi kpi : rulebook.catalogue().kpis()) {
            if (kpi.direction() == Direction.IN_RANGE && kpi.low() != null && kpi.high() != null) {
                Tolerance without = Tolerance.share(kpi, share);
                byKpi.put(
                        kpi.id(),
                        rulebook.tables(Stage.STATUS).stream()
                                .filter(table -> table.factType().javaType() == Performance.class)
                                .map(table -> scale(table, kpi))
                                .filter(Objects::nonNull)
                                .findFirst()
                                .map(scale -> new Tolerance(
                                        scale.amberWidth(true, without.below()),
                                        scale.amberWidth(false, without.above())))
                                .orElse(without));
            }
        }
        return new RangeTolerances(Map.copyOf(byKpi));
    }

    /** The scale of the rows that name this KPI and nothing else but numbers. */
    private static @org.jspecify.annotations.Nullable BandScale scale(DecisionTable table, Kpi kpi) {
        for (var block : BandScale.blocks(table).entrySet()) {
            List<Object> named = block.getKey().stream()
                    .filter(Objects::nonNull)
                    .map(Object.class::cast)
                    .toList();
            if (named.equals(List.of(List.of(kpi.id())))) {
                List<Row> rows = block.getValue();
                return BandScale.around(table, rows, rows.get(0), kpi);
            }
        }
        return null;
    }

    /** Of a KPI with another direction nobody asks; it has none. */
    Tolerance of(Kpi kpi) {
        return byKpi.getOrDefault(kpi.id(), new Tolerance(BigDecimal.ZERO, BigDecimal.ZERO));
    }
}
