package boscard.fact;

import boscard.source.Origin;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An organisation unit whose KPIs are scored: rep, team, region, company. */
public record Scorecard(
        @Required String scorecard,
        @Required String name,
        @Required @Nullable Level level,
        @Nullable String parent,
        @Nullable String owner,
        @Nullable String manager,
        @Nullable String peerGroup,
        @WhenBlank("1") BigDecimal weight,
        @Nullable String currency,
        @Nullable Cadence reviewEvery,
        @Nullable LocalDate rampedFrom,
        @Nullable LocalDate activeFrom,
        @Nullable LocalDate activeTo,
        Origin origin)
        implements Fact {

    @Override
    public FactKind factKind() {
        return FactKind.SCORECARDS;
    }

    @Override
    public String id() {
        return scorecard;
    }
}
