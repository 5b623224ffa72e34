package boscard.intake;

import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.source.SourceRef;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The problems of one table: all are counted, and of each code only so many are kept. */
final class TableProblems {

    private final Problems problems;
    private final int most;
    private final Map<ProblemCode, Integer> counts = new EnumMap<>(ProblemCode.class);

    private final Map<OfColumn, Said> onceByColumn = new LinkedHashMap<>();

    private record OfColumn(ProblemCode code, int column) {}

    private record Said(Problem first, boolean again) {

        Problem problem(String whole) {
            return again
                    ? new Problem(
                            first.code(),
                            first.severity(),
                            first.at(),
                            first.message() + "; others of the " + whole + " are like it",
                            first.advice())
                    : first;
        }
    }

    TableProblems(Problems problems, int most) {
        this.problems = problems;
        this.most = most;
    }

    void add(ProblemCode code, SourceRef at, String message, @Nullable String advice) {
        add(Problem.of(code, at, message, advice));
    }

    void add(Problem problem) {
        if (isKept(problem.code())) {
            problems.add(problem);
        }
    }

    /**
     * A problem that is said for the first cell of a column, and the next ones are only mentioned with it.
     *
     * @param column from 1; 0 when it is about a whole row of the table
     */
    void addOnce(int column, Problem problem) {
        OfColumn key = new OfColumn(problem.code(), column);
        Said before = onceByColumn.get(key);
        if (before == null) {
            onceByColumn.put(key, new Said(problem, false));
        } else if (!before.again()) {
            onceByColumn.put(key, new Said(before.first(), true));
        }
    }

    /** Counts one more problem; false when so many of its code are there already that it is not to be made. */
    private boolean isKept(ProblemCode code) {
        return counts.merge(code, 1, Integer::sum) <= most;
    }

    /** Says how many were not kept. Called once, when the table is finished. */
    void summarise(SourceRef table) {
        onceByColumn.forEach((key, said) -> problems.add(said.problem(key.column() == 0 ? "table" : "column")));
        onceByColumn.clear();
        counts.forEach((code, count) -> {
            if (count > most) {
                problems.add(Problem.of(
                        code,
                        table,
                        (count - most) + " more problems of this kind are not listed; there are " + count,
                        null));
            }
        });
    }
}
