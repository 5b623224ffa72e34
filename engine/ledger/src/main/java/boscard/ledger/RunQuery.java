package boscard.ledger;

import boscard.database.DuckDb;
import boscard.ledger.FindingFilter.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The rows of one table of a run, read while they are used.
 *
 * @param <T> what a row becomes
 */
final class RunQuery<T> extends Spliterators.AbstractSpliterator<T> implements AutoCloseable {

    /** Makes a value of the row on which the reader stands. */
    interface RowMapper<T> {
        T map(RowReader row) throws SQLException;
    }

    private final Path folder;
    private final Path file;
    private final Connection connection;
    private final PreparedStatement statement;
    private final ResultSet result;
    private final RowReader row;
    private final RowMapper<T> mapper;

    private RunQuery(
            Path folder,
            RunTable table,
            Connection connection,
            String columns,
            Condition condition,
            RowMapper<T> mapper)
            throws SQLException {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.folder = folder;
        this.file = folder.resolve(table.fileName());
        this.connection = connection;
        this.mapper = mapper;
        this.statement = connection.prepareStatement(
                "SELECT " + columns + " FROM " + DuckDb.parquet(file) + " WHERE " + condition.sql());
        int position = 1;
        for (String argument : condition.arguments()) {
            statement.setString(position++, argument);
        }
        this.result = statement.executeQuery();
        this.row = new RowReader(result);
    }

    static <T> Stream<T> rows(Path run, RunTable table, Condition condition, RowMapper<T> mapper) {
        return rows(run, table, "*", condition, mapper);
    }

    /**
     * As {@link #rows(Path, RunTable, Condition, RowMapper)}, reading only some columns of the file.
     *
     * @param columns as SQL writes them
     */
    @SuppressWarnings("resource") // the stream closes the query, the query its connection
    static <T> Stream<T> rows(Path run, RunTable table, String columns, Condition condition, RowMapper<T> mapper) {
        Path file = run.resolve(table.fileName());
        if (!Files.isRegularFile(file)) {
            throw new InvalidRun(InvalidRun.broken(file, "is missing"));
        }
        Connection connection = null;
        try {
            Path folder = run.toRealPath();
            connection = IdleConnections.take(folder);
            var query = new RunQuery<>(folder, table, connection, columns, condition, mapper);
            return StreamSupport.stream(query, false).onClose(query::close);
        } catch (IOException | SQLException e) {
            if (connection != null) {
                close(connection);
            }
            throw broken(file, e);
        }
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        T value;
        try {
            if (!row.next()) {
                return false;
            }
            value = mapper.map(row);
        } catch (SQLException | IllegalArgumentException | ClassCastException e) {
            throw broken(file, e);
        }
        action.accept(value);
        return true;
    }

    private static InvalidRun broken(Path file, Exception cause) {
        return new InvalidRun(InvalidRun.broken(file, "cannot be read: " + InvalidRun.reason(cause)));
    }

    @Override
    public void close() {
        if (close(result) & close(statement)) {
            IdleConnections.giveBack(folder, connection);
        } else {
            close(connection);
        }
    }

    /** What was only read has nothing to lose. */
    private static boolean close(AutoCloseable resource) {
        try {
            resource.close();
            return true;
        } catch (Exception unimportant) {
            return false; // See above.
        }
    }
}
