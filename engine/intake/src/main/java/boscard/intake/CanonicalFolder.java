package boscard.intake;

import boscard.fact.Fact;
import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.problem.Problem;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes an import as canonical files: {@code measurements.csv} with the accepted facts, and in the subfolder
 * {@code rejected} a {@code measurements.csv} with the rows that were not, each with its address and the reasons. The
 * accepted ones are read again to the same facts; the rejected ones can be corrected and imported as they are, since
 * their two extra columns are only warned about. Stateless; safe for any thread.
 */
public final class CanonicalFolder {

    private static final String REJECTED = "rejected";

    /**
     * Writes only the kinds that have rows; files of the same names are replaced.
     *
     * @param folder is made when it is not there
     * @return the files that were written, in the order of the kinds, rejected ones last
     * @throws IOException when the folder cannot be written to
     */
    public List<Path> write(ImportedFacts imported, Path folder) throws IOException {
        Files.createDirectories(folder);
        var written = new ArrayList<Path>();
        for (FactKind kind : FactKind.values()) {
            if (imported.facts().count(kind) > 0) {
                written.add(writeFacts(imported, kind, folder));
            }
        }
        Map<FactKind, List<RejectedRow>> rejected =
                imported.rejected().stream().collect(Collectors.groupingBy(RejectedRow::kind));
        for (FactKind kind : FactKind.values()) {
            List<RejectedRow> rows = rejected.getOrDefault(kind, List.of());
            if (!rows.isEmpty()) {
                Path subfolder = Files.createDirectories(folder.resolve(REJECTED));
                written.add(writeRejected(rows, kind, imported.problems(), subfolder));
            }
        }
        return written;
    }

    private static Path writeFacts(ImportedFacts imported, FactKind kind, Path folder) throws IOException {
        FactSchema schema = FactSchema.of(kind);
        Path file = folder.resolve(kind.canonicalName() + ".csv");
        try (CsvWriter csv = csv(file)) {
            csv.writeRecord(schema.fields().stream().map(Field::name).toList());
            for (Fact fact : imported.facts().of(kind)) {
                Object[] values = schema.values(fact);
                var cells = new ArrayList<String>(values.length);
                for (Object value : values) {
                    cells.add(CanonicalText.of(value));
                }
                csv.writeRecord(cells);
            }
        }
        return file;
    }

    private static Path writeRejected(List<RejectedRow> rows, FactKind kind, List<Problem> problems, Path folder)
            throws IOException {
        List<String> fields =
                FactSchema.of(kind).fields().stream().map(Field::name).toList();
        Map<String, List<Problem>> problemsByRow = new HashMap<>();
        problems.forEach(problem -> problemsByRow
                .computeIfAbsent(row(problem.at()), key -> new ArrayList<>())
                .add(problem));
        Path file = folder.resolve(kind.canonicalName() + ".csv");
        try (CsvWriter csv = csv(file)) {
            var header = new ArrayList<>(fields);
            header.add("rejected_from");
            header.add("rejected_because");
            csv.writeRecord(header);
            for (RejectedRow row : rows) {
                var cells = new ArrayList<String>();
                fields.forEach(field -> cells.add(row.cells().getOrDefault(field, "")));
                cells.add(row.at().toString());
                cells.add(problemsByRow.getOrDefault(row(row.at()), List.of()).stream()
                        .map(problem -> problem.message() + " [" + problem.code() + "]")
                        .collect(Collectors.joining("; ")));
                csv.writeRecord(cells);
            }
        }
        return file;
    }

    private static String row(boscard.source.SourceRef at) {
        return at.file() + "\n" + at.sheet() + "\n" + at.row();
    }

    private static CsvWriter csv(Path file) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
    }
}
