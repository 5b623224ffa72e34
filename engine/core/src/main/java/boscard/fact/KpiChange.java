package boscard.fact;

import boscard.source.Origin;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A logged change of a KPI in the catalogue. All of them together are the versions of the catalogue: what a value meant
 * on a day, and when the set of KPIs last changed.
 *
 * @param kpi id in the catalogue, or of a KPI that was retired from it
 * @param oldValue as it stood before, in words; blank for the first entry
 */
public record KpiChange(
        @Required String kpi,
        @Required LocalDate changedOn,
        @Required KpiChangeKind what,
        @Nullable String oldValue,
        @Nullable String newValue,
        @Nullable String changedBy,
        @Nullable String reason,
        Origin origin)
        implements Fact {

    @Override
    public FactKind factKind() {
        return FactKind.KPI_CHANGES;
    }

    @Override
    public String id() {
        return kpi + "|" + changedOn + "|" + what;
    }
}
