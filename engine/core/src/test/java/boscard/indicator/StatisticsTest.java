package boscard.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected numbers are those that Excel shows for the function named by the test. */
class StatisticsTest {

    private static List<BigDecimal> numbers(String... texts) {
        return Arrays.stream(texts).map(BigDecimal::new).toList();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.25, 2.5", "0.3, 3", "0.5, 6", "0.75, 8.75", "0.9, 9.5", "1, 10"})
    void percentileIncIsLinearBetweenNeighbours(String share, String expected) {
        assertThat(Statistics.percentile(numbers("10", "1", "9", "2", "8", "4"), new BigDecimal(share)))
                .isEqualByComparingTo(expected);
    }

    @Test
    void percentileOfOneValueIsThatValue() {
        assertThat(Statistics.percentile(numbers("7.50"), new BigDecimal("0.9")))
                .isEqualTo(new BigDecimal("7.5"));
    }

    @ParameterizedTest
    @CsvSource({"-0.000001", "1.000001"})
    void aShareOutsideZeroToOneIsRefused(String share) {
        assertThatThrownBy(() -> Statistics.percentile(numbers("1"), new BigDecimal(share)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(share);
    }

    @Test
    void medianIsTheMiddleOrTheMeanOfTheTwoMiddleValues() {
        assertThat(Statistics.median(numbers("9", "1", "5"))).isEqualByComparingTo("5");
        assertThat(Statistics.median(numbers("9", "1", "5", "6"))).isEqualByComparingTo("5.5");
        assertThat(Statistics.median(numbers("-1", "1"))).isEqualByComparingTo("0");
    }

    @Test
    void standardDeviationIsThatOfASample() {
        assertThat(Statistics.deviation(
                        numbers("1345", "1301", "1368", "1322", "1310", "1370", "1318", "1350", "1303", "1299")))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("27.463915719843"));
        assertThat(Statistics.deviation(numbers("2", "4", "4", "4", "5", "5", "7", "9")))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("2.138089935299"));
        assertThat(Statistics.deviation(numbers("3", "3", "3")))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("0"));
    }

    @Test
    void oneValueHasNoDeviation() {
        assertThat(Statistics.deviation(numbers("3"))).isEmpty();
        assertThat(Statistics.deviation(List.of())).isEmpty();
    }

    @Test
    void correlationIsPearsons() {
        assertThat(Statistics.correlation(numbers("3", "2", "4", "5", "6"), numbers("9", "7", "12", "15", "17")))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("0.997054485502"));
    }

    @Test
    void perfectCorrelationIsExactlyOneOrMinusOne() {
        List<BigDecimal> x = numbers("0.1", "0.7", "1.3", "2.9");
        assertThat(Statistics.correlation(x, x))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("1"));
        assertThat(Statistics.correlation(x, x.stream().map(BigDecimal::negate).toList()))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("-1"));
    }

    @Test
    void whatNeverChangesCorrelatesWithNothing() {
        assertThat(Statistics.correlation(numbers("0.1", "0.1", "0.1"), numbers("1", "2", "3")))
                .isEmpty();
        assertThat(Statistics.correlation(numbers("1"), numbers("1"))).isEmpty();
    }

    @Test
    void pairsNeedEqualCounts() {
        assertThatThrownBy(() -> Statistics.correlation(numbers("1", "2"), numbers("1")))
                .hasMessageContaining("2 and 1");
    }

    @Test
    void meanIsRoundedOnlyAtTheEnd() {
        assertThat(Statistics.mean(numbers("1", "2", "2"))).isEqualByComparingTo("1.666666666667");
        assertThatThrownBy(() -> Statistics.mean(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
