package boscard.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DisplayDigitsTest {

    @Test
    void nobodyCountsTheZerosOfAnEnormousNumber() {
        assertThat(Display.number(new BigDecimal("1E300"), Unit.CURRENCY)).isEqualTo("1E+300");
        assertThat(Display.number(new BigDecimal("-1.26E300"), Unit.RATIO)).isEqualTo("-1.3E+302 %");
        assertThat(Display.number(new BigDecimal("999999999999999999999999"), Unit.COUNT))
                .isEqualTo("999,999,999,999,999,999,999,999");
    }

    @Test
    void oneThingIsNotSeveral() {
        assertThat(Display.count(BigDecimal.ONE, "periods")).isEqualTo("1 period");
        assertThat(Display.count(BigDecimal.ONE, "activities")).isEqualTo("1 activity");
        assertThat(Display.count(new BigDecimal("2"), "scored KPIs")).isEqualTo("2 scored KPIs");
        assertThat(Display.count(BigDecimal.ZERO, "periods")).isEqualTo("0 periods");
        assertThat(Display.count(new BigDecimal("1.5"), "quarters")).isEqualTo("1.5 quarters");
    }

    @Test
    void digitsAreThoseOfDecimalFormat() {
        long seed = Long.getLong("seed", 20261124L);
        var random = new Random(seed);
        var format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        for (int i = 0; i < 5_000; i++) {
            var value = new BigDecimal(new BigInteger(random.nextInt(60), random), random.nextInt(18) - 4);
            BigDecimal signed = random.nextBoolean() ? value : value.negate();
            assertThat(Display.number(signed, Unit.MULTIPLE))
                    .as("%s, repeat with -Dseed=%d", signed, seed)
                    .isEqualTo(format.format(signed) + " times");
        }
    }
}
