package blackbox;

import static blackbox.Outcome.FINE;
import static blackbox.Outcome.PROBLEMS;
import static blackbox.Outcome.USAGE;
import static blackbox.Program.boscard;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A command line that is not understood costs nothing and says what would be. */
final class UsageTest {

    @TempDir
    Path home;

    static Stream<Arguments> misunderstood() {
        return Stream.of(
                line("Try: boscard evaluate --help", "evaluate"),
                line("Did you mean: boscard evaluate", "evaluat", "facts"),
                line("--format", "evaluate", "facts", "--formt", "json"),
                line("[TEXT, JSON]", "evaluate", "facts", "--format", "xml"),
                line("\"2026-02-30\" is not a day of the calendar", "evaluate", "facts", "--as-of", "2026-02-30"),
                line("\"yesterday\" is not a day of the calendar", "evaluate", "facts", "--as-of", "yesterday"),
                line("'two' is not an int", "evaluate", "facts", "--workers", "two"),
                line("--workers is at least 1, not 0", "evaluate", "facts", "--workers", "0"),
                line("[INFO, WARN, FAIL, CRITICAL]", "findings", "--at-least", "worst"),
                line("[ACTIVE, QUALIFIED, SUPPRESSED]", "findings", "--state", "asleep"),
                line("DIR", "init"),
                line("Try: boscard runs --help", "runs", "all"));
    }

    private static Arguments line(String hint, String... words) {
        return Arguments.of(hint, words);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misunderstood")
    void whatIsNotUnderstoodEndsWithAHint(String hint, String[] words) {
        Outcome outcome = boscard((Object[]) words).endsWith(USAGE).says(hint, "Try: boscard ");

        assertThat(outcome.stdout()).isEmpty();
    }

    @Test
    void noCommandShowsAllCommands() {
        boscard().endsWith(FINE).says("evaluate", "findings", "check", "runs", "kpis", "init", "Exit codes");
    }

    @Test
    void versionIsThatOfTheEngineAndOfJava() {
        boscard("--version").endsWith(FINE).says("boscard ", "(Java ");
    }

    @Test
    void folderWithoutRunsSaysSo() {
        boscard("runs", "--runs", home.resolve("runs")).endsWith(FINE).says("no runs in", "boscard evaluate");
        boscard("findings", "--runs", home.resolve("runs")).endsWith(PROBLEMS).says("[RUN_UNKNOWN]", "Maybe ");
    }

    @Test
    void runsThatAreAFileAreNamedAsSuch() {
        Path file = Program.file(home, "runs.txt", "no folder");

        boscard("runs", "--runs", file).endsWith(PROBLEMS).says("is a file, not a folder", "[RUN_FOLDER]");
    }

    @Test
    void mappingThatIsMissingOrWrongIsNamedWithItsPlace() {
        boscard("evaluate", Program.FIRST, "--mapping", home.resolve("nope.yaml"), "--runs", home)
                .endsWith(PROBLEMS)
                .says("nope.yaml: there is no such mapping file [FILE_MISSING]");
        Path wrong = Program.file(home, "wrong.yaml", "files:", "  - match: \"*.csv\"", "    kund: measurements");
        boscard("evaluate", Program.FIRST, "--mapping", wrong, "--runs", home)
                .endsWith(PROBLEMS)
                .says("wrong.yaml:3", "kund", "[MAPPING_INVALID]", "Maybe kind");
    }
}
