package boscard.fact;

import boscard.source.Origin;
import java.time.LocalDate;

/**
 * Somebody's decision that a KPI counts with another status than the tables give it. It needs a reason and a name
 * (DOMAIN.md section 10); what the tables said is kept beside it.
 *
 * @param period in which it counts so
 */
public record StatusOverride(
        @Required String scorecard,
        @Required String kpi,
        @Required Period period,
        @Required DecidedStatus status,
        @Required String reason,
        @Required String decidedBy,
        @Required LocalDate decidedOn,
        Origin origin)
        implements Fact {

    @Override
    public FactKind factKind() {
        return FactKind.STATUS_OVERRIDES;
    }

    @Override
    public String id() {
        return scorecard + "|" + kpi + "|" + period;
    }

    /** Who decided, when and why, in words. */
    public String words() {
        return "by decision of " + decidedBy + " on " + decidedOn + ": " + reason;
    }
}
