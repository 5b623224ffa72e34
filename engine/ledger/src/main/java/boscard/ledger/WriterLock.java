package boscard.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Says that a writer lives. The operating system lets go of the lock when the process ends, however it ends, so
 * leftovers whose lock can be had belong to nobody. A process number would not do: containers that share a folder have
 * their own numbers.
 */
final class WriterLock implements Closeable {

    /** Start of the names of folders and locks of writers; no run is named so. */
    static final String PREFIX = ".writing-";

    private static final String SUFFIX = ".lock";

    /**
     * The locks of this process. They must not even be opened a second time: closing any handle of a file gives up all
     * locks that the process has on it.
     */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private WriterLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Locks for the writing folder of this name, or null when somebody else uses the name. */
    static @Nullable WriterLock take(Path runs, String name) throws IOException {
        Path file = runs.toRealPath().resolve(name + SUFFIX);
        if (!OURS.add(file)) {
            return null;
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            // A cleaner may have deleted the file between the two calls; then the lock is on nothing.
            taken = lock(channel) != null && Files.exists(file);
            return taken ? new WriterLock(file, channel) : null;
        } finally {
            if (!taken) {
                OURS.remove(file);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    /** Removes what dead writers left behind. Failing to do so harms nobody, so it is not reported. */
    static void removeLeftovers(Path runs) {
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(runs.toRealPath(), PREFIX + "*" + SUFFIX)) {
            for (Path file : locks) {
                removeIfDead(file);
            }
        } catch (IOException | DirectoryIteratorException unimportant) {
            // The next writer tries again.
        }
    }

    private static void removeIfDead(Path file) {
        if (!OURS.add(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (lock(channel) != null) {
                Durably.delete(folderOf(file));
                Files.deleteIfExists(file);
            }
        } catch (IOException unimportant) {
            // Gone already, or not ours to delete.
        } finally {
            OURS.remove(file);
        }
    }

    private static Path folderOf(Path lock) {
        String name = lock.getFileName().toString();
        return lock.resolveSibling(name.substring(0, name.length() - SUFFIX.length()));
    }

    /** The folder that this lock protects; the writer creates it. */
    Path folder() {
        return folderOf(file);
    }

    /** Deletes the lock; the folder must be renamed or gone by then. */
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(file); // while it is held, so that nobody can lock a file about to vanish unnoticed
            channel.close();
        } finally {
            OURS.remove(file);
        }
    }
}
