package boscard.intake.format;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads batches of rows on a thread of its own, a few ahead of whoever takes them, so that a file is taken apart while
 * its values are read. Two threads: one makes, one takes. The batches go round and are used again.
 */
final class BatchesAhead implements AutoCloseable {

    private static final int BATCHES = 4;

    /** Fills a batch with the next rows. */
    interface Source {

        /** The batch is empty before; afterwards it says whether it is the last one. */
        void fill(RowBatch batch) throws IOException;
    }

    private final Source source;
    private final BlockingQueue<RowBatch> empty = new ArrayBlockingQueue<>(BATCHES);
    private final BlockingQueue<RowBatch> full = new ArrayBlockingQueue<>(BATCHES);
    private final ReadingThread thread;
    private volatile @Nullable Throwable failure; // for whoever takes, after the rows before it

    BatchesAhead(String name, Source source) {
        this.source = source;
        for (int i = 0; i < BATCHES; i++) {
            empty.add(new RowBatch());
        }
        this.thread = ReadingThread.start(name, this::make);
    }

    private void make() {
        try {
            RowBatch batch;
            do {
                batch = empty.take();
                batch.clear();
                try {
                    source.fill(batch);
                } catch (IOException | RuntimeException | Error thrown) {
                    failure = thrown;
                    batch.end();
                }
                full.put(batch);
            } while (!batch.isLast());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt(); // nobody takes any more
        }
    }

    /**
     * The next batch.
     *
     * @param done the one before, which is not looked at any more; null at first
     */
    RowBatch take(@Nullable RowBatch done) throws IOException {
        if (done != null) {
            empty.add(done);
        }
        try {
            return full.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading", interrupted);
        }
    }

    /**
     * To be called behind the last row.
     *
     * @throws IOException what kept the source from going on
     */
    void throwIfFailed() throws IOException {
        if (failure instanceof IOException unreadable) {
            throw unreadable;
        } else if (failure instanceof RuntimeException fault) {
            throw fault;
        } else if (failure instanceof Error fault) {
            throw fault;
        }
    }

    /** Ends the thread; what it has read is thrown away. Returns when it no longer uses the source. */
    @Override
    public void close() {
        thread.close();
    }
}
