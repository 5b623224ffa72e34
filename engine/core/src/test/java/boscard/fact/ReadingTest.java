package boscard.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ReadingTest {

    @Test
    void zeroIsAValueAndBlankIsNot() {
        assertThat(Reading.of("0").isPresent()).isTrue();
        assertThat(Reading.of("0").valueOrNull()).isEqualByComparingTo("0");
        assertThat(Reading.BLANK.isPresent()).isFalse();
        assertThat(Reading.BLANK.isMissing()).isTrue();
        assertThat(Reading.BLANK.valueOrNull()).isNull();
    }

    @Test
    void notApplicableIsNeitherPresentNorMissing() {
        assertThat(Reading.NOT_APPLICABLE.isPresent()).isFalse();
        assertThat(Reading.NOT_APPLICABLE.isMissing()).isFalse();
        assertThat(Reading.NOT_APPLICABLE.valueOrNull()).isNull();
    }

    @Test
    void equalValuesAreEqualReadingsWhateverTheirScale() {
        assertThat(Reading.of("0.80")).isEqualTo(Reading.of("0.8")).hasSameHashCodeAs(Reading.of("0.8"));
        assertThat(Reading.of("1E+2")).hasToString("100");
    }

    @Test
    void missingForDifferentReasonsIsDifferent() {
        assertThat(Reading.BLANK).isNotEqualTo(Reading.ZERO_DENOMINATOR).hasToString("missing (BLANK)");
    }

    @Test
    void noNumberIsBlank() {
        assertThat(Reading.ofNullable(null)).isSameAs(Reading.BLANK);
        assertThat(Reading.ofNullable(BigDecimal.ZERO)).isEqualTo(Reading.of("0"));
    }
}
