package boscard.intake.value;

import static boscard.problem.ProblemCode.DATE_AMBIGUOUS;
import static boscard.problem.ProblemCode.DATE_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {

    private static final LocalDate LAST_OF_JANUARY = LocalDate.of(2026, 1, 31);

    private final Heard heard = new Heard();

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-31", "2026-01-31T00:00:00", "2026-01-31 14:30", "2026-01-31T23:59:59Z"})
    void isoDaysAreReadAndTheTimeIsLeftOff(String text) {
        assertThat(read(text)).isEqualTo(LAST_OF_JANUARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"03/04/2026", "3/4/26", "03.04.2026", "31/01/2026", "3/7/04 0:00"})
    void dayAndMonthInUnknownOrderAreAmbiguous(String text) {
        assertThat(read(text)).isNull();
        assertThat(heard.codes).containsExactly(DATE_AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2025-02-29", "2026-13-01", "tomorrow", "2026-01-31x", "20260131"})
    void whatIsNoDayIsRefused(String text) {
        assertThat(read(text)).isNull();
        assertThat(heard.codes).containsExactly(DATE_INVALID);
    }

    @Test
    void leapDayExistsInLeapYears() {
        assertThat(read("2028-02-29")).isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @Test
    void declaredFormatDecidesTheOrder() {
        assertThat(new DateReader(List.of("dd/MM/yyyy")).read("03/04/2026", heard))
                .isEqualTo("2026-04-03");
        assertThat(new DateReader(List.of("MM/dd/yyyy")).read("03/04/2026", heard))
                .isEqualTo("2026-03-04");
        assertThat(new DateReader(List.of("d MMM yyyy")).read("3 apr 2026", heard))
                .isEqualTo("2026-04-03");
        assertThat(new DateReader(List.of("dd/MM/yyyy")).read("30/02/2026", heard))
                .isNull();
    }

    private @Nullable LocalDate read(String text) {
        return new DateReader(List.of()).read(text, heard);
    }
}
