package boscard.app;

import java.io.PrintWriter;

/** Lets tests of other packages run commands without ending the process. */
public final class Door {

    private Door() {}

    /** Runs a command and returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return Boscard.run(out, err, arguments);
    }
}
