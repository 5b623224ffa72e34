package boscard.fact;

import boscard.source.Origin;
import org.jspecify.annotations.Nullable;

/**
 * One KPI of one scorecard in one period. Numbers are in the unit of the KPI; {@code prior} is the same period a year
 * earlier; {@code forecast} is the last one made before the period ended.
 */
public record Measurement(
        @Required String scorecard,
        @Required String kpi,
        @Required Period period,
        Reading actual,
        Reading target,
        Reading baseline,
        Reading prior,
        Reading forecast,
        @Nullable String currency,
        @WhenBlank("N") boolean provisional,
        @Nullable String note,
        Origin origin)
        implements Fact {

    @Override
    public FactKind factKind() {
        return FactKind.MEASUREMENTS;
    }

    @Override
    public String id() {
        return scorecard + "|" + kpi + "|" + period;
    }
}
