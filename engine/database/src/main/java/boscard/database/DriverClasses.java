package boscard.database;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Loads DuckDB's driver so that it takes the library already unpacked. The driver looks for the library among its
 * resources first and unpacks what it finds; here it finds none, asks the virtual machine for it by name, and gets the
 * unpacked file. Everything outside {@code org.duckdb} comes from the parent, so callers see a plain
 * {@link java.sql.Driver}.
 */
final class DriverClasses extends URLClassLoader {

    /**
     * The driver counts its memory as events of the flight recorder where there is one, and starting that takes 50 ms
     * of each cold process; where there is none, it goes on without.
     */
    private static final String FLIGHT_RECORDER = "jdk.jfr.FlightRecorder";

    private final NativeLibrary library;
    private final Path unpacked;

    DriverClasses(NativeLibrary library, Path unpacked) {
        super("duckdb", new URL[] {library.driverRoot()}, DriverClasses.class.getClassLoader());
        this.library = library;
        this.unpacked = unpacked;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.equals(FLIGHT_RECORDER)) {
            throw new ClassNotFoundException("boscard records no events of DuckDB");
        }
        if (!name.startsWith("org.duckdb.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        return name.equals(library.resource()) ? null : super.getResource(name);
    }

    @Override
    protected @Nullable String findLibrary(String name) {
        return name.equals("duckdb_java") ? unpacked.toString() : null;
    }
}
