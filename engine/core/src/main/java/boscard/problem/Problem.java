package boscard.problem;

import boscard.source.SourceRef;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing a person can put right: {@code where: what, with the values [CODE]} and, when it helps, an advice.
 *
 * @param code stable name; never reused
 * @param severity usually the severity of the code
 * @param at where it is
 * @param message what is wrong, with the values; no full stop. Line breaks and control characters in a value are made
 *     visible, so that it stays one line and cannot steer a terminal
 * @param advice what to do, a sentence that can follow the word "Maybe"; null when there is nothing to add
 */
public record Problem(
        ProblemCode code,
        ProblemSeverity severity,
        SourceRef at,
        String message,
        @Nullable String advice) {

    public Problem {
        message = OneLine.of(message);
        advice = advice == null ? null : OneLine.of(advice);
    }

    /** Reading order, then worst first, then by code and text. */
    public static final Comparator<Problem> READING_ORDER = Comparator.comparing(Problem::at)
            .thenComparing(Problem::severity)
            .thenComparing(Problem::code)
            .thenComparing(Problem::message);

    public static Problem of(ProblemCode code, SourceRef at, String message) {
        return new Problem(code, code.severity(), at, message, null);
    }

    public static Problem of(ProblemCode code, SourceRef at, String message, @Nullable String advice) {
        return new Problem(code, code.severity(), at, message, advice);
    }

    public boolean isError() {
        return severity == ProblemSeverity.ERROR;
    }

    /** One or two lines for a terminal. */
    @Override
    public String toString() {
        String line = at + ": " + message + " [" + code + "]";
        return advice == null ? line : line + "\n  Maybe " + advice;
    }
}
