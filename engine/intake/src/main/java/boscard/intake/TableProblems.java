package boscard.intake;

import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.source.SourceRef;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The problems of one table: all are counted, and of each code only so many are kept. */
final class TableProblems {

    private final Problems problems;
    private final int most;
    private final Map<ProblemCode, Integer> counts = new EnumMap<>(ProblemCode.class);

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

    /** Counts one more problem; false when so many of its code are there already that it is not to be made. */
    private boolean isKept(ProblemCode code) {
        return counts.merge(code, 1, Integer::sum) <= most;
    }

    /** Says how many were not kept. Called once, when the table is finished. */
    void summarise(SourceRef table) {
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
