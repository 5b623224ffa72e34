package boscard.fact;

import boscard.source.Origin;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A planned or held meeting on KPIs or strategy. */
public record Review(
        @Required String review,
        @Required String scorecard,
        @Required ReviewKind kind,
        @Nullable LocalDate plannedOn,
        @Nullable LocalDate heldOn,
        @Nullable String chair,
        @Nullable Integer decisions,
        @Nullable Integer overrides,
        @Nullable String note,
        Origin origin)
        implements Fact {

    @Override
    public FactKind factKind() {
        return FactKind.REVIEWS;
    }

    @Override
    public String id() {
        return review;
    }
}
