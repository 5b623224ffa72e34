package boscard.intake;

import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.fact.SpreadsheetText;
import boscard.problem.Problem;
import boscard.source.SourceRef;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of rejected rows of a {@link CanonicalFolder}: the list of all, and a file for each kind. Rows are written
 * one by one as they are read from where they wait, so that any number of them needs no memory.
 */
final class RejectedFiles implements Closeable {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final String FOLDER = "rejected";

    private final Path folder;
    private final CsvWriter list;
    private final Map<FactKind, CsvWriter> correctable = new EnumMap<>(FactKind.class);

    private RejectedFiles(Path folder) throws IOException {
        this.folder = folder;
        this.list = CanonicalFolder.csv(folder.resolve(CanonicalFolder.REJECTED_FILE));
        list.writeRecord("kind", "file", "sheet", "row", "code", "where", "problem", "hint", "raw");
    }

    /**
     * Writes the rows; files of an earlier import that are no longer true are removed.
     *
     * @return the files that were written, the list first, the others in the order of the kinds
     */
    static List<Path> write(List<RejectedRow> rows, Path folder) throws IOException {
        var written = new ArrayList<Path>();
        var kinds = new ArrayList<FactKind>();
        if (rows.isEmpty()) {
            Files.deleteIfExists(folder.resolve(CanonicalFolder.REJECTED_FILE));
        } else {
            try (var files = new RejectedFiles(folder)) {
                for (RejectedRow row : rows) {
                    files.add(row);
                }
                kinds.addAll(files.correctable.keySet());
            }
            written.add(folder.resolve(CanonicalFolder.REJECTED_FILE));
        }
        for (FactKind kind : FactKind.values()) {
            if (kinds.contains(kind)) {
                written.add(file(kind, folder));
            } else {
                Files.deleteIfExists(file(kind, folder));
            }
        }
        return written;
    }

    private static Path file(FactKind kind, Path folder) {
        return folder.resolve(FOLDER).resolve(kind.canonicalName() + ".csv");
    }

    private void add(RejectedRow row) throws IOException {
        SourceRef at = row.at();
        list.writeRecord(
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
        var cells = new ArrayList<String>();
        for (Field field : FactSchema.of(row.kind()).fields()) {
            cells.add(safe(row.cells().getOrDefault(field.name(), "")));
        }
        cells.add(SpreadsheetText.escaped(at.toString()));
        cells.add(SpreadsheetText.escaped(
                all(row.problems(), problem -> problem.message() + " [" + problem.code() + "]")));
        correctable(row.kind()).writeRecord(cells);
    }

    /** The file of a kind, with its header, begun when its first row comes. */
    private CsvWriter correctable(FactKind kind) throws IOException {
        CsvWriter csv = correctable.get(kind);
        if (csv == null) {
            Files.createDirectories(folder.resolve(FOLDER));
            csv = CanonicalFolder.csv(file(kind, folder));
            correctable.put(kind, csv);
            var header = new ArrayList<String>();
            FactSchema.of(kind).fields().forEach(field -> header.add(field.name()));
            header.add("rejected_from");
            header.add("rejected_because");
            csv.writeRecord(header);
        }
        return csv;
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

    /** A raw cell; one that is a number stays one. */
    private static String safe(String raw) {
        return NUMBER.matcher(raw).matches() ? raw : SpreadsheetText.escaped(raw);
    }

    @Override
    public void close() throws IOException {
        try {
            list.close();
        } finally {
            for (CsvWriter csv : correctable.values()) {
                csv.close();
            }
        }
    }
}
