package boscard.evaluation;

import boscard.fact.Direction;
import boscard.fact.Frequency;
import boscard.fact.Grain;
import boscard.fact.Horizon;
import boscard.fact.Level;
import boscard.fact.Timing;
import boscard.fact.Unit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One scored KPI of one scorecard in one period, with the numbers that a status table compares. A number is null when
 * it is missing or does not apply; a condition on it is then not evaluated.
 *
 * @param value the actual, in the KPI's unit
 * @param attainment how far the actual meets the target, 1 is exactly (DOMAIN.md section 4.2)
 * @param gap actual minus target in the KPI's unit, positive when better
 * @param growth (actual - baseline) / |baseline|, positive when better; the baseline is the reported one, else the
 *     value a year earlier
 * @param rise actual minus baseline in the KPI's unit, positive when better
 * @param deviation |actual - target| in the KPI's unit
 * @param pace attainment of the target pro rata to the working days elapsed, in the current period only (section 4.5)
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
        Grain grain,
        String period,
        @Nullable BigDecimal value,
        @Nullable BigDecimal target,
        @Nullable BigDecimal attainment,
        @Nullable BigDecimal gap,
        @Nullable BigDecimal growth,
        @Nullable BigDecimal rise,
        @Nullable BigDecimal deviation,
        @Nullable BigDecimal pace,
        boolean provisional,
        boolean current,
        boolean latest) {}
