package boscard.ledger;

import boscard.database.DuckDb;
import boscard.fact.FactKind;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of a run while it is being written. Rows go to files as they come; {@link #toParquet} sorts each table and
 * writes it as Parquet. Memory does not grow with the run. Not thread-safe.
 */
final class Staging implements Tables, Closeable {

    private static final long DEFAULT_OBJECT_SIZE = 1L << 20;

    /**
     * Rows that Parquet keeps together. They are in memory while they are written, and a row with its addresses takes
     * kilobytes; and who reads one scorecard reads the groups that have it.
     */
    private static final int ROW_GROUP = 16_384;

    private final Path run;
    private final Path folder;
    private final CanonicalDigest resultsDigest = new CanonicalDigest();
    private final CanonicalDigest factsDigest = new CanonicalDigest();
    private final CanonicalDigest ignored = new CanonicalDigest();
    private final Map<RunTable, RowWriter> writers = new LinkedHashMap<>();

    /** @param run folder into which the Parquet files go */
    Staging(Path run) throws IOException {
        this.run = run;
        this.folder = Files.createDirectory(run.resolve("staging"));
        for (FactKind kind : FactKind.values()) {
            open(RunTable.of(kind), factsDigest);
        }
        open(RunTable.LAYOUTS, ignored);
        open(RunTable.POPULATION, ignored);
        for (RunTable table : RunTable.CONCLUSIONS) {
            open(table, resultsDigest);
        }
    }

    private Staging() {
        this.run = Path.of("");
        this.folder = run;
        for (FactKind kind : FactKind.values()) {
            unkept(RunTable.of(kind), factsDigest);
        }
        unkept(RunTable.LAYOUTS, ignored);
        for (RunTable table : RunTable.CONCLUSIONS) {
            unkept(table, resultsDigest);
        }
    }

    private void unkept(RunTable table, CanonicalDigest digest) {
        writers.put(table, new RowWriter(table, OutputStream.nullOutputStream(), digest));
    }

    /** Tables that keep nothing: only their digest is wanted. */
    static Staging forDigest() {
        return new Staging();
    }

    private void open(RunTable table, CanonicalDigest digest) throws IOException {
        writers.put(table, new RowWriter(table, Files.newOutputStream(staged(table)), digest));
    }

    private Path staged(RunTable table) {
        return folder.resolve(table.name() + ".jsonl");
    }

    @Override
    public RowWriter table(RunTable table) {
        RowWriter writer = writers.get(table);
        if (writer == null) {
            throw new IllegalArgumentException("No such table: " + table.name());
        }
        return writer;
    }

    /** Rows made elsewhere, in the order in which they come. */
    void append(PreparedEvaluation evaluation) throws IOException {
        for (PreparedEvaluation.RowBlock block : evaluation.blocks()) {
            table(block.table()).append(block);
        }
    }

    @Override
    public CanonicalDigest resultsDigest() {
        return resultsDigest;
    }

    CanonicalDigest factsDigest() {
        return factsDigest;
    }

    /** Rows by table, in the order of the files in the documentation. */
    Map<RunTable, Long> rows() {
        var rows = new LinkedHashMap<RunTable, Long>();
        writers.forEach((table, writer) -> rows.put(table, writer.rows()));
        return rows;
    }

    /**
     * Ends the writing of rows, makes the Parquet files and removes the staged ones. Two threads share the tables, the
     * largest first; each table is written by one thread, so its bytes do not depend on the other.
     */
    void toParquet(Connection connection) throws IOException, SQLException {
        close();
        var tables = new ConcurrentLinkedQueue<RunTable>(writers.keySet().stream()
                .sorted(Comparator.comparingLong(
                                (RunTable table) -> staged(table).toFile().length())
                        .reversed())
                .toList());
        var beside = new FutureTask<>(() -> {
            try (Connection second = DuckDb.open(run, DuckDb.SPILL_BESIDE)) {
                copyAll(tables, second);
            }
            return true;
        });
        var thread = new Thread(beside, "boscard-parquet");
        thread.setDaemon(true);
        thread.start();
        try {
            copyAll(tables, connection);
        } finally {
            tables.clear(); // after a failure the other thread has nothing more to begin
            await(beside);
        }
        Durably.delete(folder);
    }

    private void copyAll(Queue<RunTable> tables, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (RunTable table = tables.poll(); table != null; table = tables.poll()) {
                statement.execute(copy(table, table(table)));
            }
        }
    }

    private static void await(FutureTask<?> beside) throws IOException, SQLException {
        try {
            beside.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof SQLException e) {
                throw e;
            }
            throw new IllegalStateException("The tables could not be written", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the tables were written");
        }
    }

    private String copy(RunTable table, RowWriter writer) {
        String columns = Stream.concat(table.columns().stream().map(Column::name), Stream.of(RunTable.EXACT))
                .map(DuckDb::name)
                .collect(Collectors.joining(", "));
        String source = writer.rows() == 0
                ? "(SELECT " + emptyColumns(table) + " WHERE false)"
                : "read_json(" + DuckDb.literal(staged(table)) + ", format = 'newline_delimited', columns = "
                        + table.columnTypes() + ", maximum_object_size = "
                        + Math.max(DEFAULT_OBJECT_SIZE, writer.longestRow() + 1) + ")";
        return "COPY (SELECT " + columns + " FROM " + source + " ORDER BY " + String.join(", ", table.order())
                + ") TO " + DuckDb.literal(run.resolve(table.fileName()))
                + " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE " + ROW_GROUP + ")";
    }

    private static String emptyColumns(RunTable table) {
        return Stream.concat(table.columns().stream(), Stream.of(Column.text(RunTable.EXACT)))
                .map(column -> "NULL::" + column.type() + " AS " + DuckDb.name(column.name()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() throws IOException {
        List<IOException> failures = new ArrayList<>();
        for (RowWriter writer : writers.values()) {
            try {
                writer.close();
            } catch (IOException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }
}
