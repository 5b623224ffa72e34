package boscard.fact;

import boscard.source.Origin;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A funded plan that should move a KPI or an objective. */
public record Initiative(
        @Required String initiative,
        @Required String name,
        @Nullable String objective,
        @Nullable String kpi,
        @Nullable String goal,
        @Nullable String scorecard,
        @Nullable String owner,
        @Nullable Horizon horizon,
        @Required InitiativeStatus status,
        @Nullable LocalDate startDate,
        @Nullable LocalDate dueDate,
        @Nullable BigDecimal percentComplete,
        @Nullable BigDecimal budget,
        @Nullable BigDecimal spent,
        @Nullable String currency,
        @Nullable BigDecimal expectedImpact,
        @Nullable LocalDate lastUpdate,
        @Nullable String blockers,
        Origin origin)
        implements Fact {

    @Override
    public FactKind factKind() {
        return FactKind.INITIATIVES;
    }

    @Override
    public String id() {
        return initiative;
    }
}
