package boscard.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.SpreadsheetText;
import boscard.intake.CanonicalFolder;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** DOMAIN.md section 13, Meaning: cases 80 to 85. */
class MeaningCasesTest extends CaseTest {

    @Test
    @DomainCase(81)
    void kpiThatIsNotInTheCatalogueIsAnErrorWithTheNearestId() {
        Result result = rows("A,reveneu,2026-Q1,1,2");

        assertThat(result.problems()).containsExactly("KPI_UNKNOWN at measurements.csv:2 (kpi)");
        assertThat(result.messages()).contains("\"reveneu\"").contains("Maybe revenue (kpi-catalogue.xlsx!KPIs!");
    }

    @Test
    @DomainCase(80)
    void unitOfTheFileIsBroughtIntoThatOfTheKpiAndAnotherOneIsAnError() {
        file(
                "measurements.csv",
                "scorecard,kpi,period,actual,Unit\nA,win_rate,2026-01,24.1,%\nA,win_rate,2026-02,3,EUR\n");
        Result result = imported(mapped("units: {column: Unit, words: {\"%\": percent}}"));

        assertThat(result.actuals()).containsExactly("0.241");
        assertThat(result.problems()).containsExactly("CHOICE_INVALID at measurements.csv:3 (Unit)");
        assertThat(result.messages()).contains("\"EUR\" is no unit of the mapping");
    }

    @Test
    @DomainCase(80)
    void unitOfTheFileThatIsNotThatOfTheKpiIsAnError() {
        file(
                "measurements.csv",
                "scorecard,kpi,period,actual,Unit\nA,win_rate,2026-01,24.1,%\nA,win_rate,2026-02,3,EUR\n"
                        + "A,revenue,2026-02,3,%\nA,revenue,2026-03,3,pcs\n");
        Result result = imported(mapped("units: {column: Unit, words: {\"%\": percent, EUR: CURRENCY, pcs: COUNT}}"));

        assertThat(result.actuals()).containsExactly("3", "0.241");
        assertThat(result.problems())
                .containsExactly(
                        "UNIT_MISMATCH at measurements.csv:3 (Unit)", "UNIT_MISMATCH at measurements.csv:4 (Unit)");
        assertThat(result.messages())
                .contains("the unit \"EUR\" is CURRENCY, and win_rate is counted in RATIO")
                .contains("the unit \"%\" is RATIO, and revenue is counted in COUNT");
    }

    @Test
    @DomainCase(80)
    void signBesideANumberThatIsNotOfTheUnitOfTheKpiIsAnError() {
        Result result = rows(
                "A,revenue,2026-01,12%,",
                "A,revenue,2026-02,$12,", "A,win_rate,2026-01,12%,", "A,win_rate,2026-02,EUR 12,");

        assertThat(result.actuals()).containsExactly("0.12");
        assertThat(result.problems())
                .containsExactly(
                        "UNIT_MISMATCH at measurements.csv:2 (actual)",
                        "UNIT_MISMATCH at measurements.csv:3 (actual)",
                        "UNIT_MISMATCH at measurements.csv:5 (actual)");
        assertThat(result.messages())
                .contains("the number is a percentage, and revenue is counted in COUNT")
                .contains("the number is an amount in $, and revenue is counted in COUNT")
                .contains("Maybe another KPI is meant");
    }

    @Test
    @DomainCase(83)
    void ratioIsNotSummedOverRows() {
        file("deals.csv", "Owner,Closed,Rate\nA,2026-01-05,0.2\nA,2026-01-07,0.3\n");
        Result result = imported(mapped(
                "kind: measurements",
                "columns: {scorecard: Owner, period: Closed}",
                "aggregate: {period: MONTH, kpis: [{kpi: win_rate, sum: Rate}, {kpi: new_customers, count: rows}]}"));

        assertThat(result.problems()).containsExactly("NON_ADDITIVE_SUM at test.yaml:2");
        assertThat(result.actuals()).containsExactly("2", "missing (REJECTED)");
    }

    @Test
    @DomainCase(82)
    void targetOfALongerPeriodIsKeptAtItsLengthWithAWarning() {
        Result result = rows("A,calls,2026-01,1,", "A,calls,2026-Q1,,9", "B,calls,2026-Q1,8,9", "A,revenue,2026-Q1,,9");

        assertThat(result.measurements())
                .extracting(one -> one.id() + " " + one.target())
                .contains("A|calls|2026-Q1 9", "B|calls|2026-Q1 9", "A|revenue|2026-Q1 9")
                .hasSize(4);
        assertThat(result.problems()).containsExactly("TARGET_OF_LONGER_PERIOD at measurements.csv:3 (period)");
        assertThat(result.messages())
                .contains("the target is kept for the whole quarter and compared only there; 1 more rows are like it");
        assertThat(result.imported().hasErrors()).isFalse();
    }

    @Test
    @DomainCase(84)
    void typedSummaryStaysBesideItsDetail() {
        Result result =
                rows("A,revenue,2026-01,1,", "A,revenue,2026-02,1,", "A,revenue,2026-03,1,", "A,revenue,2026-Q1,4,");

        assertThat(result.problems()).isEmpty();
        assertThat(result.measurements()).hasSize(4);
    }

    @Test
    @DomainCase(85)
    void exportedTextIsNoFormulaAndExportedNumbersAreNumbers() throws IOException {
        Result result = rows("=cmd|A1,revenue,2026-Q1,-5,2", "@home,revenue,2026-Q1,1,x");
        new CanonicalFolder().write(result.imported(), folder.resolve("out"));

        assertThat(Files.readAllLines(folder.resolve("out/facts/measurements.csv"))
                        .get(1))
                .startsWith("'=cmd|A1,revenue,2026-Q1,-5,2,");
        for (String name : new String[] {"rejected.csv", "rejected/measurements.csv"}) {
            assertThat(Files.readString(folder.resolve("out").resolve(name)).split("[,\n]"))
                    .noneMatch(cell -> SpreadsheetText.isLikeFormula(cell.replaceFirst("^\"", "")));
        }
    }
}
