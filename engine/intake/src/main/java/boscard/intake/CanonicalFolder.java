package boscard.intake;

import boscard.fact.Fact;
import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.fact.SpreadsheetText;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        written.addAll(RejectedFiles.write(imported.rejected(), folder));
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

    static CsvWriter csv(Path file) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
    }
}
