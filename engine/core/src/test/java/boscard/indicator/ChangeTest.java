package boscard.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    @Test
    void growthIsTheChangeOverTheBase() {
        assertThat(Change.growth(n("80"), n("100"))).hasValue(n("0.25"));
        assertThat(Change.growth(n("3"), n("2")).orElseThrow()).isEqualByComparingTo("-0.333333333333");
    }

    @Test
    void growthFromNothingOrFromALossIsNoNumber() {
        assertThat(Change.growth(n("0"), n("5"))).isEmpty();
        assertThat(Change.growth(n("-4"), n("5"))).isEmpty();
    }

    @Test
    void twoNumbersLieApartByAShareOfTheOneThatIsKept() {
        assertThat(Change.apart(n("100"), n("99")).orElseThrow()).isEqualByComparingTo("0.01");
        assertThat(Change.apart(n("-50"), n("-60")).orElseThrow()).isEqualByComparingTo("0.2");
    }

    @Test
    void zeroAndZeroAreNotApartAndZeroAndSomethingCannotBeCompared() {
        assertThat(Change.apart(n("0"), n("0.00")).orElseThrow()).isEqualByComparingTo("0");
        assertThat(Change.apart(n("0"), n("1"))).isEmpty();
        assertThat(Change.apart(n("1"), n("0")).orElseThrow()).isEqualByComparingTo("1");
    }
}
