package boscard.evaluation;

import boscard.fact.Unit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number that a finding rests on.
 *
 * @param name such as {@code attainment}
 * @param value in {@code unit}; null when it is missing
 * @param unit null for a plain number
 * @param count number of points behind it; 0 when counting makes no sense
 */
public record NamedValue(
        String name, @Nullable BigDecimal value, @Nullable Unit unit, int count) {

    public static NamedValue of(String name, @Nullable BigDecimal value, @Nullable Unit unit) {
        return new NamedValue(name, value, unit, 0);
    }
}
