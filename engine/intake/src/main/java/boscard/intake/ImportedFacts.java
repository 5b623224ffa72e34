package boscard.intake;

import boscard.fact.Facts;
import boscard.problem.Problem;
import java.util.List;

/**
 * What an import gave.
 *
 * @param facts the accepted rows
 * @param problems all of them, in reading order; of one code in one file at most {@link ImportLimits#problemsPerCode},
 *     and then one that counts the rest
 * @param accounts one for each table that was read, in reading order
 */
public record ImportedFacts(Facts facts, List<Problem> problems, List<FileAccount> accounts) {

    public ImportedFacts {
        problems = List.copyOf(problems);
        accounts = List.copyOf(accounts);
    }

    /** Whether something was left out or could not be read: a command then exits with 1. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
