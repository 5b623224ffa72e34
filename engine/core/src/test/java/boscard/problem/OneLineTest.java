package boscard.problem;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.source.CellRef;
import org.junit.jupiter.api.Test;

/** What a file holds cannot break the line of a message or steer the terminal. */
class OneLineTest {

    @Test
    void lineBreaksOfAValueAreSpacesInTheMessage() {
        assertThat(messageOf("\"two\nlines\r\nthree\u2028four\"")).isEqualTo("\"two lines three four\"");
    }

    @Test
    void charactersThatSteerATerminalAreShownByTheirCode() {
        assertThat(messageOf("\u001b[2J\u0007\u009b")).isEqualTo("U+001B[2JU+0007U+009B");
        assertThat(messageOf("a\u202eb")).isEqualTo("aU+202Eb");
    }

    @Test
    void otherTextsStayAsTheyAre() {
        String text = "80\u00a0% \u201cquoted\u201d 中 \ud83d\ude00";
        assertThat(messageOf(text)).isSameAs(text);
    }

    @Test
    void theAdviceIsOneLineToo() {
        Problem problem = Problem.of(ProblemCode.CELL_TYPE, CellRef.ofWorkbook("a.xlsx"), "x", "a\nb");
        assertThat(problem.toString()).isEqualTo("a.xlsx: x [CELL_TYPE]\n  Maybe a b");
    }

    private static String messageOf(String message) {
        return Problem.of(ProblemCode.CELL_TYPE, CellRef.ofWorkbook("a.xlsx"), message)
                .message();
    }
}
