package boscard.app;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The option that says how many evaluate at once. */
final class WorkersOption {

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    private int count = Runtime.getRuntime().availableProcessors();

    @Option(names = "--workers", paramLabel = "N", description = "How many work at once (default: one per core).")
    void count(int given) {
        if (given < 1) {
            throw new ParameterException(command.commandLine(), "--workers is at least 1, not " + given);
        }
        count = given;
    }

    int count() {
        return count;
    }
}
