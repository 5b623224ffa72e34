package boscard.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetHabitsTest {

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static List<BigDecimal> list(String... numbers) {
        return Stream.of(numbers).map(BigDecimal::new).toList();
    }

    @Test
    void raisesAfterABeatAreComparedWithCutsAfterAMiss() {
        var ratchet = TargetHabits.ratchet(
                        list("0.2", "-0.1", "0.1", "-0.1", "0.5"), list("0.3", "-0.2", "0.1", "-0.4", "0"))
                .orElseThrow();
        assertThat(ratchet.beats()).isEqualTo(2);
        assertThat(ratchet.misses()).isEqualTo(2);
        assertThat(ratchet.raise()).isEqualByComparingTo("0.15");
        assertThat(ratchet.cut()).isEqualByComparingTo("0.1");
        assertThat(ratchet.times().orElseThrow()).isEqualByComparingTo("1.5");
    }

    @Test
    void targetsThatAreNeverCutHaveNoRatio() {
        var ratchet =
                TargetHabits.ratchet(list("0.2", "0"), list("0.3", "-0.2")).orElseThrow();
        assertThat(ratchet.times()).isEmpty();
        assertThat(ratchet.raise()).isEqualByComparingTo("0.2");
    }

    @Test
    void withoutABeatOrWithoutAMissThereIsNoRatchet() {
        assertThat(TargetHabits.ratchet(list("0.2"), list("0.3"))).isEmpty();
        assertThat(TargetHabits.ratchet(list("0.2"), list("-0.3"))).isEmpty();
        assertThat(TargetHabits.ratchet(List.of(), List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.979999, false, false",
        "0.98, true, false",
        "0.999999, true, false",
        "1, false, true",
        "1.019999, false, true",
        "1.02, false, false"
    })
    void exactlyTheTargetIsJustAboveIt(String attainment, boolean below, boolean above) {
        assertThat(TargetHabits.isJustBelow(n(attainment), n("0.02"))).isEqualTo(below);
        assertThat(TargetHabits.isJustAbove(n(attainment), n("0.02"))).isEqualTo(above);
    }

    @Test
    void noneJustBelowCountsAsOne() {
        assertThat(TargetHabits.bunching(7, 2).orElseThrow()).isEqualByComparingTo("3.5");
        assertThat(TargetHabits.bunching(7, 0).orElseThrow()).isEqualByComparingTo("7");
        assertThat(TargetHabits.bunching(0, 4).orElseThrow()).isEqualByComparingTo("0");
        assertThat(TargetHabits.bunching(0, 0)).isEmpty();
    }

    @Test
    void reliefIsHowManyTimesAsOften() {
        // 7 of 10 against 3 of 20: 0.7 / 0.15
        assertThat(TargetHabits.relief(7, 10, 3, 20).orElseThrow()).isEqualByComparingTo("4.666666666667");
        assertThat(TargetHabits.relief(0, 10, 3, 20).orElseThrow()).isEqualByComparingTo("0");
        assertThat(TargetHabits.relief(7, 10, 0, 20)).isEmpty();
        assertThat(TargetHabits.relief(0, 0, 3, 20)).isEmpty();
        assertThat(TargetHabits.relief(7, 10, 0, 0)).isEmpty();
    }
}
