package boscard.evaluation;

import boscard.fact.Aggregation;
import boscard.fact.Decimals;
import boscard.fact.Direction;
import boscard.fact.Kpi;
import boscard.fact.Period;
import boscard.indicator.WorkingDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Attainment of the target pro rata in a current period: target x elapsed / total working days, the as-of day counting
 * as elapsed. Only for KPIs that add up over time (DOMAIN.md section 4.5). Pure.
 */
final class Pace {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Pace() {}

    /**
     * The pace, 1 is exactly on pace.
     *
     * @return null when the period is not current, the KPI does not add up, or the target so far is not above zero
     */
    static @Nullable BigDecimal of(
            Kpi kpi, Period period, BigDecimal actual, BigDecimal target, LocalDate asOf, WorkingDays days) {
        if (kpi.timeAggregation() != Aggregation.SUM || !period.contains(asOf) || period.isClosed(asOf)) {
            return null;
        }
        int total = days.between(period.first(), period.last());
        int elapsed = days.between(period.first(), asOf);
        if (total == 0 || elapsed == 0 || target.signum() <= 0) {
            return null;
        }
        BigDecimal soFar =
                target.multiply(BigDecimal.valueOf(elapsed)).divide(BigDecimal.valueOf(total), Decimals.PRECISION);
        BigDecimal ratio = Decimals.ratio(actual, soFar);
        return kpi.direction() == Direction.LOWER ? TWO.subtract(ratio) : ratio;
    }
}
