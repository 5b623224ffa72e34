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
    @DomainCase(82)
    void targetOfALongerPeriodIsKeptAtItsLength() {
        Result result = rows("A,revenue,2026-01,1,", "A,revenue,2026-Q1,,9");

        assertThat(result.measurements()).hasSize(2);
        assertThat(result.measurements()).anySatisfy(one -> {
            assertThat(one.period()).hasToString("2026-Q1");
            assertThat(one.target()).hasToString("9");
        });
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
