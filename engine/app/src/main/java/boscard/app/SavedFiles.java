package boscard.app;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Tells which files were saved. The file system's events only wake it up: what was saved it finds by looking at the
 * files, once nothing has changed any more for a moment, so that a program that writes beside and renames, truncates
 * first, or writes in several goes has saved once. Lock files, hidden files and the temporary files of office programs
 * are not looked at. On a file system without events it looks every half second. Not thread-safe.
 */
final class SavedFiles implements AutoCloseable {

    private static final long QUIET_MILLIS = 60;
    private static final long LOOK_MILLIS = 500;
    private static final long VANISHED_MILLIS = 1_500;
    private static final int END_OF_ZIP = 22; // bytes, without a comment, which office programs do not write
    private static final Set<String> PASSED_OVER = Set.of("tmp", "temp", "bak", "swp", "lock", "part", "crdownload");

    private record Seen(long size, long modified, Object key) {}

    private final List<Path> rulebook;
    private final List<Path> facts;
    private final WatchService events;
    private final Set<Path> watchedFolders = new HashSet<>();
    private Map<Path, Seen> known;

    SavedFiles(List<Path> rulebook, List<Path> facts) throws IOException {
        this.rulebook = rulebook.stream().map(Path::toAbsolutePath).toList();
        this.facts = facts.stream().map(Path::toAbsolutePath).toList();
        this.events = this.rulebook.get(0).getFileSystem().newWatchService();
        this.known = look();
    }

    /**
     * Waits until files were saved, added or removed.
     *
     * @throws InterruptedException when this thread is interrupted
     */
    Set<Path> next() throws InterruptedException {
        while (true) {
            await(LOOK_MILLIS);
            Map<Path, Seen> now = look();
            if (!now.equals(known)) {
                Map<Path, Seen> settled = settled(now);
                Set<Path> saved = differences(known, settled);
                known = settled;
                if (!saved.isEmpty()) {
                    return saved;
                }
            }
        }
    }

    boolean ofRulebook(Set<Path> saved) {
        return saved.stream().anyMatch(path -> rulebook.stream().anyMatch(path::startsWith));
    }

    boolean ofFacts(Set<Path> saved) {
        return saved.stream().anyMatch(path -> facts.stream().anyMatch(path::startsWith));
    }

    /** Looks again until two looks agree and a file that was there has come back, or has stayed away for long. */
    private Map<Path, Seen> settled(Map<Path, Seen> first) throws InterruptedException {
        Map<Path, Seen> before = first;
        long giveUp = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(VANISHED_MILLIS);
        while (true) {
            Thread.sleep(QUIET_MILLIS);
            Map<Path, Seen> now = look();
            boolean whole = now.keySet().containsAll(known.keySet())
                    && now.values().stream().allMatch(seen -> seen.size > 0)
                    && differences(known, now).stream().allMatch(SavedFiles::isWritten);
            if (now.equals(before) && (whole || System.nanoTime() > giveUp)) {
                return now;
            }
            before = now;
        }
    }

    /** A workbook is a zip, whose directory is written last: without it the file is still being written, or broken. */
    private static boolean isWritten(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".xlsx") && !name.endsWith(".xlsm")) {
            return true;
        }
        try (var content = new RandomAccessFile(file.toFile(), "r")) {
            content.seek(Math.max(0, content.length() - END_OF_ZIP));
            byte[] end = new byte[4];
            return content.read(end) == end.length && end[0] == 'P' && end[1] == 'K' && end[2] == 5 && end[3] == 6;
        } catch (IOException vanished) {
            return false;
        }
    }

    private static Set<Path> differences(Map<Path, Seen> before, Map<Path, Seen> now) {
        var saved = new TreeSet<Path>();
        now.forEach((path, seen) -> {
            if (!seen.equals(before.get(path))) {
                saved.add(path);
            }
        });
        before.keySet().stream().filter(path -> !now.containsKey(path)).forEach(saved::add);
        return saved;
    }

    private void await(long millis) throws InterruptedException {
        WatchKey key = events.poll(millis, TimeUnit.MILLISECONDS);
        while (key != null) {
            key.pollEvents();
            key.reset();
            key = events.poll();
        }
    }

    private Map<Path, Seen> look() {
        var seen = new HashMap<Path, Seen>();
        rulebook.forEach(root -> look(root, seen));
        facts.forEach(root -> look(root, seen));
        return seen;
    }

    private void look(Path root, Map<Path, Seen> seen) {
        boolean folder = Files.isDirectory(root);
        Path parent = root.getParent();
        listen(folder || parent == null ? root : parent);
        try (Stream<Path> found = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            found.forEach(path -> {
                if (Files.isDirectory(path)) {
                    listen(path);
                } else if (path.equals(root) || isLookedAt(path)) {
                    look(path).ifPresent(one -> seen.put(path, one));
                }
            });
        } catch (IOException | UncheckedIOException vanished) {
            // a folder that is being replaced; it is looked at again
        }
    }

    private static Optional<Seen> look(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Object key = attributes.fileKey() == null ? "" : attributes.fileKey();
            return Optional.of(
                    new Seen(attributes.size(), attributes.lastModifiedTime().toMillis(), key));
        } catch (IOException vanished) {
            return Optional.empty();
        }
    }

    private static boolean isLookedAt(Path file) {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.indexOf('.') > 0
                && !name.startsWith("~")
                && !name.endsWith("~")
                && !PASSED_OVER.contains(extension);
    }

    private void listen(Path folder) {
        if (watchedFolders.add(folder)) {
            try {
                folder.register(
                        events,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            } catch (IOException | UnsupportedOperationException without) {
                // looking will do
            }
        }
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
