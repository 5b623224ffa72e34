package boscard.workbook;

import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.problem.Suggestion;
import boscard.source.CellRef;
import boscard.table.ConditionColumn;
import boscard.table.FactType;
import boscard.table.OutcomeColumn;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one table, by their position on the sheet.
 *
 * @param factType null when no pattern could be read, which was reported
 * @param id position of the column with the row ids; 0 when there is none, which was reported
 * @param positions of all columns that belong to the table, also of those that could not be read
 */
record TableColumns(
        @Nullable FactType factType,
        int id,
        TreeMap<Integer, ConditionColumn> conditions,
        TreeMap<Integer, OutcomeColumn> outcomes,
        TreeMap<Integer, String> notes,
        BitSet positions) {

    /** Rows of the code area below the keyword. */
    private static final int KINDS = 1;

    private static final int PATTERNS = 2;
    private static final int SNIPPETS = 3;
    private static final int HEADINGS = 4;

    /** How far below the keyword the first data row stands. */
    static final int DATA = 5;

    /** Reads the code rows below the keyword at {@code row}, {@code first}. */
    static TableColumns read(SheetGrid grid, int row, int first, int end, Problems problems) {
        return new Reading(grid, row, problems).read(first, end);
    }

    /** Whether everything that a table needs could be read. */
    boolean isComplete() {
        return factType != null && id > 0 && !conditions.isEmpty() && !outcomes.isEmpty();
    }

    boolean isInside(int column) {
        return positions.get(column);
    }

    /** Whether one of the columns from {@code first} to {@code last} belongs to the table. */
    boolean touches(int first, int last) {
        int next = positions.nextSetBit(first);
        return next >= 0 && next <= last;
    }

    int first() {
        return positions.nextSetBit(0);
    }

    int last() {
        return positions.length() - 1;
    }

    private static final class Reading {

        private final SheetGrid grid;
        private final int row;
        private final Problems problems;
        private final Snippets snippets;
        private final TreeMap<Integer, ConditionColumn> conditions = new TreeMap<>();
        private final TreeMap<Integer, OutcomeColumn> outcomes = new TreeMap<>();
        private final TreeMap<Integer, String> notes = new TreeMap<>();
        private final BitSet positions = new BitSet();
        private int id;

        Reading(SheetGrid grid, int row, Problems problems) {
            this.grid = grid;
            this.row = row;
            this.problems = problems;
            this.snippets = new Snippets(problems);
        }

        TableColumns read(int first, int end) {
            var kinds = new TreeMap<Integer, String>();
            for (int column = first; column < end; column++) {
                String kind = grid.code(row + KINDS, column);
                if (!kind.isEmpty()) {
                    kinds.put(column, kind(kind, column));
                    positions.set(column);
                }
            }
            FactType factType = factType(kinds);
            kinds.forEach((column, kind) -> {
                switch (kind) {
                    case Keywords.CONDITION -> readCondition(column, factType);
                    case Keywords.ACTION -> readOutcome(column);
                    case Keywords.METADATA -> readMetadata(column);
                    default -> {} // reported
                }
            });
            reportWhatIsMissing(kinds, first);
            reportHidden();
            return new TableColumns(factType, id, conditions, outcomes, notes, positions);
        }

        private String kind(String written, int column) {
            String plain = written.toUpperCase(Locale.ROOT);
            if (Keywords.COLUMN_KINDS.contains(plain)) {
                return plain;
            }
            Optional<String> meant = Keywords.COLUMN_KINDS.stream()
                    .filter(kind -> plain.equals(kind.substring(0, 1))) // which stock Drools accepts
                    .findFirst()
                    .or(() -> Suggestion.nearest(written, Keywords.COLUMN_KINDS));
            problems.add(
                    ProblemCode.TABLE_STRUCTURE,
                    at(KINDS, column),
                    Excerpt.quoted(written) + " is no kind of column, only " + String.join(", ", Keywords.COLUMN_KINDS),
                    meant.orElse("clear the cell when the column is a note"));
            return meant.orElse("");
        }

        /** The one pattern of all condition columns; it is usually merged across them. */
        private @Nullable FactType factType(TreeMap<Integer, String> kinds) {
            FactType found = null;
            String pattern = "";
            for (int column : kinds.keySet()) {
                boolean condition = Keywords.CONDITION.equals(kinds.get(column));
                String written =
                        condition ? grid.codeThroughMerge(row + PATTERNS, column) : grid.code(row + PATTERNS, column);
                if (!condition) {
                    if (!written.isEmpty()) {
                        problems.add(
                                ProblemCode.SNIPPET_REFUSED,
                                at(PATTERNS, column),
                                Excerpt.quoted(written) + " stands above a column that is no CONDITION",
                                "clear the cell");
                    }
                } else if (written.isEmpty()) {
                    problems.add(
                            ProblemCode.TABLE_STRUCTURE,
                            at(PATTERNS, column),
                            "no pattern stands above this condition",
                            "merge the cell with the pattern beside it");
                } else if (pattern.isEmpty()) {
                    pattern = written;
                    found = snippets.factType(written, at(PATTERNS, column));
                } else if (!pattern.equals(written)) {
                    problems.add(
                            ProblemCode.TABLE_STRUCTURE,
                            at(PATTERNS, column),
                            "a second pattern, " + Excerpt.of(written) + ", beside " + Excerpt.of(pattern)
                                    + "; a table compares one fact",
                            "joining facts belongs into a rule (.drl) file");
                }
            }
            return found;
        }

        private void readCondition(int column, @Nullable FactType factType) {
            String snippet = snippet(column);
            if (!snippet.isEmpty() && factType != null) {
                ConditionColumn condition =
                        snippets.condition(snippet, factType, heading(column, snippet), at(SNIPPETS, column));
                if (condition != null) {
                    conditions.put(column, condition);
                }
            }
        }

        private void readOutcome(int column) {
            String snippet = snippet(column);
            OutcomeColumn outcome = snippet.isEmpty()
                    ? null
                    : snippets.outcome(snippet, heading(column, snippet), at(SNIPPETS, column));
            if (outcome != null) {
                boolean taken = outcomes.values().stream()
                        .anyMatch(other ->
                                other.verb().name().equals(outcome.verb().name()));
                if (taken) {
                    problems.add(
                            ProblemCode.TABLE_STRUCTURE,
                            at(SNIPPETS, column),
                            "a second column concludes " + outcome.verb().name() + "; a row can say it once",
                            null);
                } else {
                    outcomes.put(column, outcome);
                }
            }
        }

        private void readMetadata(int column) {
            String written = grid.code(row + SNIPPETS, column);
            String name = written.isEmpty() ? "" : snippets.metadata(written, at(SNIPPETS, column));
            if (!"id".equals(name)) {
                notes.put(column, heading(column, name == null ? "" : name));
            } else if (id == 0) {
                id = column;
            } else {
                problems.add(ProblemCode.TABLE_STRUCTURE, at(SNIPPETS, column), "a second column of row ids", null);
            }
        }

        private String snippet(int column) {
            String snippet = grid.code(row + SNIPPETS, column);
            if (snippet.isEmpty()) {
                problems.add(
                        ProblemCode.TABLE_STRUCTURE,
                        at(SNIPPETS, column),
                        "the column has no snippet that says what its cells mean",
                        "clear its kind in " + at(KINDS, column).address() + " as well when it is a note");
            }
            return snippet;
        }

        private void reportWhatIsMissing(TreeMap<Integer, String> kinds, int first) {
            if (id == 0) {
                problems.add(
                        ProblemCode.TABLE_STRUCTURE,
                        grid.at(row, first),
                        "the table has no column with row ids",
                        "add one of kind METADATA with the snippet id($param)");
            }
            for (String kind : List.of(Keywords.CONDITION, Keywords.ACTION)) {
                if (!kinds.containsValue(kind)) {
                    problems.add(
                            ProblemCode.TABLE_STRUCTURE,
                            grid.at(row, first),
                            "the table has no " + kind + " column",
                            "the kinds of the columns stand in the row below RuleTable");
                }
            }
            var headings = new HashSet<String>();
            notes.forEach((column, heading) -> {
                if (!headings.add(heading)) {
                    problems.add(
                            ProblemCode.COLUMN_DUPLICATE,
                            at(HEADINGS, column),
                            "two columns of notes have the heading \"" + heading + "\"",
                            null);
                }
            });
        }

        /** A table that is hidden by its columns decides like any other. */
        private void reportHidden() {
            positions.stream().filter(grid.layout()::hidesColumn).forEach(column -> {
                String heading = heading(column, "");
                problems.add(
                        ProblemCode.COLUMN_HIDDEN,
                        at(HEADINGS, column),
                        "the column \"" + Excerpt.of(heading) + "\" is hidden and counts all the same",
                        "unhide it");
            });
        }

        private String heading(int column, String otherwise) {
            String heading = grid.shown(row + HEADINGS, column);
            if (!heading.isEmpty()) {
                return heading;
            }
            return otherwise.isEmpty() ? CellRef.columnName(column) : otherwise;
        }

        private CellRef at(int line, int column) {
            return grid.at(row + line, column);
        }
    }
}
