package boscard.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @ParameterizedTest
    @CsvSource({"0.80, 0.8", "1E+3, 1000", "0.000, 0", "-0.0, 0", "12.3400, 12.34", "100, 100", "0E-20, 0"})
    void equalValuesHaveOneForm(String written, String canonical) {
        assertThat(Decimals.canonical(number(written))).isEqualTo(number(canonical));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0000000000005, 0",
        "0.0000000000015, 0.000000000002",
        "0.00000000000050001, 0.000000000001",
        "-0.0000000000015, -0.000000000002",
        "0.1234567890124, 0.123456789012"
    })
    void computedNumbersAreRoundedToTwelveDecimalsHalfEven(String exact, String rounded) {
        assertThat(Decimals.computed(number(exact))).isEqualByComparingTo(rounded);
    }

    @Test
    void aRatioIsRoundedOnce() {
        assertThat(Decimals.ratio(number("2"), number("3"))).isEqualTo(number("0.666666666667"));
        assertThat(Decimals.ratio(number("0.24"), number("0.30"))).isEqualTo(number("0.8"));
    }

    @Test
    void aRatioOfZeroIsThrownBackToTheCallerWhoKnowsWhatItMeans() {
        assertThatThrownBy(() -> Decimals.ratio(BigDecimal.ONE, number("0.00")))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void scaleDoesNotMakeADifference() {
        assertThat(Decimals.equal(number("0.8"), number("0.800"))).isTrue();
        assertThat(Decimals.equal(number("0.8"), number("0.8000000000001"))).isFalse();
    }
}
