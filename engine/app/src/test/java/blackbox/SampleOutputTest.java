package blackbox;

import static blackbox.Outcome.FINE;
import static blackbox.Outcome.PROBLEMS;
import static blackbox.Program.boscard;
import static blackbox.Program.masked;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole outputs of the samples, as files that a reviewer reads. */
final class SampleOutputTest {

    @TempDir
    Path home;

    private String shown(Outcome outcome) {
        return masked(outcome.stdout(), Map.of(" --runs " + home.resolve("runs"), "", home + "/", ""));
    }

    @Test
    void summaryOfTheFirstSample() throws IOException {
        Outcome outcome =
                boscard("evaluate", Program.FIRST, "--as-of", "2026-09-30", "--all", "--runs", home.resolve("runs"));
        Golden.of("samples/01-first/expected/summary.txt").assertEquals(shown(outcome.endsWith(FINE)));
    }

    @Test
    void findingsOfTheFirstSample() throws IOException {
        boscard("evaluate", Program.FIRST, "--as-of", "2026-09-30", "--runs", home.resolve("runs"));
        Outcome outcome = boscard("findings", "--format", "csv", "--runs", home.resolve("runs"));
        Golden.of("samples/01-first/expected/findings.csv").assertEquals(shown(outcome.endsWith(FINE)));
    }

    @Test
    void findingsOfTheSampleOfEveryCheck() throws IOException {
        boscard(
                "evaluate",
                Program.ROOT.resolve("samples/03-every-check/facts"),
                "--as-of",
                "2026-06-30",
                "--runs",
                home.resolve("runs"));
        Outcome outcome = boscard("findings", "--format", "csv", "--runs", home.resolve("runs"));
        Golden.of("samples/03-every-check/expected/findings.csv").assertEquals(shown(outcome.endsWith(FINE)));
    }

    @Test
    void evaluationOfTheBrokenSample() throws IOException {
        Outcome outcome = boscard("evaluate", Program.BROKEN, "--as-of", "2026-09-30", "--runs", home.resolve("runs"));
        Golden.of("samples/02-broken/expected/evaluate.txt").assertEquals(shown(outcome.endsWith(PROBLEMS)));
    }

    @Test
    void checkOfTheBrokenRulebook() throws IOException {
        Outcome outcome = boscard("check", "--rulebook", Program.ROOT.resolve("samples/02-broken/rulebook"));
        Golden.of("samples/02-broken/expected/check.txt").assertEquals(shown(outcome.endsWith(PROBLEMS)));
    }

    @Test
    void checkOfTheContradictoryRulebook() throws IOException {
        Outcome outcome = boscard("check", "--rulebook", Program.ROOT.resolve("samples/02-broken/contradictory"));
        Golden.of("samples/02-broken/expected/contradictory.txt").assertEquals(shown(outcome.endsWith(PROBLEMS)));
    }
}
