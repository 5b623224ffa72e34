package boscard.workbook;

import boscard.problem.Problem;
import boscard.source.CellRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet opened for reading: {@code .xlsx}, {@code .xlsm} or {@code .xls}. What the file is, its content
 * decides, not its name. Sheets are read row by row, so that a large one does not have to fit into memory.
 *
 * <p>Not thread-safe. Close it.
 */
public final class SpreadsheetFile implements AutoCloseable {

    private final SheetSource source;
    private final String shownName;
    private final List<Problem> warnings;

    SpreadsheetFile(SheetSource source, String shownName, List<Problem> warnings) {
        this.source = source;
        this.shownName = shownName;
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Opens with the limits for facts.
     *
     * @param shownName what addresses call the file
     * @throws InvalidWorkbook when the file is missing, is not a spreadsheet, is protected, damaged or too large
     */
    public static SpreadsheetFile open(Path file, String shownName) {
        return open(file, shownName, SpreadsheetLimits.FACTS);
    }

    /** Opens; see {@link #open(Path, String)}. */
    public static SpreadsheetFile open(Path file, String shownName, SpreadsheetLimits limits) {
        return SpreadsheetOpening.open(file, shownName, limits);
    }

    /** What was odd about the file and did not hinder reading it, such as a wrong file name extension. */
    public List<Problem> warnings() {
        return warnings;
    }

    /** The sheets with cells, in the order of their tabs; chart sheets are left out. */
    public List<SheetName> sheets() {
        return source.sheets();
    }

    /** What names that are defined for the workbook stand for; empty when there are none. */
    Map<String, String> definedNames() {
        return source.definedNames();
    }

    /** Where the zip of an .xlsx or .xlsm keeps what; null for an .xls, which is no zip. */
    public @Nullable PackageParts parts() {
        return source.parts();
    }

    /** Whether the workbook itself says that stored results of formulas may be old. */
    public boolean resultsMayBeOld() {
        return source.resultsMayBeOld();
    }

    /**
     * Reads a sheet from top to bottom.
     *
     * @param sheet a name from {@link #sheets()}
     * @return what is known only at the end of a sheet
     * @throws InvalidWorkbook when the sheet is damaged or too large; rows before the damage have been given
     * @throws IllegalArgumentException when there is no such sheet
     */
    public SheetLayout readRows(String sheet, RowConsumer consumer) {
        if (sheets().stream().noneMatch(known -> known.name().equals(sheet))) {
            throw new IllegalArgumentException("No sheet " + sheet + " in " + shownName);
        }
        try {
            return source.readRows(sheet, row -> give(row, consumer));
        } catch (FromConsumer ofConsumer) {
            throw ofConsumer.thrown;
        } catch (InvalidWorkbook known) {
            throw known;
        } catch (RuntimeException damaged) { // POI has many exceptions for damaged files
            throw SpreadsheetOpening.problemOf(
                    new IOException(damaged.getMessage(), damaged), CellRef.ofSheet(shownName, sheet));
        } catch (IOException e) {
            throw SpreadsheetOpening.problemOf(e, CellRef.ofSheet(shownName, sheet));
        }
    }

    private static void give(SheetRow row, RowConsumer consumer) {
        try {
            consumer.accept(row);
        } catch (RuntimeException thrown) {
            throw new FromConsumer(thrown);
        }
    }

    /**
     * The first filled rows of a sheet, to find out what it holds.
     *
     * @param count at most so many
     * @throws InvalidWorkbook as {@link #readRows}
     */
    public List<SheetRow> firstRows(String sheet, int count) {
        var rows = new ArrayList<SheetRow>();
        try {
            readRows(sheet, row -> {
                if (rows.size() == count) {
                    throw EnoughRows.STOP;
                }
                rows.add(row);
            });
        } catch (EnoughRows stop) {
            return rows;
        }
        return rows;
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Carries what a consumer has thrown past those who would take it for a damaged file. */
    private static final class FromConsumer extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final RuntimeException thrown;

        FromConsumer(RuntimeException thrown) {
            super(null, thrown, false, false);
            this.thrown = thrown;
        }
    }

    /** Ends a reading early; carries nothing, costs nothing. */
    private static final class EnoughRows extends RuntimeException {

        private static final long serialVersionUID = 1L;
        static final EnoughRows STOP = new EnoughRows();

        EnoughRows() {
            super(null, null, false, false);
        }
    }
}
