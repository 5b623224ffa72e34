package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Which actuals are there, which are gaps, which have not come yet. */
class CoverageTest extends ImportTest {

    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 30);

    private Coverage coverage(String rows) {
        return Coverage.of(importMeasurements(rows).facts(), SEPTEMBER);
    }

    @Test
    void gapBetweenTwoActualsIsMissingAndTheNewestPeriodsWithoutOneAreLate() {
        Coverage coverage = coverage("A,revenue,2026-04,1,\nA,revenue,2026-06,1,\nA,revenue,2026-07,1,\n"
                + "B,revenue,2026-05,1,\nB,revenue,2026-09,0,\n");

        assertThat(coverage.series()).hasSize(2);
        Coverage.Series a = coverage.series().get(0);
        assertThat(a.missing()).hasToString("[2026-05]");
        assertThat(a.late()).hasToString("[2026-08, 2026-09]");
        assertThat(a.present()).isEqualTo(3);
        Coverage.Series b = coverage.series().get(1);
        assertThat(b.first()).hasToString("2026-04"); // A shows that it was reported then
        assertThat(b.missing()).hasToString("[2026-04, 2026-06, 2026-07, 2026-08]");
        assertThat(b.late()).isEmpty();
        assertThat(coverage.expected())
                .isEqualTo(12)
                .isEqualTo(coverage.present() + coverage.missing() + coverage.late());
    }

    @Test
    void zeroAndNotApplicableArePresentBlankIsNot() {
        Coverage coverage = coverage("A,revenue,2026-07,0,\nA,revenue,2026-08,n/a,\nA,revenue,2026-09,,5\n");

        assertThat(coverage.present()).isEqualTo(2);
        assertThat(coverage.series().get(0).late()).hasToString("[2026-09]");
    }

    @Test
    void kpiThatAScorecardNeverReportedIsNotExpectedOfIt() {
        Coverage coverage = coverage("A,revenue,2026-09,1,\nB,win_rate,2026-09,1,\n");

        assertThat(coverage.series()).hasSize(2).allMatch(Coverage.Series::isComplete);
    }

    @Test
    void periodsOfDifferentLengthAreDifferentSeriesAndAnOpenPeriodIsNotExpected() {
        Coverage coverage = coverage(
                "A,revenue,2026-08,1,\nA,revenue,2026-09,1,\nA,revenue,2026-Q3,2,\nA,revenue,2026,9,\nA,revenue,2026-W38,1,\n");

        assertThat(coverage.series())
                .extracting(one -> one.first() + " " + one.last())
                .containsExactly("2026-W38 2026-W39", "2026-08 2026-09", "2026-Q3 2026-Q3");
        assertThat(coverage.late()).isEqualTo(1);
    }

    @Test
    void fileHasARowForEachSeries() throws IOException {
        Path file = folder.resolve("coverage.out");
        CoverageFile.write(coverage("=A,revenue,2026-07,1,\n=A,revenue,2026-09,1,\n"), file);

        assertThat(Files.readString(file))
                .isEqualTo("scorecard,kpi,grain,first,last,expected,present,missing,late,missing_periods,late_periods\n"
                        + "'=A,revenue,MONTH,2026-07,2026-09,3,2,1,0,2026-08,\n");
    }
}
