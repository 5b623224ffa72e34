package boscard.intake;

import boscard.fact.Aggregation;
import boscard.fact.Direction;
import boscard.fact.Frequency;
import boscard.fact.Horizon;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.NullPolicy;
import boscard.fact.Timing;
import boscard.fact.Unit;
import boscard.source.Origin;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Small catalogues for tests. */
final class Catalogues {

    private Catalogues() {}

    /** Win rate, revenue and customers. */
    static final KpiCatalogue SMALL = of("win_rate", "revenue", "new_customers");

    static KpiCatalogue of(String... ids) {
        return new KpiCatalogue(
                Arrays.stream(ids)
                        .map(id -> kpi(id, 2 + Arrays.asList(ids).indexOf(id)))
                        .toList(),
                List.of());
    }

    private static Kpi kpi(String id, int row) {
        return new Kpi(
                id,
                id.replace('_', ' '),
                "FINANCIAL",
                null,
                null,
                null,
                id.equals("revenue") ? Unit.CURRENCY : id.equals("win_rate") ? Unit.RATIO : Unit.COUNT,
                Direction.HIGHER,
                null,
                null,
                Horizon.SHORT,
                Timing.LAGGING,
                Frequency.Y, // so that no period of a test is too long
                Aggregation.SUM,
                Aggregation.SUM,
                BigDecimal.ONE,
                null,
                null,
                null,
                null,
                null,
                NullPolicy.EXCLUDE,
                null,
                false,
                null,
                null,
                new Origin.SheetRow("kpi-catalogue.xlsx", "KPIs", row, Map.of()));
    }
}
