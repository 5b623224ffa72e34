package boscard.intake.value;

import static boscard.problem.ProblemCode.CELL_ERROR;
import static boscard.problem.ProblemCode.NUMBER_AMBIGUOUS;
import static boscard.problem.ProblemCode.NUMBER_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {

    private static final NumberConvention ENGLISH = new NumberConvention('.', ',');
    private static final NumberConvention GERMAN = new NumberConvention(',', '.');
    private static final NumberConvention FRENCH = new NumberConvention(',', ' ');
    private static final NumberConvention SWISS = new NumberConvention('.', '\'');

    private final Heard heard = new Heard();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1234.56     | 1234.56
                    -1234.56    | -1234.56
                    +5          | 5
                    0           | 0
                    -0.0        | 0
                    .5          | 0.5
                    5.          | 5
                    007         | 7
                    1.234       | 1.234
                    1.2E+05     | 120000
                    1e-3        | 0.001
                    0.30000000000000004 | 0.30000000000000004
                    """)
    void canonicalNumbersAreExact(String text, BigDecimal number) {
        assertThat(read(text, NumberConvention.CANONICAL)).isEqualTo(number);
        assertThat(heard.codes).isEmpty();
    }

    @Test
    void numberOfManyDigitsIsExactAndWorthALook() {
        assertThat(read("123456789012345678901234567890.5", NumberConvention.CANONICAL))
                .isEqualTo(new BigDecimal("123456789012345678901234567890.5"));
        assertThat(heard.codes).containsExactly(boscard.problem.ProblemCode.NUMBER_LARGE);
    }

    @Test
    void percentIsAQuotientOfOne() {
        assertThat(read("12%", NumberConvention.CANONICAL)).isEqualTo("0.12");
        assertThat(read("80 %", NumberConvention.CANONICAL)).isEqualTo("0.8");
        assertThat(read("-12.5%", NumberConvention.CANONICAL)).isEqualTo("-0.125");
    }

    @Test
    void bracketsAndATrailingMinusAreNegative() {
        assertThat(read("(5)", NumberConvention.CANONICAL)).isEqualTo("-5");
        assertThat(read("5-", NumberConvention.CANONICAL)).isEqualTo("-5");
        assertThat(read("(1,234)", ENGLISH)).isEqualTo("-1234");
        assertThat(read("1,234-", ENGLISH)).isEqualTo("-1234");
        assertThat(read("($5.50)", NumberConvention.CANONICAL)).isEqualTo("-5.5");
        assertThat(read("−5", NumberConvention.CANONICAL)).isEqualTo("-5");
    }

    @Test
    void thousandsAreReadUnderTheDeclaredConvention() {
        assertThat(read("1,234.56", ENGLISH)).isEqualTo("1234.56");
        assertThat(read("1.234,56", GERMAN)).isEqualTo("1234.56");
        assertThat(read("1 234,56", FRENCH)).isEqualTo("1234.56");
        assertThat(read("1\u202f234\u00a0567,8", FRENCH)).isEqualTo("1234567.8");
        assertThat(read("1'234.50", SWISS)).isEqualTo("1234.5");
        assertThat(read("1234", ENGLISH)).isEqualTo("1234");
        assertThat(read("0,5", GERMAN)).isEqualTo("0.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "1,234.56", "1.234,56", "1 234", "1'234.50", "1,5"})
    void separatorsOfAnotherConventionAreAmbiguous(String text) {
        assertRefused(text, NumberConvention.CANONICAL, NUMBER_AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,23", "12,34,567", "1,234,56", "1,2345", ",123", "1234,567"})
    void groupsThatAreNotOfThreeDigitsAreRefused(String text) {
        assertRefused(text, ENGLISH, NUMBER_AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "NaN",
                "Infinity",
                "-Infinity",
                "1.2.3x",
                "1..2",
                "--5",
                "12 apples",
                "0x10",
                "1e",
                "e5",
                "1_000",
                "１２",
                "%",
                "-",
                "1e999999999",
                "(-5)",
                "5%%"
            })
    void whatIsNoNumberIsRefused(String text) {
        assertThat(read(text, NumberConvention.CANONICAL)).isNull();
        assertThat(heard.codes).hasSize(1);
    }

    @Test
    void notANumberIsInvalidInEveryCase() {
        assertRefused("nan", NumberConvention.CANONICAL, NUMBER_INVALID);
    }

    @Test
    void abbreviationsAreRefusedWithAHint() {
        assertRefused("1.5k", NumberConvention.CANONICAL, NUMBER_INVALID);
        assertThat(heard.messages.get(0)).contains("write the number in full");
    }

    @Test
    void currencySignsAreTakenOffAndReported() {
        assertThat(read("$1.50", NumberConvention.CANONICAL)).isEqualTo("1.5");
        assertThat(read("EUR 5", NumberConvention.CANONICAL)).isEqualTo("5");
        assertThat(read("5 kr", NumberConvention.CANONICAL)).isEqualTo("5");
        assertThat(read("-€5", NumberConvention.CANONICAL)).isEqualTo("-5");
        assertThat(read("€ -5", NumberConvention.CANONICAL)).isEqualTo("-5");
        assertThat(heard.currencies).containsExactly("$", "EUR", "kr", "€", "€");
    }

    @Test
    void spreadsheetErrorsAreNamed() {
        assertRefused("#DIV/0!", NumberConvention.CANONICAL, CELL_ERROR);
    }

    @Test
    void factorIsApplied() {
        var thousands = new NumberReader(NumberConvention.CANONICAL, new BigDecimal("1000"));

        assertThat(thousands.read("1.5", heard)).isEqualTo("1500");
    }

    @Test
    void dateCellIsNoNumber() {
        var moment = new RawValue.Moment(java.time.LocalDateTime.of(2026, 1, 2, 0, 0));

        assertThat(new NumberReader(NumberConvention.CANONICAL).readTyped(moment, heard))
                .isNull();
        assertThat(heard.messages.get(0)).contains("2026-01-02");
    }

    @Test
    void everyPlainDecimalIsReadAsItIs() {
        long seed = Long.getLong("seed", 20261124L);
        var random = new SplittableRandom(seed);
        var reader = new NumberReader(NumberConvention.CANONICAL);
        for (int i = 0; i < 10_000; i++) {
            BigDecimal number = BigDecimal.valueOf(random.nextLong(), random.nextInt(0, 25));
            assertThat(reader.read(number.toPlainString(), heard))
                    .as("%s; repeat with -Dseed=%d", number, seed)
                    .isEqualByComparingTo(number);
        }
    }

    private @Nullable BigDecimal read(String text, NumberConvention convention) {
        return new NumberReader(convention).read(text, heard);
    }

    private void assertRefused(String text, NumberConvention convention, ProblemCode code) {
        assertThat(read(text, convention)).isNull();
        assertThat(heard.codes).containsExactly(code);
        assertThat(heard.messages.get(0)).contains(text);
    }
}
