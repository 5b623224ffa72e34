package boscard.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiscountTest {

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static List<BigDecimal> list(String... numbers) {
        return Stream.of(numbers).map(BigDecimal::new).toList();
    }

    @Test
    void discountIsWhatIsMissingToTheListPrice() {
        assertThat(Discount.of(n("44400"), n("49500")).orElseThrow()).isEqualByComparingTo("0.10303030303");
        assertThat(Discount.of(n("110"), n("100")).orElseThrow()).isEqualByComparingTo("-0.1");
        assertThat(Discount.of(n("110"), n("0"))).isEmpty();
    }

    @Test
    void endOfTheQuarterIsComparedWithTheRest() {
        assertThat(Discount.pointsAtClose(list("0.10", "0.12"), list("0.05", "0.07"))
                        .orElseThrow())
                .isEqualByComparingTo("0.05");
        assertThat(Discount.timesAtClose(list("0.09"), list("0.05", "0.07")).orElseThrow())
                .isEqualByComparingTo("1.5");
    }

    @Test
    void oneSideAloneIsComparedWithNothing() {
        assertThat(Discount.pointsAtClose(List.of(), list("0.05"))).isEmpty();
        assertThat(Discount.pointsAtClose(list("0.05"), List.of())).isEmpty();
        assertThat(Discount.timesAtClose(List.of(), list("0.05"))).isEmpty();
        assertThat(Discount.timesAtClose(list("0.05"), list("0", "0"))).isEmpty();
    }
}
