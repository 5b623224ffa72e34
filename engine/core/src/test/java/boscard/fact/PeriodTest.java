package boscard.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boscard.fact.FiscalCalendar.NamedBy;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    private static final FiscalCalendar CALENDAR = FiscalCalendar.CALENDAR_YEAR;
    private static final FiscalCalendar JULY_BY_END = new FiscalCalendar(7, NamedBy.END);
    private static final FiscalCalendar JULY_BY_START = new FiscalCalendar(7, NamedBy.START);

    private static Period of(String text) {
        return CALENDAR.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01, 2026-01-01, 2026-01-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "2025-02, 2025-02-01, 2025-02-28",
        "2026-Q1, 2026-01-01, 2026-03-31",
        "2026-Q4, 2026-10-01, 2026-12-31",
        "2026, 2026-01-01, 2026-12-31",
        "2026-W01, 2025-12-29, 2026-01-04",
        "2026-W53, 2026-12-28, 2027-01-03"
    })
    void canonicalTextGivesFirstAndLastDayAndItself(String text, LocalDate first, LocalDate last) {
        Period period = of(text);
        assertThat(period.first()).isEqualTo(first);
        assertThat(period.last()).isEqualTo(last);
        assertThat(period).hasToString(text);
    }

    @Test
    void fiscalQuarterOfAYearNamedByItsEndStartsInTheYearBefore() {
        Period quarter = JULY_BY_END.parse("2026-Q1").orElseThrow();
        assertThat(quarter.first()).isEqualTo("2025-07-01");
        assertThat(quarter.last()).isEqualTo("2025-09-30");
        assertThat(JULY_BY_END.quarter(2026, 4).last()).isEqualTo("2026-06-30");
        assertThat(JULY_BY_END.year(2026).first()).isEqualTo("2025-07-01");
    }

    @Test
    void fiscalQuarterOfAYearNamedByItsStartStartsInThatYear() {
        assertThat(JULY_BY_START.quarter(2026, 1).first()).isEqualTo("2026-07-01");
        assertThat(JULY_BY_START.quarter(2026, 3).first()).isEqualTo("2027-01-01");
        assertThat(JULY_BY_START.year(2026).last()).isEqualTo("2027-06-30");
    }

    @Test
    void aYearThatStartsInJanuaryIsNamedAlikeBothWays() {
        assertThat(new FiscalCalendar(1, NamedBy.START).quarter(2026, 1))
                .isEqualTo(new FiscalCalendar(1, NamedBy.END).quarter(2026, 1));
    }

    @Test
    void everyDayLiesInThePeriodThatIsSaidToContainIt() {
        for (FiscalCalendar calendar : List.of(
                CALENDAR,
                JULY_BY_END,
                JULY_BY_START,
                new FiscalCalendar(12, NamedBy.END),
                new FiscalCalendar(2, NamedBy.START))) {
            for (Grain grain : Grain.values()) {
                for (LocalDate day = LocalDate.of(2023, 12, 1);
                        day.isBefore(LocalDate.of(2027, 2, 1));
                        day = day.plusDays(1)) {
                    Period period = calendar.containing(grain, day);
                    assertThat(period.contains(day))
                            .as("%s in %s of %s", day, period, calendar)
                            .isTrue();
                    assertThat(calendar.parse(period.toString())).contains(period);
                }
            }
        }
    }

    @Test
    void periodsFollowEachOtherWithoutGapWhateverTheYearStartsWith() {
        for (FiscalCalendar calendar : List.of(CALENDAR, JULY_BY_END, JULY_BY_START)) {
            for (Grain grain : Grain.values()) {
                Period period = calendar.containing(grain, LocalDate.of(2019, 12, 31));
                for (int i = 0; i < 120; i++) {
                    Period next = period.plus(1);
                    assertThat(next.first()).isEqualTo(period.last().plusDays(1));
                    assertThat(next.previous()).isEqualTo(period);
                    assertThat(calendar.parse(next.toString())).contains(next);
                    period = next;
                }
            }
        }
    }

    @Test
    void stepsOverTheEndOfAYearCountBothWays() {
        assertThat(of("2026-Q1").plus(-5)).isEqualTo(of("2024-Q4"));
        assertThat(of("2025-11").plus(3)).isEqualTo(of("2026-02"));
        assertThat(of("2020-W53").plus(1)).isEqualTo(of("2021-W01"));
        assertThat(of("2026").plus(-26)).isEqualTo(of("2000"));
    }

    @Test
    void aYearEarlierIsTheSamePeriodAndForAWeekFiftyTwoWeeksBefore() {
        assertThat(of("2024-02").yearEarlier()).isEqualTo(of("2023-02"));
        assertThat(of("2026-Q3").yearEarlier()).isEqualTo(of("2025-Q3"));
        assertThat(of("2026").yearEarlier()).isEqualTo(of("2025"));
        assertThat(of("2026-W05").yearEarlier()).isEqualTo(of("2025-W05"));
        assertThat(of("2026-W53").yearEarlier()).isEqualTo(of("2026-W01"));
        assertThat(JULY_BY_END.quarter(2026, 1).yearEarlier()).isEqualTo(JULY_BY_END.quarter(2025, 1));
    }

    @Test
    void februaryOfALeapYearHas29Days() {
        assertThat(of("2024-02").days()).isEqualTo(29);
        assertThat(of("2024-Q1").days()).isEqualTo(91);
        assertThat(of("2024").days()).isEqualTo(366);
        assertThat(of("2100-02").days()).isEqualTo(28);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-13",
                "2026-00",
                "2026-1",
                "2026-Q5",
                "2026-Q0",
                "2025-W53",
                "2026-W54",
                "2026-W00",
                "26",
                "2026-01-01",
                "Q1 2026",
                "2026Q",
                "20261",
                "x"
            })
    void textThatIsNoPeriodIsNone(String text) {
        assertThat(CALENDAR.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026Q1", "2026q1", "2026-q1", " 2026-Q1 "})
    void quartersMayBeWrittenWithoutHyphenOrInLowerCase(String text) {
        assertThat(CALENDAR.parse(text)).isEqualTo(Optional.of(CALENDAR.quarter(2026, 1)));
    }

    @Test
    void aWeekThatTheYearDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> CALENDAR.week(2025, 53)).isInstanceOf(DateTimeException.class);
        assertThat(CALENDAR.week(2026, 53).last()).isEqualTo("2027-01-03");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 13, -1})
    void monthsAYearCannotStartWithAreRefusedWithTheNumber(int month) {
        assertThatThrownBy(() -> new FiscalCalendar(month, NamedBy.END))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Integer.toString(month));
    }

    @Test
    void aFifthQuarterIsRefused() {
        assertThatThrownBy(() -> CALENDAR.quarter(2026, 5)).hasMessageContaining("5");
    }

    @Test
    void periodsSortByLastDayAndShorterOnesFirst() {
        List<Period> sorted = Stream.of("2026", "2026-Q4", "2026-12", "2026-W52", "2026-Q1", "2025")
                .map(PeriodTest::of)
                .sorted()
                .toList();
        assertThat(sorted)
                .map(Period::toString)
                .containsExactly("2025", "2026-Q1", "2026-W52", "2026-12", "2026-Q4", "2026");
    }

    @Test
    void aPeriodIsClosedOnItsLastDayAndFutureUntilItsFirst() {
        Period quarter = of("2026-Q1");
        assertThat(quarter.isClosed(LocalDate.of(2026, 3, 30))).isFalse();
        assertThat(quarter.isClosed(LocalDate.of(2026, 3, 31))).isTrue();
        assertThat(quarter.isFuture(LocalDate.of(2025, 12, 31))).isTrue();
        assertThat(quarter.isFuture(LocalDate.of(2026, 1, 1))).isFalse();
    }
}
