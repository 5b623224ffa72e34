package boscard.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Grain;
import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.given.Given;
import boscard.given.Kpis;
import boscard.source.Origin;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeriesTest {

    private static Series series(Map<String, Reading> actuals) {
        var points = new HashMap<Period, Series.Point>();
        actuals.forEach((period, actual) -> points.put(
                Given.period(period),
                new Series.Point(
                        Given.period(period),
                        actual,
                        Reading.BLANK,
                        Reading.BLANK,
                        Reading.BLANK,
                        Reading.BLANK,
                        false,
                        null,
                        new Origin.Computed("for a test"),
                        List.of())));
        return new Series(Kpis.higher("revenue"), Grain.MONTH, points);
    }

    private static final Series FIVE = series(Map.of(
            "2025-12", Reading.of("1"),
            "2026-01", Reading.of("0"),
            "2026-02", Reading.BLANK,
            "2026-03", Reading.NOT_APPLICABLE,
            "2026-04", Reading.of("4")));

    @Test
    void pointsAreInPeriodOrder() {
        assertThat(FIVE.points().keySet())
                .map(Period::toString)
                .containsExactly("2025-12", "2026-01", "2026-02", "2026-03", "2026-04");
    }

    @Test
    void missingValuesAreLeftOutAndZerosAreNot() {
        assertThat(FIVE.actualsUpTo(Given.period("2026-04"), 10))
                .containsExactly(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.valueOf(4));
    }

    @Test
    void theNewestValuesCountOldestFirstAndNothingAfterTheLastPeriod() {
        assertThat(FIVE.actualsUpTo(Given.period("2026-04"), 2))
                .containsExactly(BigDecimal.ZERO, BigDecimal.valueOf(4));
        assertThat(FIVE.actualsUpTo(Given.period("2026-03"), 2)).containsExactly(BigDecimal.ONE, BigDecimal.ZERO);
        assertThat(FIVE.actualsUpTo(Given.period("2025-11"), 2)).isEmpty();
    }
}
