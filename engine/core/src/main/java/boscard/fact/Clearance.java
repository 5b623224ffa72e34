package boscard.fact;

import boscard.source.Origin;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's decision that a doubt about a measurement is unfounded: the finding stays and no longer withholds others.
 * It needs a reason and a name, since discretion that nobody explains ended schemes (Ittner and others; DOMAIN.md
 * section 10).
 *
 * @param period of the doubt; blank for a doubt about the whole series
 * @param finding code of the quality finding
 */
public record Clearance(
        @Required String scorecard,
        @Required String kpi,
        @Nullable Period period,
        @Required String finding,
        @Required String reason,
        @Required String decidedBy,
        @Required LocalDate decidedOn,
        Origin origin)
        implements Fact {

    @Override
    public FactKind factKind() {
        return FactKind.CLEARANCES;
    }

    @Override
    public String id() {
        return scorecard + "|" + kpi + "|" + (period == null ? "" : period) + "|" + finding;
    }

    /** Whether it speaks of this finding. */
    public boolean clears(String code, String itsKpi, @Nullable String itsPeriod) {
        return finding.equals(code)
                && kpi.equals(itsKpi)
                && (period == null || period.toString().equals(itsPeriod));
    }
}
