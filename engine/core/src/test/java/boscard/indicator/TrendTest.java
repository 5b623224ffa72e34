package boscard.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final BigDecimal CHANGE = new BigDecimal("0.05");
    private static final BigDecimal CONSISTENCY = new BigDecimal("0.8");

    private static Optional<Trend> trend(int sign, String... values) {
        List<BigDecimal> numbers = Arrays.stream(values).map(BigDecimal::new).toList();
        return Trend.of(numbers, sign, 4, CHANGE, CONSISTENCY);
    }

    private static Trend.Direction direction(int sign, String... values) {
        return trend(sign, values).orElseThrow().direction();
    }

    @Test
    void changeIsTheTheilSenSlopeOverAllPeriodsRelativeToTheMedian() {
        Trend trend = trend(1, "100", "110", "120", "130").orElseThrow();
        assertThat(trend.change()).isEqualByComparingTo("0.347826086957"); // 10 x 4 / 115
        assertThat(trend.consistency()).isEqualByComparingTo("1");
        assertThat(trend.points()).isEqualTo(4);
        assertThat(trend.direction()).isEqualTo(Trend.Direction.IMPROVING);
    }

    @Test
    void oneOutlierDoesNotMakeATrend() {
        assertThat(trend(1, "100", "100", "900", "100", "100", "100")
                        .orElseThrow()
                        .change())
                .isEqualByComparingTo("0");
    }

    @Test
    void risingIsDecliningWhenLowerIsBetter() {
        assertThat(direction(-1, "100", "110", "120", "130")).isEqualTo(Trend.Direction.DECLINING);
        assertThat(direction(-1, "130", "120", "110", "100")).isEqualTo(Trend.Direction.IMPROVING);
        assertThat(direction(1, "130", "120", "110", "100")).isEqualTo(Trend.Direction.DECLINING);
    }

    @Test
    void aChangeOfExactlyTheMinimumIsATrendAndOneBelowItIsFlat() {
        // slope 2, median 160: 2 x 4 / 160 = 0.05
        assertThat(direction(1, "157", "159", "161", "163")).isEqualTo(Trend.Direction.IMPROVING);
        assertThat(direction(1, "163", "161", "159", "157")).isEqualTo(Trend.Direction.DECLINING);
        assertThat(direction(1, "157.1", "159.1", "161.1", "163.1")).isEqualTo(Trend.Direction.FLAT);
    }

    @Test
    void aTieDisagrees() {
        Trend trend = trend(1, "100", "100", "120", "140").orElseThrow();
        assertThat(trend.consistency()).isEqualByComparingTo("0.833333333333"); // 5 of 6 pairs
    }

    @Test
    void changeWithoutConsistencyIsFlat() {
        Trend trend = trend(1, "100", "200", "90", "210").orElseThrow();
        assertThat(trend.change().abs()).isGreaterThan(CHANGE);
        assertThat(trend.consistency()).isLessThan(CONSISTENCY);
        assertThat(trend.direction()).isEqualTo(Trend.Direction.FLAT);
    }

    @Test
    void aNegativeMedianDoesNotTurnTheTrendRound() {
        assertThat(direction(1, "-40", "-30", "-20", "-10")).isEqualTo(Trend.Direction.IMPROVING);
    }

    @Test
    void tooFewPointsOrAMedianOfZeroGiveNoTrend() {
        assertThat(trend(1, "1", "2", "3")).isEmpty();
        assertThat(trend(1, "-2", "-1", "1", "2")).isEmpty();
        assertThat(trend(1, "0", "0", "0", "0")).isEmpty();
    }
}
