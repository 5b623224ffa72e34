package blackbox;

import static blackbox.Outcome.FINE;
import static blackbox.Program.boscard;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same facts give the same results, however they are ordered, written and shared among workers. */
final class DeterminismTest {

    /** Files of a run without addresses of facts; the others change with the lines of the facts. */
    private static final String[] WITHOUT_ADDRESSES = {
        "scorecards.parquet", "nodes.parquet", "goals.parquet", "suppressions.parquet"
    };

    @TempDir
    static Path home;

    private static SampleFacts facts;
    private static JsonNode first;

    @BeforeAll
    static void evaluate() throws IOException {
        facts = SampleFacts.read();
        first = evaluate(Program.FIRST, 1);
    }

    private static JsonNode evaluate(Path input, int workers) {
        Outcome outcome = boscard(
                "evaluate",
                input,
                "--as-of",
                "2026-09-30",
                "--workers",
                workers,
                "--format",
                "json",
                "--runs",
                home.resolve("runs"));
        return Json.of(outcome.endsWith(FINE).stdout());
    }

    private static Map<String, String> files(JsonNode run) throws IOException {
        JsonNode manifest = Json.of(Files.readString(
                home.resolve("runs").resolve(run.get("run").asText()).resolve("manifest.json")));
        var files = new TreeMap<String, String>();
        manifest.get("files")
                .properties()
                .forEach(file ->
                        files.put(file.getKey(), file.getValue().get("sha256").asText()));
        return files;
    }

    private static void assertSameConclusions(JsonNode other, String reason) {
        for (String digest : new String[] {"results_digest", "facts_digest", "rulebook_digest"}) {
            assertThat(other.get(digest)).as("%s; %s", digest, reason).isEqualTo(first.get(digest));
        }
        assertThat(other.get("scorecards")).as(reason).isEqualTo(first.get("scorecards"));
        assertThat(other.get("findings")).as(reason).isEqualTo(first.get("findings"));
    }

    @Test
    void oneWorkerAndTwoAndSevenGiveTheSameBytes() throws IOException {
        Map<String, String> one = files(first);
        assertThat(one).containsKeys("results.parquet", "findings.parquet", "recommendations.parquet", "nodes.parquet");
        one.remove("report.xlsx"); // names its run
        for (int workers : new int[] {1, 2, 7}) {
            JsonNode run = evaluate(Program.FIRST, workers);
            Map<String, String> files = files(run);
            files.remove("report.xlsx");

            assertSameConclusions(run, workers + " workers");
            assertThat(files).as(workers + " workers").isEqualTo(one);
        }
    }

    @Test
    void orderOfRowsChangesNothing() throws IOException {
        long start = Long.getLong("seed", System.nanoTime());
        Map<String, String> inOrder = files(first);
        for (long seed = start; seed < start + 4; seed++) {
            String repeat = "repeat with -Dseed=" + seed;
            JsonNode run =
                    evaluate(facts.shuffled(seed).toCsv(home.resolve("shuffled-" + seed)), seed % 2 == 0 ? 1 : 2);

            assertSameConclusions(run, repeat);
            Map<String, String> files = files(run);
            for (String file : WITHOUT_ADDRESSES) {
                assertThat(files.get(file)).as("%s; %s", file, repeat).isEqualTo(inOrder.get(file));
            }
        }
    }

    @Test
    void orderOfInputsOnTheCommandLineChangesNothing() throws IOException {
        Path split = facts.toCsv(home.resolve("split"));
        Path goals = Files.createDirectories(home.resolve("later")).resolve("goals.csv");
        Files.move(split.resolve("goals.csv"), goals);
        Outcome forward = boscard("evaluate", split, goals, "--format", "json", "--runs", home.resolve("runs"));
        Outcome backward = boscard("evaluate", goals, split, "--format", "json", "--runs", home.resolve("runs"));

        assertSameConclusions(Json.of(forward.endsWith(FINE).stdout()), "forward");
        assertSameConclusions(Json.of(backward.endsWith(FINE).stdout()), "backward");
    }

    @Test
    void workbookOfTheSameFactsGivesTheSameResults() throws IOException {
        JsonNode run = evaluate(facts.toWorkbook(home.resolve("workbook")), 2);

        assertSameConclusions(run, "a workbook");
        assertThat(run.get("inputs")).hasSize(12);
        try (Stream<String> findings = boscard(
                        "findings",
                        "--format",
                        "csv",
                        "--runs",
                        home.resolve("runs"),
                        run.get("run").asText())
                .stdout()
                .lines()) {
            assertThat(findings).anyMatch(line -> line.contains("facts.xlsx!measurements!"));
        }
    }

    @Test
    void jsonOfTheSameFactsGivesTheSameResults() throws IOException {
        assertSameConclusions(evaluate(facts.toJson(home.resolve("json")), 2), "JSON");
    }

    @Test
    void factsWithoutAsOfDayAreJudgedAtTheEndOfTheirNewestCompletePeriod() {
        Outcome outcome = boscard("evaluate", Program.FIRST, "--format", "json", "--runs", home.resolve("runs"));

        assertSameConclusions(Json.of(outcome.endsWith(FINE).stdout()), "no --as-of");
    }
}
