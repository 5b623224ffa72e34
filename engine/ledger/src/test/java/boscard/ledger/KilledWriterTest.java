package boscard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class KilledWriterTest {

    private static final int KILLS = 10;

    /** From before the first row is staged until several runs are done. */
    private static final int LATEST_KILL_MILLIS = 900;

    @TempDir
    Path home;

    @Test
    @Timeout(120)
    void aKilledWriterLeavesWholeRunsOnlyAndItsLeftoversAreRemoved() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        Path runs = home.resolve("runs");
        Ledger ledger = Ledger.at(runs);
        var promised = new ArrayList<String>();
        int leftovers = 0;

        for (int i = 0; i < KILLS; i++) {
            promised.addAll(writeAndKill(random.nextInt(LATEST_KILL_MILLIS)));

            RunListing listing = ledger.list();
            assertThat(listing.problems()).as("repeat with -Dseed=%d", seed).isEmpty();
            assertThat(listing.runs())
                    .as("what a writer said was written is there; repeat with -Dseed=%d", seed)
                    .extracting(RunManifest::id)
                    .containsAll(promised);
            for (RunManifest run : listing.runs()) {
                assertThat(ledger.open(run.id()).damage())
                        .as("repeat with -Dseed=%d", seed)
                        .isEmpty();
                assertThat(run.resultsDigest()).isEqualTo(listing.runs().get(0).resultsDigest());
            }
            leftovers += leftovers(runs);
        }
        ledger.begin(SampleRun.header(home.resolve("rulebook"))).close();

        assertThat(leftovers)
                .as("no kill hit a writer at work; repeat with -Dseed=%d", seed)
                .isPositive();
        assertThat(leftovers(runs)).isZero();
    }

    private static int leftovers(Path runs) {
        String[] names = runs.toFile().list((folder, name) -> name.startsWith(WriterLock.PREFIX));
        return names == null ? 0 : names.length;
    }

    /** Starts a writer, kills it the given time after it is ready, and returns the runs it said it wrote. */
    private List<String> writeAndKill(int millis) throws IOException, InterruptedException {
        Path said = home.resolve("said.txt");
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        home.toString())
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (writer.waitFor(200 + millis, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("The writer ended by itself with " + writer.exitValue());
        }
        writer.destroyForcibly().waitFor();
        return Files.readAllLines(said).stream().filter(RunId::isOne).toList();
    }
}
