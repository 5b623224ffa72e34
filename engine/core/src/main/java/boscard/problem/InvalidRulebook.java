package boscard.problem;

import java.util.List;

/** The rulebook cannot be used as it is. */
public final class InvalidRulebook extends InvalidInput {

    private static final long serialVersionUID = 1L;

    public InvalidRulebook(List<Problem> problems) {
        super(problems);
    }
}
