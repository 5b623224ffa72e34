package boscard.intake;

import boscard.problem.Problem;
import java.util.List;

/**
 * A mapping that was written by looking at the head of a file.
 *
 * @param yaml the mapping with its comments; empty when the file has no table that could be read
 * @param undecided what a person has to decide before the mapping runs; empty when it runs as it is
 * @param problems why the file could not be looked at
 */
public record MappingSuggestion(String yaml, List<String> undecided, List<Problem> problems) {

    public MappingSuggestion {
        undecided = List.copyOf(undecided);
        problems = List.copyOf(problems);
    }
}
