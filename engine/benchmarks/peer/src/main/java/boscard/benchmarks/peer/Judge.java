package boscard.benchmarks.peer;

import java.util.List;

/** A decision table made ready by a peer. */
@FunctionalInterface
public interface Judge {

    /**
     * Judges facts by the first row that fits.
     *
     * @param facts some of all facts, in order
     * @return the status of each; an empty text where no row fits
     */
    List<String> judge(List<PreparedFact> facts) throws Exception;
}
