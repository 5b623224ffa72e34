package boscard.workbook;

import boscard.fact.KpiCatalogue;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.source.CellRef;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the decision tables of sheets in the stock Drools format, strictly typed: a closed grammar for the code rows,
 * and data cells that are values and never code. One reader serves a whole rulebook, since row ids and table names must
 * be unique in it. Collects problems and goes on; a table that lacks what every table needs is left out.
 */
final class RuleTableReader {

    private final @Nullable KpiCatalogue catalogue;
    private final Problems problems;
    private final RulebookNames names = new RulebookNames();

    /** @param catalogue to check KPI ids; null when there is none to check against */
    RuleTableReader(@Nullable KpiCatalogue catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    /** A cell with a keyword. */
    private record Mark(int row, int column, String tableName) {}

    /**
     * The tables of a sheet from top to bottom; empty when it is a sheet without tables.
     *
     * @param lists of the workbook that the sheet is in
     */
    List<DecisionTable> read(SheetGrid grid, DropDowns lists) {
        List<Mark> tables = tablesOf(grid);
        Mark ruleSet = ruleSetOf(grid, tables);
        if (tables.isEmpty()) {
            if (ruleSet != null) {
                problems.add(
                        ProblemCode.TABLE_STRUCTURE,
                        grid.at(ruleSet.row, ruleSet.column),
                        "the sheet has a RuleSet and no RuleTable below it",
                        null);
            }
            return List.of();
        }
        int firstTable = tables.get(0).row;
        RuleSetArea area = ruleSet == null
                ? withoutRuleSet(grid)
                : RuleSetArea.read(grid, ruleSet.row, ruleSet.column, firstTable, problems);
        var read = new ArrayList<DecisionTable>();
        for (int i = 0; i < tables.size(); i++) {
            Mark mark = tables.get(i);
            if (i > 0 && tables.get(i - 1).row == mark.row) {
                problems.add(
                        ProblemCode.TABLE_STRUCTURE,
                        grid.at(mark.row, mark.column),
                        "a second table beside " + Excerpt.of(tables.get(i - 1).tableName) + "; it is not read",
                        "put it on a sheet of its own");
            } else {
                int end = endOf(grid, tables, i);
                int endColumn = i + 1 < tables.size() && tables.get(i + 1).row == mark.row
                        ? tables.get(i + 1).column
                        : lastColumn(grid, mark.row + 1) + 1;
                DecisionTable table = readTable(grid, lists, mark, end, endColumn, area);
                if (table != null) {
                    read.add(table);
                }
            }
        }
        return read;
    }

    private @Nullable DecisionTable readTable(
            SheetGrid grid, DropDowns lists, Mark mark, int end, int endColumn, RuleSetArea area) {
        CellRef at = grid.at(mark.row, mark.column);
        boolean named = !mark.tableName.isEmpty();
        if (!named) {
            problems.add(ProblemCode.TABLE_STRUCTURE, at, "the table has no name", "RuleTable " + grid.name());
        }
        boolean free = named && names.takeTable(mark.tableName, at, problems);
        TableColumns columns = TableColumns.read(grid, mark.row, mark.column, endColumn, problems);
        int first = mark.row + TableColumns.DATA;
        var context = new TableContext(mark.tableName, grid, columns, lists, catalogue, names, problems);
        List<Row> rows = new TableRows(context).read(first, end);
        if (grid.rows(first, end).isEmpty()) {
            problems.add(ProblemCode.TABLE_EMPTY, at, "the table " + Excerpt.of(mark.tableName) + " has no rows", null);
        }
        if (!free || area.stage() == null || !columns.isComplete() || columns.factType() == null) {
            return null;
        }
        return new DecisionTable(
                mark.tableName,
                area.stage().agendaGroup(),
                area.policy(),
                columns.factType(),
                List.copyOf(columns.conditions().values()),
                List.copyOf(columns.outcomes().values()),
                rows,
                at);
    }

    /**
     * Reports the rows without an id of their own, once all ids of the rulebook are known and new ones can be proposed.
     */
    void finish() {
        names.reportMissing(problems);
    }

    private List<Mark> tablesOf(SheetGrid grid) {
        var marks = new ArrayList<Mark>();
        boolean ruleSetAbove = false;
        for (SheetRow row : grid.rows()) {
            int lastKind = lastColumnKind(grid, row.number() + 1);
            for (SheetCell cell : row.cells()) {
                String text = keyword(cell);
                ruleSetAbove |= Keywords.isRuleSet(text);
                boolean aboveKinds = !text.isEmpty() && cell.column() <= lastKind;
                if (Keywords.startsRuleTable(text) && (ruleSetAbove || aboveKinds)) { // else it is prose
                    marks.add(new Mark(row.number(), cell.column(), Keywords.tableName(text)));
                } else if (aboveKinds) {
                    Optional<String> name = Keywords.nameAfterMisspeltRuleTable(text);
                    name.ifPresent(rest -> {
                        problems.add(
                                ProblemCode.TABLE_STRUCTURE,
                                row.at(cell),
                                Excerpt.quoted(text) + " is not the keyword that starts a table",
                                Spaces.strip("RuleTable " + rest));
                        marks.add(new Mark(row.number(), cell.column(), rest));
                    });
                }
            }
        }
        if (marks.isEmpty()) {
            reportKindsWithoutTable(grid);
        }
        return marks;
    }

    private void reportKindsWithoutTable(SheetGrid grid) {
        for (SheetRow row : grid.rows()) {
            boolean condition =
                    row.cells().stream().anyMatch(cell -> keyword(cell).equals(Keywords.CONDITION));
            boolean action = row.cells().stream().anyMatch(cell -> keyword(cell).equals(Keywords.ACTION));
            if (condition && action) {
                problems.add(
                        ProblemCode.TABLE_STRUCTURE,
                        row.at(),
                        "a row of column kinds without a RuleTable above it; the table is not read",
                        "write RuleTable and the name of the table into the row above");
            }
        }
    }

    /** The text of a cell as a keyword would be written; empty for a number. */
    private static String keyword(SheetCell cell) {
        return cell.kind() == SheetCell.Kind.TEXT ? Spaces.plain(Spaces.strip(cell.text())) : "";
    }

    /** The last column of a row that holds a kind of column; 0 when none does. */
    private static int lastColumnKind(SheetGrid grid, int row) {
        int last = 0;
        for (SheetRow found : grid.rows(row, row + 1)) {
            for (SheetCell cell : found.cells()) {
                if (Keywords.isColumnKind(keyword(cell))) {
                    last = cell.column();
                }
            }
        }
        return last;
    }

    private @Nullable Mark ruleSetOf(SheetGrid grid, List<Mark> tables) {
        int end = tables.isEmpty() ? grid.lastRow() + 1 : tables.get(0).row;
        for (SheetRow row : grid.rows(1, end)) {
            for (SheetCell cell : row.cells()) {
                String text = keyword(cell);
                if (Keywords.isRuleSet(text)) {
                    return new Mark(row.number(), cell.column(), "");
                } else if (!tables.isEmpty() && Keywords.isMisspeltRuleSet(text)) {
                    problems.add(
                            ProblemCode.TABLE_STRUCTURE,
                            row.at(cell),
                            Excerpt.quoted(text) + " is not the keyword that starts the properties",
                            Keywords.RULE_SET);
                    return new Mark(row.number(), cell.column(), "");
                }
            }
        }
        return null;
    }

    private RuleSetArea withoutRuleSet(SheetGrid grid) {
        problems.add(
                ProblemCode.TABLE_STRUCTURE,
                grid.at(),
                "the sheet has a RuleTable and no RuleSet above it",
                "copy the rows with RuleSet, Import, Variables, AGENDA-GROUP and HitPolicy from another sheet");
        return new RuleSetArea(null, HitPolicy.COLLECT);
    }

    /** The row of the next table, or of the properties that start another rule set, or the one below the last. */
    private static int endOf(SheetGrid grid, List<Mark> tables, int index) {
        int row = tables.get(index).row;
        int end = tables.stream()
                .mapToInt(Mark::row)
                .filter(other -> other > row)
                .min()
                .orElse(grid.lastRow() + 1);
        for (SheetRow between : grid.rows(row + TableColumns.DATA, end)) {
            if (between.cells().stream().anyMatch(cell -> Keywords.isRuleSet(keyword(cell)))) {
                return between.number();
            }
        }
        return end;
    }

    private static int lastColumn(SheetGrid grid, int row) {
        return grid.rows(row, row + 1).stream()
                .flatMap(found -> found.cells().stream())
                .mapToInt(SheetCell::column)
                .max()
                .orElse(0);
    }
}
