package boscard.intake.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows of somebody who gives them one after the other, for somebody who takes them one after the other. The giver works
 * on a thread of its own and is never more than some hundred rows ahead, so that a sheet need not fit into memory.
 */
final class PushedRows implements AutoCloseable {

    private static final int BATCHES = 4;
    private static final int ROWS = 128;
    private static final int CELLS = 4_096; // or fewer rows

    /** Gives all its rows; what it throws comes to whoever takes, behind the rows before it. */
    interface Giver {
        void give(Consumer<ContentRow> taker);
    }

    private static final class Batch {
        private final List<ContentRow> rows = new ArrayList<>(ROWS);
        private int cells;
        private boolean last;
    }

    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(BATCHES);
    private final ReadingThread thread;
    private Batch filling = new Batch();
    private volatile @Nullable Throwable failure;
    private Batch taken = new Batch();
    private int next;

    PushedRows(String name, Giver giver) {
        this.thread = ReadingThread.start(name, () -> run(giver));
    }

    private void run(Giver giver) {
        try {
            try {
                giver.give(this::add);
            } catch (RuntimeException | Error thrown) {
                if (thrown instanceof NobodyTakes) {
                    return;
                }
                failure = thrown;
            }
            filling.last = true;
            queue.put(filling);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(ContentRow row) {
        filling.rows.add(row);
        filling.cells += row.size();
        if (filling.rows.size() == ROWS || filling.cells >= CELLS) {
            try {
                queue.put(filling);
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
                throw new NobodyTakes();
            }
            filling = new Batch();
        }
    }

    /**
     * The next row; null at the end.
     *
     * @throws IOException when the wait for it was interrupted
     */
    @Nullable
    RawRow next() throws IOException {
        while (next == taken.rows.size()) {
            if (taken.last) {
                throwIfFailed();
                return null;
            }
            try {
                taken = queue.take();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while reading", interrupted);
            }
            next = 0;
        }
        return taken.rows.get(next++);
    }

    private void throwIfFailed() {
        if (failure instanceof RuntimeException thrown) {
            throw thrown;
        } else if (failure instanceof Error thrown) {
            throw thrown;
        }
    }

    /** Ends the giving. Returns when the giver uses nothing any more. */
    @Override
    public void close() {
        thread.close();
    }

    /** Ends the giver; carries nothing. */
    private static final class NobodyTakes extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NobodyTakes() {
            super(null, null, false, false);
        }
    }
}
