package blackbox;

import static blackbox.Outcome.FINE;
import static blackbox.Outcome.PROBLEMS;
import static blackbox.Program.boscard;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes no more, played by a limit on the size of a file: the operating system refuses to write. */
@DisabledOnOs(OS.WINDOWS)
final class FullDiskTest {

    @TempDir
    Path home;

    private static List<String> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aRunThatDoesNotFitIsAProblemAndLeavesTheOthersAsTheyWere() throws Exception {
        boscard("evaluate", Program.FIRST, "--as-of", "2026-09-30", "--runs", home.resolve("runs"))
                .endsWith(FINE);
        List<String> before = entries(home.resolve("runs"));
        for (int blocks : new int[] {8, 100}) { // of 512 bytes: the facts do not fit, or the report does not
            Outcome outcome = Program.shell(
                    home, "ulimit -f " + blocks + " && ./boscard evaluate '" + Program.FIRST + "' --rulebook '" + Program.ROOT
                            + "' --runs runs");
            assertThat(outcome.exitCode()).as(outcome.stderr()).isEqualTo(PROBLEMS);
            assertThat(outcome.stderr())
                    .contains("cannot be written", "[RUN_FOLDER]", "the disk is full")
                    .doesNotContain("Exception", "\tat ");
            assertThat(entries(home.resolve("runs"))).isEqualTo(before);
        }
        boscard("verify", "--runs", home.resolve("runs")).endsWith(FINE);
    }
}
