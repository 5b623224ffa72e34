package boscard.workbook;

import boscard.fact.KpiCatalogue;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.problem.Suggestion;
import boscard.source.CellRef;
import boscard.table.Cell;
import boscard.table.DecisionTable;
import boscard.table.FactType.Property;
import boscard.table.OutcomeColumn;
import boscard.table.Row;
import boscard.table.ValueType;
import boscard.table.example.Example;
import boscard.table.example.ExampleHeadings;
import boscard.table.example.Expectation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the examples of a Tests sheet: a row of headings in the words of the table, below it one example per row,
 * inputs left, what is expected right. A sheet is about the table that its name ends with ({@code Tests Thresholds}),
 * or about the only table of its workbook; a line {@code Tests of KPI thresholds} above a row of headings names the
 * table too, so that one sheet can test several. Collects problems and goes on with the next row.
 */
final class TestsSheet {

    private static final String TESTS = "tests";
    private static final Pattern BLOCK = Pattern.compile("tests\\s+of\\s+(.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEPARATORS = Pattern.compile("[,;\\s]+");
    private static final Pattern PUNCTUATION = Pattern.compile("^[\\s\\p{Punct}\u00a0]+|[\\s)\\]\u00a0]+$");
    private static final Set<String> NOTES =
            Set.of("example", "note", "notes", "reason", "why", "comment", "remark", "description");

    private final SheetGrid grid;
    private final List<DecisionTable> tables;
    private final @Nullable KpiCatalogue catalogue;
    private final Problems problems;
    private final List<Example> examples = new ArrayList<>();

    /**
     * @param tables all tables of the rulebook
     * @param catalogue to check KPI ids; null when there is none to check against
     */
    TestsSheet(SheetGrid grid, List<DecisionTable> tables, @Nullable KpiCatalogue catalogue, Problems problems) {
        this.grid = grid;
        this.tables = tables;
        this.catalogue = catalogue;
        this.problems = problems;
    }

    /** Whether a sheet of this name holds examples, unless it holds a decision table. */
    static boolean isNamed(String sheet) {
        String name = Spaces.strip(sheet).toLowerCase(Locale.ROOT);
        return name.equals(TESTS) || (name.startsWith(TESTS) && !Character.isLetterOrDigit(name.charAt(5)));
    }

    /** Whether a sheet of this name holds examples and cannot hold a decision table. */
    static boolean isSurely(String sheet) {
        return Spaces.strip(sheet).equalsIgnoreCase(TESTS);
    }

    /** Whether a sheet holds a decision table, whatever its name is. */
    static boolean hasTable(SheetGrid grid) {
        return grid.rows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.kind() == SheetCell.Kind.TEXT)
                .map(cell -> Spaces.strip(cell.text()))
                .anyMatch(text -> Keywords.isRuleSet(text) || Keywords.startsRuleTable(text));
    }

    /** The examples from top to bottom. */
    List<Example> read() {
        DecisionTable table = null;
        boolean named = false;
        Columns columns = null;
        for (SheetRow line : grid.rows()) {
            List<SheetCell> filled =
                    line.cells().stream().filter(cell -> !cell.isBlank()).toList();
            if (filled.isEmpty()) {
                continue;
            }
            var block = BLOCK.matcher(line.shown(filled.get(0).column()));
            if (filled.size() == 1 && block.matches()) {
                table = tableNamed(Spaces.strip(block.group(1)), line.at(filled.get(0)));
                named = true;
                columns = null;
            } else if (columns == null) {
                if (!named) {
                    table = tableOfSheet();
                    named = true;
                }
                if (table == null) {
                    continue; // reported
                }
                columns = Columns.read(line, new ExampleHeadings(table), problems);
            } else if (columns.isComplete() && table != null && !isNote(line, filled)) {
                readExample(line, table, columns);
            }
        }
        if (columns == null && (table != null || !named)) {
            problems.add(
                    ProblemCode.TEST_STRUCTURE,
                    grid.at(),
                    "the sheet has no row of headings with inputs and what is expected",
                    table == null ? null : "the headings are " + String.join(", ", new ExampleHeadings(table).known()));
        }
        return examples;
    }

    /** By the end of the sheet's name, or the only table of the workbook. */
    private @Nullable DecisionTable tableOfSheet() {
        String rest = PUNCTUATION
                .matcher(Spaces.strip(grid.name()).substring(TESTS.length()))
                .replaceAll("")
                .replaceFirst("(?i)^of\\s+", "");
        if (!rest.isEmpty()) {
            return tableNamed(rest, grid.at());
        }
        List<DecisionTable> own = tables.stream()
                .filter(table -> table.at().workbook().equals(grid.at().workbook()))
                .toList();
        if (own.size() == 1) {
            return own.get(0);
        }
        problems.add(
                ProblemCode.TEST_TABLE_UNKNOWN,
                grid.at(),
                own.isEmpty()
                        ? "the workbook has no decision table, and the sheet does not say which table it tests"
                        : "the workbook has " + own.size() + " tables, and the sheet does not say which one it tests",
                "name the sheet \"Tests "
                        + (own.isEmpty() ? "Thresholds" : own.get(0).at().sheet()) + "\"");
        return null;
    }

    /** By sheet or name of the table, first in the same workbook. */
    private @Nullable DecisionTable tableNamed(String name, CellRef at) {
        Optional<DecisionTable> found = tables.stream()
                .filter(table -> table.at().sheet().equalsIgnoreCase(name)
                        || table.name().equalsIgnoreCase(name))
                .min(Comparator.comparing(
                        table -> !table.at().workbook().equals(grid.at().workbook())));
        if (found.isEmpty()) {
            var known = new TreeMap<String, String>();
            tables.forEach(table -> {
                known.put(table.at().sheet(), table.name());
                known.put(table.name(), table.name());
            });
            problems.add(
                    ProblemCode.TEST_TABLE_UNKNOWN,
                    at,
                    "there is no table \"" + name + "\" to test",
                    Suggestion.nearest(name, known.keySet()).orElse(null));
        }
        return found.orElse(null);
    }

    private boolean isNote(SheetRow line, List<SheetCell> filled) {
        SheetCell only = filled.get(0);
        boolean note = filled.size() == 1 && only.kind() == SheetCell.Kind.TEXT && Spaces.separateWords(only.text());
        if (note) {
            problems.add(
                    ProblemCode.NOTE_IN_TABLE,
                    line.at(only),
                    "taken as a note, not as an example",
                    "move it above the headings or into a column Note");
        }
        return note;
    }

    private void readExample(SheetRow line, DecisionTable table, Columns columns) {
        var found = new Problems();
        if (line.hidden()) {
            found.add(ProblemCode.ROW_HIDDEN, line.at(), "the row is hidden and counts all the same", "unhide it");
        }
        var convert = new CellConversion(found);
        var given = new LinkedHashMap<String, Cell>();
        columns.inputs.forEach((position, property) -> {
            SheetCell cell = filled(line, position);
            Object value =
                    cell == null ? null : convert.convert(cell, line.at(cell), property.type(), property.choices());
            if (cell != null && value != null) {
                check(property, value, line.at(cell), found);
                given.put(property.name(), new Cell(line.at(cell), Spaces.strip(cell.displayed()), List.of(value)));
            }
        });
        Expectation expected = expectation(line, table, columns, convert, found);
        boolean anything = columns.positions().anyMatch(position -> filled(line, position) != null);
        if (anything && !expected.isStated() && !found.hasErrors()) {
            found.add(
                    ProblemCode.TEST_WITHOUT_OUTCOME,
                    line.at().across(columns.first(), columns.last()),
                    "the example does not say what is expected",
                    "write nothing into an expected column when no row should fit");
        }
        problems.addAll(found.sorted());
        if (anything && !found.hasErrors()) {
            examples.add(new Example(table.name(), line.at().across(columns.first(), columns.last()), given, expected));
        }
    }

    private Expectation expectation(
            SheetRow line, DecisionTable table, Columns columns, CellConversion convert, Problems found) {
        var rows = new ArrayList<String>();
        var outcomes = new LinkedHashMap<String, Cell>();
        CellRef nothing = null;
        for (Map.Entry<Integer, Optional<OutcomeColumn>> column : columns.expected.entrySet()) {
            SheetCell cell = filled(line, column.getKey());
            if (cell == null) {
                continue;
            }
            CellRef at = line.at(cell);
            if (Spaces.strip(cell.text()).equalsIgnoreCase("nothing")) {
                nothing = at;
            } else if (column.getValue().isEmpty()) {
                readRows(cell, at, table, rows, found);
            } else {
                var verb = column.getValue().get().verb();
                Object value = convert.convert(cell, at, verb.type(), verb.choices());
                if (value != null) {
                    outcomes.put(verb.name(), new Cell(at, Spaces.strip(cell.displayed()), List.of(value)));
                }
            }
        }
        if (nothing != null && (!rows.isEmpty() || !outcomes.isEmpty())) {
            found.add(
                    ProblemCode.TEST_WITHOUT_OUTCOME,
                    nothing,
                    "the example expects nothing, and something else beside it",
                    "clear one of the two");
        }
        return new Expectation(nothing != null, rows, outcomes);
    }

    private static void readRows(SheetCell cell, CellRef at, DecisionTable table, List<String> rows, Problems found) {
        for (String id : SEPARATORS.split(Spaces.strip(cell.text()))) {
            if (!id.isEmpty()) {
                List<String> known = table.rows().stream().map(Row::id).toList();
                if (!known.contains(id)) {
                    found.add(
                            ProblemCode.TEST_ROW_UNKNOWN,
                            at,
                            "the table " + table.name() + " has no row " + id,
                            Suggestion.nearest(id, known).orElse(null));
                }
                rows.add(id);
            }
        }
    }

    private void check(Property property, Object value, CellRef at, Problems found) {
        boolean whole = property.javaType() == int.class || property.javaType() == Integer.class;
        if (whole
                && value instanceof BigDecimal number
                && number.stripTrailingZeros().scale() > 0) {
            found.add(
                    ProblemCode.CELL_TYPE, at, "a whole number is expected here, not " + number.toPlainString(), null);
        } else if (property.type() == ValueType.TEXT
                && property.name().equals("kpi")
                && catalogue != null
                && catalogue.find(value.toString()) == null) {
            found.add(
                    ProblemCode.KPI_UNKNOWN,
                    at,
                    "KPI \"" + value + "\" is not in the catalogue",
                    Suggestion.nearest(value.toString(), catalogue.ids()).orElse(null));
        }
    }

    private static @Nullable SheetCell filled(SheetRow line, int position) {
        SheetCell cell = line.cell(position);
        return cell == null || cell.isBlank() ? null : cell;
    }

    /**
     * What stands in which column.
     *
     * @param expected the outcome, or empty for the column with ids of rows
     */
    private record Columns(TreeMap<Integer, Property> inputs, TreeMap<Integer, Optional<OutcomeColumn>> expected) {

        /** Null when the line is no row of headings: a title, or an explanation. */
        static @Nullable Columns read(SheetRow line, ExampleHeadings headings, Problems problems) {
            var found = new Problems();
            var inputs = new TreeMap<Integer, Property>();
            var expected = new TreeMap<Integer, Optional<OutcomeColumn>>();
            for (SheetCell cell : line.cells()) {
                String heading = Spaces.strip(cell.displayed());
                Optional<Property> input = headings.input(heading);
                Optional<OutcomeColumn> outcome = headings.outcome(heading);
                if (input.isPresent()) {
                    boolean twice = inputs.containsValue(input.get());
                    inputs.put(cell.column(), input.get());
                    if (twice) {
                        found.add(
                                ProblemCode.COLUMN_DUPLICATE,
                                line.at(cell),
                                "a second column for " + heading + "; an example gives it once",
                                null);
                    }
                } else if (headings.isRows(heading)) {
                    expected.put(cell.column(), Optional.empty());
                } else if (outcome.isPresent()) {
                    expected.put(cell.column(), outcome);
                } else if (!heading.isEmpty() && !NOTES.contains(heading.toLowerCase(Locale.ROOT))) {
                    found.add(
                            ProblemCode.TEST_STRUCTURE,
                            line.at(cell),
                            "\"" + heading + "\" is neither an input nor an outcome of the table",
                            Suggestion.nearest(heading, headings.known())
                                    .orElse("one of " + String.join(", ", headings.known()) + ", Note"));
                }
            }
            if (inputs.isEmpty() || expected.isEmpty()) {
                boolean row = inputs.size() + expected.size() > 1;
                if (row) {
                    problems.add(
                            ProblemCode.TEST_STRUCTURE,
                            line.at(),
                            "the headings name no " + (inputs.isEmpty() ? "input" : "outcome that is expected"),
                            "the headings are " + String.join(", ", headings.known()));
                }
                return row ? new Columns(inputs, expected) : null;
            }
            problems.addAll(found.sorted());
            return new Columns(inputs, expected);
        }

        boolean isComplete() {
            return !inputs.isEmpty() && !expected.isEmpty();
        }

        Stream<Integer> positions() {
            return Stream.concat(inputs.keySet().stream(), expected.keySet().stream());
        }

        int first() {
            return positions().mapToInt(Integer::intValue).min().orElse(1);
        }

        int last() {
            return positions().mapToInt(Integer::intValue).max().orElse(1);
        }
    }
}
