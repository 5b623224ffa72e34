package blackbox;

import static blackbox.Outcome.FINE;
import static blackbox.Program.boscard;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Stopping the process at any moment leaves either no run or a whole one. */
final class KilledEvaluationTest {

    private static final int KILLS = 8;
    private static final int SCORECARDS = 40;
    private static final List<String> KPIS =
            List.of("win_rate", "csat", "gross_margin", "logo_churn", "pipeline_coverage", "coaching", "nrr", "grr");

    @TempDir
    Path home;

    @Test
    @Timeout(300)
    void killedEvaluationLeavesNoRunOrAWholeOne() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        Path facts = facts(random);
        Path runs = home.resolve("runs");
        long begun = System.nanoTime();
        assertThat(Program.start(home, "evaluate", facts, "--runs", runs).waitFor())
                .isEqualTo(FINE);
        long wholeMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        String results = digests(runs).get(0);
        int killed = 0;

        for (int i = 0; i < KILLS; i++) {
            Process evaluation = Program.start(home, "evaluate", facts, "--runs", runs);
            // From the first third on; before, nothing is written.
            long wait = wholeMillis / 3 + random.nextLong(wholeMillis);
            boolean ended = evaluation.waitFor(wait, TimeUnit.MILLISECONDS);
            evaluation.destroyForcibly().waitFor();
            killed += ended ? 0 : 1;

            assertThat(digests(runs))
                    .as("repeat with -Dseed=%d, kill %d after %d of %d ms", seed, i, wait, wholeMillis)
                    .containsOnly(results);
        }

        assertThat(killed)
                .as("no kill hit an evaluation at work; -Dseed=%d", seed)
                .isPositive();
        boscard("evaluate", facts, "--runs", runs).endsWith(FINE);
        assertThat(digests(runs)).as("-Dseed=%d", seed).containsOnly(results);
        assertThat(entries(runs))
                .as("what killed writers left; -Dseed=%d", seed)
                .noneMatch(name -> name.startsWith("."));
    }

    /** The results digest of each run that is listed; each is whole to the last byte. */
    private static List<String> digests(Path runs) throws Exception {
        List<String> listed = boscard("runs", "--runs", runs)
                .endsWith(FINE)
                .stdout()
                .lines()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
        assertThat(listed)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(entries(runs).stream()
                        .filter(name -> !name.startsWith("."))
                        .toList());
        var digests = new ArrayList<String>();
        for (String run : listed) {
            JsonNode manifest = Json.of(Files.readString(runs.resolve(run).resolve("manifest.json")));
            for (var file : manifest.get("files").properties()) {
                byte[] bytes = Files.readAllBytes(runs.resolve(run).resolve(file.getKey()));
                assertThat(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                        .as("%s of %s", file.getKey(), run)
                        .isEqualTo(file.getValue().get("sha256").asText());
            }
            digests.add(manifest.get("results_digest").asText());
        }
        return digests;
    }

    private static List<String> entries(Path runs) throws IOException {
        try (Stream<Path> entries = Files.list(runs)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private Path facts(Random random) {
        var lines = new ArrayList<String>(List.of("scorecard,kpi,period,actual,target"));
        for (int s = 0; s < SCORECARDS; s++) {
            for (String kpi : KPIS) {
                for (int month = 1; month <= 12; month++) {
                    lines.add(String.format("TEAM-%02d,%s,2026-%02d,0.%03d,0.5", s, kpi, month, random.nextInt(1000)));
                }
            }
        }
        return Program.file(home, "measurements.csv", lines.toArray(String[]::new));
    }
}
