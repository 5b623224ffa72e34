package boscard.intake;

import com.sun.management.OperatingSystemMXBean;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/**
 * How fast a plain file of measurements becomes checked, typed, addressed facts, beside FastCSV alone on the same file
 * in the same process. Not a test: run it by hand.
 *
 * <pre>java -Xmx1g -cp … boscard.intake.ImportBenchmark [rows] [rounds] [file]</pre>
 */
final class ImportBenchmark {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final String[] KPIS = {"win_rate", "revenue", "new_customers"};

    private ImportBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path file = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempFile("measurements-", ".csv");
        if (Files.notExists(file) || Files.size(file) == 0) {
            write(file, rows);
        }
        for (int round = 1; round <= rounds; round++) {
            measure("FastCSV alone", rows, () -> fastCsv(file));
            measure("import       ", rows, () -> imported(file));
        }
        if (arguments.length < 3) {
            Files.delete(file);
        }
    }

    private static void measure(String what, int rows, Callable<Long> work) throws Exception {
        long wall = System.nanoTime();
        long cpu = SYSTEM.getProcessCpuTime();
        long found = work.call();
        wall = System.nanoTime() - wall;
        cpu = SYSTEM.getProcessCpuTime() - cpu;
        System.out.printf(
                Locale.ROOT,
                "%s  %,12d rows/s by the clock, %,12d rows/s of processor time, %,d found%n",
                what,
                rows * 1_000_000_000L / wall,
                rows * 1_000_000_000L / cpu,
                found);
    }

    /** Every field as a text, as a program would use the library. */
    private static long fastCsv(Path file) throws IOException {
        long count = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord row : csv) {
                count += row.getField(3).isEmpty() ? 0 : 1;
            }
        }
        return count - 1;
    }

    private static long imported(Path file) {
        ImportedFacts imported = new FactsImporter().importFacts(List.of(file), ImportSettings.of(Catalogues.SMALL));
        if (imported.hasErrors()) {
            throw new IllegalStateException(imported.problems().get(0).toString());
        }
        return imported.facts().count(boscard.fact.FactKind.MEASUREMENTS);
    }

    private static void write(Path file, int rows) throws IOException {
        var random = new SplittableRandom(7);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("scorecard,kpi,period,actual,target\n");
            int written = 0;
            for (int scorecard = 0; written < rows; scorecard++) {
                for (String kpi : KPIS) {
                    for (int month = 0; month < 120 && written < rows; month++, written++) {
                        out.write("SC-" + scorecard + "," + kpi + "," + (2016 + month / 12) + "-"
                                + (month % 12 < 9 ? "0" : "") + (month % 12 + 1) + "," + random.nextInt(1_000_000) + "."
                                + random.nextInt(10, 100) + "," + random.nextInt(1_000_000) + "\n");
                    }
                }
            }
        }
    }
}
