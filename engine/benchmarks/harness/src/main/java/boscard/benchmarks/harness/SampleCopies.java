package boscard.benchmarks.harness;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Facts of all kinds in the proportion of a sample: the sample over and over, each copy with scorecards, goals and
 * other things of its own, and only its newest measurements; the strategy is there once.
 */
final class SampleCopies {

    /** Columns that name a thing of a copy; a KPI or an objective is the same in all. */
    private static final Set<String> NAMES =
            Set.of("scorecard", "parent", "goal", "initiative", "milestone", "activity", "deal", "review");

    /** The strategy belongs to the company, and every scorecard has all of it. */
    private static final Set<String> ONCE = Set.of("objectives.csv", "strategy_links.csv", "communications.csv");

    private final Path sample;
    private final String firstMonth;

    /**
     * Prepares.
     *
     * @param sample a folder of canonical CSV files
     * @param firstMonth {@code 2026-03}: measurements of earlier months are left out
     */
    SampleCopies(Path sample, String firstMonth) {
        this.sample = sample;
        this.firstMonth = firstMonth;
    }

    /** Writes so many copies into a folder. */
    void write(int copies, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files;
        try (Stream<Path> found = Files.list(sample)) {
            files = found.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            copy(file, ONCE.contains(name) ? 1 : copies, folder.resolve(name), ONCE.contains(name) ? "" : "-");
        }
    }

    private void copy(Path from, int copies, Path to, String separator) throws IOException {
        try (CsvWriter out = CsvWriter.builder().build(to)) {
            for (int copy = 0; copy < copies; copy++) {
                try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(from)) {
                    boolean first = copy == 0;
                    for (NamedCsvRecord one : records) {
                        if (first) {
                            out.writeRecord(one.getHeader());
                            first = false;
                        }
                        if (isNew(one)) {
                            out.writeRecord(named(one, separator.isEmpty() ? "" : separator + copy));
                        }
                    }
                }
            }
        }
    }

    private boolean isNew(NamedCsvRecord one) {
        return one.findField("actual").isEmpty() || one.getField("period").compareTo(firstMonth) >= 0;
    }

    private static List<String> named(NamedCsvRecord one, String suffix) {
        var fields = new ArrayList<String>();
        for (String heading : one.getHeader()) {
            String field = one.getField(heading);
            fields.add(NAMES.contains(heading) && !field.isEmpty() ? field + suffix : field);
        }
        return fields;
    }
}
