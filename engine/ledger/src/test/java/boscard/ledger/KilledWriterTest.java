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

    @Test
    @Timeout(120)
    void writersOfTwoProcessesDoNotTakeEachOtherForDead() throws Exception {
        Ledger ledger = Ledger.at(home.resolve("runs"));
        Process other = start();
        var ours = new ArrayList<String>();
        try {
            while (said().size() < 2 && other.isAlive()) {
                ours.add(SampleRun.write(
                                ledger, home.resolve("our-rulebook"), SampleRun.facts(5), SampleRun.evaluations(5))
                        .id());
            }
            assertThat(other.isAlive()).as("the other writer met a problem").isTrue();
        } finally {
            other.destroyForcibly().waitFor();
        }

        assertThat(ledger.list().problems()).isEmpty();
        assertThat(ledger.list().runs())
                .extracting(RunManifest::id)
                .containsAll(ours)
                .containsAll(said());
    }

    private static int leftovers(Path runs) {
        String[] names = runs.toFile().list((folder, name) -> name.startsWith(WriterLock.PREFIX));
        return names == null ? 0 : names.length;
    }

    /** Starts a writer, kills it the given time after it began, and returns the runs it said it wrote. */
    private List<String> writeAndKill(int millis) throws IOException, InterruptedException {
        Process writer = start();
        while (writer.isAlive() && Files.size(home.resolve("said.txt")) == 0) {
            Thread.sleep(5);
        }
        if (writer.waitFor(millis, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("The writer ended by itself with " + writer.exitValue());
        }
        writer.destroyForcibly().waitFor();
        return said();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        home.toString())
                .redirectOutput(home.resolve("said.txt").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** A line that the kill cut in two says nothing. */
    private List<String> said() throws IOException {
        return Files.readAllLines(home.resolve("said.txt")).stream()
                .filter(RunId::isOne)
                .toList();
    }
}
