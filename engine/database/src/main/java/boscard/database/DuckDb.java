package boscard.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * Opens the embedded database. Each connection is a database of its own in memory: it sees the files of one folder,
 * fetches nothing from a network, and answers in the same order every time because it uses one thread.
 */
public final class DuckDb {

    /** Name of the folder, inside the one it works in, for what does not fit into its memory. */
    private static final String SPILL = "spill";

    private static final String MEMORY = "512MB";

    private DuckDb() {}

    /**
     * @param folder the only folder whose files it may read or write
     * @throws SQLException when it cannot start
     */
    public static Connection open(Path folder) throws SQLException {
        return open(folder, SPILL);
    }

    /** As {@link #open(Path)}, with another folder for what does not fit into memory. */
    public static Connection open(Path folder, String spill) throws SQLException {
        var settings = new Properties();
        settings.setProperty("threads", "1");
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("temp_directory", folder.resolve(spill).toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("jdbc_stream_results", "true");
        Connection connection = Loaded.DRIVER.connect("jdbc:duckdb:", settings);
        if (connection == null) {
            throw new SQLException("The driver did not recognise its own address");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET allowed_directories = [" + literal(folder + "/") + "]");
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Starts to load the driver in the background: 90 ms in a cold process that the caller can use otherwise. What goes
     * wrong there goes wrong again, and is reported, at the first {@link #open}.
     */
    public static void prepare() {
        var loading = new Thread(() -> Loaded.DRIVER.getMajorVersion(), "duckdb-loading");
        loading.setDaemon(true);
        loading.setUncaughtExceptionHandler((thread, failure) -> {});
        loading.start();
    }

    /** A text as SQL writes it. */
    public static String literal(Object text) {
        return "'" + text.toString().replace("'", "''") + "'";
    }

    /** A Parquet file as SQL reads it. */
    public static String parquet(Path file) {
        return "read_parquet(" + literal(file) + ")";
    }

    /** A name as SQL writes it. */
    public static String name(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    /** The driver, loaded when the first run is written or read and not before: most commands never need it. */
    private static final class Loaded {
        static final Driver DRIVER = load();

        @SuppressWarnings("resource") // the driver lives as long as the process
        private static Driver load() {
            NativeLibrary library = NativeLibrary.find();
            if (library != null) {
                try {
                    var classes = new DriverClasses(library, library.unpacked());
                    return instance(classes);
                } catch (IOException | ReflectiveOperationException | LinkageError noCache) {
                    // Slower, and the answer is the same: the driver unpacks the library itself.
                }
            }
            try {
                return instance(DuckDb.class.getClassLoader());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("DuckDB is not on the class path", e);
            }
        }

        private static Driver instance(ClassLoader classes) throws ReflectiveOperationException {
            Class.forName("org.duckdb.DuckDBNative", true, classes); // loads the library now, while we can choose again
            return (Driver) Class.forName("org.duckdb.DuckDBDriver", true, classes)
                    .getDeclaredConstructor()
                    .newInstance();
        }
    }
}
