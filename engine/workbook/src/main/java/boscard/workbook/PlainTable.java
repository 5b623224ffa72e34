package boscard.workbook;

import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.problem.Suggestion;
import boscard.source.CellRef;
import boscard.source.Origin;
import boscard.table.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sheet with one row of headings and records below it. The headings stand in the first row that has at least two of
 * the expected ones, so that a title and an explanation may stand above. Case, spaces and underscores in headings do
 * not count. Blank rows are passed over; a row with one sentence only is a note.
 */
final class PlainTable {

    private static final Pattern IGNORED = Pattern.compile("[\\s\\u00a0_-]+");
    private static final Pattern SENTENCE = Pattern.compile("\\S\\s+\\S+\\s");

    private final SheetGrid grid;
    private final Problems problems;
    private final Map<String, Origin.Column> columns;
    private final int headingRow;

    private PlainTable(SheetGrid grid, Problems problems, Map<String, Origin.Column> columns, int headingRow) {
        this.grid = grid;
        this.problems = problems;
        this.columns = columns;
        this.headingRow = headingRow;
    }

    /**
     * Finds the headings.
     *
     * @param required canonical names; a missing one is reported, and the table is then empty
     * @param optional canonical names; a heading that is neither is reported as not read
     */
    static PlainTable read(SheetGrid grid, List<String> required, List<String> optional, Problems problems) {
        var known = new LinkedHashMap<String, String>();
        required.forEach(name -> known.put(plain(name), name));
        optional.forEach(name -> known.put(plain(name), name));
        int headingRow = headingRow(grid, known);
        var columns = new LinkedHashMap<String, Origin.Column>();
        for (SheetRow row : grid.rows(headingRow, headingRow + 1)) {
            for (SheetCell cell : row.cells()) {
                String heading = Spaces.strip(cell.displayed());
                String name = known.get(plain(heading));
                if (name == null) {
                    reportUnknown(heading, row.at(cell), known, problems);
                } else if (columns.putIfAbsent(name, new Origin.Column(cell.column(), heading)) == null) {
                    if (grid.layout().hidesColumn(cell.column())) {
                        problems.add(
                                ProblemCode.COLUMN_HIDDEN,
                                row.at(cell),
                                "the column \"" + Excerpt.of(heading) + "\" is hidden and counts all the same",
                                "unhide it");
                    }
                } else {
                    problems.add(
                            ProblemCode.COLUMN_DUPLICATE,
                            row.at(cell),
                            "a second column " + Excerpt.quoted(heading),
                            null);
                }
            }
        }
        boolean complete = true;
        for (String name : required) {
            if (!columns.containsKey(name)) {
                complete = false;
                CellRef at =
                        headingRow == 0 ? grid.at() : new CellRef(grid.at().workbook(), grid.name(), headingRow, 0, 0);
                problems.add(ProblemCode.COLUMN_MISSING, at, "there is no column \"" + heading(name) + "\"", null);
            }
        }
        return new PlainTable(grid, problems, columns, complete ? headingRow : Integer.MAX_VALUE - 1);
    }

    /** The records from top to bottom. */
    List<Record> records() {
        var records = new ArrayList<Record>();
        var positions = new BitSet();
        columns.values().forEach(column -> positions.set(column.position()));
        for (SheetRow row : grid.rows(headingRow + 1, grid.lastRow() + 1)) {
            List<SheetCell> filled = row.cells().stream()
                    .filter(cell -> positions.get(cell.column()) && !cell.isBlank())
                    .toList();
            if (filled.isEmpty()) {
                continue;
            }
            if (filled.size() == 1 && columns.size() > 1 && isSentence(filled.get(0))) {
                problems.add(
                        ProblemCode.NOTE_IN_TABLE,
                        row.at(filled.get(0)),
                        "taken as a note, not as a row",
                        "move it above the table or beside it");
                continue;
            }
            if (row.hidden()) {
                problems.add(
                        ProblemCode.ROW_HIDDEN, row.at(), "the row is hidden and counts all the same", "unhide it");
            }
            records.add(new Record(row));
        }
        return records;
    }

    private static boolean isSentence(SheetCell cell) {
        return cell.kind() == SheetCell.Kind.TEXT
                && SENTENCE.matcher(Spaces.strip(cell.text())).find();
    }

    private static int headingRow(SheetGrid grid, Map<String, String> known) {
        int enough = Math.min(2, known.size());
        for (SheetRow row : grid.rows()) {
            long found = row.cells().stream()
                    .filter(cell -> known.containsKey(plain(cell.displayed())))
                    .count();
            if (found >= enough) {
                return row.number();
            }
        }
        return 0;
    }

    private static void reportUnknown(String heading, CellRef at, Map<String, String> known, Problems problems) {
        if (heading.isEmpty()) {
            return;
        }
        List<String> headings = known.values().stream().map(PlainTable::heading).toList();
        problems.add(
                ProblemCode.COLUMN_UNKNOWN,
                at,
                "the column " + Excerpt.quoted(heading) + " is not read",
                Suggestion.nearest(heading, headings).orElse(null));
    }

    /** A heading or name without case, spaces, hyphens and underscores. */
    private static String plain(String heading) {
        return IGNORED.matcher(heading.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** As the shipped workbooks write it: {@code Time aggregation}. */
    static String heading(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('_', ' ');
    }

    /** One row; its getters report what is wrong with a cell and then give null. */
    final class Record {

        private final SheetRow row;
        private final CellConversion conversion = new CellConversion(problems);

        Record(SheetRow row) {
            this.row = row;
        }

        CellRef at() {
            return row.at();
        }

        /** The address of a cell; the whole row when the table lacks the column. */
        CellRef at(String name) {
            Origin.Column column = columns.get(name);
            return column == null ? row.at() : row.at().atColumn(column.position());
        }

        Origin origin() {
            return new Origin.SheetRow(row.at().workbook(), row.at().sheet(), row.number(), columns);
        }

        @Nullable
        String text(String name) {
            return convert(name, ValueType.TEXT, List.of()) instanceof String text && !text.isEmpty() ? text : null;
        }

        /** A text that is compared with others, such as an id; what nobody sees in it is taken out and reported. */
        @Nullable
        String key(String name) {
            String text = text(name);
            return text == null ? null : conversion.compared(text, at(name));
        }

        @Nullable
        BigDecimal number(String name) {
            return convert(name, ValueType.NUMBER, List.of()) instanceof BigDecimal number ? number : null;
        }

        @Nullable
        LocalDate date(String name) {
            return convert(name, ValueType.DATE, List.of()) instanceof LocalDate date ? date : null;
        }

        /** Whether the cell says yes; an empty one says no. */
        boolean isYes(String name) {
            return Boolean.TRUE.equals(convert(name, ValueType.YES_NO, List.of()));
        }

        <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
            Object choice = convert(name, ValueType.CHOICE, Arrays.asList(type.getEnumConstants()));
            return choice == null ? null : type.cast(choice);
        }

        /** The cell itself when it has a readable content. */
        Optional<SheetCell> cell(String name) {
            Origin.Column column = columns.get(name);
            SheetCell cell = column == null ? null : row.cell(column.position());
            return cell == null || cell.isBlank() || !conversion.isReadable(cell, row.at(cell))
                    ? Optional.empty()
                    : Optional.of(cell);
        }

        boolean isEmpty(String name) {
            Origin.Column column = columns.get(name);
            SheetCell cell = column == null ? null : row.cell(column.position());
            return cell == null || cell.isBlank();
        }

        private @Nullable Object convert(String name, ValueType type, List<?> choices) {
            Origin.Column column = columns.get(name);
            SheetCell cell = column == null ? null : row.cell(column.position());
            return cell == null || cell.isBlank() ? null : conversion.convert(cell, row.at(cell), type, choices);
        }
    }
}
