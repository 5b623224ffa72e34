package boscard.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Direction;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class GrowthTest {

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    @Test
    void aChangeIsPositiveWhenBetterInBothDirections() {
        assertThat(Growth.change(n("80"), n("100"), 1).orElseThrow()).isEqualByComparingTo("0.25");
        assertThat(Growth.change(n("80"), n("60"), -1).orElseThrow()).isEqualByComparingTo("0.25");
    }

    @Test
    void aChangeFromZeroOrBelowHasNoSize() {
        assertThat(Growth.change(n("0"), n("5"), 1)).isEmpty();
        assertThat(Growth.change(n("-1"), n("5"), 1)).isEmpty();
    }

    @Test
    void theGrowthThatAGoalAsksForIsThatOfAYear() {
        assertThat(Growth.asked(n("2"), n("3"), 1, 365).orElseThrow()).isEqualByComparingTo("0.5");
        assertThat(Growth.asked(n("2"), n("3"), 1, 730).orElseThrow()).isEqualByComparingTo("0.25");
        assertThat(Growth.asked(n("4"), n("3"), -1, 365).orElseThrow()).isEqualByComparingTo("0.25");
        assertThat(Growth.asked(n("-4"), n("-3"), 1, 365).orElseThrow()).isEqualByComparingTo("0.25");
        assertThat(Growth.asked(n("0"), n("3"), 1, 365)).isEmpty();
        assertThat(Growth.asked(n("2"), n("3"), 1, 0)).isEmpty();
    }

    /** 400 x 0.5 + 50 x 4 = 400. */
    @Test
    void capacityIsThePipelineByTheWinRateAndTheRunRate() {
        assertThat(Capacity.expected(n("400"), n("0.5"), n("50"), n("4"))).isEqualByComparingTo("400");
        assertThat(Capacity.coverage(n("400"), n("500"), Direction.HIGHER).orElseThrow())
                .isEqualByComparingTo("0.8");
        assertThat(Capacity.coverage(n("125"), n("100"), Direction.LOWER).orElseThrow())
                .isEqualByComparingTo("0.8");
        assertThat(Capacity.coverage(n("1"), n("0"), Direction.HIGHER)).isEmpty();
    }

    @Test
    void atAWinRateOfAQuarterItTakesFourTimesThePipeline() {
        assertThat(Capacity.neededPipeline(n("100"), n("0.25")).orElseThrow()).isEqualByComparingTo("400");
        assertThat(Capacity.neededPipeline(n("100"), n("0"))).isEmpty();
    }
}
