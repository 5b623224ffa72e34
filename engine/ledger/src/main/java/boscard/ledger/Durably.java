package boscard.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Puts files and folders on the disk, and takes them away. */
final class Durably {

    private Durably() {}

    /** Returns when the content of a file has reached the disk. */
    static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** The same for everything below a folder, and the names of its entries. */
    static void syncAll(Path folder) throws IOException {
        List<Path> all = below(folder);
        try {
            all.parallelStream().filter(path -> !Files.isDirectory(path)).forEach(Durably::syncFile); // waits, mostly
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        all.stream().filter(Files::isDirectory).forEach(Durably::syncNames);
    }

    private static void syncFile(Path file) {
        try {
            sync(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries of a folder. Systems that cannot open a folder need no such call. */
    static void syncNames(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // Windows cannot open a folder as a file; its renames are journaled.
        }
    }

    /** Deletes a folder with all it holds, or a file; what is already gone is fine. Links are not followed. */
    static void delete(Path root) throws IOException {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(root);
            return;
        }
        try {
            for (Path path : below(root)) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException gone) {
            // Another process deletes the same leftovers.
        }
    }

    /** Everything below a folder and the folder itself, deepest first. */
    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
