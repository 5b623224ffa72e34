package boscard.workbook.annotate;

import boscard.problem.Problem;
import boscard.problem.ProblemSeverity;
import boscard.source.CellRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which cells of one sheet get a colour and a comment. */
final class SheetMarks {

    /** More comments than this make a sheet unusable, and the boxes of comments are numbered in thousands. */
    static final int MOST_COMMENTS = 900;

    private static final int MOST_COLOURED = 100; // cells of one problem

    private final NavigableMap<CellPosition, ProblemSeverity> colours = new TreeMap<>();
    private final NavigableMap<CellPosition, List<String>> comments = new TreeMap<>();

    /** Where the rows of a sheet are filled, and which of them nobody sees. */
    static final class Rows {

        private final TreeMap<Integer, Integer> firstColumns = new TreeMap<>();
        private final NavigableSet<Integer> visible = new TreeSet<>();

        void add(int row, int firstColumn, boolean hidden) {
            firstColumns.put(row, firstColumn);
            if (!hidden) {
                visible.add(row);
            }
        }

        private int firstColumn(int row) {
            return firstColumns.getOrDefault(row, 1);
        }

        private boolean isHidden(int row) {
            return firstColumns.containsKey(row) && !visible.contains(row);
        }

        /** The next row that people see; the row itself when there is none. */
        private int visibleFrom(int row) {
            Integer below = visible.higher(row);
            Integer above = visible.lower(row);
            return below != null ? below : above != null ? above : row;
        }
    }

    /** Marks the cells of a problem; of a problem of the whole sheet its first cell. */
    void add(Problem problem, CellRef at, Rows rows) {
        int row = Math.max(1, at.row());
        int first = at.column() > 0 ? at.column() : at.row() > 0 ? rows.firstColumn(row) : 1;
        int last = at.column() > 0 ? Math.max(first, Math.min(at.lastColumn(), first + MOST_COLOURED)) : first;
        for (int column = first; column <= last; column++) {
            colour(new CellPosition(row, column), problem.severity());
        }
        comment(new CellPosition(row, first), textOf(problem));
        if (rows.isHidden(row)) { // a comment that nobody sees would help nobody
            var seen = new CellPosition(rows.visibleFrom(row), first);
            colour(seen, problem.severity());
            comment(seen, "In " + new CellPosition(row, first).address() + ", which is hidden: " + textOf(problem));
        }
    }

    private void colour(CellPosition cell, ProblemSeverity severity) {
        colours.merge(cell, severity, (a, b) -> a.compareTo(b) <= 0 ? a : b); // the worst
    }

    private void comment(CellPosition cell, String text) {
        if (comments.containsKey(cell) || comments.size() < MOST_COMMENTS) {
            comments.computeIfAbsent(cell, key -> new ArrayList<>()).add(text);
        }
    }

    private static String textOf(Problem problem) {
        String advice = problem.advice() == null ? "" : "\nMaybe " + problem.advice();
        return problem.severity() + ": " + problem.message() + " [" + problem.code() + "]" + advice;
    }

    /** The worst severity by cell, in reading order. */
    NavigableMap<CellPosition, ProblemSeverity> colours() {
        return Collections.unmodifiableNavigableMap(colours);
    }

    /** The text of the comment by cell, in reading order. */
    NavigableMap<CellPosition, String> comments() {
        var texts = new TreeMap<CellPosition, String>();
        comments.forEach((cell, list) -> texts.put(cell, String.join("\n\n", list)));
        return texts;
    }
}
