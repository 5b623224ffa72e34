package boscard.intake.format;

import boscard.intake.value.RawValue;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.source.CellRef;
import boscard.source.Origin;
import boscard.source.SourceRef;
import boscard.workbook.InvalidWorkbook;
import boscard.workbook.SheetCell;
import boscard.workbook.SheetLayout;
import boscard.workbook.SheetName;
import boscard.workbook.SheetRow;
import boscard.workbook.SpreadsheetFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A workbook: each of its sheets is a table, read row by row by a thread of its own that is only a little ahead. */
public final class WorkbookFile implements AutoCloseable {

    private static final int ROWS_OF_HEADERS = 1_000;

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
        spreadsheet.sheets().forEach(sheet -> tables.add(new Sheet(sheet)));
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

    /**
     * One sheet, read when its first row is asked for. What is odd about it is said when it was read to its end, so
     * that it does not depend on how far the thread had come.
     */
    private final class Sheet implements RowSource {

        private final String name;
        private final boolean visible;
        private final Map<Integer, Integer> textFormulas = new ConcurrentHashMap<>();
        private final List<Problem> ownWarnings = new ArrayList<>(); // of the thread, until the end of the rows
        private @Nullable CellRef firstVolatile;
        private int volatiles;
        private @Nullable PushedRows rows;
        private int lastRow;
        private int widest;
        private volatile boolean hiddenLeftOut;
        private int hiddenRows;
        private int firstHiddenRow;

        Sheet(SheetName sheet) {
            this.name = sheet.name();
            this.visible = sheet.isVisible();
        }

        @Override
        public @Nullable RawRow next() throws IOException {
            PushedRows open = rows;
            if (open == null) {
                open = new PushedRows("read " + file + "!" + name, this::load);
                rows = open;
            }
            RawRow row = open.next();
            if (row == null) {
                warnings.addAll(ownWarnings);
                ownWarnings.clear();
            }
            return row;
        }

        private void load(Consumer<ContentRow> taker) {
            try {
                SheetLayout layout = spreadsheet.readRows(name, row -> taker.accept(read(row)));
                warn(layout);
            } catch (InvalidWorkbook damaged) { // the rows above it are read
                taker.accept(ContentRow.broken(lastRow + 1, damaged.problems().get(0)));
            }
            if (hiddenRows > 0 && !hiddenLeftOut) {
                ownWarnings.add(Problem.of(
                        ProblemCode.ROW_HIDDEN,
                        at(firstHiddenRow, 0, ""),
                        hiddenRows + " hidden rows of the sheet are read like the others, this is the first",
                        null));
            }
        }

        /** What nobody sees is read like the rest, and said. */
        private void warn(SheetLayout layout) {
            if (lastRow > 0 && !visible && !hiddenLeftOut) {
                ownWarnings.add(Problem.of(
                        ProblemCode.SHEET_HIDDEN,
                        at(0, 0, ""),
                        "the sheet is hidden and read like the others",
                        "unhide it, or leave it out with a mapping that names another `sheet`."));
            }
            for (SheetLayout.ColumnRun run : layout.hiddenColumns()) {
                if (run.first() <= widest) {
                    ownWarnings.add(Problem.of(
                            ProblemCode.COLUMN_HIDDEN,
                            at(0, 0, ""),
                            (run.first() == run.last()
                                            ? "the hidden column " + CellRef.columnName(run.first()) + " is"
                                            : "the hidden columns " + CellRef.columnName(run.first()) + " to "
                                                    + CellRef.columnName(run.last()) + " are")
                                    + " read like the others",
                            null));
                }
            }
            CellRef changing = firstVolatile;
            if (changing != null) {
                ownWarnings.add(Problem.of(
                        ProblemCode.FORMULA_VOLATILE,
                        changing,
                        "the formula gives another result every day; the one that was stored is read"
                                + (volatiles > 1 ? ", here and in " + (volatiles - 1) + " other cells" : ""),
                        "replace the formula by its value."));
            }
        }

        private ContentRow read(SheetRow row) {
            lastRow = row.number();
            if (row.hidden() && hiddenRows++ == 0) {
                firstHiddenRow = lastRow;
            }
            int width = row.cells().stream().mapToInt(SheetCell::column).max().orElse(0);
            var cells = new @Nullable Object[width];
            widest = Math.max(widest, width);
            for (SheetCell cell : row.cells()) {
                if (cell.formula() != null) {
                    remember(row, cell);
                }
                cells[cell.column() - 1] = content(cell);
            }
            return row.hidden() || !visible
                    ? ContentRow.hidden(row.number(), cells)
                    : new ContentRow(row.number(), cells);
        }

        private void remember(SheetRow row, SheetCell cell) {
            if (cell.kind() == SheetCell.Kind.TEXT && row.number() <= ROWS_OF_HEADERS) {
                textFormulas.putIfAbsent(row.number(), cell.column());
            }
            if (cell.isVolatile() && cell.kind() != SheetCell.Kind.UNCACHED && volatiles++ == 0) {
                firstVolatile = row.at(cell);
            }
        }

        @Override
        public boolean knowsTypes() {
            return true;
        }

        @Override
        public void leaveOutHidden() {
            hiddenLeftOut = true;
        }

        @Override
        public int textFormulaIn(int row) {
            return textFormulas.getOrDefault(row, 0);
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
        public boolean hasOriginsByNumber() {
            return true;
        }

        @Override
        public Origin origin(int row, Map<String, Origin.Column> columns) {
            return new Origin.SheetRow(file, name, row, columns);
        }

        @Override
        public void close() {
            if (rows != null) {
                rows.close();
            }
        }
    }
}
