package boscard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the database's library cannot be unpacked once and for all. */
final class WithoutCacheTest {

    @TempDir
    Path home;

    @Test
    void withoutACacheRunsAreWrittenAllTheSame() throws Exception {
        Path unusable = Files.writeString(home.resolve("a-file"), "not a folder");
        Path said = home.resolve("said.txt");
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dboscard.cache=" + unusable,
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        home.toString())
                .redirectOutput(said.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (Files.readString(said).lines().noneMatch(RunId::isOne) && System.nanoTime() < end) {
                Thread.sleep(50);
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        assertThat(Files.readAllLines(said)).hasSizeGreaterThan(1).startsWith(KilledWriter.READY);
        assertThat(Files.readAllLines(said).subList(1, 2)).allMatch(RunId::isOne);
    }
}
