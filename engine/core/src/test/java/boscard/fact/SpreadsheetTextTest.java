package boscard.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+49",
                "-x",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "'",
                "'x",
                "''",
                "'=1",
                "plain",
                "a=b",
                "",
                "é"
            })
    void escapedTextIsNeverLikeAFormulaAndComesBackAsItWas(String text) {
        String escaped = SpreadsheetText.escaped(text);

        assertThat(SpreadsheetText.isLikeFormula(escaped)).isFalse();
        assertThat(SpreadsheetText.unescaped(escaped)).isEqualTo(text);
    }

    @Test
    void plainTextIsLeftAsItIs() {
        assertThat(SpreadsheetText.escaped("North = South")).isEqualTo("North = South");
        assertThat(SpreadsheetText.unescaped("'quoted'")).isEqualTo("'quoted'");
    }
}
