package boscard.ledger;

import boscard.fact.FactKind;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of a run while it is being written. Rows go to files as they come; {@link #toParquet} sorts each table and
 * writes it as Parquet. Memory does not grow with the run. Not thread-safe.
 */
final class Staging implements Closeable {

    private static final long DEFAULT_OBJECT_SIZE = 1L << 20;

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
        for (RunTable table : RunTable.CONCLUSIONS) {
            open(table, resultsDigest);
        }
    }

    private void open(RunTable table, CanonicalDigest digest) throws IOException {
        writers.put(table, new RowWriter(table, staged(table), digest));
    }

    private Path staged(RunTable table) {
        return folder.resolve(table.name() + ".jsonl");
    }

    RowWriter table(RunTable table) {
        RowWriter writer = writers.get(table);
        if (writer == null) {
            throw new IllegalArgumentException("No such table: " + table.name());
        }
        return writer;
    }

    CanonicalDigest resultsDigest() {
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

    /** Ends the writing of rows, makes the Parquet files and removes the staged ones. */
    void toParquet(Connection connection) throws IOException, SQLException {
        close();
        try (Statement statement = connection.createStatement()) {
            for (var entry : writers.entrySet()) {
                statement.execute(copy(entry.getKey(), entry.getValue()));
            }
        }
        Durably.delete(folder);
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
                + " (FORMAT parquet, COMPRESSION zstd)";
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
