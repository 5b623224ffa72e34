package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.FiscalCalendar;
import boscard.fact.Measurement;
import boscard.fact.Reading;
import org.junit.jupiter.api.Test;

/** Units, days and fiscal years as a file counts them. */
class UnitsAndCalendarsTest extends ImportTest {

    @Test
    void numbersOfAKpiAreBroughtIntoItsUnit() {
        file("m.csv", HEADER + "A,win_rate,2026-01,24.1,30\nA,revenue,2026-01,7,\n");
        ImportedFacts imported = importWith(
                MappedFactsTest.mapped(
                        "kind: measurements",
                        "units: {kpi: {win_rate: percent, revenue: thousands}}",
                        "constants: {currency: EUR}"),
                folder);

        assertThat(measurements(imported))
                .extracting(Measurement::actual)
                .containsExactly(Reading.of("7000"), Reading.of("0.241"));
        assertThat(measurements(imported).get(1).target()).isEqualTo(Reading.of("0.3"));
    }

    @Test
    void unitOfEachRowIsReadFromAColumnAndAnUnknownOneIsRejected() {
        file("m.csv", "scorecard,kpi,period,actual,Unit\nA,win_rate,2026-01,24.1,%\nB,win_rate,2026-01,1,?\n");
        ImportedFacts imported = importWith(
                MappedFactsTest.mapped(
                        "kind: measurements", "units: {column: Unit, words: {\"%\": percent, EUR: one}}"),
                folder);

        assertThat(addresses(imported)).containsExactly("CHOICE_INVALID at m.csv:3 (Unit)");
        assertThat(measurements(imported)).extracting(Measurement::actual).containsExactly(Reading.of("0.241"));
    }

    @Test
    void daysArePeriodsOfTheLengthThatTheMappingGives() {
        file("m.csv", HEADER + "A,win_rate,2026-02-17,1,\nB,win_rate,31/03/2026,1,\nC,win_rate,2026-Q3,1,\n");
        ImportedFacts imported = importWith(
                MappedFactsTest.mapped("kind: measurements", "period_grain: QUARTER", "date_formats: [dd/MM/yyyy]"),
                folder);

        assertThat(imported.problems()).isEmpty();
        assertThat(measurements(imported))
                .extracting(m -> m.period().toString())
                .containsExactly("2026-Q1", "2026-Q1", "2026-Q3");
    }

    @Test
    void dayThatCouldBeTwoIsNotGuessedForAPeriodEither() {
        file("m.csv", HEADER + "A,win_rate,03/04/2026,1,\n");

        assertThat(addresses(importWith(MappedFactsTest.mapped("kind: measurements", "period_grain: MONTH"), folder)))
                .containsExactly("DATE_AMBIGUOUS at m.csv:2 (period)");
    }

    @Test
    void bareNumbersAreDaysWhenTheMappingSaysSo() {
        file("m.csv", HEADER + "A,win_rate,46054,1,\nB,win_rate,46081.75,1,\n");

        assertThat(measurements(importWith(
                        MappedFactsTest.mapped("kind: measurements", "period_grain: MONTH", "date_formats: [serial]"),
                        folder)))
                .extracting(m -> m.period().toString())
                .containsExactly("2026-02", "2026-02");
        assertThat(measurements(importWith(
                        MappedFactsTest.mapped(
                                "kind: measurements", "period_grain: MONTH", "date_formats: [serial1904]"),
                        folder)))
                .extracting(m -> m.period().toString())
                .containsExactly("2030-02", "2030-03");
    }

    @Test
    void quartersOfAnotherFiscalYearGetTheirNameInTheRuns() {
        file("m.csv", HEADER + "A,win_rate,2026-Q1,1,\n");
        ImportSettings settings = MappedFactsTest.mapped("kind: measurements", "fiscal_year: {start_month: 7}");

        assertThat(measurements(importWith(settings, folder)))
                .extracting(m -> m.period().toString())
                .containsExactly("2025-Q3");
        assertThat(measurements(importWith(
                                settings.withCalendar(new FiscalCalendar(7, FiscalCalendar.NamedBy.START), null),
                                folder))
                        .get(0)
                        .period()
                        .toString())
                .isEqualTo("2025-Q1");
    }

    @Test
    void quarterThatTheRunDoesNotHaveIsRefused() {
        file("m.csv", HEADER + "A,win_rate,2026-Q1,1,\n");
        ImportedFacts imported =
                importWith(MappedFactsTest.mapped("kind: measurements", "fiscal_year: {start_month: 2}"), folder);

        assertThat(addresses(imported)).containsExactly("PERIOD_INVALID at m.csv:2 (period)");
        assertThat(messages(imported)).contains("is 2025-02-01 to 2025-04-30 by the calendar of the file");
    }
}
