package boscard.intake.format;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** What a compressed file holds, in a file of its own until this is closed. */
public final class Unpacked implements Closeable {

    private static final int BUFFER = 1 << 16;
    private static final int ENTRIES_LOOKED_AT = 1_000;

    private static final long ALWAYS_UNPACKED = 32L << 20;
    private static final long MOST_RATIO = 250; // plain tables reach some 50

    private final Path file;
    private final String name;

    private Unpacked(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /** A zip file that is no workbook, by the names of what it holds. */
    public static boolean isPlainZip(Path zip) throws IOException {
        try (var entries = new ZipInputStream(Files.newInputStream(zip))) {
            ZipEntry entry = entries.getNextEntry();
            return entry != null
                    && !entry.getName().equals("[Content_Types].xml")
                    && !entry.getName().startsWith("_rels/")
                    && !entry.getName().startsWith("xl/")
                    && !entry.getName().startsWith("docProps/");
        } catch (IllegalArgumentException brokenName) {
            return false;
        }
    }

    /**
     * Unpacks a file that was compressed with gzip.
     *
     * @param name of the compressed file
     * @param most bytes that may come out of it
     * @return null when there are more
     */
    public static @Nullable Unpacked gzip(Path file, String name, long most) throws IOException {
        String inner = name.toLowerCase(Locale.ROOT).endsWith(".gz")
                ? name.substring(0, name.length() - ".gz".length())
                : name;
        try (InputStream bytes =
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER), BUFFER)) {
            return copy(bytes, inner, most);
        }
    }

    /**
     * Unpacks a file that was compressed with Zstandard.
     *
     * @param name of the compressed file
     * @param most bytes that may come out of it
     * @return null when there are more
     */
    public static @Nullable Unpacked zstandard(Path file, String name, long most) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        String ending = lower.endsWith(".zst") ? ".zst" : lower.endsWith(".zstd") ? ".zstd" : "";
        try (InputStream bytes = new ZstdInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            return copy(bytes, name.substring(0, name.length() - ending.length()), most);
        } catch (RuntimeException | OutOfMemoryError damaged) { // a damaged header can ask for gigabytes at once
            throw new IOException("it is no valid Zstandard file: " + damaged.getMessage(), damaged);
        }
    }

    /**
     * Unpacks the one file in a zip file.
     *
     * @param most bytes that may come out of it
     * @return null when there are more
     * @throws IOException when it holds none, or several
     */
    public static @Nullable Unpacked zip(Path file, long most) throws IOException {
        Unpacked found = null;
        try (var entries = new ZipInputStream(
                new BufferedInputStream(Files.newInputStream(file), BUFFER), StandardCharsets.UTF_8)) {
            ZipEntry entry;
            int looked = 0;
            while ((entry = entries.getNextEntry()) != null && ++looked < ENTRIES_LOOKED_AT) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (entry.isDirectory()
                        || name.startsWith(".")
                        || entry.getName().startsWith("__MACOSX/")) {
                    continue;
                }
                if (found != null) {
                    found.close();
                    throw new IOException("it holds several files; unpack them into a folder and name that");
                }
                found = copy(entries, name, most);
                if (found == null) {
                    return null;
                }
            }
        } catch (IllegalArgumentException brokenName) {
            throw new IOException("the names in it are not readable", brokenName);
        }
        if (found == null) {
            throw new IOException("it holds no file");
        }
        return found;
    }

    /** How many bytes may come out of a compressed file before it must have been made to fill the disk. */
    public static long mostOf(Path file) throws IOException {
        return Math.max(ALWAYS_UNPACKED, MOST_RATIO * Files.size(file));
    }

    private static @Nullable Unpacked copy(InputStream bytes, String name, long most) throws IOException {
        Path target = Files.createTempFile("boscard-unpacked-", ".tmp");
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[BUFFER];
            long copied = 0;
            int length;
            while ((length = bytes.read(buffer)) >= 0 && copied <= most) {
                out.write(buffer, 0, length);
                copied += length;
            }
            whole = copied <= most;
        } finally {
            if (!whole) {
                Files.deleteIfExists(target);
            }
        }
        return whole ? new Unpacked(target, name) : null;
    }

    public Path file() {
        return file;
    }

    /** Without a folder: {@code orders.csv}. */
    public String name() {
        return name;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
