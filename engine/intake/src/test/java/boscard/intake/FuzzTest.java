package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import boscard.intake.mapping.InvalidMapping;
import boscard.intake.mapping.Mapping;
import boscard.intake.mapping.MappingReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import java.util.zip.GZIPOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that nobody wrote on purpose: random bytes, and valid files of every format that were cut, flipped, doubled and
 * stuffed. Whatever they hold becomes facts and problems; nothing is thrown, nothing hangs. {@code -Dseed=N} repeats
 * one; {@code -Dfuzz.seconds=N} says how long new ones are tried.
 */
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

    /** The same files each time, so that a build does not fail by chance; {@code -Dfuzz.from=N} tries others. */
    private static final long FIRST_SEED = 1;

    private static final int MOST_FILES = Integer.getInteger("fuzz.files", 4_000);

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
        int files = 0;
        try {
            for (long seed = one != null ? one : Long.getLong("fuzz.from", FIRST_SEED);
                    files == 0 || (one == null && files < MOST_FILES && System.nanoTime() < deadline);
                    seed++) {
                tryOne(seed, worker);
                files++;
            }
        } finally {
            worker.shutdownNow();
        }
        System.out.println("FuzzTest: " + files + " files, each ended in facts and problems");
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
        bytes = random.nextInt(8) == 0 ? noise(random) : mutated(bytes, random);
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
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(CSV.getBytes(StandardCharsets.UTF_8));
        }
        valid.put("measurements.csv.gz", packed.toByteArray());
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
