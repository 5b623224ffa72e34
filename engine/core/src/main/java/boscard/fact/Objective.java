package boscard.fact;

import boscard.source.Origin;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the strategy wants within one perspective. */
public record Objective(
        @Required String objective,
        @Required String name,
        @Required String perspective,
        @Nullable String description,
        @Nullable String scorecard,
        List<String> kpis,
        @Nullable String owner,
        @Nullable Horizon horizon,
        @Nullable BigDecimal weight,
        @Nullable String strategicGoal,
        @Required ObjectiveStatus status,
        @Nullable Integer version,
        @Nullable LocalDate changedOn,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        Origin origin)
        implements Fact {

    public Objective {
        kpis = List.copyOf(kpis);
    }

    @Override
    public FactKind factKind() {
        return FactKind.OBJECTIVES;
    }

    @Override
    public String id() {
        return objective;
    }
}
