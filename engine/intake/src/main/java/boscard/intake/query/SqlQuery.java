package boscard.intake.query;

import boscard.intake.format.RowSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A query of a database over JDBC. It is one SELECT in a transaction that may only read, bounded in rows and in time.
 * Address, user and password come from the environment, and no message repeats them.
 */
public final class SqlQuery {

    private static final int FETCH = 5_000;
    private static final String POSTGRES = "jdbc:postgresql:";

    /** The query cannot be asked, or the database does not answer it. */
    public static final class QueryFailed extends IOException {

        private static final long serialVersionUID = 1L;

        QueryFailed(String message) {
            super(message);
        }
    }

    private final String sql;
    private final String prefix;
    private final UnaryOperator<@Nullable String> environment;

    /**
     * @param sql text of the query
     * @param prefix of the names in the environment: {@code CRM} for {@code CRM_URL}, {@code CRM_USER},
     *     {@code CRM_PASSWORD}
     * @param environment value of a variable; null when it is not set
     */
    public SqlQuery(String sql, String prefix, UnaryOperator<@Nullable String> environment) {
        this.sql = sql;
        this.prefix = prefix;
        this.environment = environment;
    }

    /**
     * Asks the query. Rows are fetched as they are asked for.
     *
     * @param shown what addresses call it
     * @param rows at most
     * @param seconds that the query may take until its first rows, and that the database may be silent afterwards
     * @throws QueryFailed with what is wrong, in words that hold no credentials
     */
    @SuppressWarnings("resource") // the rows close the connection and the statement
    public RowSource open(String shown, int rows, int seconds) throws QueryFailed {
        String statementText = onlySelect(sql);
        String url = setting("URL");
        if (url == null) {
            throw new QueryFailed(prefix + "_URL is not set in the environment; it says where the database is");
        }
        if (!url.startsWith("jdbc:")) {
            throw new QueryFailed(prefix + "_URL is no JDBC address; it begins with jdbc:");
        }
        var properties = new Properties();
        String user = setting("USER");
        String password = setting("PASSWORD");
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        if (url.startsWith(POSTGRES)) {
            properties.setProperty("connectTimeout", "15");
            properties.setProperty("socketTimeout", Integer.toString(seconds));
            properties.setProperty("readOnly", "true");
            properties.setProperty("ApplicationName", "boscard");
        }
        Connection connection = null;
        try {
            connection = connect(url, properties);
            connection.setReadOnly(true);
            connection.setAutoCommit(false); // rows come in portions only within a transaction
            Statement statement = connection.createStatement();
            statement.setFetchSize(FETCH);
            statement.setMaxRows(rows);
            statement.setQueryTimeout(seconds);
            ResultSet result = statement.executeQuery(statementText);
            return new ResultRows(shown, connection, statement, result);
        } catch (SQLException failed) {
            if (connection != null) {
                try {
                    connection.close();
                } catch (SQLException alsoFailed) {
                    failed.addSuppressed(alsoFailed);
                }
            }
            throw new QueryFailed(
                    "the database does not answer the query: " + discreet(ResultRows.firstLine(failed), url));
        }
    }

    /** The driver that knows the address. To ask the manager would load every driver, DuckDB's library included. */
    private static Connection connect(String url, Properties properties) throws SQLException {
        if (url.startsWith(POSTGRES)) {
            try {
                Driver driver = (Driver) Class.forName("org.postgresql.Driver")
                        .getDeclaredConstructor()
                        .newInstance();
                Connection connection = driver.connect(url, properties);
                if (connection != null) {
                    return connection;
                }
            } catch (ReflectiveOperationException noDriver) {
                throw new SQLException("the driver of PostgreSQL is not on the class path", noDriver);
            }
        }
        return DriverManager.getConnection(url, properties);
    }

    private @Nullable String setting(String name) {
        String value = environment.apply(prefix + "_" + name);
        return value == null || value.isBlank() ? null : value;
    }

    /** Without the address, the password and what the address may hold of them. */
    private String discreet(String message, String url) {
        String shown = message.replace(url, "the address");
        String password = setting("PASSWORD");
        if (password != null && password.length() > 2) {
            shown = shown.replace(password, "…");
        }
        int parameters = url.indexOf('?');
        return parameters < 0 ? shown : shown.replace(url.substring(parameters), "…");
    }

    /**
     * One SELECT without a semicolon behind which something else could stand.
     *
     * @throws QueryFailed when it is anything else
     */
    static String onlySelect(String sql) throws QueryFailed {
        String text = withoutComments(sql).strip();
        while (text.endsWith(";")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        String start = text.toLowerCase(Locale.ROOT);
        if (!(start.startsWith("select") || start.startsWith("with"))
                || start.length() > 6 && Character.isLetterOrDigit(start.charAt(start.startsWith("with") ? 4 : 6))) {
            throw new QueryFailed("the query is not a SELECT; nothing else is asked of a database");
        }
        if (hasSemicolon(text)) {
            throw new QueryFailed("there is a second statement behind a semicolon; one SELECT is asked");
        }
        return text;
    }

    /** Takes out {@code -- …} and {@code /* … *}{@code /} outside of quotes. */
    private static String withoutComments(String sql) {
        var text = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (sql.startsWith("--", i)) {
                int end = sql.indexOf('\n', i);
                i = end < 0 ? sql.length() : end - 1;
                text.append(' ');
                continue;
            } else if (sql.startsWith("/*", i)) {
                int end = sql.indexOf("*/", i + 2);
                i = end < 0 ? sql.length() : end + 1;
                text.append(' ');
                continue;
            }
            text.append(c);
        }
        return text.toString();
    }

    private static boolean hasSemicolon(String text) {
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == ';') {
                return true;
            }
        }
        return false;
    }
}
