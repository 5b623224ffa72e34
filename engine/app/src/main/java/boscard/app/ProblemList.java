package boscard.app;

import boscard.problem.Problem;
import boscard.problem.ProblemSeverity;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints problems for people: all of them, in reading order, and how many of each severity. */
final class ProblemList {

    private ProblemList() {}

    static void print(List<Problem> problems, PrintWriter out) {
        problems.forEach(problem -> print(problem, out));
        if (problems.size() > 1) {
            out.println(count(problems));
        }
    }

    static void print(Problem problem, PrintWriter out) {
        out.println(word(problem) + problem);
    }

    private static String word(Problem problem) {
        return switch (problem.severity()) {
            case ERROR -> "";
            case WARNING -> "warning: ";
            case ADVICE -> "advice: ";
        };
    }

    /** {@code 3 errors, 1 warning}. */
    static String count(List<Problem> problems) {
        var parts = new ArrayList<String>();
        for (ProblemSeverity severity : ProblemSeverity.values()) {
            long count = problems.stream().filter(p -> p.severity() == severity).count();
            if (count > 0) {
                String name = severity == ProblemSeverity.ADVICE
                        ? "advice"
                        : severity.name().toLowerCase(Locale.ROOT) + (count == 1 ? "" : "s");
                parts.add(count + " " + name);
            }
        }
        return parts.isEmpty() ? "no problems" : String.join(", ", parts);
    }
}
