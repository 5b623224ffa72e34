package boscard.fact;

import boscard.source.Origin;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Logged daily work (call, meeting, training), tagged to an objective or not. */
public record Activity(
        @Required String activity,
        @Required String scorecard,
        @Nullable String owner,
        @Required LocalDate date,
        @Required String type,
        @Nullable BigDecimal minutes,
        @WhenBlank("1") int count,
        @Nullable String objective,
        @Nullable String initiative,
        @Nullable String note,
        Origin origin)
        implements Fact {

    @Override
    public FactKind factKind() {
        return FactKind.ACTIVITIES;
    }

    @Override
    public String id() {
        return activity;
    }
}
