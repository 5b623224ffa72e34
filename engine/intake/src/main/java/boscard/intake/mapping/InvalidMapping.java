package boscard.intake.mapping;

import boscard.problem.InvalidInput;
import boscard.problem.Problem;
import java.util.List;

/** The mapping file cannot be used as it is. */
public final class InvalidMapping extends InvalidInput {

    private static final long serialVersionUID = 1L;

    public InvalidMapping(List<Problem> problems) {
        super(problems);
    }
}
