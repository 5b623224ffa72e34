package boscard.intake;

import boscard.fact.Fact;
import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.fact.SpreadsheetText;
import boscard.problem.Problem;
import boscard.source.SourceRef;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes an import as files:
 *
 * <ul>
 *   <li>{@code facts/measurements.csv} and so on: the accepted facts in canonical form. They are read again to the same
 *       facts.
 *   <li>{@code rejected.csv}: each rejected row, with its address, every code and hint, and the row as the file has it.
 *   <li>{@code rejected/measurements.csv} and so on: the same rows under canonical headings, to be corrected and
 *       imported as they are; the extra columns of address and reasons are only warned about.
 * </ul>
 *
 * Texts that a spreadsheet would take for a formula are escaped as {@link SpreadsheetText} says. Stateless; safe for
 * any thread.
 */
public final class CanonicalFolder {

    /** The file of rejected rows. */
    public static final String REJECTED_FILE = "rejected.csv";

    /** The folder of the accepted facts, which can be imported as it is. */
    public static final String FACTS_FOLDER = "facts";

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final String REJECTED_FOLDER = "rejected";

    /**
     * Writes only the files that have rows; files of the same names are replaced, and those of an earlier import that
     * are no longer true are removed.
     *
     * @param folder is made when it is not there
     * @return the files that were written, in the order of the kinds, rejected ones last
     * @throws IOException when the folder cannot be written to
     */
    public List<Path> write(ImportedFacts imported, Path folder) throws IOException {
        Files.createDirectories(folder.resolve(FACTS_FOLDER));
        var written = new ArrayList<Path>();
        for (FactKind kind : FactKind.values()) {
            Path file = folder.resolve(FACTS_FOLDER).resolve(kind.canonicalName() + ".csv");
            if (imported.facts().count(kind) > 0) {
                writeFacts(imported, kind, file);
                written.add(file);
            } else {
                Files.deleteIfExists(file);
            }
        }
        Path all = folder.resolve(REJECTED_FILE);
        if (imported.rejected().isEmpty()) {
            Files.deleteIfExists(all);
        } else {
            writeRejected(imported.rejected(), all);
            written.add(all);
        }
        Map<FactKind, List<RejectedRow>> rejected =
                imported.rejected().stream().collect(Collectors.groupingBy(RejectedRow::kind));
        for (FactKind kind : FactKind.values()) {
            Path file = folder.resolve(REJECTED_FOLDER).resolve(kind.canonicalName() + ".csv");
            List<RejectedRow> rows = rejected.getOrDefault(kind, List.of());
            if (rows.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.createDirectories(folder.resolve(REJECTED_FOLDER));
                writeCorrectable(rows, kind, file);
                written.add(file);
            }
        }
        return written;
    }

    private static void writeFacts(ImportedFacts imported, FactKind kind, Path file) throws IOException {
        FactSchema schema = FactSchema.of(kind);
        try (CsvWriter csv = csv(file)) {
            csv.writeRecord(schema.fields().stream().map(Field::name).toList());
            var cells = new String[schema.fields().size()];
            for (Fact fact : imported.facts().of(kind)) {
                Object[] values = schema.values(fact);
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = CanonicalText.cell(values[i]);
                }
                csv.writeRecord(cells);
            }
        }
    }

    private static void writeRejected(List<RejectedRow> rows, Path file) throws IOException {
        try (CsvWriter csv = csv(file)) {
            csv.writeRecord("kind", "file", "sheet", "row", "code", "where", "problem", "hint", "raw");
            for (RejectedRow row : rows) {
                SourceRef at = row.at();
                csv.writeRecord(
                        row.kind().canonicalName(),
                        SpreadsheetText.escaped(at.file()),
                        SpreadsheetText.escaped(at.sheet()),
                        Integer.toString(at.row()),
                        all(row.problems(), problem -> problem.code().toString()),
                        SpreadsheetText.escaped(
                                all(row.problems(), problem -> problem.at().toString())),
                        SpreadsheetText.escaped(all(row.problems(), Problem::message)),
                        SpreadsheetText.escaped(all(row.problems(), Problem::advice)),
                        SpreadsheetText.escaped(asLine(row.raw())));
            }
        }
    }

    /** The cells as a line of comma-separated text, so that one cell of the file of rejected rows holds them all. */
    private static String asLine(List<String> cells) throws IOException {
        var line = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(line)) {
            csv.writeRecord(cells);
        }
        return line.toString().stripTrailing();
    }

    private static String all(List<Problem> problems, Function<Problem, @Nullable String> part) {
        return problems.stream().map(part).filter(Objects::nonNull).distinct().collect(Collectors.joining("; "));
    }

    private static void writeCorrectable(List<RejectedRow> rows, FactKind kind, Path file) throws IOException {
        List<String> fields =
                FactSchema.of(kind).fields().stream().map(Field::name).toList();
        try (CsvWriter csv = csv(file)) {
            var header = new ArrayList<>(fields);
            header.add("rejected_from");
            header.add("rejected_because");
            csv.writeRecord(header);
            for (RejectedRow row : rows) {
                var cells = new ArrayList<String>();
                fields.forEach(field -> cells.add(safe(row.cells().getOrDefault(field, ""))));
                cells.add(SpreadsheetText.escaped(row.at().toString()));
                cells.add(SpreadsheetText.escaped(
                        all(row.problems(), problem -> problem.message() + " [" + problem.code() + "]")));
                csv.writeRecord(cells);
            }
        }
    }

    /** A raw cell; one that is a number stays one. */
    private static String safe(String raw) {
        return NUMBER.matcher(raw).matches() ? raw : SpreadsheetText.escaped(raw);
    }

    private static CsvWriter csv(Path file) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
    }
}
