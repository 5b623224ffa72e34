package boscard.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.given.Given;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

    private static final Period NOW = Given.period("2026-03");

    /** Readings by what is read, such as {@code target revenue 2026-03}; everything else is blank. */
    private static final class Measured implements Formula.Operands {
        private final Map<String, Reading> readings = new HashMap<>();

        Measured with(String what, String number) {
            return with(what, Reading.of(number));
        }

        Measured with(String what, Reading reading) {
            readings.put(what, reading);
            return this;
        }

        private Reading find(String kind, String kpi, Period period) {
            return readings.getOrDefault(kind + " " + kpi + " " + period, Reading.BLANK);
        }

        @Override
        public Reading actual(String kpi, Period period) {
            return find("actual", kpi, period);
        }

        @Override
        public Reading target(String kpi, Period period) {
            return find("target", kpi, period);
        }

        @Override
        public Reading forecast(String kpi, Period period) {
            return find("forecast", kpi, period);
        }

        @Override
        public Reading prior(String kpi, Period period) {
            return find("prior", kpi, period);
        }
    }

    private static final Measured AB =
            new Measured().with("actual a 2026-03", "6").with("actual b 2026-03", "4");

    private static Reading value(String formula, Measured measured) {
        return Formula.parse(formula).evaluate(measured, NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "a+b, 10",
        "a-b, 2",
        "a*b, 24",
        "a/b, 1.5",
        "a+b*2, 14",
        "(a+b)*2, 20",
        "a-b-1, 1",
        "a/b/3, 0.5",
        "a-(b-1), 3",
        "-a+b, -2",
        "a*-b, -24",
        "--a, 6",
        "2*(a-(b+1))/4, 0.5",
        "0.5*a, 3",
        ".5*a, 3",
        "1.50, 1.5",
        " a  +  b , 10",
        "abs(b-a), 2",
        "abs(a-b), 2",
        "a/(a+b), 0.6",
        "1/3, 0.333333333333",
        "1/3*3, 1"
    })
    void arithmeticIsThatOfSchool(String formula, String expected) {
        assertThat(value(formula, AB)).isEqualTo(Reading.of(expected));
    }

    @Test
    void minTakesTheSmallestOfAnyNumber() {
        assertThat(value("min(a)", AB)).isEqualTo(Reading.of("6"));
        assertThat(value("min(a, b, 5)", AB)).isEqualTo(Reading.of("4"));
        assertThat(value("min(a, b - 10)", AB)).isEqualTo(Reading.of("-6"));
    }

    @Test
    void functionsReadOtherValuesOfTheKpi() {
        var measured = new Measured()
                .with("actual r 2026-03", "1")
                .with("actual r 2026-02", "2")
                .with("target r 2026-03", "3")
                .with("forecast r 2026-03", "4")
                .with("prior r 2026-03", "5");
        assertThat(value("r", measured)).isEqualTo(Reading.of("1"));
        assertThat(value("prev(r)", measured)).isEqualTo(Reading.of("2"));
        assertThat(value("target( r )", measured)).isEqualTo(Reading.of("3"));
        assertThat(value("forecast(r)", measured)).isEqualTo(Reading.of("4"));
        assertThat(value("prior (r)", measured)).isEqualTo(Reading.of("5"));
        assertThat(value("(r - prior(r)) / prior(r)", measured)).isEqualTo(Reading.of("-0.8"));
    }

    @Test
    void daysAreThoseOfThePeriod() {
        assertThat(Formula.parse("days()").evaluate(AB, Given.period("2024-02")))
                .isEqualTo(Reading.of("29"));
        assertThat(Formula.parse("62 / days()").evaluate(AB, NOW)).isEqualTo(Reading.of("2"));
    }

    @Test
    void aMissingOperandMakesTheResultMissingWithItsReason() {
        assertThat(value("a + c", AB)).isEqualTo(Reading.BLANK);
        assertThat(value("c * 0", AB)).isEqualTo(Reading.BLANK);
        assertThat(value("abs(c)", AB)).isEqualTo(Reading.BLANK);
        assertThat(value("min(a, c)", AB)).isEqualTo(Reading.BLANK);
        assertThat(value("-c", AB)).isEqualTo(Reading.BLANK);
        var unread = new Measured().with("actual c 2026-03", Reading.UNREADABLE);
        assertThat(value("c / 2", unread)).isEqualTo(Reading.UNREADABLE);
        assertThat(value("1 + (2 - c)", unread)).isEqualTo(Reading.UNREADABLE);
    }

    @Test
    void notApplicableIsNotMissingButMissingIsStronger() {
        var measured =
                new Measured().with("actual n 2026-03", Reading.NOT_APPLICABLE).with("actual a 2026-03", "6");
        assertThat(value("a + n", measured)).isEqualTo(Reading.NOT_APPLICABLE);
        assertThat(value("n / a", measured)).isEqualTo(Reading.NOT_APPLICABLE);
        assertThat(value("n + c", measured)).isEqualTo(Reading.BLANK);
        assertThat(value("c + n", measured)).isEqualTo(Reading.BLANK);
    }

    @Test
    void aTrueZeroIsAValue() {
        var zero = new Measured().with("actual a 2026-03", "0").with("actual b 2026-03", "4");
        assertThat(value("a + b", zero)).isEqualTo(Reading.of("4"));
        assertThat(value("a / b", zero)).isEqualTo(Reading.of("0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a / 0", "a / (b - 4)", "0 / 0", "1 + a / 0", "abs(a / 0)", "a / 0 / 0"})
    void aDivisionByZeroIsMissingForThatReason(String formula) {
        assertThat(value(formula, AB)).isEqualTo(Reading.ZERO_DENOMINATOR);
    }

    @Test
    void aMissingDividendIsMissingForItsOwnReason() {
        assertThat(value("c / 0", AB)).isEqualTo(Reading.BLANK);
    }

    @Test
    void itKnowsTheKpisItReadsButNotItsFunctions() {
        assertThat(Formula.parse("open/(target(revenue)-revenue) + days() + min(a, prev(b))")
                        .kpis())
                .containsExactly("a", "b", "open", "revenue");
        assertThat(Formula.parse("1 + 2").kpis()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''          | 1  | ends where",
                "a +         | 4  | ends where",
                "a b         | 3  | operator is expected before \"b\"",
                "(a          | 3  | \")\" is missing",
                "a)          | 2  | operator is expected before \")\"",
                "a + * b     | 5  | not \"*\"",
                "a % b       | 3  | operator is expected before \"%\"",
                "max(a)      | 5  | no function \"max\"",
                "target(1+a) | 9  | \")\" is missing",
                "min()       | 5  | not \")\"",
                "1.2.3       | 6  | \"1.2.3\" is not a number",
                ".           | 2  | \".\" is not a number",
                "a; b        | 2  | operator is expected before \";\"",
                "\"a\"       | 1  | expected",
                "days(a)     | 6  | \")\" is missing",
                "1e9         | 2  | operator is expected before \"e\""
            })
    void whatIsNoFormulaIsRefusedWithThePlaceAndWhatWasExpected(String text, int position, String expected) {
        var refused = catchThrowableOfType(Formula.SyntaxException.class, () -> Formula.parse(text));
        assertThat(refused).as(text).isNotNull().hasMessageContaining(expected);
        assertThat(refused.position()).isEqualTo(position);
    }

    @Test
    void fortyParenthesesAreRead() {
        assertThat(value("(".repeat(40) + "a" + ")".repeat(40), AB)).isEqualTo(Reading.of("6"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "abs(", "a+", "a-(", "a*", "min(a,"})
    void aFormulaOfAbsurdSizeIsRefusedAndTakesNoStackWithIt(String piece) {
        var refused =
                catchThrowableOfType(Formula.SyntaxException.class, () -> Formula.parse(piece.repeat(100_000) + "a"));
        assertThat(refused).isNotNull();
    }
}
