package boscard.ledger;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a run before it is evaluated.
 *
 * @param rulebookDigest of the loaded rulebook, see {@link boscard.rulebook.Rulebook#digest()}
 * @param rulebook folder of the rulebook; the files below its {@code rules} and {@code spreadsheets} are kept in the
 *     run
 * @param asOf the day for which is evaluated
 * @param engineVersion version of boscard
 * @param inputs files and folders of facts, as the user named them
 * @param settings whatever else decides the results and is in neither facts nor rulebook, by name; sorted
 */
public record RunHeader(
        String rulebookDigest,
        Path rulebook,
        LocalDate asOf,
        String engineVersion,
        List<String> inputs,
        Map<String, String> settings) {

    public RunHeader {
        inputs = List.copyOf(inputs);
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }
}
