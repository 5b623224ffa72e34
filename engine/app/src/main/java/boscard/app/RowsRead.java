package boscard.app;

import boscard.intake.ImportProgress;
import java.io.PrintWriter;
import java.util.Locale;

/** A line that counts rows while a person watches; silent in a pipe and for small files. Not thread-safe. */
final class RowsRead implements ImportProgress {

    private static final long MILLIS_BETWEEN = 200;
    private static final int WIDTH = 79;

    private final PrintWriter err;
    private final boolean watched;
    private long last = System.currentTimeMillis();
    private boolean shown;

    private RowsRead(PrintWriter err, boolean watched) {
        this.err = err;
        this.watched = watched;
    }

    static RowsRead shownOn(PrintWriter err) {
        return new RowsRead(err, System.console() != null);
    }

    @Override
    public void read(String file, long rows) {
        long now = System.currentTimeMillis();
        if (watched && now - last >= MILLIS_BETWEEN) {
            last = now;
            shown = true;
            String line = String.format(Locale.ROOT, "%,d rows read, at %s", rows, file);
            err.print("\r" + (line.length() > WIDTH ? line.substring(0, WIDTH) : line));
            err.flush();
        }
    }

    void end() {
        if (shown) {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
            err.flush();
        }
    }
}
