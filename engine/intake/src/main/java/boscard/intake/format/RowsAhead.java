package boscard.intake.format;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows on a thread of its own, some thousand ahead of whoever takes them, so that a file is taken apart while its
 * values are read. Two threads: one makes, one takes. The places for rows go round and are used again.
 *
 * @param <R> a row that can be filled again
 */
final class RowsAhead<R> implements AutoCloseable {

    private static final int BATCHES = 4;
    private static final int BATCH = 512;

    /** Fills a row with the next one. */
    interface Source<R> {

        /** @return whether there was one */
        boolean fill(R row) throws IOException;
    }

    /** Some rows, and how it went on after them. */
    private static final class Batch<R> {

        private final Object[] rows = new Object[BATCH];
        private int size;
        private boolean last;
        private @Nullable Throwable failure;

        Batch(Supplier<R> empty) {
            for (int i = 0; i < BATCH; i++) {
                rows[i] = empty.get();
            }
        }

        @SuppressWarnings("unchecked") // nothing but what the supplier gave
        R row(int index) {
            return (R) rows[index];
        }
    }

    private final Source<R> source;
    private final BlockingQueue<Batch<R>> empty = new ArrayBlockingQueue<>(BATCHES);
    private final BlockingQueue<Batch<R>> full = new ArrayBlockingQueue<>(BATCHES);
    private final Thread thread;
    private @Nullable Batch<R> taken;
    private int next;

    /** @param row makes a row to be filled */
    RowsAhead(String name, Source<R> source, Supplier<R> row) {
        this.source = source;
        for (int i = 0; i < BATCHES; i++) {
            empty.add(new Batch<>(row));
        }
        this.thread = new Thread(this::make, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void make() {
        try {
            boolean last = false;
            while (!last) {
                Batch<R> batch = empty.take();
                fill(batch);
                last = batch.last;
                full.put(batch);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt(); // nobody takes any more
        }
    }

    private void fill(Batch<R> batch) {
        batch.size = 0;
        try {
            while (batch.size < BATCH && !batch.last) {
                if (source.fill(batch.row(batch.size))) {
                    batch.size++;
                } else {
                    batch.last = true;
                }
            }
        } catch (IOException | RuntimeException | Error failure) { // for whoever takes, after the rows before it
            batch.failure = failure;
            batch.last = true;
        }
    }

    /**
     * The next row, to be used until the one after it is taken; null at the end.
     *
     * @throws IOException what kept the source from going on
     */
    @Nullable
    R take() throws IOException {
        Batch<R> batch = taken;
        while (batch == null || next == batch.size) {
            if (batch != null) {
                if (batch.last) {
                    throwIfFailed(batch.failure);
                    return null;
                }
                empty.add(batch);
            }
            batch = await();
            taken = batch;
            next = 0;
        }
        return batch.row(next++);
    }

    private Batch<R> await() throws IOException {
        try {
            return full.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading", interrupted);
        }
    }

    private static void throwIfFailed(@Nullable Throwable failure) throws IOException {
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
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
