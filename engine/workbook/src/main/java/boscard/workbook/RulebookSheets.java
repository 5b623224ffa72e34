package boscard.workbook;

import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.problem.Suggestion;
import boscard.source.CellRef;
import boscard.source.SourceRef;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of a rulebook's workbooks, by what they are for: the plain tables that each rulebook has once, examples,
 * and all others, which may hold decision tables.
 */
final class RulebookSheets {

    private static final int ROWS_ABOVE_TABLES = 1_000;
    private static final List<String> PLAIN_SHEETS = List.of(
            CatalogueReader.KPIS,
            CatalogueReader.PERSPECTIVES,
            ParametersReader.PARAMETERS,
            ParametersReader.WORDS,
            ParametersReader.HOLIDAYS);

    private final Problems problems;
    private final boolean withTests;
    private final KnownWorkbooks known;
    private final Map<String, SheetGrid> plainSheets = new HashMap<>();
    private final Deque<OtherSheet> otherSheets = new ArrayDeque<>();
    private final List<SheetGrid> testsSheets = new ArrayList<>();

    /** A sheet that may hold decision tables, and the lists of its workbook. */
    record OtherSheet(SheetGrid grid, DropDowns lists) {}

    /** A workbook, or null and why it could not be opened. */
    private record Opened(@Nullable OpenedWorkbook workbook, List<Problem> problems) {}

    /**
     * @param withTests whether examples are read
     * @param problems takes what is wrong with the workbooks
     */
    RulebookSheets(boolean withTests, KnownWorkbooks known, Problems problems) {
        this.withTests = withTests;
        this.known = known;
        this.problems = problems;
    }

    /** Adds the sheets of workbooks; of one that cannot be read to its end, those before the damage. */
    void add(List<Path> files) {
        files.parallelStream().map(this::open).toList().forEach(this::add);
    }

    /** May be called by several threads at once. */
    private Opened open(Path file) {
        try {
            OpenedWorkbook workbook = known.open(file, file.getFileName().toString(), withTests);
            return new Opened(workbook, workbook.problems());
        } catch (InvalidWorkbook e) {
            return new Opened(null, e.problems());
        }
    }

    private void add(Opened opened) {
        problems.addAll(opened.problems());
        OpenedWorkbook workbook = opened.workbook();
        if (workbook != null) {
            var lists = new DropDowns(workbook.definedNames());
            for (OpenedWorkbook.Sheet sheet : workbook.sheets()) {
                readSheet(sheet.name(), sheet.grid(), lists, workbook.resultsMayBeOld());
            }
        }
    }

    private void readSheet(SheetName sheet, SheetGrid grid, DropDowns lists, boolean resultsMayBeOld) {
        lists.add(grid);
        String plain = plainName(sheet.name());
        boolean tests = plain == null && TestsSheet.isNamed(sheet.name()) && !TestsSheet.hasTable(grid);
        boolean read = !tests && (plain != null || holdsTables(grid));
        if (read && resultsMayBeOld) {
            reportOldResults(grid);
        }
        if (read && !sheet.isVisible()) {
            problems.add(
                    ProblemCode.SHEET_HIDDEN, grid.at(), "the sheet is hidden and counts all the same", "unhide it");
        }
        if (tests) {
            if (withTests) {
                testsSheets.add(grid);
            }
        } else if (plain == null) {
            otherSheets.add(new OtherSheet(grid, lists));
        } else {
            SheetGrid first = plainSheets.putIfAbsent(plain, grid);
            if (first != null) {
                problems.add(
                        ProblemCode.TABLE_DUPLICATE,
                        grid.at(),
                        "a rulebook has one sheet " + plain + ", and " + first.at() + " is one",
                        "delete one of the two");
            }
        }
    }

    private static boolean holdsTables(SheetGrid grid) {
        return grid.rows().stream()
                .limit(ROWS_ABOVE_TABLES)
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> Keywords.isRuleSet(Spaces.strip(cell.text())));
    }

    /** Once per sheet, at its first formula: the workbook says it of all of them. */
    private void reportOldResults(SheetGrid grid) {
        SheetCell first = null;
        CellRef at = null;
        int formulas = 0;
        for (SheetRow row : grid.rows()) {
            for (SheetCell cell : row.cells()) {
                if (cell.formula() != null) {
                    formulas++;
                    if (first == null) {
                        first = cell;
                        at = row.at(cell);
                    }
                }
            }
        }
        if (first != null && at != null) {
            problems.add(
                    ProblemCode.FORMULA_STALE,
                    at,
                    "the workbook was saved without calculating; what is stored for " + Excerpt.formula(first)
                            + others(formulas - 1)
                            + " may be old",
                    "open it in Excel, press F9 and save it");
        }
    }

    private static String others(int formulas) {
        return switch (formulas) {
            case 0 -> "";
            case 1 -> " and 1 other formula of the sheet";
            default -> " and " + formulas + " other formulas of the sheet";
        };
    }

    /** The plain table of this name; null when no workbook has it. */
    @Nullable
    SheetGrid plain(String sheet) {
        return plainSheets.get(sheet);
    }

    /**
     * The same, and a problem when there is none.
     *
     * @param place where it is missed
     */
    @Nullable
    SheetGrid required(String sheet, SourceRef place) {
        SheetGrid grid = plainSheets.get(sheet);
        if (grid == null) {
            String renamed = renamed(sheet);
            problems.add(
                    ProblemCode.RULEBOOK_INCOMPLETE,
                    place,
                    "no workbook has a sheet \"" + sheet + "\"",
                    renamed == null ? "a workbook is missing, or its sheet was renamed" : renamed);
        }
        return grid;
    }

    /** A sheet whose name is nearly the one that is missed. */
    private @Nullable String renamed(String missed) {
        for (OtherSheet sheet : otherSheets) {
            if (Suggestion.nearest(sheet.grid.name(), List.of(missed)).isPresent() && !holdsTables(sheet.grid)) {
                return "the sheet \"" + Excerpt.of(sheet.grid.name()) + "\" of "
                        + sheet.grid.at().workbook() + " is it";
            }
        }
        return null;
    }

    /** An optional sheet of nearly this name: nobody would miss it, and its words or holidays would be lost. */
    void reportMisspelt(String sheet) {
        if (plainSheets.containsKey(sheet)) {
            return;
        }
        for (OtherSheet other : otherSheets) {
            if (Suggestion.nearest(other.grid.name(), List.of(sheet)).isPresent() && !holdsTables(other.grid)) {
                problems.add(
                        ProblemCode.SHEET_UNKNOWN,
                        other.grid.at(),
                        "the sheet is not read, for a rulebook has none of this name",
                        "it is to be called " + sheet);
            }
        }
    }

    private static @Nullable String plainName(String sheet) {
        String written = Spaces.strip(sheet);
        return PLAIN_SHEETS.stream()
                .filter(name -> name.equalsIgnoreCase(written))
                .findFirst()
                .orElse(null);
    }

    /** The next sheet that may hold decision tables, which is then forgotten; null when there is no other. */
    @Nullable
    OtherSheet next() {
        return otherSheets.poll();
    }

    /** The sheets of examples, in their order; none when they are not read. */
    List<SheetGrid> tests() {
        return testsSheets;
    }
}
