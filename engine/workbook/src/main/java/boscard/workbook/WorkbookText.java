package boscard.workbook;

import boscard.source.CellRef;
import boscard.workbook.SheetCell.Kind;
import boscard.workbook.SheetLayout.MergedRegion;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A workbook as lines of text, so that a version control system can show what changed in it. A row of a table is a
 * paragraph that begins with its id, each filled cell a line with its heading; addresses are left out, so that an
 * inserted row is one paragraph more and nothing else. Shows every workbook that can be opened, also one whose tables
 * are wrong.
 */
public final class WorkbookText {

    private static final int HEADING = 20;
    private static final int MOST_INLINE = 3;
    private static final int ROWS_ABOVE = 15;

    private final SheetGrid grid;
    private final Consumer<String> lines;

    private WorkbookText(SheetGrid grid, Consumer<String> lines) {
        this.grid = grid;
        this.lines = lines;
    }

    /**
     * Gives the lines of all sheets, in the order of their tabs, one after the other.
     *
     * @param shownName what the problems call the file
     * @throws InvalidWorkbook when the file cannot be read; the lines before have been given
     */
    public static void read(Path file, String shownName, Consumer<String> lines) {
        try (SpreadsheetFile workbook = SpreadsheetFile.open(file, shownName, SpreadsheetLimits.RULEBOOK)) {
            boolean first = true;
            for (SheetName sheet : workbook.sheets()) {
                if (!first) {
                    lines.accept("");
                }
                first = false;
                lines.accept("Sheet " + sheet.name() + (sheet.isVisible() ? "" : " (hidden)"));
                new WorkbookText(SheetGrid.read(workbook, shownName, sheet.name()), lines).print();
            }
        }
    }

    private void print() {
        List<int[]> tables = tables();
        if (!tables.isEmpty()) {
            above(tables.get(0)[0]);
            for (int i = 0; i < tables.size(); i++) {
                int end = i + 1 < tables.size() ? tables.get(i + 1)[0] : grid.lastRow() + 1;
                table(tables.get(i)[0], tables.get(i)[1], end);
            }
        } else if (grid.name().equalsIgnoreCase("Lists")) {
            columnByColumn();
        } else {
            records();
        }
    }

    /** Row and column of each RuleTable keyword, from top to bottom. */
    private List<int[]> tables() {
        var found = new ArrayList<int[]>();
        for (SheetRow row : grid.rows()) {
            for (SheetCell cell : row.cells()) {
                boolean starts = cell.kind() == Kind.TEXT && Keywords.startsRuleTable(Spaces.strip(cell.text()));
                boolean first = found.isEmpty() || found.get(found.size() - 1)[0] != row.number();
                if (starts && first && kinds(row.number() + 1)) {
                    found.add(new int[] {row.number(), cell.column()});
                }
            }
        }
        return found;
    }

    private boolean kinds(int row) {
        return grid.rows(row, row + 1).stream()
                .flatMap(line -> line.cells().stream())
                .anyMatch(cell -> Keywords.isColumnKind(Spaces.strip(cell.text())));
    }

    private void above(int end) {
        for (SheetRow row : grid.rows(1, end)) {
            var cells = new ArrayList<String>();
            row.cells().stream().filter(cell -> !cell.isBlank()).forEach(cell -> cells.add(value(cell)));
            if (!cells.isEmpty()) {
                lines.accept("  " + String.join("  ", cells));
            }
        }
    }

    private void table(int row, int column, int end) {
        lines.accept("");
        lines.accept(grid.shown(row, column));
        Map<Integer, String> headings = headings(row + 4);
        int id = 0;
        for (SheetRow kinds : grid.rows(row + 1, row + 2)) {
            for (SheetCell cell : kinds.cells()) {
                String snippet = grid.shown(row + 3, cell.column());
                String pattern = grid.shown(row + 2, cell.column());
                lines.accept("  " + padded(headings.getOrDefault(cell.column(), CellRef.columnName(cell.column())))
                        + Spaces.strip(cell.text()) + (pattern.isEmpty() ? "" : "  " + pattern)
                        + (snippet.isEmpty() ? "" : "  " + snippet));
                id = id == 0 && snippet.startsWith("id") ? cell.column() : id;
            }
        }
        paragraphs(row + 5, end, id, headings);
        merged(row + 5, end);
    }

    private Map<Integer, String> headings(int row) {
        var headings = new HashMap<Integer, String>();
        for (SheetRow line : grid.rows(row, row + 1)) {
            line.cells().forEach(cell -> headings.put(cell.column(), oneLine(Spaces.strip(cell.displayed()))));
        }
        return headings;
    }

    /** @param id the column that names a row; 0 when the first filled cell does */
    private void paragraphs(int first, int end, int id, Map<Integer, String> headings) {
        for (SheetRow row : grid.rows(first, end)) {
            List<SheetCell> filled = filled(row);
            if (filled.isEmpty()) {
                continue;
            }
            SheetCell name = id > 0 ? row.cell(id) : filled.get(0);
            lines.accept("");
            lines.accept((name == null || name.isBlank() ? "(no id)" : value(name)) + marks(row, filled));
            filled.stream()
                    .filter(cell -> cell != name)
                    .forEach(cell -> lines.accept("  "
                            + padded(headings.getOrDefault(cell.column(), CellRef.columnName(cell.column())))
                            + value(cell)));
        }
    }

    /** A sheet with headings, a record per row; or text, a line per row. */
    private void records() {
        int headingRow = headingRow();
        if (headingRow == 0) {
            for (SheetRow row : grid.rows()) {
                row.cells().stream().filter(cell -> !cell.isBlank()).forEach(cell -> lines.accept("  " + value(cell)));
            }
            return;
        }
        above(headingRow);
        Map<Integer, String> headings = headings(headingRow);
        if (headings.size() > MOST_INLINE && !TestsSheet.isNamed(grid.name())) {
            paragraphs(headingRow + 1, grid.lastRow() + 1, 0, headings);
            return;
        }
        for (SheetRow row : grid.rows(headingRow + 1, grid.lastRow() + 1)) {
            List<SheetCell> filled = filled(row);
            var cells = new ArrayList<String>();
            filled.forEach(cell -> cells.add(
                    headings.getOrDefault(cell.column(), CellRef.columnName(cell.column())) + " " + value(cell)));
            if (!cells.isEmpty()) {
                lines.accept("  " + String.join(" | ", cells) + marks(row, filled));
            }
        }
    }

    /** The first of the upper rows with the most texts, when it has several and something stands below it. */
    private int headingRow() {
        int best = 0;
        int most = 1;
        for (SheetRow row : grid.rows(1, ROWS_ABOVE + 1)) {
            List<SheetCell> filled = filled(row);
            boolean texts = filled.stream().allMatch(cell -> cell.kind() == Kind.TEXT);
            if (texts && filled.size() > most && row.number() < grid.lastRow()) {
                most = filled.size();
                best = row.number();
            } else if (!texts && best > 0) {
                break;
            }
        }
        return best;
    }

    private void columnByColumn() {
        var columns = new TreeMap<Integer, List<String>>();
        for (SheetRow row : grid.rows()) {
            filled(row)
                    .forEach(cell -> columns.computeIfAbsent(cell.column(), key -> new ArrayList<>())
                            .add(value(cell)));
        }
        columns.values().forEach(column -> {
            lines.accept(column.get(0));
            column.subList(1, column.size()).forEach(value -> lines.accept("  " + value));
        });
    }

    private void merged(int first, int end) {
        var merged = new TreeSet<String>();
        for (MergedRegion region : grid.layout().merged()) {
            if (region.firstRow() >= first && region.firstRow() < end) {
                merged.add(
                        "  " + grid.at(region.firstRow(), region.firstColumn()).address() + ":"
                                + grid.at(region.lastRow(), region.lastColumn()).address());
            }
        }
        if (!merged.isEmpty()) {
            lines.accept("");
            lines.accept("Merged");
            merged.forEach(lines);
        }
    }

    private static List<SheetCell> filled(SheetRow row) {
        return row.cells().stream().filter(cell -> !cell.isBlank()).toList();
    }

    private static String marks(SheetRow row, List<SheetCell> filled) {
        boolean struckOut = filled.stream().allMatch(cell -> cell.style().struckOut());
        return (row.hidden() ? " (hidden)" : "") + (struckOut ? " (struck out)" : "");
    }

    /** As it is shown, and exactly when the display hides digits; the formula, if there is one. */
    private static String value(SheetCell cell) {
        String shown = oneLine(Spaces.strip(cell.displayed()));
        BigDecimal number = cell.kind() == Kind.NUMBER ? cell.number() : null;
        if (number != null) {
            BigDecimal read = CellConversion.plainNumber(shown.replace(",", ""));
            if (read == null || read.compareTo(number) != 0) {
                shown += " (exactly " + number.toPlainString() + ")";
            }
        }
        String formula = cell.formula();
        return formula == null ? shown : shown + " {=" + oneLine(formula) + "}";
    }

    private static String oneLine(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", " / ");
    }

    private static String padded(String heading) {
        return heading.length() >= HEADING ? heading + "  " : heading + " ".repeat(HEADING - heading.length());
    }
}
