package boscard.app;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work that goes on beside the caller's, on a thread of its own: an evaluation is short, and its steps need not wait
 * for each other everywhere. A thread that is left behind does not keep the process alive.
 */
final class Beside<T> implements AutoCloseable {

    private final FutureTask<T> task;

    private Beside(Callable<T> work) {
        this.task = new FutureTask<>(work);
    }

    /** Starts the work. */
    static <T> Beside<T> start(String name, Callable<T> work) {
        var beside = new Beside<T>(work);
        var thread = new Thread(beside.task, "boscard-" + name);
        thread.setDaemon(true);
        thread.start();
        return beside;
    }

    /** Waits for the result. What the work threw is thrown here, as if the caller had done the work. */
    T result() throws Exception {
        try {
            return task.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Exception exception) {
                throw exception;
            }
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw failure;
        }
    }

    /** Waits for the end of the work, however it ends: so that nothing is taken from under it. */
    @Override
    public void close() {
        boolean interrupted = false;
        while (!task.isDone()) {
            try {
                task.get();
            } catch (ExecutionException told) {
                // result() tells
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
