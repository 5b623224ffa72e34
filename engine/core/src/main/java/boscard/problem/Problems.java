package boscard.problem;

import boscard.source.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects the problems of a phase so that a person sees all of them at once. Not thread-safe: one collector belongs to
 * one reader or one worker.
 */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    public void add(ProblemCode code, SourceRef at, String message) {
        found.add(Problem.of(code, at, message));
    }

    public void add(ProblemCode code, SourceRef at, String message, @Nullable String advice) {
        found.add(Problem.of(code, at, message, advice));
    }

    public void addAll(Iterable<Problem> problems) {
        problems.forEach(found::add);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Problem::isError);
    }

    /** All problems in reading order; a copy. */
    public List<Problem> sorted() {
        return found.stream().sorted(Problem.READING_ORDER).toList();
    }

    /**
     * Throws what {@code exception} makes of all problems when at least one is an error.
     *
     * @throws InvalidInput when there is an error among the problems
     */
    public void throwIfErrors(Function<List<Problem>, ? extends InvalidInput> exception) {
        if (hasErrors()) {
            throw exception.apply(sorted());
        }
    }
}
