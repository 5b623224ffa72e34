package blackbox;

import static blackbox.Outcome.FINE;
import static blackbox.Outcome.PROBLEMS;
import static blackbox.Outcome.USAGE;
import static blackbox.Program.boscard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of runs, and how old ones are removed. */
final class RunsListTest {

    @TempDir
    Path home;

    private Path runs = Path.of("unset");
    private Path facts = Path.of("unset");

    @BeforeEach
    void smallFacts() {
        runs = home.resolve("runs");
        facts = home.resolve("facts");
        Program.file(facts, "scorecards.csv", "scorecard,name,level", "A,Team A,TEAM");
        Program.file(facts, "measurements.csv", "scorecard,kpi,period,actual,target", "A,grr,2026-Q3,0.79,");
    }

    private JsonNode evaluate(String asOf) {
        return Json.of(boscard("evaluate", facts, "--as-of", asOf, "--runs", runs, "--format", "json")
                .endsWith(FINE)
                .stdout());
    }

    private List<String> listed(Object... options) {
        var words = new ArrayList<Object>(List.of("runs", "--runs", runs, "--format", "json"));
        words.addAll(List.of(options));
        return Json.of(boscard(words.toArray()).endsWith(FINE).stdout())
                .get("runs")
                .findValuesAsText("id");
    }

    @Test
    void optionsNarrowTheListWhichIsLatestFirst() {
        JsonNode june = evaluate("2026-06-30");
        JsonNode september = evaluate("2026-09-30");
        JsonNode again = evaluate("2026-09-30");

        assertThat(listed()).hasSize(3);
        assertThat(listed().get(2)).isEqualTo(june.get("run").asText());
        assertThat(listed("--as-of", "2026-09-30"))
                .containsExactlyInAnyOrder(
                        september.get("run").asText(), again.get("run").asText());
        assertThat(listed(
                        "--results-digest", june.get("results_digest").asText().substring(0, 8)))
                .containsExactly(june.get("run").asText());
        assertThat(listed("--rulebook-digest", june.get("rulebook_digest").asText(), "--last", "2"))
                .hasSize(2);
        assertThat(listed("--until", "2001-01-01")).isEmpty();
        assertThat(listed("--since", "2001-01-01")).hasSize(3);
        boscard("runs", "--runs", runs, "--facts-digest", "nothing")
                .endsWith(FINE)
                .says("None of the 3 runs");
    }

    @Test
    void pruningKeepsTheLatestAndLeavesWhatIsNoRunAlone() throws IOException {
        evaluate("2026-06-30");
        evaluate("2026-09-30");
        String latest = evaluate("2026-10-31").get("run").asText();
        Files.writeString(runs.resolve("notes.txt"), "precious");
        Path broken = Files.createDirectories(runs.resolve("2026-01-01T000000Z-abcd"));

        boscard("runs", "prune", "--keep", "1", "--yes", "--runs", runs)
                .endsWith(PROBLEMS)
                .says("Removed 2 of 3 runs; 1 stay.", "notes.txt", "2026-01-01T000000Z-abcd");
        try (Stream<Path> left = Files.list(runs)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(latest, "notes.txt", "2026-01-01T000000Z-abcd");
        }
        assertThat(broken).isDirectory();
        boscard("findings", "--runs", runs).endsWith(FINE);
    }

    @Test
    void nothingIsRemovedWithoutBeingAskedFor() {
        evaluate("2026-06-30");
        evaluate("2026-09-30");

        boscard("runs", "prune", "--keep", "1", "--runs", runs)
                .endsWith(USAGE)
                .says("Nobody can be asked here; --yes removes 1 run of", "Nothing was removed.");
        assertThat(listed()).hasSize(2);
        boscard("runs", "prune", "--runs", runs).endsWith(USAGE).says("--keep");
        boscard("runs", "prune", "--keep", "-1", "--runs", runs).endsWith(USAGE).says("not -1");
        boscard("runs", "prune", "--keep", "5", "--yes", "--runs", runs)
                .endsWith(FINE)
                .says("Nothing to remove");
    }

    @Test
    void readOnlyFolderLosesNothing() throws IOException {
        evaluate("2026-06-30");
        evaluate("2026-09-30");
        Files.setPosixFilePermissions(runs, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeFalse(Files.isWritable(runs), "the superuser may write everywhere");
            boscard("runs", "prune", "--keep", "1", "--yes", "--runs", runs)
                    .endsWith(PROBLEMS)
                    .says("[RUN_FOLDER]");
        } finally {
            Files.setPosixFilePermissions(runs, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        assertThat(listed()).hasSize(2);
    }

    @Test
    void pruningBesideWritersLeavesWholeRunsOnly() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            Future<?> writer = pool.submit(() -> {
                for (int month = 1; month <= 6; month++) {
                    evaluate("2026-0" + month + "-28");
                }
            });
            while (!writer.isDone()) {
                boscard("runs", "prune", "--keep", "1", "--yes", "--runs", runs).endsWith(FINE);
                Thread.sleep(20);
            }
            writer.get();
        } finally {
            pool.shutdownNow();
        }
        boscard("runs", "prune", "--keep", "1", "--yes", "--runs", runs).endsWith(FINE);
        List<String> left = listed();
        assertThat(left).hasSize(1);
        boscard("findings", left.get(0), "--runs", runs).endsWith(FINE);
        try (Stream<Path> files = Files.list(runs)) {
            assertThat(files).hasSize(1);
        }
    }
}
