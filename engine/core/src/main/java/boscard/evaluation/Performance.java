package boscard.evaluation;

import boscard.fact.Direction;
import boscard.fact.Frequency;
import boscard.fact.Grain;
import boscard.fact.Horizon;
import boscard.fact.Level;
import boscard.fact.Scheme;
import boscard.fact.Timing;
import boscard.fact.Unit;
import boscard.indicator.Assurance;
import boscard.indicator.ProcessChange;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One scored KPI of one scorecard in one period, with the numbers that a status table compares. A number is null when
 * it is missing or does not apply; a condition on it is then not evaluated.
 *
 * @param scheme that the catalogue names for the KPI; null when it names none
 * @param value the actual, in the KPI's unit
 * @param attainment how far the actual meets the target, 1 is exactly (DOMAIN.md section 4.2)
 * @param gap actual minus target in the KPI's unit, positive when better
 * @param growth (actual - baseline) / |baseline|, positive when better; the baseline is the reported one, else the
 *     value a year earlier
 * @param rise actual minus baseline in the KPI's unit, positive when better
 * @param deviation |actual - target| in the KPI's unit
 * @param deviationShare |actual - target| / |target|
 * @param pace attainment of the target pro rata to the working days elapsed, in the current period only (section 4.5)
 * @param percentile place in the peer group, 0 to 1, larger is better; null with too few peers
 * @param zscore distance from the mean of the earlier values in standard deviations, positive when better
 * @param usual mean of the earlier values, in the KPI's unit
 * @param spread standard deviation of the earlier values, in the KPI's unit
 * @param signal what an XmR chart of the earlier values says of this one; null with too few, or limits too wide
 * @param assurance whether the process reaches the target
 * @param provisional whether the value may still change: it was reported so, or its period runs
 * @param current whether the period has begun and not ended at the as-of date
 * @param latest whether it is the newest closed period of this KPI and grain
 */
public record Performance(
        String scorecard,
        @Nullable Level level,
        String kpi,
        String perspective,
        Unit unit,
        Direction direction,
        Horizon horizon,
        Timing timing,
        Frequency frequency,
        @Nullable Scheme scheme,
        Grain grain,
        String period,
        @Nullable BigDecimal value,
        @Nullable BigDecimal target,
        @Nullable BigDecimal attainment,
        @Nullable BigDecimal gap,
        @Nullable BigDecimal growth,
        @Nullable BigDecimal rise,
        @Nullable BigDecimal deviation,
        @Nullable BigDecimal deviationShare,
        @Nullable BigDecimal pace,
        @Nullable BigDecimal percentile,
        @Nullable BigDecimal zscore,
        @Nullable BigDecimal usual,
        @Nullable BigDecimal spread,
        @Nullable ProcessChange signal,
        @Nullable Assurance assurance,
        boolean provisional,
        boolean current,
        boolean latest) {}
