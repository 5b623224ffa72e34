package boscard.problem;

import java.util.List;

/** No fact could be read: a file is missing, or is not what it says. */
public final class InvalidFacts extends InvalidInput {

    private static final long serialVersionUID = 1L;

    public InvalidFacts(List<Problem> problems) {
        super(problems);
    }
}
