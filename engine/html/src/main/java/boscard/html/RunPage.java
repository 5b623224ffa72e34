package boscard.html;

import java.time.LocalDate;
import java.util.List;

/**
 * What the page says about the run as a whole.
 *
 * @param run its id
 * @param rulebookDigest in hexadecimal
 * @param inputs as the user named them
 * @param counts in a sentence
 * @param command that lists every finding of the run, for what the page leaves out
 */
public record RunPage(
        String run,
        LocalDate asOf,
        String rulebookDigest,
        String engineVersion,
        List<String> inputs,
        String counts,
        String command) {

    public RunPage {
        inputs = List.copyOf(inputs);
    }
}
