package boscard.workbook;

import boscard.problem.Problem;
import boscard.rulebook.Rulebook;
import java.util.List;

/**
 * A rulebook that can be used, and what a person should look at nevertheless.
 *
 * @param warnings warnings and advice in reading order, no errors
 */
public record LoadedRulebook(Rulebook rulebook, List<Problem> warnings) {

    public LoadedRulebook {
        warnings = List.copyOf(warnings);
    }
}
