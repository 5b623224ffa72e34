package boscard.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NullPolicyTest {

    @Test
    void carryingForwardSaysForHowManyPeriods() {
        assertThat(NullPolicy.parse("carry_forward: 2")).contains(new NullPolicy(NullPolicy.Kind.CARRY_FORWARD, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXCLUDE_REDISTRIBUTE", "NO_DATA_PARENT", "CARRY_FORWARD:3", "TREAT_AS_ZERO", "PENALISE"})
    void whatIsReadIsWrittenAlike(String text) {
        assertThat(NullPolicy.parse(text).orElseThrow()).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CARRY_FORWARD",
                "CARRY_FORWARD:0",
                "CARRY_FORWARD:-1",
                "CARRY_FORWARD:x",
                "PENALISE:2",
                "IGNORE",
                "CARRY_FORWARD:99999999999"
            })
    void anythingElseIsNoPolicy(String text) {
        assertThat(NullPolicy.parse(text)).isEmpty();
    }
}
