package boscard.intake;

import boscard.fact.Facts;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an import gave.
 *
 * @param facts the accepted rows
 * @param problems all of them, in reading order; of one code in one file at most {@link ImportLimits#problemsPerCode},
 *     and then one that counts the rest
 * @param accounts one for each table that was read, in reading order
 * @param rejected the rows that became no fact, in reading order; of one table at most
 *     {@link ImportLimits#rejectedKept}
 */
public record ImportedFacts(
        Facts facts, List<Problem> problems, List<FileAccount> accounts, List<RejectedRow> rejected) {

    public ImportedFacts {
        problems = List.copyOf(problems);
        accounts = List.copyOf(accounts);
        rejected = Collections.unmodifiableList(rejected); // not a copy: most of them are in a file
    }

    /**
     * How many rejected rows have a problem of each code; a row with several codes counts for each. In the order of the
     * catalogue.
     */
    public Map<ProblemCode, Integer> rejectedByCode() {
        var counts = new TreeMap<ProblemCode, Integer>();
        accounts.forEach(
                account -> account.rejectedByCode().forEach((code, rows) -> counts.merge(code, rows, Integer::sum)));
        return counts;
    }

    /** Whether something was left out or could not be read: a command then exits with 1. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
