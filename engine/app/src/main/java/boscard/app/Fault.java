package boscard.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A fault of boscard itself: the user reads one sentence, the details go to a file for whoever mends it. */
final class Fault {

    private Fault() {}

    static int report(Throwable fault, PrintWriter err) {
        if (fault instanceof IOException || fault instanceof UncheckedIOException) {
            err.println("A file could not be read or written: " + fault.getMessage());
            return ExitCode.PROBLEMS;
        }
        err.println("boscard made a mistake of its own: " + fault.getClass().getSimpleName()
                + (fault.getMessage() == null
                        ? ""
                        : ", " + fault.getMessage().lines().findFirst().orElse("")));
        try {
            Path details = Files.createTempFile("boscard-fault-", ".txt");
            try (var writer = new PrintWriter(Files.newBufferedWriter(details, StandardCharsets.UTF_8))) {
                fault.printStackTrace(writer);
            }
            err.println("The details are in " + details + "; please send them to the people who keep boscard.");
        } catch (IOException alsoFailed) {
            err.println("The details could not be kept: " + alsoFailed.getMessage());
        }
        return ExitCode.FAULT;
    }
}
