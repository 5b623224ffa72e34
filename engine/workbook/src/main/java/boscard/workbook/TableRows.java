package boscard.workbook;

import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.ProblemSeverity;
import boscard.problem.Problems;
import boscard.source.CellRef;
import boscard.table.Row;
import boscard.workbook.SheetCell.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the data rows of one table. A row with a problem is left out, and reading goes on with the next. */
final class TableRows {

    private static final Pattern TOTAL =
            Pattern.compile("(?:grand |sub-?\\s?)?totals?(?:[ :].*)?|sum|average|count", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUMS_UP =
            Pattern.compile("\\s*(?:SUBTOTAL|AGGREGATE|SUM|COUNT|COUNTA|AVERAGE)\\s*\\(.*", Pattern.DOTALL);

    private final TableContext table;
    private final SheetGrid grid;
    private final TableColumns columns;
    private final Problems problems;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<CellRef> withoutId = new ArrayList<>();

    TableRows(TableContext table) {
        this.table = table;
        this.grid = table.grid();
        this.columns = table.columns();
        this.problems = table.problems();
    }

    /** Reads from row {@code first} up to but not including {@code end}. */
    List<Row> read(int first, int end) {
        MergedCells merged = MergedCells.read(grid, columns, first, end, problems);
        int expected = first;
        for (SheetRow line : grid.rows(first, end)) {
            List<SheetCell> filled = filledCells(line);
            if (filled.isEmpty()) {
                continue;
            }
            boolean other = isNote(line, filled) || isTotal(line, filled);
            if (!other && line.number() > expected && !isMergedDown(merged, expected, line.number())) {
                problems.add(
                        ProblemCode.ROW_AFTER_BLANK,
                        line.at(),
                        "the row stands below a blank row; it is read, though other tools would end the table above",
                        "delete the blank row");
            }
            expected = line.number() + 1;
            if (!other) {
                read(line, filled, merged);
            }
        }
        table.names().missRows(table.table(), ids, withoutId);
        return rows;
    }

    private List<SheetCell> filledCells(SheetRow line) {
        var filled = new ArrayList<SheetCell>();
        for (SheetCell cell : line.cells()) {
            if (columns.isInside(cell.column()) && !cell.isBlank()) {
                filled.add(cell);
            }
        }
        return filled;
    }

    /** Whether the row above {@code row} is blank only because its cells are merged with those above. */
    private boolean isMergedDown(MergedCells merged, int blank, int row) {
        return blank == row - 1
                && columns.positions().stream().anyMatch(column -> merged.holder(blank, column) < blank);
    }

    /** One sentence in an otherwise empty row is a remark of the analyst: "Agreed with finance in May". */
    private boolean isNote(SheetRow line, List<SheetCell> filled) {
        SheetCell only = filled.get(0);
        boolean note = filled.size() == 1
                && only.kind() == Kind.TEXT
                && !columns.outcomes().containsKey(only.column())
                && Spaces.separateWords(only.text());
        if (note) {
            problems.add(
                    ProblemCode.NOTE_IN_TABLE,
                    line.at(only),
                    "taken as a note, not as a row: " + Excerpt.quoted(only.text()),
                    "move it above the table or beside it");
        }
        return note;
    }

    /** A row that sums the others up, as Excel adds it to a list: it says Total, or has no id and only sums. */
    private boolean isTotal(SheetRow line, List<SheetCell> filled) {
        SheetCell first = filled.get(0);
        boolean named = first.kind() == Kind.TEXT
                && first.text().length() <= 100
                && TOTAL.matcher(Spaces.strip(Spaces.plain(first.text()))).matches();
        boolean onlySums = first.column() != columns.id()
                && filled.stream()
                        .allMatch(cell -> cell.formula() != null
                                && SUMS_UP.matcher(cell.formula().toUpperCase(Locale.ROOT))
                                        .matches());
        if (named || onlySums) {
            problems.add(new Problem(
                    ProblemCode.NOTE_IN_TABLE,
                    ProblemSeverity.WARNING,
                    line.at(first),
                    "taken as a total of the rows, not as a row: " + Excerpt.quoted(first.displayed()),
                    "delete it, or move it beside the table"));
        }
        return named || onlySums;
    }

    private void read(SheetRow line, List<SheetCell> filled, MergedCells merged) {
        if (line.hidden()) {
            problems.add(ProblemCode.ROW_HIDDEN, line.at(), "the row is hidden and counts all the same", "unhide it");
        }
        reportStruckOut(line, filled);
        var found = new Problems();
        var reader = new RowReader(table, merged, line, found);
        Row row = reader.read(rows.size());
        if (!found.isEmpty()) {
            problems.addAll(found.sorted());
        }
        String id = reader.id();
        if (id != null) {
            ids.add(id);
        } else if (reader.lacksId()) {
            withoutId.add(line.at().atColumn(columns.id()));
        }
        if (row != null && !found.hasErrors()) {
            rows.add(row);
        }
    }

    private void reportStruckOut(SheetRow line, List<SheetCell> filled) {
        if (filled.stream().allMatch(cell -> cell.style().struckOut())) {
            problems.add(
                    ProblemCode.ROW_STRUCK_OUT,
                    line.at(),
                    "the row is struck out and counts all the same",
                    "delete it when it is not meant to count");
            return;
        }
        for (SheetCell cell : filled) {
            if (cell.style().struckOut() && !columns.notes().containsKey(cell.column())) {
                problems.add(
                        ProblemCode.ROW_STRUCK_OUT,
                        line.at(cell),
                        "the cell is struck out and counts all the same",
                        "clear it when it is not meant to count");
            }
        }
    }
}
