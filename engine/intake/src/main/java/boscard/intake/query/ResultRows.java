package boscard.intake.query;

import boscard.intake.format.ContentRow;
import boscard.intake.format.RawRow;
import boscard.intake.format.RowSource;
import boscard.intake.value.RawValue;
import boscard.source.LineRef;
import boscard.source.Origin;
import boscard.source.SourceRef;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query, as a table. Rows are numbered from 1 in the order in which the database gives them. A time with
 * a zone is taken at UTC, a binary floating-point number as the shortest decimal that means it.
 */
public final class ResultRows implements RowSource {

    private final String file;
    private final Connection connection;
    private final Statement statement;
    private final ResultSet result;
    private final List<String> columns = new ArrayList<>();
    private final ContentRow row;
    private final @Nullable Object[] cells;
    private int number;

    /**
     * @param file what addresses call it
     * @param connection is closed with the rows, like the statement
     */
    ResultRows(String file, Connection connection, Statement statement, ResultSet result) throws SQLException {
        this.file = file;
        this.connection = connection;
        this.statement = statement;
        this.result = result;
        ResultSetMetaData described = result.getMetaData();
        for (int i = 1; i <= described.getColumnCount(); i++) {
            columns.add(described.getColumnLabel(i));
        }
        this.cells = new @Nullable Object[columns.size()];
        this.row = new ContentRow(0, cells);
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        try {
            if (!result.next()) {
                return null;
            }
            number++;
            for (int i = 0; i < cells.length; i++) {
                cells[i] = content(result.getObject(i + 1));
            }
            return row.become(number, cells);
        } catch (SQLException failed) {
            throw new IOException("row " + (number + 1) + " cannot be fetched: " + firstLine(failed), failed);
        }
    }

    private static @Nullable Object content(@Nullable Object value) {
        if (value == null || value instanceof String) {
            return value;
        } else if (value instanceof BigDecimal decimal) {
            return new RawValue.Number(decimal);
        } else if (value instanceof BigInteger whole) {
            return new RawValue.Number(new BigDecimal(whole));
        } else if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? new RawValue.Number(new BigDecimal(value.toString())) : value.toString();
        } else if (value instanceof Number whole) {
            return new RawValue.Number(BigDecimal.valueOf(whole.longValue()));
        } else if (value instanceof Boolean yes) {
            return new RawValue.YesNo(yes);
        } else if (value instanceof java.sql.Timestamp time) {
            return new RawValue.Moment(time.toLocalDateTime());
        } else if (value instanceof java.sql.Date day) {
            return new RawValue.Moment(day.toLocalDate().atStartOfDay());
        } else if (value instanceof LocalDate day) {
            return new RawValue.Moment(day.atStartOfDay());
        } else if (value instanceof LocalDateTime time) {
            return new RawValue.Moment(time);
        } else if (value instanceof OffsetDateTime time) {
            return new RawValue.Moment(
                    time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
        }
        return value.toString();
    }

    /** What a database says of a failure, without the lines that point into the query. */
    static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason was given");
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public String table() {
        return "";
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public SourceRef at(int row, int position, String heading) {
        return new LineRef(file, row, position, heading);
    }

    @Override
    public Origin origin(int row, Map<String, Origin.Column> columns) {
        return new Origin.Line(file, row, columns);
    }

    @Override
    public void close() throws IOException {
        try (connection;
                statement) {
            result.close();
        } catch (SQLException failed) {
            throw new IOException("the query cannot be ended: " + firstLine(failed), failed);
        }
    }
}
