package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import boscard.intake.mapping.InvalidMapping;
import boscard.intake.mapping.Mapping;
import boscard.intake.mapping.MappingReader;
import io.airlift.compress.zstd.ZstdInputStream;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Files that nobody wrote on purpose: random bytes, and valid files of every format that were cut, flipped, doubled and
 * stuffed, also inside of what packs them: a text that is compressed again, a part of a workbook that is zipped again.
 * Whatever they hold becomes facts and problems; nothing is thrown, nothing hangs. It takes 60 seconds beside the other
 * tests, and always the same files in the same order, only more of them on a faster machine. A build ends with the last
 * file that was tried before, so that none fails by the luck of a fast machine; {@code -Dfuzz.to=N} goes on from there.
 * {@code -Dseed=N} repeats one; {@code -Dfuzz.seconds=N} says how long they are tried, {@code -Dfuzz.from=N} from where
 * on.
 */
@Execution(ExecutionMode.CONCURRENT)
class FuzzTest {

    private static final long SECONDS = Long.getLong("fuzz.seconds", 60);
    private static final long LONGEST_SECONDS = 60; // of one file of some kilobytes, on a busy machine
    private static final String CSV = "scorecard,kpi,period,actual,target,note\n"
            + "A,win_rate,2026-Q3,24.1%,0.3,\"two\nlines\"\nB,revenue,2026-07,\"(1,234)\",1E3,\n"
            + "Total,,,1,2,\n;;;\nC,new_customers,2026-W05,-,n/a,'=x\n";
    private static final String JSON =
            "[{\"scorecard\":\"A\",\"kpi\":\"win_rate\",\"period\":\"2026-Q3\",\"actual\":0.31},"
                    + "{\"scorecard\":\"B\",\"kpi\":\"revenue\",\"period\":\"2026-07\",\"actual\":null,\"target\":1e3}]";
    private static final String YAML = "files:\n  - match: \"*\"\n    kind: measurements\n"
            + "    columns: {scorecard: scorecard, actual: actual}\n    constants: {currency: EUR}\n"
            + "    none: [\"-\"]\n    scale: {actual: 1000}\n    decimal: \",\"\n    thousands: \".\"\n"
            + "    period_formats: [\"yyyy-MM\"]\n    date_formats: [\"dd/MM/yyyy\"]\n    skip_rows: 1\n";
    private static final String LAYOUT = "files:\n  - match: \"*\"\n    kind: measurements\n    header_rows: 1\n"
            + "    rows: {totals: keep, skip: [{column: note, is: [\"x*\", \"\"]}], hidden: skip,"
            + " sections: {is: \"NOT*\", into: Season}, footer: [\"(1)*\"]}\n"
            + "    unpivot: {columns: [\"actual\", \"target\"], heading: Role, value: Amount, none: skip}\n"
            + "    split: {column: scorecard, by: \"|\", into: [Unit, \"\"]}\n"
            + "    combine: {Who: \"{scorecard} {kpi}\"}\n"
            + "    roles: {column: Role, value: Amount, words: {actual: actual, target: target}}\n"
            + "    columns: {scorecard: Who, kpi: kpi, period: period}\n    magnitudes: {k: 1000}\n"
            + "    units: {column: note, words: {\"%\": percent, USD: CURRENCY}}\n    duplicates: merge\n";
    private static final String[] TOKENS = {
        "\"",
        "\"\"",
        ",",
        ";",
        "\n",
        "\r",
        "\r\n",
        "\0",
        "\uFEFF",
        "NaN",
        "1e999999999",
        "9".repeat(400),
        "-",
        "=1+1",
        "{",
        "[",
        "}",
        "]",
        ":",
        "&amp;",
        "&x;",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "sep=",
        "2026-13",
        "0000-00-00",
        "é",
        "\uD83D\uDE00",
        "- ",
        "? ",
        "*a",
        "&a ",
        "!!java.lang.String ",
        "|",
        "> ",
        "\t",
        "<row r=\"99999999999\">",
        "<c r=\"ZZZZZ1\">",
        "<v>1e400</v>",
        "t=\"s\"",
        "r=\"A0\"",
        "[".repeat(3000)
    };

    private static final long FIRST_SEED = 1;
    private static final long LAST_SEED = 6_883;

    @TempDir
    Path folder;

    private final Map<String, byte[]> valid = new LinkedHashMap<>();

    @Test
    void whateverAFileHoldsBecomesFactsAndProblems() throws Exception {
        fillValid();
        Long one = Long.getLong("seed");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
            var thread = new Thread(task, "fuzz");
            thread.setDaemon(true);
            return thread;
        });
        long first = Long.getLong("fuzz.from", FIRST_SEED);
        long last = Long.getLong("fuzz.to", Math.max(first, LAST_SEED));
        int files = 0;
        try {
            for (long seed = one != null ? one : first;
                    files == 0 || (one == null && seed <= last && System.nanoTime() < deadline);
                    seed++) {
                tryOne(seed, worker);
                files++;
            }
        } finally {
            worker.shutdownNow();
        }
        System.out.println("FuzzTest: " + files + " files from -Dseed=" + (one != null ? one : first)
                + " on, each ended in facts and problems");
        assertThat(files).isPositive();
    }

    private void tryOne(long seed, ExecutorService worker) throws InterruptedException {
        try {
            worker.submit(() -> {
                        importOne(new SplittableRandom(seed));
                        return null;
                    })
                    .get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException thrown) {
            fail("repeat with -Dseed=" + seed, thrown.getCause());
        } catch (TimeoutException hanging) {
            fail("it hangs; repeat with -Dseed=" + seed, hanging);
        }
    }

    private void importOne(SplittableRandom random) throws IOException {
        List<String> names = List.copyOf(valid.keySet());
        String name = names.get(random.nextInt(names.size()));
        byte[] bytes = java.util.Objects.requireNonNull(valid.get(name));
        bytes = switch (random.nextInt(8)) {
            case 0 -> noise(random);
            case 1, 2, 3 -> mutatedInside(name, bytes, random);
            default -> mutated(bytes, random);
        };
        ImportSettings settings = ImportSettings.of(Catalogues.SMALL);
        if (name.endsWith(".yaml")) {
            Path file = Files.write(folder.resolve(name), bytes);
            Mapping mapping;
            try {
                mapping = new MappingReader().read(file);
            } catch (InvalidMapping invalid) {
                assertThat(invalid.problems()).isNotEmpty();
                return;
            }
            settings = settings.withMapping(mapping);
            name = "measurements.csv";
            bytes = java.util.Objects.requireNonNull(valid.get(name));
        }
        Path file = Files.write(folder.resolve(name), bytes);
        try {
            ImportedFacts imported = new FactsImporter().importFacts(List.of(file), settings);
            assertThat(imported.facts().isEmpty() && imported.problems().isEmpty())
                    .as("neither facts nor a problem")
                    .isFalse();
        } finally {
            Files.delete(file);
        }
    }

    /** What the file packs is changed and packed again, so that the change reaches further than the container. */
    private static byte[] mutatedInside(String name, byte[] packed, SplittableRandom random) throws IOException {
        if (name.endsWith(".gz")) {
            return gzip(mutated(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(), random));
        }
        if (name.endsWith(".zst")) {
            return zstandard(mutated(new ZstdInputStream(new ByteArrayInputStream(packed)).readAllBytes(), random));
        }
        return name.endsWith(".xlsx") || name.endsWith(".zip") ? mutatedPart(packed, random) : mutated(packed, random);
    }

    private static byte[] mutatedPart(byte[] packed, SplittableRandom random) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), zip.readAllBytes());
            }
        }
        List<String> names = List.copyOf(parts.keySet());
        String chosen = names.get(random.nextInt(names.size()));
        parts.computeIfPresent(chosen, (part, bytes) -> mutated(bytes, random));
        return zip(parts);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(out)) {
            packed.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] zstandard(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packed = new ZstdOutputStream(out)) {
            packed.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] noise(SplittableRandom random) {
        var bytes = new byte[random.nextInt(4000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] mutated(byte[] valid, SplittableRandom random) {
        byte[] bytes = valid.clone();
        for (int i = random.nextInt(1, 6); i > 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) random.nextInt(256);
                case 3 ->
                    bytes = with(bytes, at, TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8));
                case 4 -> bytes = with(bytes, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 200)));
                default ->
                    bytes = with(
                            Arrays.copyOf(bytes, at),
                            at,
                            Arrays.copyOfRange(bytes, random.nextInt(at + 1), bytes.length));
            }
        }
        return bytes;
    }

    private static byte[] with(byte[] bytes, int at, byte[] inserted) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(inserted);
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    private void fillValid() throws IOException {
        valid.put("measurements.csv", CSV.getBytes(StandardCharsets.UTF_8));
        valid.put("measurements.tsv", CSV.replace(',', '\t').getBytes(StandardCharsets.UTF_16));
        valid.put("measurements.json", JSON.getBytes(StandardCharsets.UTF_8));
        valid.put(
                "measurements.jsonl",
                JSON.replace("},{", "}\n{").replaceAll("[\\[\\]]", "").getBytes(StandardCharsets.UTF_8));
        valid.put("measurements.xlsx", workbook(new XSSFWorkbook()));
        valid.put("measurements.xls", workbook(new HSSFWorkbook()));
        valid.put("mapping.yaml", YAML.getBytes(StandardCharsets.UTF_8));
        byte[] csv = CSV.getBytes(StandardCharsets.UTF_8);
        valid.put("measurements.csv.gz", gzip(csv));
        valid.put("measurements.csv.zst", zstandard(csv));
        valid.put("measurements.zip", zip(Map.of("measurements.csv", csv)));
        valid.put("layout.yaml", LAYOUT.getBytes(StandardCharsets.UTF_8));
        Path parquet = folder.resolve("valid.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT 'A' || n AS scorecard, 'win_rate' AS kpi, DATE '2026-01-01' AS period,"
                    + " n::DOUBLE / 7 AS actual, NULL::DECIMAL(9, 2) AS target FROM range(50) t(n)) TO '" + parquet
                    + "' (FORMAT parquet)");
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
        valid.put("measurements.parquet", Files.readAllBytes(parquet));
    }

    private static byte[] workbook(Workbook workbook) throws IOException {
        var out = new ByteArrayOutputStream();
        try (workbook) {
            var sheet = workbook.createSheet("Measurements");
            List<String> lines = new ArrayList<>(CSV.lines().toList());
            for (int i = 0; i < lines.size(); i++) {
                var row = sheet.createRow(i);
                String[] cells = lines.get(i).split(",");
                for (int j = 0; j < cells.length; j++) {
                    row.createCell(j).setCellValue(cells[j]);
                }
            }
            sheet.createRow(20).createCell(3).setCellFormula("1/0");
            workbook.write(out);
        }
        return out.toByteArray();
    }
}
