package boscard.app;

import java.io.PrintWriter;

/** A line that counts scorecards while a person watches; silent in a pipe and for small jobs. Not thread-safe. */
final class Progress {

    private static final int WORTH_SHOWING = 50;
    private static final long MILLIS_BETWEEN = 200;

    private final int total;
    private final PrintWriter err;
    private final boolean shown;
    private int done;
    private long last;

    private Progress(int total, PrintWriter err, boolean shown) {
        this.total = total;
        this.err = err;
        this.shown = shown;
    }

    static Progress of(int total, PrintWriter err) {
        return new Progress(total, err, total >= WORTH_SHOWING && System.console() != null);
    }

    void done() {
        done++;
        long now = System.currentTimeMillis();
        if (shown && now - last >= MILLIS_BETWEEN) {
            last = now;
            err.print("\r" + done + " of " + total + " scorecards");
            err.flush();
        }
    }

    void end() {
        if (shown) {
            err.print("\r" + " ".repeat(40) + "\r");
            err.flush();
        }
    }
}
