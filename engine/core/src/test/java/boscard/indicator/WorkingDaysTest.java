package boscard.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 1, 2);

    @Test
    void bothEndsCount() {
        var days = new WorkingDays(Set.of());
        assertThat(days.between(FRIDAY, FRIDAY)).isEqualTo(1);
        assertThat(days.between(FRIDAY, FRIDAY.plusDays(3))).isEqualTo(2);
        assertThat(days.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)))
                .isEqualTo(22);
    }

    @Test
    void saturdaysAndSundaysDoNot() {
        assertThat(new WorkingDays(Set.of()).between(FRIDAY.plusDays(1), FRIDAY.plusDays(2)))
                .isZero();
    }

    @Test
    void aHolidayIsTakenOffOnceAndNotOnAWeekend() {
        var days = new WorkingDays(Set.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 3)));
        assertThat(days.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)))
                .isEqualTo(21);
    }

    @Test
    void backwardsThereAreNone() {
        assertThat(new WorkingDays(Set.of()).between(FRIDAY, FRIDAY.minusDays(1)))
                .isZero();
    }
}
