package boscard.evaluation;

import boscard.fact.Aggregation;
import boscard.fact.Decimals;
import boscard.fact.Direction;
import boscard.fact.Kpi;
import boscard.fact.Period;
import boscard.indicator.Series;
import boscard.indicator.Statistics;
import boscard.indicator.WorkingDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Attainment of the part of the target that is due by today in a current period, the as-of day counting as elapsed.
 * Only for KPIs that add up over time (DOMAIN.md section 4.5). Pure.
 */
final class Pace {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int LEAST_YEARS = 2;

    private Pace() {}

    /**
     * The pace, 1 is exactly on pace.
     *
     * @param finer the same KPI by shorter periods, from which a seasonal KPI learns how much of a period is usually
     *     there by today; null when there is none
     * @return null when the KPI does not add up, the period is not current, or nothing is due yet
     */
    static @Nullable BigDecimal of(
            Series series,
            Period period,
            BigDecimal actual,
            BigDecimal target,
            LocalDate asOf,
            WorkingDays days,
            @Nullable Series finer) {
        Kpi kpi = series.kpi();
        if (kpi.timeAggregation() != Aggregation.SUM || !period.contains(asOf) || period.isClosed(asOf)) {
            return null;
        }
        int total = days.between(period.first(), period.last());
        int elapsed = days.between(period.first(), asOf);
        if (total == 0 || elapsed == 0 || target.signum() <= 0) {
            return null;
        }
        BigDecimal share = kpi.seasonal() && finer != null ? seasonalShare(finer, period, elapsed, days) : null;
        if (share == null) {
            share = BigDecimal.valueOf(elapsed).divide(BigDecimal.valueOf(total), Decimals.PRECISION);
        }
        if (share.signum() <= 0) {
            return null;
        }
        BigDecimal ratio = Decimals.ratio(actual, target.multiply(share));
        return kpi.direction() == Direction.LOWER ? TWO.subtract(ratio) : ratio;
    }

    /**
     * Median over the earlier years of the share of the same period's sum that was there by the same working day.
     * Within a shorter period values are taken to come evenly by working day.
     *
     * @return null with fewer than two earlier years that are complete and sum to more than 0
     */
    static @Nullable BigDecimal seasonalShare(Series finer, Period period, int elapsed, WorkingDays days) {
        var shares = new ArrayList<BigDecimal>();
        for (Period year = period.yearEarlier();
                !year.last().isBefore(finer.points().firstKey().first());
                year = year.yearEarlier()) {
            BigDecimal share = shareBy(finer, year, elapsed, days);
            if (share != null) {
                shares.add(share);
            }
        }
        return shares.size() < LEAST_YEARS ? null : Statistics.median(shares);
    }

    private static @Nullable BigDecimal shareBy(Series finer, Period whole, int elapsed, WorkingDays days) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal soFar = BigDecimal.ZERO;
        int left = elapsed;
        int covered = 0;
        for (Series.Point part : finer.points().values()) {
            Period within = part.period();
            if (!within.first().isBefore(whole.first()) && !within.last().isAfter(whole.last())) {
                BigDecimal value = part.actual().valueOrNull();
                if (value == null) {
                    return null;
                }
                int workingDays = days.between(within.first(), within.last());
                int passed = Math.min(left, workingDays);
                if (workingDays > 0) {
                    soFar = soFar.add(value.multiply(BigDecimal.valueOf(passed))
                            .divide(BigDecimal.valueOf(workingDays), Decimals.PRECISION));
                }
                left -= passed;
                covered += within.days();
                sum = sum.add(value);
            }
        }
        return covered != whole.days() || sum.signum() <= 0 ? null : Decimals.ratio(soFar, sum);
    }
}
