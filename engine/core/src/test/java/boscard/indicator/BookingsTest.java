package boscard.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BookingsTest {

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static List<BigDecimal> list(String... numbers) {
        return Stream.of(numbers).map(BigDecimal::new).toList();
    }

    @Test
    void nothingHasNoShares() {
        assertThat(Bookings.share(n("0"), n("0"))).isEmpty();
        assertThat(Bookings.share(n("3"), n("-6"))).isEmpty();
        assertThat(Bookings.share(n("46"), n("100")).orElseThrow()).isEqualByComparingTo("0.46");
    }

    @Test
    void ownNinetiethPercentileIsThatOfExcel() {
        // PERCENTILE.INC(0.34, 0.35, 0.36; 0.9) = 0.35 + 0.8 x 0.01 = 0.358
        assertThat(Bookings.aboveOwn(n("0.40"), list("0.36", "0.34", "0.35"), n("0.9"))
                        .orElseThrow())
                .isEqualByComparingTo("0.042");
        assertThat(Bookings.aboveOwn(n("0.358"), list("0.36", "0.34", "0.35"), n("0.9"))
                        .orElseThrow())
                .isEqualByComparingTo("0");
        assertThat(Bookings.aboveOwn(n("0.9"), List.of(), n("0.9"))).isEmpty();
    }

    @Test
    void largestAmountsHaveTheirShareOfAll() {
        assertThat(Bookings.topShare(list("10", "60", "30"), 1, n("100")).orElseThrow())
                .isEqualByComparingTo("0.6");
        assertThat(Bookings.topShare(list("10", "60", "30"), 2, n("100")).orElseThrow())
                .isEqualByComparingTo("0.9");
        assertThat(Bookings.topShare(list("10", "60", "30"), 10, n("100")).orElseThrow())
                .isEqualByComparingTo("1");
        assertThat(Bookings.topShare(list("60", "30"), 1, n("120")).orElseThrow())
                .as("what nobody is known to have won counts in the whole")
                .isEqualByComparingTo("0.5");
        assertThat(Bookings.topShare(List.of(), 1, n("100"))).isEmpty();
        assertThat(Bookings.topShare(list("0", "0"), 1, n("0"))).isEmpty();
    }
}
