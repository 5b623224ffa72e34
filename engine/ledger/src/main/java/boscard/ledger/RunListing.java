package boscard.ledger;

import boscard.problem.Problem;
import java.util.List;

/**
 * The runs of a ledger.
 *
 * @param runs whole runs, the latest first
 * @param problems runs that cannot be read, and what lies among the runs and is none; in reading order
 */
public record RunListing(List<RunManifest> runs, List<Problem> problems) {

    public RunListing {
        runs = List.copyOf(runs);
        problems = List.copyOf(problems);
    }
}
