package boscard.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * DuckDB's native library, unpacked once per user instead of at every start. The driver unpacks 60 MB into a temporary
 * file each time its classes load; there is no setting against it (docs/adr/0006-ledger.md has the figures).
 *
 * @param driverRoot jar or folder of the driver's classes
 * @param resource name of the library inside it
 * @param size of the library in bytes
 * @param checksum of the library as its jar states it, in hexadecimal; part of the file name, so that another version
 *     never meets this file
 */
record NativeLibrary(URL driverRoot, String resource, long size, String checksum) {

    /**
     * Names another folder, for a folder {@code duckdb} with the unpacked library; {@code off} leaves the unpacking to
     * the driver.
     */
    static final String CACHE_PROPERTY = "boscard.cache";

    private static final String DRIVER = "org/duckdb/DuckDBDriver.class";

    /** The library for this machine, or null when the driver's jar is not packed as expected. */
    static @Nullable NativeLibrary find() {
        ClassLoader classes = NativeLibrary.class.getClassLoader();
        String resource = "libduckdb_java.so_" + platform();
        URL library = classes.getResource(resource);
        URL driver = classes.getResource(DRIVER);
        if (library == null || driver == null) {
            return null;
        }
        try {
            URLConnection connection = library.openConnection();
            if (!(connection instanceof JarURLConnection jar)) {
                return null;
            }
            String url = driver.toString();
            URL root = jar.getJarFileURL();
            if (!url.startsWith("jar:" + root + "!")) {
                return null;
            }
            var entry = jar.getJarEntry();
            return new NativeLibrary(root, resource, entry.getSize(), Long.toHexString(entry.getCrc()));
        } catch (IOException e) {
            return null;
        }
    }

    /** As the driver names it: {@code linux_amd64}. */
    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return "osx_universal";
        }
        return (system.startsWith("windows") ? "windows" : "linux")
                + (processor.equals("aarch64") || processor.equals("arm64") ? "_arm64" : "_amd64");
    }

    /**
     * The unpacked library. Unpacks it when it is not there, aside and then renamed, so that two processes may do so at
     * once.
     *
     * @throws IOException when there is no folder of this user alone to put it into
     */
    Path unpacked() throws IOException {
        Path folder = cacheFolder();
        Path file = folder.resolve(resource + "-" + checksum);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == size) {
            return file;
        }
        Path aside = Files.createTempFile(folder, "unpacking-", ".tmp");
        try {
            URL source = new URI("jar:" + driverRoot + "!/" + resource).toURL();
            try (InputStream packed = source.openStream()) {
                Files.copy(packed, aside, StandardCopyOption.REPLACE_EXISTING);
            }
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                channel.force(true); // before it gets its name
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException | URISyntaxException e) {
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(aside);
        }
        return file;
    }

    /** A folder that nobody else may write to: code is loaded from it. */
    private static Path cacheFolder() throws IOException {
        String named = System.getProperty(CACHE_PROPERTY, "");
        if (named.equals("off")) {
            throw new IOException("switched off");
        }
        Path folder = named.isEmpty() ? userCache().resolve("boscard") : Path.of(named, "duckdb");
        Files.createDirectories(folder);
        var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view != null) {
            String user = System.getProperty("user.name", "");
            if (!view.getOwner().getName().equals(user)) {
                throw new IOException(folder + " belongs to somebody else");
            }
            view.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    private static Path userCache() throws IOException {
        String cache = System.getenv("XDG_CACHE_HOME");
        String local = System.getenv("LOCALAPPDATA");
        String home = System.getProperty("user.home", "");
        if (cache != null && Path.of(cache).isAbsolute()) {
            return Path.of(cache);
        } else if (local != null && !local.isEmpty()) {
            return Path.of(local);
        } else if (home.isEmpty() || home.equals("?")) {
            throw new IOException("this user has no home folder");
        }
        return Path.of(home, ".cache");
    }
}
