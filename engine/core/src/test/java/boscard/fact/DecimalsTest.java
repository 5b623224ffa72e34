package boscard.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
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

    /** DOMAIN.md section 3 says 34 digits and then 12 decimals; a shorter way must say the same. */
    @Test
    void aRatioIsWhatRoundingTo34DigitsAndThenTo12DecimalsGives() {
        int shortOnes = 0;
        for (long seed = 0; seed < 100_000; seed++) {
            var random = new SplittableRandom(seed);
            BigDecimal b = anyNumber(random);
            BigDecimal a = random.nextBoolean() ? anyNumber(random) : nearAMiddle(b, random);
            if (b.signum() != 0) {
                shortOnes += Decimals.isShort(a, b) ? 1 : 0;
                assertThat(Decimals.ratio(a, b))
                        .as("seed %d: %s / %s", seed, a, b)
                        .isEqualTo(Decimals.computed(a.divide(b, Decimals.PRECISION)));
            }
        }
        assertThat(shortOnes).isBetween(20_000, 99_000);
    }

    private static BigDecimal anyNumber(SplittableRandom random) {
        var digits = new BigInteger(random.nextInt(1, 110), new java.util.Random(random.nextLong()));
        return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), random.nextInt(-3, 25));
    }

    /** A dividend whose quotient lies on the middle between two computed numbers, or the least bit beside it. */
    private static BigDecimal nearAMiddle(BigDecimal b, SplittableRandom random) {
        BigDecimal middle = BigDecimal.valueOf(random.nextLong(-1_000_000, 1_000_000) * 10 + 5, 13);
        BigDecimal a = middle.multiply(b);
        return a.add(BigDecimal.valueOf(random.nextInt(-1, 2), Math.max(0, a.scale())));
    }
}
