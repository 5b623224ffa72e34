package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.FactKind;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Files of many rows in a small heap: 64 MiB of input in 256 MiB, and smaller ones in a heap that is smaller by as
 * much. Each is imported by a Java of its own.
 */
@Execution(ExecutionMode.CONCURRENT)
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

    @Test
    void linesOfJsonAreReadOneByOne() throws Exception {
        Path file = file(
                "measurements.jsonl",
                8,
                "",
                row -> "{\"scorecard\":\"S" + row % 1000 + "\",\"kpi\":\"revenue\",\"period\":\"" + (1000 + row / 1000)
                        + "\",\"actual\":" + row + "}\n",
                "");

        assertThat(imported(file, 64)).matches("\\d{5,6} accepted, 0 rejected, 0 kept");
    }

    @Test
    void compressedFileIsUnpackedOnTheDisk() throws Exception {
        Path plain =
                file("plain.csv", 32, HEADER, row -> "S" + row % 1000 + ",revenue," + (1000 + row / 1000) + ",1\n", "");
        Path file = folder.resolve("measurements.csv.gz");
        try (var packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            Files.copy(plain, packed);
        }

        assertThat(imported(file, 96)).matches("\\d{6,7} accepted, 0 rejected, 0 kept");
    }

    @Test
    void sheetIsReadRowByRow() throws Exception {
        Path file = folder.resolve("measurements.xlsx");
        Files.write(file, workbook(200_000));

        assertThat(imported(file, 80)).isEqualTo("200000 accepted, 0 rejected, 0 kept");
    }

    @Test
    void rowsOfParquetAreReadRowByRow() throws Exception {
        Path file = folder.resolve("measurements.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT 'S' || n % 1000 AS scorecard, 'revenue' AS kpi, (1000 + n // 1000)::VARCHAR"
                    + " AS period, random() AS actual FROM range(500000) t(n)) TO '" + file + "' (FORMAT parquet)");
        }

        assertThat(imported(file, 80)).isEqualTo("500000 accepted, 0 rejected, 0 kept");
    }

    @Test
    void tableOfTenThousandColumnsIsReadRowByRow() throws Exception {
        String cells = ",7".repeat(9_996);
        var header = new StringBuilder(HEADER.strip());
        for (int i = 0; i < 9_996; i++) {
            header.append(",X").append(i);
        }
        Path file =
                file("measurements.csv", 16, header + "\n", row -> "S" + row + ",revenue,2026-01,1" + cells + "\n", "");

        assertThat(imported(file, 64)).matches("\\d{3} accepted, 0 rejected, 0 kept");
    }

    @Test
    void rowAsLongAsTheFileIsRefusedWithoutBeingHeld() throws Exception {
        Path file = file("measurements.csv", 32, HEADER + "A,revenue,2026-01,\"", row -> "1234567890", "\"\n");

        assertThat(imported(file, 64)).isEqualTo("0 accepted, 1 rejected, 1 kept");
    }

    /** A sheet whose texts stand in the cells. */
    private static byte[] workbook(int rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            var plain = new ByteArrayOutputStream();
            try (var workbook = new XSSFWorkbook()) {
                workbook.createSheet("measurements");
                workbook.write(plain);
            }
            try (var parts = new ZipInputStream(new ByteArrayInputStream(plain.toByteArray()))) {
                for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                    zip.putNextEntry(new ZipEntry(part.getName()));
                    if (part.getName().equals("xl/worksheets/sheet1.xml")) {
                        writeSheet(zip, rows);
                    } else {
                        zip.write(parts.readAllBytes());
                    }
                    zip.closeEntry();
                }
            }
        }
        return out.toByteArray();
    }

    private static void writeSheet(OutputStream sheet, int rows) throws IOException {
        write(
                sheet,
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                        + texts("scorecard", "kpi", "period", "actual"));
        for (int row = 0; row < rows; row++) {
            write(sheet, texts("S" + row % 1000, "revenue", Integer.toString(1000 + row / 1000), ""));
        }
        write(sheet, "</sheetData></worksheet>");
    }

    private static String texts(String... cells) {
        var row = new StringBuilder("<row>");
        for (String cell : cells) {
            row.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    private static void write(OutputStream sheet, String xml) throws IOException {
        sheet.write(xml.getBytes(StandardCharsets.UTF_8));
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

    /** What the child does: imports, says what became of the rows, and writes them. */
    static final class Import {

        private Import() {}

        public static void main(String[] arguments) throws IOException {
            ImportedFacts imported = new FactsImporter()
                    .importFacts(List.of(Path.of(arguments[0])), ImportSettings.of(Catalogues.SMALL));
            int kept = 0;
            for (RejectedRow row : imported.rejected()) {
                kept += row.problems().isEmpty() ? 0 : 1;
            }
            new CanonicalFolder().write(imported, Path.of(arguments[0]).resolveSibling("out"));
            System.out.println(imported.facts().count(FactKind.MEASUREMENTS) + " accepted, "
                    + imported.accounts().get(0).rejected() + " rejected, " + kept + " kept");
        }
    }
}
