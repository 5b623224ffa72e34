package boscard.fact;

import boscard.source.Origin;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One sales opportunity: open, won or lost. Amounts are in the currency of the deal; probability is 0 to 1. */
public record Deal(
        @Required String deal,
        @Nullable String account,
        @Required String scorecard,
        @Nullable String owner,
        @Required DealStatus status,
        @Nullable String stage,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal listAmount,
        @Nullable BigDecimal cost,
        @Nullable String currency,
        @Nullable BigDecimal probability,
        @Required LocalDate createdOn,
        @Nullable LocalDate closeDate,
        @Nullable LocalDate closedOn,
        @Nullable Integer closeDateMoves,
        @Nullable LocalDate lastActivityOn,
        @Nullable BigDecimal firstResponseMinutes,
        @Nullable Boolean newCustomer,
        @Nullable String lostReason,
        Origin origin)
        implements Fact {

    @Override
    public FactKind factKind() {
        return FactKind.DEALS;
    }

    @Override
    public String id() {
        return deal;
    }
}
