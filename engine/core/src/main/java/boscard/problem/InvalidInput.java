package boscard.problem;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A phase could not go on because of problems in what a person wrote. Carries all problems found, in reading order.
 * Each phase has a subclass of its own.
 */
public abstract class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // problems never travel through Java serialisation
    private final List<Problem> problems;

    protected InvalidInput(List<Problem> problems) {
        super(problems.stream()
                .sorted(Problem.READING_ORDER)
                .map(Problem::toString)
                .collect(Collectors.joining("\n")));
        this.problems = problems.stream().sorted(Problem.READING_ORDER).toList();
    }

    /** All problems of the phase, errors and others, in reading order. */
    public List<Problem> problems() {
        return problems;
    }
}
