package boscard.fact;

import boscard.source.Origin;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One announcement of an objective or KPI, with its acknowledgements. Counts are people or answers. */
@OneOf({"objective", "kpi"})
public record Communication(
        @Required String communication,
        @Nullable String objective,
        @Nullable String kpi,
        @Nullable String scorecard,
        @Nullable Integer version,
        @Nullable String channel,
        @Required LocalDate sentOn,
        @Nullable Integer audience,
        @Nullable Integer acknowledged,
        @Nullable Integer asked,
        @Nullable Integer correct,
        Origin origin)
        implements Fact {

    @Override
    public FactKind factKind() {
        return FactKind.COMMUNICATIONS;
    }

    @Override
    public String id() {
        return communication;
    }
}
