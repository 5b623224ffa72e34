package boscard.intake.query;

import boscard.database.DuckDb;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way to being added up. They are put into a file as they come, so that memory does not grow with them,
 * and DuckDB adds them up in exact decimals. Not thread-safe. Close it: its files are in a folder of their own.
 */
public final class RowStore implements Closeable {

    /** Decimals of a number; one with more does not fit. */
    public static final int DECIMALS = 12;

    /** Digits before the decimals; so many rows as an import reads cannot add up to more than the type holds. */
    public static final int DIGITS = 15;

    private static final String TYPE = "DECIMAL(38," + DECIMALS + ")";

    /** What is computed of the rows of a group. */
    public enum Operation {
        /** The sum of the numbers, row by row; null when no row has them. */
        SUM,
        /** How many rows; with numbers, how many that have them. */
        COUNT,
        /** How many different texts. */
        DISTINCT
    }

    /**
     * One computed number.
     *
     * @param columns of numbers, or the one of texts for DISTINCT
     * @param negative which of the columns are subtracted
     * @param filter that the rows fit; negative for all rows
     */
    public record Term(Operation operation, List<Integer> columns, List<Boolean> negative, int filter) {

        private String sql() {
            String condition = filter < 0 ? "" : " FILTER (WHERE f" + filter + ")";
            return switch (operation) {
                case SUM -> "sum(" + expression() + ")" + condition;
                case COUNT -> "count(" + (columns.isEmpty() ? "*" : expression()) + ")" + condition;
                case DISTINCT -> "count(DISTINCT t" + columns.get(0) + ")" + condition;
            };
        }

        private String expression() {
            var sum = new StringBuilder();
            for (int i = 0; i < columns.size(); i++) {
                sum.append(negative.get(i) ? "-" : i == 0 ? "" : "+")
                        .append('n')
                        .append(columns.get(i));
            }
            return sum.toString();
        }
    }

    /**
     * The numbers of a group.
     *
     * @param rows how many rows it has
     * @param firstFile of its first row, as it was given
     * @param values one for each term; null for a sum of no rows
     */
    public record Group(
            int number,
            long rows,
            int firstFile,
            int firstRow,
            int lastFile,
            int lastRow,
            List<@Nullable BigDecimal> values) {}

    private final int numbers;
    private final int texts;
    private final int filters;
    private final Path folder;
    private final Path file;
    private final CsvWriter csv;
    private final String[] cells;
    private long rows;
    private boolean finished;

    /**
     * @param numbers columns of numbers
     * @param texts columns of texts
     * @param filters columns of filters
     */
    public RowStore(int numbers, int texts, int filters) throws IOException {
        this.numbers = numbers;
        this.texts = texts;
        this.filters = filters;
        this.folder = Files.createTempDirectory("boscard-rows-").toRealPath();
        this.file = folder.resolve("rows.csv");
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
        this.cells = new String[3 + numbers + texts + filters];
    }

    /** Whether a number is as small and as short as the sums need it. */
    public static boolean fits(BigDecimal number) {
        return number.scale() <= DECIMALS && number.precision() - number.scale() <= DIGITS;
    }

    /**
     * Adds a row.
     *
     * @param group from 0
     * @param fileNumber of its file, from 0
     * @param row its line
     * @param values of the number columns; null where there is none
     * @param words of the text columns; null where there is none
     * @param fitting which filters it fits
     */
    public void add(
            int group,
            int fileNumber,
            int row,
            @Nullable BigDecimal[] values,
            @Nullable String[] words,
            boolean[] fitting) {
        int at = 0;
        cells[at++] = Integer.toString(group);
        cells[at++] = Integer.toString(fileNumber);
        cells[at++] = Integer.toString(row);
        for (BigDecimal value : values) {
            cells[at++] = value == null ? "" : value.toPlainString();
        }
        for (String word : words) {
            cells[at++] = word == null ? "" : "x" + word; // an empty text is none, and a quote is no matter
        }
        for (boolean fit : fitting) {
            cells[at++] = fit ? "true" : "false";
        }
        csv.writeRecord(cells);
        rows++;
    }

    /**
     * Adds up. Rows cannot be added any more.
     *
     * @return the groups in order
     * @throws IOException when the database cannot do it
     */
    public List<Group> groups(List<Term> terms) throws IOException {
        finish();
        var groups = new ArrayList<Group>();
        if (rows == 0) {
            return groups;
        }
        try (Connection connection = DuckDb.open(folder);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query(terms))) {
            while (result.next()) {
                var values = new ArrayList<@Nullable BigDecimal>();
                for (int i = 0; i < terms.size(); i++) {
                    values.add(result.getBigDecimal(5 + i));
                }
                long first = result.getLong(3);
                long last = result.getLong(4);
                groups.add(new Group(
                        result.getInt(1),
                        result.getLong(2),
                        (int) (first >> 32),
                        (int) first,
                        (int) (last >> 32),
                        (int) last,
                        values));
            }
        } catch (SQLException failed) {
            throw new IOException("the rows cannot be added up: " + failed.getMessage(), failed);
        }
        return groups;
    }

    private void finish() throws IOException {
        if (!finished) {
            finished = true;
            csv.close();
        }
    }

    private String query(List<Term> terms) {
        var columns = new ArrayList<String>(List.of("'grp': 'INTEGER'", "'file': 'BIGINT'", "'row': 'BIGINT'"));
        for (int i = 0; i < numbers; i++) {
            columns.add("'n" + i + "': '" + TYPE + "'");
        }
        for (int i = 0; i < texts; i++) {
            columns.add("'t" + i + "': 'VARCHAR'");
        }
        for (int i = 0; i < filters; i++) {
            columns.add("'f" + i + "': 'BOOLEAN'");
        }
        var selected = new StringBuilder();
        terms.forEach(term -> selected.append(", ").append(term.sql()));
        return "SELECT grp, count(*), min(file * 4294967296 + \"row\"), max(file * 4294967296 + \"row\")"
                + selected + " FROM read_csv(" + DuckDb.literal(file)
                + ", header = false, delim = ',', quote = '\"', escape = '\"', nullstr = '', auto_detect = false,"
                + " max_line_size = 4000000, columns = {" + String.join(", ", columns) + "}) GROUP BY grp ORDER BY grp";
    }

    @Override
    public void close() throws IOException {
        finish();
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
