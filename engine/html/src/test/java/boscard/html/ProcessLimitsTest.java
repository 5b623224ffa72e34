package boscard.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProcessLimitsTest {

    private static List<@Nullable BigDecimal> values(@Nullable Integer... numbers) {
        var values = new ArrayList<@Nullable BigDecimal>();
        for (Integer number : numbers) {
            values.add(number == null ? null : BigDecimal.valueOf(number));
        }
        return values;
    }

    private static ProcessLimits limits(@Nullable Integer... numbers) {
        return Objects.requireNonNull(ProcessLimits.of(values(numbers), null));
    }

    /** Mean 12, moving ranges 2, 2, 2, 2, 2: limits 12 ± 2.66 × 2. */
    @Test
    void limitsAreTheMeanAndTwoPointSixSixMeanMovingRanges() {
        ProcessLimits limits = limits(11, 13, 11, 13, 11, 13);

        assertThat(limits.mean()).isEqualByComparingTo("12");
        assertThat(limits.low()).isEqualByComparingTo("6.68");
        assertThat(limits.high()).isEqualByComparingTo("17.32");
        assertThat(limits.provisional()).isTrue();
    }

    @Test
    void aGapDropsTheMovingRangesBesideIt() {
        ProcessLimits limits = limits(10, 12, null, 100, 102, 104, 106); // ranges 2, 2, 2, 2; not 88
        assertThat(limits.high().subtract(limits.low())).isEqualByComparingTo("10.64");
    }

    @Test
    void noLimitGoesBelowTheNaturalZero() {
        ProcessLimits limits = Objects.requireNonNull(ProcessLimits.of(values(1, 9, 1, 9, 1, 9), BigDecimal.ZERO));
        assertThat(limits.low()).isEqualByComparingTo("0");
    }

    @Test
    void fewerThanSixPointsHaveNoLimits() {
        assertThat(ProcessLimits.of(values(1, 2, 3, null, 4, 5), null)).isNull();
        assertThat(limits(1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2).provisional()).isFalse();
    }
}
