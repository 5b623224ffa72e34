package boscard.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A table of many rows loads in little memory: 100,000 rows in a heap of 1 GiB, tried here with a fifth of both. To
 * measure, run {@link #main} with a folder and a number of rows.
 */
class ManyRowsTest {

    private static final int ROWS = 20_000;
    private static final String HEAP = "-Xmx200m";

    @TempDir
    Path folder;

    /** Makes a rulebook with a table of many rows, loads it, and prints what it took. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        if (!Files.exists(folder)) {
            write(folder, Integer.parseInt(arguments[1]));
        }
        long started = System.nanoTime();
        LoadedRulebook loaded = RulebookFolder.load(folder);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        Runtime runtime = Runtime.getRuntime();
        System.out.println(loaded.rulebook().tables().get(0).rows().size() + " rows, " + millis + " ms, heap of "
                + (runtime.maxMemory() >> 20) + " MiB, " + loaded.warnings().size() + " warnings");
    }

    @Test
    void manyRowsLoadInLittleMemory() throws Exception {
        Path rulebook = folder.resolve("rulebook");
        write(rulebook, ROWS);
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ManyRowsTest.class.getName(),
                        rulebook.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        process.destroyForcibly();

        assertThat(ended).isTrue();
        assertThat(Files.readString(output)).contains(ROWS + " rows, ").endsWith(" 0 warnings\n");
    }

    /** The table of {@link RulebookBuilder} with an id, a KPI, two edges, a status and a reason in each row. */
    private static void write(Path folder, int rows) throws IOException {
        Path file = new RulebookBuilder(folder)
                .thresholds(Workbooks.row("MARK", "win_rate", 0.9, null, "GREEN"))
                .write()
                .resolve("spreadsheets/kpi-thresholds.xlsx");
        Path many = file.resolveSibling("many.xlsx");
        try (var from = new ZipFile(file.toFile());
                var zip = new ZipOutputStream(Files.newOutputStream(many))) {
            for (ZipEntry entry : from.stream().toList()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    String sheet = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    int first = sheet.indexOf("<row r=\"" + RulebookBuilder.FIRST_DATA_ROW + "\"");
                    int end = sheet.indexOf("</sheetData>");
                    var out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
                    out.write(sheet, 0, first);
                    for (int i = 0; i < rows; i++) {
                        writeRow(out, RulebookBuilder.FIRST_DATA_ROW + i, i);
                    }
                    out.write(sheet.substring(end));
                    out.flush();
                } else {
                    from.getInputStream(entry).transferTo(zip);
                }
            }
        }
        Files.move(many, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static void writeRow(BufferedWriter out, int row, int number) throws IOException {
        out.write("<row r=\"" + row + "\">" + text("A", row, "KT-" + number)
                + text("B", row, number % 2 == 0 ? "win_rate" : "revenue")
                + "<c r=\"C" + row + "\"><v>" + number + ".25</v></c><c r=\"D" + row + "\"><v>" + number + ".75</v></c>"
                + text("E", row, "AMBER") + text("F", row, "agreed in meeting " + number) + "</row>");
    }

    private static String text(String column, int row, String text) {
        return "<c r=\"" + column + row + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }
}
