package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.FactKind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of many rows in a small heap: 64 MiB of input in 256 MiB, and smaller ones in a heap that is smaller by as
 * much. Each is imported by a Java of its own.
 */
class SmallHeapTest {

    private static final long LONGEST_SECONDS = 300; // on a busy machine; some 5 on an idle one
    private static final String HEADER = "scorecard,kpi,period,actual\n";

    @TempDir
    Path folder;

    @Test
    void sixtyFourMegabytesOfDifferentScorecardsAreReadIn256() throws Exception {
        Path file = file("measurements.csv", 64, HEADER, row -> "S" + row + ",revenue,2026-01," + row % 10 + "\n", "");

        assertThat(imported(file, 256)).matches("\\d{7} accepted, 0 rejected, 0 kept");
    }

    @Test
    void everyBadRowIsKeptWithoutBeingHeld() throws Exception {
        Path file = file("measurements.csv", 2, HEADER, row -> "S" + row + ",revenue,2026-13," + row + "\n", "");

        assertThat(imported(file, 64)).matches("0 accepted, (\\d{5,6}) rejected, \\1 kept");
    }

    @Test
    void rowsThatContradictEachOtherAreKeptWithoutBeingHeld() throws Exception {
        Path file = file("measurements.csv", 2, HEADER, row -> "S" + row / 2 + ",revenue,2026-01," + row + "\n", "");

        assertThat(imported(file, 64)).matches("0 accepted, (\\d{5,6}) rejected, \\1 kept");
    }

    @Test
    void objectsOfJsonAreReadOneByOne() throws Exception {
        Path file = file(
                "measurements.json",
                8,
                "[",
                row -> (row == 0 ? "" : ",") + "{\"scorecard\":\"S" + row % 1000
                        + "\",\"kpi\":\"revenue\",\"period\":\"" + (1000 + row / 1000) + "\",\"actual\":" + row
                        + "}\n",
                "]");

        assertThat(imported(file, 64)).matches("\\d{5,6} accepted, 0 rejected, 0 kept");
    }

    private Path file(String name, int megabytes, String first, IntFunction<String> row, String last)
            throws IOException {
        Path file = folder.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(first);
            long length = first.length();
            for (int i = 0; length < (long) megabytes << 20; i++) {
                String text = row.apply(i);
                out.write(text);
                length += text.length();
            }
            out.write(last);
        }
        return file;
    }

    private String imported(Path file, int megabytesOfHeap) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytesOfHeap + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Import.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(child.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS))
                    .as("it ends")
                    .isTrue();
        } finally {
            child.destroyForcibly();
        }
        return Files.readString(output).strip();
    }

    /** What the child does: imports, and says what became of the rows. */
    static final class Import {

        private Import() {}

        public static void main(String[] arguments) {
            ImportedFacts imported = new FactsImporter()
                    .importFacts(List.of(Path.of(arguments[0])), ImportSettings.of(Catalogues.SMALL));
            int kept = 0;
            for (RejectedRow row : imported.rejected()) {
                kept += row.problems().isEmpty() ? 0 : 1;
            }
            System.out.println(imported.facts().count(FactKind.MEASUREMENTS) + " accepted, "
                    + imported.accounts().get(0).rejected() + " rejected, " + kept + " kept");
        }
    }
}
