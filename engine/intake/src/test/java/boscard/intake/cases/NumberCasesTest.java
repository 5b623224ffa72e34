package boscard.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Reading;
import boscard.intake.ImportSettings;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DOMAIN.md section 13, Numbers: cases 49 to 67. */
class NumberCasesTest extends CaseTest {

    private static final String AT = " at measurements.csv:2 (actual)";

    @ParameterizedTest
    @DomainCase({49, 50, 51, 52})
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                ".|,|1,234.56|1234.56",
                ",|.|1.234,56|1234.56",
                ",|\" \"|1 234,56|1234.56",
                ",|\" \"|1\u00a0234,56|1234.56",
                ",|\" \"|1\u202f234,56|1234.56",
                ".|'|1'234.50|1234.5",
                ".|'|1’234.50|1234.5",
            })
    void groupedNumberIsReadUnderTheDeclaredConvention(String decimal, String thousands, String text, String expected) {
        Result result =
                actual("\"" + text + "\"", mapped("decimal: \"" + decimal + "\"", "thousands: \"" + thousands + "\""));

        assertThat(result.problems()).isEmpty();
        assertThat(result.actuals()).containsExactly(expected);
    }

    @ParameterizedTest
    @DomainCase({49, 50, 51, 52})
    @ValueSource(strings = {"1.234,56", "1 234,56", "1'234.50", "1,23,456", "12,34.5"})
    void numberThatDoesNotFitTheConventionIsAnError(String text) {
        Result result = actual("\"" + text + "\"", mapped("decimal: \".\"", "thousands: \",\""));

        assertThat(result.imported().hasErrors()).isTrue();
        assertThat(result.problems()).hasSize(1);
        assertThat(result.problems().get(0)).matches("NUMBER_(AMBIGUOUS|INVALID)\\Q" + AT + "\\E");
        assertThat(result.measurements()).isEmpty();
    }

    @ParameterizedTest
    @DomainCase(53)
    @ValueSource(strings = {"1,234", "1,5", "1,234,567"})
    void commaWithoutADeclaredConventionIsAmbiguous(String text) {
        Result result = actual("\"" + text + "\"");

        assertThat(result.problems()).containsExactly("NUMBER_AMBIGUOUS" + AT);
        assertThat(result.messages()).contains("\"" + text + "\"").contains("declare `decimal` and `thousands`");
    }

    @ParameterizedTest
    @DomainCase(53)
    @ValueSource(strings = {"1.234", "-12.345", "123.456", "(1.234)", "1.234.567"})
    void pointThatMayGroupThousandsIsAmbiguousInAForeignFileWithoutADeclaredConvention(String text) {
        Result result = actual(text, mapped("kind: measurements"));

        assertThat(result.problems()).containsExactly("NUMBER_AMBIGUOUS" + AT);
        assertThat(result.messages()).contains("\"" + text + "\"").contains("nobody said how this file writes numbers");
        assertThat(result.measurements()).isEmpty();
    }

    @ParameterizedTest
    @DomainCase(53)
    @ValueSource(strings = {"0.234", "1234.567", "1.23", "1.2345", "12"})
    void pointThatCannotGroupThousandsIsADecimalPoint(String text) {
        assertThat(actual(text, mapped("kind: measurements")).actuals()).containsExactly(text);
    }

    @Test
    @DomainCase(53)
    void pointOfACanonicalFileOrUnderADeclaredConventionIsADecimalPoint() {
        assertThat(actual("1.234").actuals()).containsExactly("1.234");
        assertThat(actual("1.234", mapped("decimal: \".\"")).actuals()).containsExactly("1.234");
        assertThat(actual("1.234", mapped("decimal: \",\"", "thousands: \".\"")).actuals())
                .containsExactly("1234");
    }

    @ParameterizedTest
    @DomainCase(54)
    @CsvSource(
            delimiter = '|',
            value = {"(1,234)|-1234", "1,234-|-1234", "(5)|-5", "5-|-5", "-5|-5", "−5|-5"})
    void bracketsAndTrailingMinusAreNegative(String text, String expected) {
        assertThat(actual("\"" + text + "\"", mapped("thousands: \",\"")).actuals())
                .containsExactly(expected);
    }

    @Test
    @DomainCase(55)
    void currencyWithTheNumberIsComparedWithTheCurrencyOfTheRow() {
        file(
                "measurements.csv",
                "scorecard,kpi,period,actual,currency\nA,sales,2026-Q1,$5,USD\nB,sales,2026-Q1,EUR 5,EUR\n"
                        + "C,sales,2026-Q1,5 kr,SEK\nD,sales,2026-Q1,$5,EUR\n");
        Result result = imported();

        assertThat(result.actuals()).containsExactly("5", "5", "5");
        assertThat(result.problems()).containsExactly("NUMBER_INVALID at measurements.csv:5 (actual)");
        assertThat(result.messages()).contains("an amount in $ stands in a row whose currency is EUR");
    }

    @Test
    @DomainCase(56)
    void percentIsARatioAndAPlainTwelveStaysTwelve() {
        Result result = rows("A,win_rate,2026-Q1,12%,", "B,win_rate,2026-Q1,0.12,", "C,win_rate,2026-Q1,12,");

        assertThat(result.actuals()).containsExactly("0.12", "0.12", "12");
        assertThat(rows(mapped("scale: {actual: 0.01}"), "A,win_rate,2026-Q1,12,")
                        .actuals())
                .containsExactly("0.12");
    }

    @Test
    @DomainCase(57)
    void storedNumberCountsAndNotItsDisplay() {
        Result result = workbook(
                sheet -> {
                    CellStyle escaped = sheet.getWorkbook().createCellStyle();
                    escaped.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("0.0\\%"));
                    sheet.getRow(1).getCell(3).setCellStyle(escaped);
                    CellStyle percent = sheet.getWorkbook().createCellStyle();
                    percent.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("0%"));
                    sheet.getRow(2).getCell(3).setCellStyle(percent);
                },
                row("scorecard", "kpi", "period", "actual"),
                row("A", "win_rate", "2026-Q3", 12.3),
                row("B", "win_rate", "2026-Q3", 0.125));

        assertThat(result.actuals()).containsExactly("12.3", "0.125");
    }

    @Test
    @DomainCase(58)
    void dashOverAStoredZeroIsZeroAndATypedDashIsMissing() {
        Result result = workbook(
                sheet -> {
                    CellStyle accounting = sheet.getWorkbook().createCellStyle();
                    accounting.setDataFormat(
                            sheet.getWorkbook().createDataFormat().getFormat("#,##0;-#,##0;\"-\""));
                    sheet.getRow(1).getCell(3).setCellStyle(accounting);
                },
                row("scorecard", "kpi", "period", "actual"),
                row("A", "revenue", "2026-Q3", 0),
                row("B", "revenue", "2026-Q3", "-"));

        assertThat(result.actuals()).containsExactly("0", "missing (NOT_REPORTED)");
        assertThat(result.imported().hasErrors()).isFalse();
    }

    @ParameterizedTest
    @DomainCase(59)
    @CsvSource({
        "N/A, not applicable",
        "#N/A, not applicable",
        "(NA), not applicable",
        "n.a., not applicable",
        "NULL, missing (NOT_REPORTED)",
        "—, missing (NOT_REPORTED)",
        "(S), missing (NOT_REPORTED)",
        "TBD, missing (NOT_REPORTED)"
    })
    void wordForNoneIsNotApplicableOrMissing(String word, String expected) {
        assertThat(actual(word).actuals()).containsExactly(expected);
    }

    @Test
    @DomainCase(59)
    void wordForNoneInAColumnOfTextIsARealCategory() {
        assertThat(rows("NA,revenue,2026-Q1,1,").only().scorecard()).isEqualTo("NA");
    }

    @Test
    @DomainCase(60)
    void exponentIsAValueAndAMagnitudeLetterIsAnError() {
        assertThat(actual("1.2E+05").actuals()).containsExactly("120000");
        for (String text : new String[] {"1.5k", "2M"}) {
            Result result = actual(text);
            assertThat(result.problems()).containsExactly("NUMBER_INVALID" + AT);
            assertThat(result.messages()).contains("Maybe write the number in full");
        }
    }

    @Test
    @DomainCase(60)
    void magnitudeLetterThatIsAllowedMultiplies() {
        ImportSettings allowed = mapped("decimal: \".\"", "magnitudes: {k: thousands, M: 1000000, \"Mio.\": millions}");

        assertThat(actual("1.5k", allowed).actuals()).containsExactly("1500");
        assertThat(actual("2M", allowed).actuals()).containsExactly("2000000");
        assertThat(actual("(2.5 Mio.)", allowed).actuals()).containsExactly("-2500000");
        assertThat(actual("2m", allowed).problems()).containsExactly("NUMBER_INVALID" + AT);
    }

    @Test
    @DomainCase(61)
    void numberThatIsTextIsAValueWithAWarning() {
        Result sheet = workbook(
                row("scorecard", "kpi", "period", "actual"),
                row("007", "revenue", "2026-Q3", "5"),
                row("008", "revenue", "2026-Q3", "6"));
        assertThat(sheet.actuals()).containsExactly("5", "6");
        assertThat(sheet.only().scorecard()).isEqualTo("007");
        assertThat(sheet.problems()).containsExactly("NUMBER_AS_TEXT at facts.xlsx!Measurements!D2");
        assertThat(sheet.messages()).contains("others of the column are like it");
        assertThat(sheet.imported().hasErrors()).isFalse();
    }

    @Test
    @DomainCase(61)
    void apostropheInFrontOfANumberIsTakenOffWithAWarning() {
        Result text = actual("'5");

        assertThat(text.actuals()).containsExactly("5");
        assertThat(text.problems()).containsExactly("NUMBER_AS_TEXT" + AT);
        assertThat(rows("007,revenue,2026-Q1,1,").only().scorecard()).isEqualTo("007");
    }

    @Test
    @DomainCase(61)
    void idOfMoreDigitsThanASpreadsheetKeepsIsAWarning() {
        Result result = workbook(
                row("scorecard", "kpi", "period", "actual"), row(1234567890123456700.0, "revenue", "2026-Q3", 1));

        assertThat(result.problems()).containsExactly("NUMBER_LARGE at facts.xlsx!Measurements!A2");
        assertThat(result.imported().hasErrors()).isFalse();
    }

    @Test
    @DomainCase(62)
    void spreadsheetErrorIsAnError() {
        Result sheet = workbook(
                s -> s.getRow(1).getCell(3).setCellErrorValue(FormulaError.DIV0.getCode()),
                row("scorecard", "kpi", "period", "actual"),
                row("A", "revenue", "2026-Q3", 1));
        assertThat(sheet.problems()).contains("CELL_ERROR at facts.xlsx!Measurements!D2");
        assertThat(sheet.messages()).contains("#DIV/0!");
    }

    @Test
    @DomainCase(62)
    void spreadsheetErrorThatWasExportedAsTextIsAnError() {
        assertThat(actual("#REF!").problems()).containsExactly("CELL_ERROR" + AT);
    }

    @Test
    @DomainCase(63)
    void formulaWithoutStoredResultIsAnErrorAndAVolatileOneAWarning() {
        Result result = workbook(
                sheet -> {
                    sheet.getRow(1).createCell(3).setCellFormula("1+1");
                    sheet.getRow(2).getCell(3).setCellFormula("NOW()*0+5");
                    sheet.getWorkbook()
                            .getCreationHelper()
                            .createFormulaEvaluator()
                            .evaluateFormulaCell(sheet.getRow(2).getCell(3));
                },
                row("scorecard", "kpi", "period", "actual"),
                row("A", "revenue", "2026-Q3", 1),
                row("B", "revenue", "2026-Q3", 1));

        assertThat(result.problems())
                .contains(
                        "FORMULA_UNCACHED at facts.xlsx!Measurements!D2",
                        "FORMULA_VOLATILE at facts.xlsx!Measurements!D3");
        assertThat(result.messages()).contains("recalculate and save");
        assertThat(result.actuals()).containsExactly("5");
    }

    @ParameterizedTest
    @DomainCase(64)
    @ValueSource(strings = {"NaN", "Infinity", "-inf", "∞"})
    void whatIsNoFiniteNumberIsAnError(String text) {
        assertThat(actual(text).problems()).containsExactly("NUMBER_INVALID" + AT);
    }

    @Test
    @DomainCase(64)
    void numberBeyondFifteenDigitsIsAValueWithAWarning() {
        Result result = actual("12345678901234567");

        assertThat(result.actuals()).containsExactly("12345678901234567");
        assertThat(result.problems()).containsExactly("NUMBER_LARGE" + AT);
        assertThat(result.imported().hasErrors()).isFalse();
        assertThat(actual("1000000000000000").problems()).isEmpty();
    }

    @Test
    @DomainCase({65, 66})
    void implausibleNumberIsAValueForTheChecks() {
        Result result = rows("A,new_customers,2026-Q1,-5,", "B,win_rate,2026-Q1,7,");

        assertThat(result.problems()).isEmpty();
        assertThat(result.actuals()).containsExactly("-5", "7");
    }

    @Test
    @DomainCase(67)
    void scaleIsAppliedFromTheMappingAndAnUndeclaredOneIsAnError() {
        String file = "scorecard,kpi,period,Sales (in thousands)\nA,revenue,2026-Q1,5\n";
        file("measurements.csv", file);
        Result mapped = imported(mapped("columns: {actual: \"Sales (in thousands)\"}", "scale: {actual: 1000}"));
        assertThat(mapped.problems()).isEmpty();
        assertThat(mapped.actuals()).containsExactly("5000");

        Result unmapped = imported(mapped("columns: {actual: \"Sales (in thousands)\"}"));
        assertThat(unmapped.problems()).contains("SCALE_UNDECLARED at measurements.csv:1 (Sales (in thousands))");
        assertThat(unmapped.messages()).contains("scale: {actual: 1000}");
        assertThat(unmapped.measurements()).isEmpty();
    }

    @Test
    @DomainCase(58)
    void blankIsMissingAndZeroIsAValue() {
        Result result = rows("A,revenue,2026-Q1,,", "B,revenue,2026-Q1,0,");

        assertThat(result.only().actual()).isEqualTo(Reading.BLANK);
        assertThat(result.actuals()).containsExactly("missing (BLANK)", "0");
    }
}
