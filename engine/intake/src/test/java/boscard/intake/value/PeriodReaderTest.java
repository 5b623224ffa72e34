package boscard.intake.value;

import static boscard.problem.ProblemCode.PERIOD_AMBIGUOUS;
import static boscard.problem.ProblemCode.PERIOD_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.FiscalCalendar;
import boscard.fact.Period;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodReaderTest {

    private static final FiscalCalendar FROM_JULY = new FiscalCalendar(7, FiscalCalendar.NamedBy.END);

    private final Heard heard = new Heard();

    @ParameterizedTest
    @CsvSource({
        "2026-01, 2026-01",
        "2026-Q1, 2026-Q1",
        "2026Q3, 2026-Q3",
        "2026 Q3, 2026-Q3",
        "Q1-2026, 2026-Q1",
        "FY26 Q1, 2026-Q1",
        "FY2026, 2026",
        "2026-W05, 2026-W05",
        "2026, 2026",
        "2026-7, 2026-07",
        "Jan 2020, 2020-01",
        "Jan. 2020, 2020-01",
        "january 2020, 2020-01",
        "May 2020, 2020-05"
    })
    void periodsThatCannotBeMisreadAreRead(String text, String period) {
        assertThat(reader(FiscalCalendar.CALENDAR_YEAR, null).read(text, heard)).hasToString(period);
        assertThat(heard.codes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "2026-Q5", "2026-W54", "2025-W53", "Q1", "last month", "2026-00", "26-01"})
    void whatIsNoPeriodIsRefused(String text) {
        assertThat(reader(FiscalCalendar.CALENDAR_YEAR, null).read(text, heard)).isNull();
        assertThat(heard.codes).containsExactly(PERIOD_INVALID);
    }

    @Test
    void declaredFormatsAreTriedFirst() {
        assertThat(reader(FiscalCalendar.CALENDAR_YEAR, null, "MM/yyyy").read("07/2026", heard))
                .hasToString("2026-07");
        assertThat(reader(FiscalCalendar.CALENDAR_YEAR, null, "yyyyMM").read("202607", heard))
                .hasToString("2026-07");
        assertThat(reader(FiscalCalendar.CALENDAR_YEAR, null, "'Week' ww/yy").read("week 05/26", heard))
                .hasToString("2026-W05");
        assertThat(reader(FiscalCalendar.CALENDAR_YEAR, null, "yyyy-MM-dd").read("2026-07-01", heard))
                .hasToString("2026-07");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MM", "yyyy-MM-Qn", "yyyy yy", "Qn", "yyyy-dd", ""})
    void formatsThatGiveNoPeriodAreRefused(String pattern) {
        assertThat(PeriodFormat.of(pattern)).isEmpty();
    }

    @Test
    void quarterIsAmbiguousWhenTheFiscalYearIsNotTheCalendarYear() {
        assertThat(reader(FROM_JULY, null).read("2026-Q1", heard)).isNull();
        assertThat(reader(FROM_JULY, null).read("2026", heard)).isNull();
        assertThat(heard.codes).containsExactly(PERIOD_AMBIGUOUS, PERIOD_AMBIGUOUS);
    }

    @Test
    void monthsAndFiscalLabelsAreNeverAmbiguous() {
        assertThat(reader(FROM_JULY, null).read("2026-01", heard)).hasToString("2026-01");
        assertThat(first(reader(FROM_JULY, null).read("FY26 Q1", heard))).isEqualTo("2025-07-01");
        assertThat(heard.codes).isEmpty();
    }

    @Test
    void labelsOfTheCalendarYearBecomeFiscalPeriods() {
        assertThat(first(reader(FROM_JULY, QuarterLabels.FISCAL).read("2026-Q1", heard)))
                .isEqualTo("2025-07-01");
        @Nullable Period calendar = reader(FROM_JULY, QuarterLabels.CALENDAR).read("2026-Q1", heard);
        assertThat(first(calendar)).isEqualTo("2026-01-01");
        assertThat(calendar).hasToString("2026-Q3");
    }

    @Test
    void calendarYearThatIsNoFiscalYearIsRefused() {
        assertThat(reader(FROM_JULY, QuarterLabels.CALENDAR).read("2026", heard))
                .isNull();
        assertThat(heard.codes).containsExactly(PERIOD_INVALID);
    }

    @Test
    void dateCellOnTheFirstOfAMonthIsThatMonth() {
        var cell = new RawValue.Moment(LocalDateTime.of(2026, 7, 1, 0, 0));

        assertThat(reader(FiscalCalendar.CALENDAR_YEAR, null).readTyped(cell, heard))
                .hasToString("2026-07");
    }

    @Test
    void dateCellInTheMiddleOfAMonthIsNoPeriod() {
        var cell = new RawValue.Moment(LocalDateTime.of(2026, 7, 15, 0, 0));

        assertThat(reader(FiscalCalendar.CALENDAR_YEAR, null).readTyped(cell, heard))
                .isNull();
        assertThat(heard.codes).containsExactly(PERIOD_INVALID);
    }

    private static PeriodReader reader(FiscalCalendar calendar, @Nullable QuarterLabels labels, String... formats) {
        List<PeriodFormat> parsed = Arrays.stream(formats)
                .map(format -> PeriodFormat.of(format).orElseThrow())
                .toList();
        return new PeriodReader(calendar, labels, parsed);
    }

    private static String first(@Nullable Period period) {
        return Objects.requireNonNull(period).first().toString();
    }
}
