package boscard.app;

import boscard.ledger.Ledger;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the folder of the runs. */
final class RunsOption {

    private static final String USUAL = "runs";

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            defaultValue = USUAL,
            description = "Folder of the runs (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of(USUAL);

    Path folder() {
        return folder;
    }

    /** Whether it is the one that nobody has to name. */
    boolean isUsual() {
        return folder.equals(Path.of(USUAL));
    }

    Ledger ledger() {
        return Ledger.at(folder);
    }
}
