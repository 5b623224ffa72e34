package boscard.table.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberLineTest {

    private static int byPlace(NumberLine line, Object value, Object edge) {
        return Long.compare(line.place(value), line.place(edge));
    }

    @ParameterizedTest
    @CsvSource({
        "0.8, 0.8, 0",
        "0.80000, 0.8, 0",
        "8E-1, 0.8, 0",
        "0.79999999999999999999999999999999999, 0.8, -1",
        "0.80000000000000000000000000000000001, 0.8, 1",
        "-0.8, -0.80, 0",
        "-0.80000000000000000000000000000000001, -0.8, -1",
        "-0.79999999999999999999999999999999999, -0.8, 1",
        "0, 0.000, 0",
        "0E+40, 0, 0",
        "1E-40, 0, 1",
        "-1E-40, 0, -1",
        "1E-2000000000, 0, 1",
        "-1E-2000000000, 0, -1",
        "1E+2000000000, 0.8, 1",
        "-1E+2000000000, 0.8, -1",
        "123456789012345678901234567890, 99999, 1",
        "-123456789012345678901234567890, 99999, -1",
        "0.3333333333333333333333333333333333, 0.333333333, 1",
        "9223372036854775807, 0.5, 1",
        "0.9223372036854775807, 0.922337203, 1",
        "0.0000000009223372036854775807, 0.000000001, -1"
    })
    void aValueIsOnTheRightSideOfAnEdgeHoweverCloseOrFar(BigDecimal value, BigDecimal edge, int side) {
        NumberLine line = NumberLine.of(List.of(edge));
        assertThat(line.holds(edge)).isTrue();
        assertThat(byPlace(line, value, edge)).isEqualTo(side).isEqualTo(Integer.signum(value.compareTo(edge)));
    }

    @Test
    void placesAreInTheOrderOfTheNumbers() {
        for (long seed = 0; seed < 2_000; seed++) {
            var random = new SplittableRandom(seed);
            var edges = new ArrayList<BigDecimal>();
            for (int i = 0; i < 5; i++) {
                edges.add(BigDecimal.valueOf(random.nextInt(-2_000, 2_000), random.nextInt(7)));
            }
            NumberLine line = NumberLine.of(edges);
            for (BigDecimal edge : edges) {
                BigDecimal smallest = BigDecimal.valueOf(random.nextInt(-2, 3)).movePointLeft(random.nextInt(40));
                BigDecimal value = edge.add(smallest);
                assertThat(byPlace(line, value, edge))
                        .as("seed %d: %s and %s", seed, value, edge)
                        .isEqualTo(value.compareTo(edge));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1234567891", "1E-30", "1000000000000000000", "1E+300"})
    void anEdgeTooFineOrTooLargeIsNotHeld(BigDecimal edge) {
        assertThat(NumberLine.of(List.of(edge)).holds(edge)).isFalse();
    }

    @Test
    void aFineEdgeLeavesALargeOneToExactDecimals() {
        BigDecimal large = new BigDecimal("999999999999");
        assertThat(NumberLine.of(List.of(large)).holds(large)).isTrue();
        assertThat(NumberLine.of(List.of(large, new BigDecimal("0.000000001"))).holds(large))
                .isFalse();
    }

    @Test
    void daysAreInTheirOrder() {
        NumberLine line = NumberLine.of(List.of());
        LocalDate day = LocalDate.of(2024, 2, 29);
        assertThat(byPlace(line, day, day)).isZero();
        assertThat(byPlace(line, day.minusDays(1), day)).isNegative();
        assertThat(byPlace(line, LocalDate.MAX, day)).isPositive();
        assertThat(byPlace(line, LocalDate.MIN, day)).isNegative();
    }
}
