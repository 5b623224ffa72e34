package boscard.fact;

import boscard.source.SourceRef;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One row of the KPI catalogue: what is measured, in what unit, and which way is better. The columns are those of
 * DOMAIN.md section 2.
 *
 * @param id lower snake case, never reused
 * @param formula over catalogue ids; null when the KPI is imported
 * @param low lower edge of the good range, included; in the KPI's unit; null unless the direction is IN_RANGE
 * @param high upper edge of the good range, included
 * @param weight relative, at least 0; 0 is a base measure, tracked but never scored or coloured
 * @param pair id of the counter-measure
 * @param worst zero point of TWO_POINT scoring
 * @param stretch point beyond the target that earns extra credit
 * @param plausibleMin below is implausible
 * @param plausibleMax above is implausible
 * @param scheme how its status is found; null when by the rows of its own, else by those for any KPI
 * @param seasonal whether it repeats with the season, so that a plain comparison with the months before misleads
 * @param origin its row, and each of its cells
 */
public record Kpi(
        String id,
        String name,
        String perspective,
        @Nullable String definition,
        @Nullable String glossary,
        @Nullable String formula,
        Unit unit,
        Direction direction,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        Horizon horizon,
        Timing timing,
        Frequency frequency,
        Aggregation timeAggregation,
        Aggregation unitAggregation,
        BigDecimal weight,
        @Nullable String pair,
        @Nullable BigDecimal worst,
        @Nullable BigDecimal stretch,
        @Nullable BigDecimal plausibleMin,
        @Nullable BigDecimal plausibleMax,
        NullPolicy nullPolicy,
        @Nullable Scheme scheme,
        boolean seasonal,
        @Nullable String owner,
        @Nullable String source,
        boscard.source.Origin origin) {

    /** Whether the KPI counts in a roll-up; a base measure does not. */
    public boolean isScored() {
        return weight.signum() > 0;
    }

    /** Whether answers of people are its source: {@code SURVEY:x}. */
    public boolean isSurvey() {
        return source != null && source.startsWith("SURVEY");
    }

    /** +1 when more is better, -1 when less is; +1 for a range and for yes or no. */
    public int sign() {
        return direction == Direction.LOWER ? -1 : 1;
    }

    public SourceRef at() {
        return origin.whole();
    }

    /** The unit, under a name that rule files can use: in DRL {@code unit} is a keyword. */
    public Unit getCountedIn() {
        return unit;
    }
}
