package boscard.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boscard.fact.Direction;
import boscard.fact.Kpi;
import boscard.given.Kpis;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttainmentTest {

    private static final Kpi HIGHER = Kpis.higher("revenue");
    private static final Kpi LOWER = Kpis.lower("cac");
    private static final Kpi RANGE = Kpis.inRange("pipeline_coverage", "3", "5");
    private static final Kpi BINARY = Kpis.binary("forecast_submitted");

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static BigDecimal attainment(Kpi kpi, String actual, String target) {
        return Attainment.of(kpi, number(actual), number(target)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100, true",
        "100.00, 100, true",
        "99.999999999999999999, 100, false",
        "0, 0, true",
        "-1, -1, true",
        "-2, -1, false",
        "100.000000000000000001, 100, true"
    })
    void valueEqualToItsTargetIsMetWhenHigherIsBetter(String actual, String target, boolean met) {
        assertThat(Attainment.isMet(HIGHER, number(actual), number(target))).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100, true",
        "100.00, 100, true",
        "100.000000000000000001, 100, false",
        "0, 0, true",
        "-1, -1, true",
        "-2, -1, true",
        "99.999999999999999999, 100, true"
    })
    void valueEqualToItsTargetIsMetWhenLowerIsBetter(String actual, String target, boolean met) {
        assertThat(Attainment.isMet(LOWER, number(actual), number(target))).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({
        "3, true",
        "5, true",
        "5.000, true",
        "4, true",
        "2.999999999999999999, false",
        "5.000000000000000001, false"
    })
    void bothEdgesOfARangeAreInside(String actual, boolean met) {
        assertThat(Attainment.isMet(RANGE, number(actual), number("0"))).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1.0, true", "0, false", "2, false", "0.999999999999, false"})
    void onlyOneIsYes(String actual, boolean met) {
        assertThat(Attainment.isMet(BINARY, number(actual), number("1"))).isEqualTo(met);
        assertThat(attainment(BINARY, actual, "1")).isEqualByComparingTo(met ? "1" : "0");
    }

    @ParameterizedTest
    @CsvSource({
        "0.24, 0.30, 0.8", // exactly 80 %, which binary fractions miss
        "100, 100, 1",
        "250, 100, 2.5",
        "0, 100, 0",
        "-50, 100, -0.5",
        "1, 3, 0.333333333333",
        "2, 3, 0.666666666667"
    })
    void attainmentIsActualOverTargetWhenHigherIsBetter(String actual, String target, String expected) {
        assertThat(attainment(HIGHER, actual, target)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100, 1",
        "110, 100, 0.9",
        "90, 100, 1.1",
        "0, 100, 2",
        "-5, 100, 2",
        "200, 100, 0",
        "1000, 100, 0",
        "4, 3, 0.666666666667"
    })
    void attainmentIsTwoLessActualOverTargetWhenLowerIsBetterAndStaysBetweenZeroAndTwo(
            String actual, String target, String expected) {
        assertThat(attainment(LOWER, actual, target)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "0.000000000001, 0", "7, 0"})
    void aTargetOfZeroIsMetOrNotWhenLowerIsBetter(String actual, String expected) {
        assertThat(attainment(LOWER, actual, "0")).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "-0.000001"})
    void aRatioToATargetThatIsNotPositiveIsForbiddenWhenHigherIsBetter(String target) {
        assertThat(Attainment.of(HIGHER, number("5"), number(target))).isEmpty();
    }

    @Test
    void aRatioToANegativeTargetIsForbiddenWhenLowerIsBetter() {
        assertThat(Attainment.of(LOWER, number("5"), number("-1"))).isEmpty();
    }

    @Test
    void aKpiThatMayBeNegativeHasNoRatio() {
        Kpi points = Kpis.kpi("nps").plausible("-100", "100").build();
        assertThat(Attainment.of(points, number("30"), number("40"))).isEmpty();
        Kpi churn = Kpis.kpi("net_churn")
                .direction(Direction.LOWER)
                .plausible("-1", null)
                .build();
        assertThat(Attainment.of(churn, number("0.1"), number("0.2"))).isEmpty();
        Kpi fromZero = Kpis.kpi("revenue").plausible("0", null).build();
        assertThat(Attainment.of(fromZero, number("30"), number("40"))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "5, 1", "4, 1", "2.5, 0.5", "5.25, 0.75", "2, 0", "6, 0", "100, 0", "-100, 0"})
    void outsideARangeAttainmentFallsOverHalfItsWidth(String actual, String expected) {
        assertThat(attainment(RANGE, actual, "0")).isEqualByComparingTo(expected);
    }

    @Test
    void aRangeOfOnePointIsMetOrNot() {
        Kpi point = Kpis.inRange("share", "3", "3");
        assertThat(attainment(point, "3", "0")).isEqualByComparingTo("1");
        assertThat(attainment(point, "3.1", "0")).isEqualByComparingTo("0");
    }

    @Test
    void aRangeWithoutEdgesIsRefusedByName() {
        Kpi broken = Kpis.kpi("coverage").direction(Direction.IN_RANGE).build();
        assertThatThrownBy(() -> Attainment.distanceOutside(broken, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("coverage");
    }

    @ParameterizedTest
    @CsvSource({"150, 100, 200, 0.5", "100, 100, 200, 0", "200, 100, 200, 1", "50, 100, 200, -0.5", "250, 100, 200, 1.5"
    })
    void progressIsRawAndNotCapped(String actual, String baseline, String target, String expected) {
        assertThat(Attainment.progress(HIGHER, number(actual), number(baseline), number(target)))
                .isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"150, 200, 100, 0.5", "100, 200, 100, 1", "250, 200, 100, -0.5"})
    void progressIsRightWhenLowerIsBetter(String actual, String baseline, String target, String expected) {
        assertThat(Attainment.progress(LOWER, number(actual), number(baseline), number(target)))
                .isEqualByComparingTo(expected);
    }

    @Test
    void progressToATargetEqualToItsBaselineIsMetOrNot() {
        assertThat(Attainment.progress(HIGHER, number("5"), number("5"), number("5.0")))
                .isEqualByComparingTo("1");
        assertThat(Attainment.progress(HIGHER, number("4"), number("5"), number("5")))
                .isEqualByComparingTo("0");
        assertThat(Attainment.progress(LOWER, number("4"), number("5"), number("5")))
                .isEqualByComparingTo("1");
    }
}
