package boscard.ledger;

import boscard.database.DuckDb;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the connections that the last queries of a run have used, because opening one costs more than most queries: an
 * explanation asks some twenty. They see one folder; the first query of another run closes them. A connection holds no
 * file open between two queries. Safe for any thread; a connection that was taken belongs to the taker.
 */
final class IdleConnections {

    private static final int MOST = 4;
    private static final Deque<Connection> IDLE = new ArrayDeque<>();
    private static @Nullable Path folder;

    private IdleConnections() {}

    /**
     * An idle connection or a new one.
     *
     * @param of the real path of the run
     */
    static Connection take(Path of) throws SQLException {
        synchronized (IDLE) {
            if (of.equals(folder) && !IDLE.isEmpty()) {
                return IDLE.pop();
            }
        }
        return DuckDb.open(of);
    }

    /** Keeps a connection without open results for the next query, or closes it. */
    static void giveBack(Path of, Connection connection) {
        synchronized (IDLE) {
            if (!of.equals(folder)) {
                IDLE.forEach(IdleConnections::close);
                IDLE.clear();
                folder = of;
            }
            if (IDLE.size() < MOST) {
                IDLE.push(connection);
                return;
            }
        }
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException unimportant) {
            // it was only read from
        }
    }
}
