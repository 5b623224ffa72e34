package boscard.evaluation;

import boscard.fact.Direction;
import boscard.fact.Grain;
import boscard.fact.Horizon;
import boscard.fact.Reading;
import boscard.fact.Timing;
import boscard.fact.Unit;
import boscard.indicator.Qualifier;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The status of one scored KPI of one scorecard in one period.
 *
 * @param actual as reported or computed
 * @param target in force for the period
 * @param value the actual as a number; null when there is none
 * @param attainment 1 is exactly the target; null when it cannot be computed
 * @param score 0 to 100 after the cap; null without a score
 * @param rawScore before the cap
 * @param status what counts: SUSPECT when a quality finding silences it
 * @param rawStatus what the table said
 * @param periodsRed how many periods of this grain in a row are red, this one included; 0 when it is not red
 * @param latest whether it is the newest closed period of this KPI and grain
 * @param note as reported; null when empty
 * @param at address of the measurement
 * @param derivation the row that decided; null when no row did (NO_DATA, NO_TARGET ...)
 * @param qualifiers what to know about the actual and the status
 */
public record KpiStatus(
        String scorecard,
        String kpi,
        String perspective,
        Unit unit,
        Direction direction,
        Horizon horizon,
        Timing timing,
        Grain grain,
        String period,
        LocalDate lastDay,
        Reading actual,
        Reading target,
        @Nullable BigDecimal value,
        @Nullable BigDecimal attainment,
        @Nullable BigDecimal score,
        @Nullable BigDecimal rawScore,
        Status status,
        Status rawStatus,
        BigDecimal weight,
        int periodsRed,
        boolean provisional,
        boolean latest,
        @Nullable String note,
        SourceRef at,
        @Nullable Derivation derivation,
        Set<Qualifier> qualifiers) {

    /** Unique within a run: {@code EMEA|win_rate|2026-Q3}. */
    public String key() {
        return scorecard + "|" + kpi + "|" + period;
    }

    /** First day of the first of the consecutive red periods; null when it is not red. */
    public @Nullable LocalDate redSince() {
        if (periodsRed == 0) {
            return null;
        }
        LocalDate next = lastDay.plusDays(1);
        return switch (grain) {
            case WEEK -> next.minusWeeks(periodsRed);
            case MONTH -> next.minusMonths(periodsRed);
            case QUARTER -> next.minusMonths(3L * periodsRed);
            case YEAR -> next.minusYears(periodsRed);
        };
    }

    public Subject subject() {
        return Subject.ofKpi(scorecard, kpi, period);
    }

    public KpiStatus withStatus(Status effective) {
        return new KpiStatus(
                scorecard,
                kpi,
                perspective,
                unit,
                direction,
                horizon,
                timing,
                grain,
                period,
                lastDay,
                actual,
                target,
                value,
                attainment,
                score,
                rawScore,
                effective,
                rawStatus,
                weight,
                periodsRed,
                provisional,
                latest,
                note,
                at,
                derivation,
                qualifiers);
    }
}
