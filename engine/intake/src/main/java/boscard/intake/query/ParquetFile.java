package boscard.intake.query;

import boscard.database.DuckDb;
import boscard.intake.format.RowSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A Parquet file, read by DuckDB as its rows are asked for. Its rows are numbered from 1. */
public final class ParquetFile {

    private ParquetFile() {}

    /**
     * Opens the file.
     *
     * @param shown what addresses call it
     * @throws IOException when it is damaged
     */
    @SuppressWarnings("resource") // the rows close the connection and the statement
    public static RowSource open(Path path, String shown) throws IOException {
        Path file = path.toRealPath();
        Path folder = file.getParent();
        Connection connection = null;
        try {
            connection = DuckDb.open(
                    folder == null ? file : folder,
                    Path.of(System.getProperty("java.io.tmpdir", "."), "boscard-spill")
                            .toAbsolutePath()
                            .toString());
            Statement statement = connection.createStatement();
            return new ResultRows(
                    shown, connection, statement, statement.executeQuery("SELECT * FROM " + DuckDb.parquet(file)));
        } catch (SQLException damaged) {
            if (connection != null) {
                try {
                    connection.close();
                } catch (SQLException alsoFailed) {
                    damaged.addSuppressed(alsoFailed);
                }
            }
            throw new IOException(ResultRows.firstLine(damaged), damaged);
        }
    }
}
