package boscard.indicator;

import boscard.fact.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Natural limits of a process by an XmR chart (Wheeler, Understanding Variation): centre = mean(x), limits = centre +/-
 * 2.66 mean(mR), limit of a moving range = 3.27 mean(mR), where mR = |x - x before|. A gap drops its moving range. With
 * medians 3.14 and 3.87 times median(mR). All in the unit of the values, rounded as computed numbers.
 *
 * @param centre mean of the values
 * @param reach how far the limits lie from the centre before they are clipped
 * @param lower limit; not below the least plausible value
 * @param upper limit
 * @param range mean or median moving range
 * @param rangeLimit above it a single step is a signal of its own
 * @param points how many values
 */
public record ProcessLimits(
        BigDecimal centre,
        BigDecimal reach,
        BigDecimal lower,
        BigDecimal upper,
        BigDecimal range,
        BigDecimal rangeLimit,
        int points) {

    /**
     * How the moving ranges are averaged, and by what they are multiplied.
     *
     * @param median whether by their median, which one wild step does not move, instead of their mean
     */
    public record Form(boolean median, BigDecimal factor, BigDecimal rangeFactor) {}

    /**
     * Limits of some values.
     *
     * @param values oldest first
     * @param floor the least plausible value; null when there is none
     * @return empty when no two values are consecutive
     */
    public static Optional<ProcessLimits> of(List<Observation> values, Form form, @Nullable BigDecimal floor) {
        var numbers = new ArrayList<BigDecimal>(values.size());
        var ranges = new ArrayList<BigDecimal>(values.size());
        BigDecimal before = null;
        for (Observation one : values) {
            if (before != null && one.consecutive()) {
                ranges.add(one.value().subtract(before).abs());
            }
            before = one.value();
            numbers.add(before);
        }
        if (ranges.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal centre = Statistics.mean(numbers);
        BigDecimal range = form.median() ? Statistics.median(ranges) : Statistics.mean(ranges);
        BigDecimal reach = Decimals.computed(range.multiply(form.factor()));
        BigDecimal lower = Decimals.canonical(centre.subtract(reach));
        return Optional.of(new ProcessLimits(
                centre,
                reach,
                floor == null ? lower : lower.max(floor),
                Decimals.canonical(centre.add(reach)),
                range,
                Decimals.computed(range.multiply(form.rangeFactor())),
                values.size()));
    }

    /** Whether the limits say nothing: they lie further from the centre than the centre from zero. */
    public boolean areTooWide() {
        return reach.compareTo(centre.abs()) > 0;
    }
}
