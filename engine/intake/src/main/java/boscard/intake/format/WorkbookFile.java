package boscard.intake.format;

import boscard.intake.value.RawValue;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.source.CellRef;
import boscard.source.Origin;
import boscard.source.SourceRef;
import boscard.workbook.InvalidWorkbook;
import boscard.workbook.SheetCell;
import boscard.workbook.SheetRow;
import boscard.workbook.SpreadsheetFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A workbook: each of its sheets is a table. The rows of a sheet are held in memory while it is read. */
public final class WorkbookFile implements AutoCloseable {

    private final String file;
    private final SpreadsheetFile spreadsheet;
    private final List<Problem> warnings = new ArrayList<>();

    private WorkbookFile(String file, SpreadsheetFile spreadsheet) {
        this.file = file;
        this.spreadsheet = spreadsheet;
        warnings.addAll(spreadsheet.warnings());
    }

    /**
     * @param file as the user named it
     * @throws InvalidWorkbook when it is none, or is protected, damaged or too large
     */
    public static WorkbookFile open(Path path, String file) {
        return new WorkbookFile(file, SpreadsheetFile.open(path, file));
    }

    /** The sheets in the order of their tabs, hidden ones included. To be read before the workbook is closed. */
    public List<RowSource> tables() {
        var tables = new ArrayList<RowSource>();
        spreadsheet.sheets().forEach(sheet -> tables.add(new Sheet(sheet.name())));
        return tables;
    }

    /** What was odd about the workbook and its sheets, as far as they were read. */
    public List<Problem> warnings() {
        return warnings;
    }

    @Override
    public void close() {
        spreadsheet.close();
    }

    /** One sheet, read when its first row is asked for. */
    private final class Sheet implements RowSource {

        private final String name;
        private @Nullable StoredTable rows;
        private int lastRow;
        private int hiddenRows;
        private int firstHiddenRow;

        Sheet(String name) {
            this.name = name;
        }

        @Override
        public @Nullable RawRow next() {
            if (rows == null) {
                rows = new StoredTable();
                load(rows);
            }
            return rows.next();
        }

        private void load(StoredTable table) {
            try {
                spreadsheet.readRows(name, row -> add(row, table));
            } catch (InvalidWorkbook damaged) {
                table.addBroken(lastRow + 1, damaged.problems().get(0)); // the rows above it are read
            }
            if (hiddenRows > 0) {
                warnings.add(Problem.of(
                        ProblemCode.ROW_HIDDEN,
                        at(firstHiddenRow, 0, ""),
                        hiddenRows + " hidden rows of the sheet are read like the others, this is the first",
                        null));
            }
        }

        private void add(SheetRow row, StoredTable table) {
            lastRow = row.number();
            if (row.hidden() && hiddenRows++ == 0) {
                firstHiddenRow = lastRow;
            }
            int width = row.cells().stream().mapToInt(SheetCell::column).max().orElse(0);
            var cells = new @Nullable Object[width];
            for (SheetCell cell : row.cells()) {
                cells[cell.column() - 1] = content(cell);
            }
            table.add(row.number(), cells);
        }

        private static Object content(SheetCell cell) {
            return switch (cell.kind()) {
                case TEXT -> cell.text();
                case NUMBER -> new RawValue.Number(Objects.requireNonNull(cell.number()));
                case DATE -> new RawValue.Moment(Objects.requireNonNull(cell.date()));
                case YES_NO -> new RawValue.YesNo(cell.text().equals("TRUE"));
                case ERROR -> new RawValue.Fault(cell.text());
                case UNCACHED -> new RawValue.Uncalculated(Objects.requireNonNull(cell.formula()));
            };
        }

        @Override
        public String file() {
            return file;
        }

        @Override
        public String table() {
            return name;
        }

        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public SourceRef at(int row, int position, String heading) {
            return row == 0 ? CellRef.ofSheet(file, name) : new CellRef(file, name, row, position, position);
        }

        @Override
        public Origin origin(int row, Map<String, Origin.Column> columns) {
            return new Origin.SheetRow(file, name, row, columns);
        }

        @Override
        public void close() {
            rows = null;
        }
    }
}
