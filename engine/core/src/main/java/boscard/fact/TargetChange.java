package boscard.fact;

import boscard.source.Origin;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A logged change of one target. The first entry has no old target. */
public record TargetChange(
        @Required String scorecard,
        @Required String kpi,
        @Required Period period,
        @Nullable BigDecimal oldTarget,
        @Nullable BigDecimal newTarget,
        @Required LocalDate changedOn,
        @Nullable String changedBy,
        @Nullable String reason,
        @Nullable Provenance provenance,
        Origin origin)
        implements Fact {

    @Override
    public FactKind factKind() {
        return FactKind.TARGET_CHANGES;
    }

    @Override
    public String id() {
        return scorecard + "|" + kpi + "|" + period + "|" + changedOn;
    }
}
