package boscard.evaluation;

import boscard.fact.Level;
import boscard.fact.Unit;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number prepared before the rules, which a table row compares.
 *
 * @param name such as {@code lead_share}; docs/checks.md lists them
 * @param value in {@code unit}; null when it is missing, and then no row matches
 * @param text a word instead of a number; null when the indicator is a number
 * @param count number of points behind the value
 * @param reference a second number shown beside the value, such as the median a target is compared with; null if none
 * @param values further numbers a message may name, such as the target that an outlier is
 * @param formula how it was computed, in words, with the numbers
 * @param inputs addresses of the facts it was computed from, in reading order
 */
public record Indicator(
        String name,
        String scorecard,
        @Nullable Level level,
        @Nullable String kpi,
        @Nullable String goal,
        @Nullable String period,
        @Nullable String other,
        @Nullable BigDecimal value,
        @Nullable String text,
        @Nullable Unit unit,
        int count,
        @Nullable BigDecimal reference,
        List<NamedValue> values,
        String formula,
        List<SourceRef> inputs) {

    public Indicator {
        values = List.copyOf(values);
        inputs = List.copyOf(inputs);
    }

    public Subject subject() {
        return new Subject(scorecard, kpi, goal, period, other);
    }
}
