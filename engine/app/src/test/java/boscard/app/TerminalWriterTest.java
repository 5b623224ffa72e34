package boscard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;

/** What is printed cannot steer the terminal that shows it. */
class TerminalWriterTest {

    private final StringWriter screen = new StringWriter();

    private String printed(String... parts) throws IOException {
        try (Writer writer = TerminalWriter.over(screen)) {
            for (String part : parts) {
                writer.write(part);
            }
        }
        return screen.toString();
    }

    @Test
    void sequencesThatSteerATerminalAreShownAndNotObeyed() throws IOException {
        assertThat(printed("a\u001b[2J\u001b]0;owned\u0007b\u0000\u007f\u009b31m\f\b"))
                .isEqualTo("a\\u001b[2J\\u001b]0;owned\\u0007b\\u0000\\u007f\\u009b31m\\u000c\\u0008");
    }

    @Test
    void theDirectionOfALineIsNotTurned() throws IOException {
        assertThat(printed("\u202egnp.exe\u202c \u2066x\u2069 a\u2028b"))
                .isEqualTo("\\u202egnp.exe\\u202c \\u2066x\\u2069 a\\u2028b");
    }

    @Test
    void linesAndColumnsStayAndSoDoesAnyOtherText() throws IOException {
        String text = "a\tb\nc\r\nd \u00a0\u200f \u4e2d \ud83d\ude00 \\u001b \u00e9\n";
        assertThat(printed(text)).isEqualTo(text);
    }

    @Test
    void aReturnThatWouldWriteOverTheLineIsShown() throws IOException {
        assertThat(printed("red\rgreen\r\r\n", "end\r")).isEqualTo("red\\u000dgreen\\u000d\r\nend\\u000d");
    }

    @Test
    void aLineBreakMayBeWrittenInTwoParts() throws IOException {
        assertThat(printed("a\r", "\nb\r", "c")).isEqualTo("a\r\nb\\u000dc");
    }

    @Test
    void singleCharactersAndPartsOfTextsAreGuardedToo() throws IOException {
        try (Writer writer = TerminalWriter.over(screen)) {
            writer.write('x');
            writer.write(0x1b);
            writer.write("-\u001b-\u0007", 1, 2);
            writer.write("ab\u001bc".toCharArray(), 1, 2);
        }
        assertThat(screen).hasToString("x\\u001b\\u001b-b\\u001b");
    }

    @Test
    void progressMayWriteOverItsOwnLineAndNothingElseMay() throws IOException {
        try (Writer writer = TerminalWriter.withProgress(screen)) {
            writer.write("\r50 of 100\u001b[1A");
        }
        assertThat(screen).hasToString("\r50 of 100\\u001b[1A");
    }

    @Test
    void everyCommandPrintsThroughIt() {
        var err = new StringWriter();
        Boscard.run(new PrintWriter(screen), new PrintWriter(err), "check", "--rulebook", "no\u001b[2Jsuch");
        Boscard.run(new PrintWriter(screen), new PrintWriter(err), "no\u001b[2Jsuch");
        assertThat(screen + "" + err).contains("no\\u001b[2Jsuch").doesNotContain("\u001b");
    }
}
