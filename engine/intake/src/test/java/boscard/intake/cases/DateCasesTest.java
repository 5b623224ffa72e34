package boscard.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.FiscalCalendar;
import boscard.fact.Goal;
import boscard.intake.ImportSettings;
import boscard.intake.layout.SkipReason;
import boscard.intake.value.QuarterLabels;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DOMAIN.md section 13, Dates: cases 68 to 79. */
class DateCasesTest extends CaseTest {

    private static final String AT = " at goals.csv:2 (due_date)";

    private Result due(String text, ImportSettings settings) {
        file("goals.csv", "goal,due_date\nG1,\"" + text + "\"\n");
        return imported(settings);
    }

    private Result due(String text) {
        return due(text, settings());
    }

    private static @Nullable LocalDate day(Result result) {
        return result.imported().facts().of(Goal.class).get(0).dueDate();
    }

    private Result period(String text, ImportSettings settings) {
        return rows(settings, "A,revenue," + text + ",1,");
    }

    @Test
    @DomainCase(68)
    void isoDateIsAValue() {
        assertThat(day(due("2026-04-03"))).isEqualTo("2026-04-03");
    }

    @Test
    @DomainCase(69)
    void dayAndMonthThatCannotBeToldApartAreAnErrorUnlessTheOrderIsSet() {
        assertThat(due("03/04/2026").problems()).containsExactly("DATE_AMBIGUOUS" + AT);
        assertThat(day(due("03/04/2026", mapped("date_formats: [dd/MM/yyyy]")))).isEqualTo("2026-04-03");
        assertThat(day(due("03/04/2026", mapped("date_formats: [MM/dd/yyyy]")))).isEqualTo("2026-03-04");
        assertThat(due("31/04/2026", mapped("date_formats: [dd/MM/yyyy]")).problems())
                .hasSize(1);
    }

    @Test
    @DomainCase(70)
    void yearOfTwoDigitsIsAValueWithAWarningUnderADeclaredOrderAndCenturyAndElseAnError() {
        String order = "date_formats: [\"M/d/yy H:mm\"]";
        Result declared = due("3/7/04 0:00", mapped(order, "two_digit_years: 1970"));
        assertThat(day(declared)).isEqualTo("2004-03-07");
        assertThat(declared.problems()).containsExactly("VALUE_ADJUSTED" + AT);
        assertThat(declared.messages()).contains("2004");
        assertThat(declared.imported().hasErrors()).isFalse();

        assertThat(day(due("3/7/69 0:00", mapped(order, "two_digit_years: 1970"))))
                .isEqualTo("2069-03-07");
        assertThat(day(due("3/7/70 0:00", mapped(order, "two_digit_years: 1970"))))
                .isEqualTo("1970-03-07");

        assertThat(due("3/7/04 0:00", mapped(order)).problems())
                .as("the order alone does not say which century")
                .containsExactly("DATE_AMBIGUOUS" + AT);
        assertThat(due("3/7/04 0:00").problems()).containsExactly("DATE_AMBIGUOUS" + AT);
    }

    @Test
    @DomainCase(71)
    void nameOfAMonthIsAPeriodAndThePMakesItProvisional() {
        Result plain = period("Jan. 2020", settings());
        assertThat(plain.problems()).isEmpty();
        assertThat(plain.only().period()).hasToString("2020-01");
        assertThat(plain.only().provisional()).isFalse();

        Result provisional = period("Feb. 2021(p)", settings());
        assertThat(provisional.problems()).isEmpty();
        assertThat(provisional.only().period()).hasToString("2021-02");
        assertThat(provisional.only().provisional()).isTrue();
    }

    @Test
    @DomainCase(72)
    void serialNumberIsADayOfItsCalendarAndATimeIsDroppedWithAWarning() {
        Result result = workbook(
                new XSSFWorkbook(),
                "goals.xlsx",
                settings(),
                sheet -> sheet.getWorkbook().setSheetName(0, "Goals"),
                row("goal", "due_date", "start_date"),
                row("G1", LocalDate.of(2026, 4, 3), LocalDateTime.of(2026, 4, 2, 17, 30)),
                row("G2", LocalDate.of(2026, 4, 3), LocalDateTime.of(2026, 4, 2, 18, 30)));

        assertThat(day(result)).isEqualTo("2026-04-03");
        assertThat(result.imported().facts().of(Goal.class).get(0).startDate()).isEqualTo("2026-04-02");
        assertThat(result.problems()).containsExactly("VALUE_ADJUSTED at goals.xlsx!Goals!C2");
        assertThat(result.imported().hasErrors()).isFalse();
    }

    @Test
    @DomainCase(72)
    void epochOfTheWorkbookCounts() {
        var workbook = new XSSFWorkbook();
        var properties = workbook.getCTWorkbook().isSetWorkbookPr()
                ? workbook.getCTWorkbook().getWorkbookPr()
                : workbook.getCTWorkbook().addNewWorkbookPr();
        properties.setDate1904(true);
        Result result = workbook(
                workbook,
                "goals.xlsx",
                settings(),
                sheet -> sheet.getWorkbook().setSheetName(0, "Goals"),
                row("goal", "due_date"),
                row("G1", LocalDate.of(2026, 4, 3)));

        assertThat(day(result)).isEqualTo("2026-04-03");
    }

    @Test
    @DomainCase(73)
    void textInAColumnOfDatesIsParsedWithAWarning() {
        Result result = workbook(
                new XSSFWorkbook(),
                "goals.xlsx",
                settings(),
                sheet -> sheet.getWorkbook().setSheetName(0, "Goals"),
                row("goal", "due_date"),
                row("G1", "2026-04-03"));

        assertThat(day(result)).isEqualTo("2026-04-03");
        assertThat(result.problems()).containsExactly("VALUE_ADJUSTED at goals.xlsx!Goals!B2");
        assertThat(result.imported().hasErrors()).isFalse();
    }

    @ParameterizedTest
    @DomainCase(74)
    @ValueSource(strings = {"2026-13", "2026-00", "2026-Q5", "2026-W54", "2026-W00"})
    void periodThatDoesNotExistIsAnError(String text) {
        assertThat(period(text, settings()).problems())
                .containsExactly("PERIOD_INVALID at measurements.csv:2 (period)");
    }

    @ParameterizedTest
    @DomainCase(75)
    @CsvSource({"FY26 Q1, 2025-07-01", "Q1-2026, 2025-07-01", "2026-Q1, 2025-07-01", "2026-07, 2026-07-01"})
    void fiscalQuarterBeginsWhereTheFiscalYearDoes(String text, String first) {
        var july = new FiscalCalendar(7, FiscalCalendar.NamedBy.END);
        Result result = period(text, settings().withCalendar(july, QuarterLabels.FISCAL));

        assertThat(result.problems()).isEmpty();
        assertThat(result.only().period().first()).isEqualTo(first);
    }

    @Test
    @DomainCase(75)
    void quarterWithoutSayingWhoseIsAmbiguousInAFiscalYear() {
        var july = new FiscalCalendar(7, FiscalCalendar.NamedBy.END);

        assertThat(period("2026-Q1", settings().withCalendar(july, null)).problems())
                .containsExactly("PERIOD_AMBIGUOUS at measurements.csv:2 (period)");
        assertThat(period("FY26 Q1", settings().withCalendar(july, null)).problems())
                .isEmpty();
    }

    @Test
    @DomainCase(76)
    void momentWithATimeZoneIsItsLocalDayWithAWarning() {
        Result result = due("2026-01-31T23:00:00Z");

        assertThat(day(result)).as("without a zone, as it is written").isEqualTo("2026-01-31");
        assertThat(result.problems()).containsExactly("VALUE_ADJUSTED" + AT);

        Result inBerlin = due("2026-01-31T23:00:00Z", mapped("time_zone: Europe/Berlin"));
        assertThat(day(inBerlin)).isEqualTo("2026-02-01");
        assertThat(inBerlin.problems()).containsExactly("VALUE_ADJUSTED" + AT);
        assertThat(inBerlin.messages()).contains("2026-02-01, the day in Europe/Berlin");
        assertThat(day(due("2026-02-01 04:00:00+09:00", mapped("time_zone: America/New_York"))))
                .isEqualTo("2026-01-31");
    }

    @Test
    @DomainCase(77)
    void isoWeekIsAPeriod() {
        assertThat(period("2026-W05", settings()).only().period().first()).isEqualTo("2026-01-26");
    }

    @Test
    @DomainCase(78)
    void leapDayIsAValueInLeapYearsOnly() {
        assertThat(day(due("2028-02-29"))).isEqualTo("2028-02-29");
        assertThat(due("2026-02-29").problems()).containsExactly("DATE_INVALID" + AT);
    }

    @Test
    @DomainCase(79)
    void finerPeriodIsKeptAndACoarserOneIsSkippedSinceItIsNeverSplit() {
        Result result = rows(
                "A,calls,2026-W05,1,",
                "A,calls,2026-01,2,",
                "A,calls,2026-Q1,3,",
                "A,calls,2026-Q2,4,",
                "A,calls,2026,5,",
                "A,revenue,2026,6,");

        assertThat(result.measurements())
                .extracting(one -> one.kpi() + " " + one.period())
                .containsExactlyInAnyOrder("calls 2026-W05", "calls 2026-01", "revenue 2026");
        assertThat(result.skipped(SkipReason.FREQUENCY_TOO_COARSE)).isEqualTo(3);
        assertThat(result.problems())
                .containsExactly(
                        "FREQUENCY_TOO_COARSE at measurements.csv:4 (period)",
                        "FREQUENCY_TOO_COARSE at measurements.csv:6 (period)");
        assertThat(result.messages())
                .contains(
                        "the period 2026-Q1 is a quarter, and calls is reported by the month, and is not split: the row"
                                + " is skipped; 1 more rows are like it")
                .contains("Maybe report it by the month");
        assertThat(result.imported().hasErrors()).isFalse();
    }
}
