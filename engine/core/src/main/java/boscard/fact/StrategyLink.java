package boscard.fact;

import boscard.source.Origin;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A cause-effect link of the strategy map. */
public record StrategyLink(
        @Required String fromObjective,
        @Required String toObjective,
        @Required Sign sign,
        @WhenBlank("0") int lagPeriods,
        @Nullable BigDecimal strength,
        Origin origin)
        implements Fact {

    @Override
    public FactKind factKind() {
        return FactKind.STRATEGY_LINKS;
    }

    @Override
    public String id() {
        return fromObjective + "|" + toObjective;
    }
}
