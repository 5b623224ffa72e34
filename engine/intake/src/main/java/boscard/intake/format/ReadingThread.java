package boscard.intake.format;

/** A thread that reads ahead for another one: it ends with the process, or when nobody takes any more. */
final class ReadingThread implements AutoCloseable {

    private final Thread thread;

    private ReadingThread(Thread thread) {
        this.thread = thread;
    }

    /** @param work ends when its thread is interrupted */
    static ReadingThread start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return new ReadingThread(thread);
    }

    /** Interrupts the thread and returns when it has ended, even if the caller is interrupted meanwhile. */
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
