package boscard.ledger.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.database.DuckDb;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what DuckDB, a reader of others, reads. */
final class ParquetWriterTest {

    private static final List<ParquetField> FIELDS = List.of(
            ParquetField.of("t", ParquetType.TEXT),
            ParquetField.of("i", ParquetType.INTEGER),
            ParquetField.of("d", ParquetType.DATE),
            ParquetField.of("b", ParquetType.YES_NO),
            ParquetField.of("n", ParquetType.DECIMAL),
            ParquetField.listOf("l", ParquetType.TEXT),
            ParquetField.listOf(
                    "s",
                    List.of(
                            ParquetField.of("name", ParquetType.TEXT),
                            ParquetField.of("value", ParquetType.DECIMAL),
                            ParquetField.of("count", ParquetType.INTEGER))));

    @TempDir
    Path home;

    private Path file = Path.of("unset");

    @BeforeEach
    void name() {
        file = home.resolve("rows.parquet");
    }

    /** A row as the test knows it. */
    private record Row(
            @Nullable String text,
            @Nullable Integer number,
            @Nullable LocalDate day,
            @Nullable Boolean yes,
            @Nullable BigDecimal decimal,
            @Nullable List<String> list,
            @Nullable List<Part> parts) {}

    private record Part(
            @Nullable String name,
            @Nullable BigDecimal value,
            @Nullable Integer count) {}

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] little(int number) {
        return new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16), (byte) (number >> 24)};
    }

    private static byte[] decimal(BigDecimal value) {
        byte[] units = value.setScale(ParquetType.SCALE).unscaledValue().toByteArray();
        var bytes = new byte[16];
        Arrays.fill(bytes, (byte) (units[0] >> 7));
        System.arraycopy(units, 0, bytes, bytes.length - units.length, units.length);
        return bytes;
    }

    private static void put(byte @Nullable [] value, ParquetColumn column) {
        if (value == null) {
            column.missing();
        } else {
            column.value(value, 0, value.length);
        }
    }

    private static void put(byte @Nullable [] value, int repetition, ParquetColumn column) {
        if (value == null) {
            column.missing(repetition, 2);
        } else {
            column.value(repetition, value, 0, value.length);
        }
    }

    private void write(List<Row> rows) throws IOException {
        try (ParquetWriter writer = new ParquetWriter(Files.newOutputStream(file), FIELDS)) {
            List<ParquetColumn> columns = writer.columns();
            for (Row row : rows) {
                put(row.text() == null ? null : utf8(row.text()), columns.get(0));
                put(row.number() == null ? null : little(row.number()), columns.get(1));
                put(row.day() == null ? null : little((int) row.day().toEpochDay()), columns.get(2));
                put(row.yes() == null ? null : new byte[] {(byte) (row.yes() ? 1 : 0)}, columns.get(3));
                put(row.decimal() == null ? null : decimal(row.decimal()), columns.get(4));
                List<String> list = row.list();
                if (list == null || list.isEmpty()) {
                    columns.get(5).missing(0, list == null ? 0 : 1);
                } else {
                    for (int i = 0; i < list.size(); i++) {
                        put(utf8(list.get(i)), Math.min(i, 1), columns.get(5));
                    }
                }
                List<Part> parts = row.parts();
                if (parts == null || parts.isEmpty()) {
                    columns.subList(6, 9).forEach(column -> column.missing(0, parts == null ? 0 : 1));
                } else {
                    for (int i = 0; i < parts.size(); i++) {
                        Part part = parts.get(i);
                        put(part.name() == null ? null : utf8(part.name()), Math.min(i, 1), columns.get(6));
                        put(part.value() == null ? null : decimal(part.value()), Math.min(i, 1), columns.get(7));
                        put(part.count() == null ? null : little(part.count()), Math.min(i, 1), columns.get(8));
                    }
                }
                writer.endRow(100);
            }
            writer.finish();
        }
    }

    /** Everything as text, because that shows differences best. */
    private static String text(@Nullable Row row) {
        if (row == null) {
            return "";
        }
        String list = row.list() == null ? "NULL" : row.list().toString();
        String parts = row.parts() == null
                ? "NULL"
                : row.parts().stream()
                        .map(part -> part.name() + "/" + plain(part.value()) + "/" + part.count())
                        .collect(Collectors.joining(";", "[", "]"));
        return String.join(
                "|",
                "" + row.text(),
                "" + row.number(),
                "" + row.day(),
                "" + row.yes(),
                plain(row.decimal()),
                list,
                parts);
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "null" : value.setScale(ParquetType.SCALE).toPlainString();
    }

    private List<String> read(String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (Connection connection = DuckDb.open(home);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query.replace("FILE", DuckDb.parquet(file)))) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static final String AS_TEXT = "SELECT concat_ws('|', coalesce(t, 'null'), coalesce(i::VARCHAR, 'null'),"
            + " coalesce(d::VARCHAR, 'null'), coalesce(b::VARCHAR, 'null'), coalesce(n::VARCHAR, 'null'),"
            + " CASE WHEN l IS NULL THEN 'NULL' ELSE '[' || array_to_string(l, ', ') || ']' END,"
            + " CASE WHEN s IS NULL THEN 'NULL' ELSE '[' || array_to_string(list_transform(s, x ->"
            + " coalesce(x.name, 'null') || '/' || coalesce(x.value::VARCHAR, 'null') || '/' ||"
            + " coalesce(x.count::VARCHAR, 'null')), ';') || ']' END) FROM FILE";

    private static Row random(Random random, int different) {
        return new Row(
                random.nextInt(5) == 0 ? null : "text \u00e9\ud83d\ude00 " + random.nextInt(different),
                random.nextInt(5) == 0 ? null : random.nextInt() >> random.nextInt(32),
                random.nextInt(5) == 0 ? null : LocalDate.of(1900, 1, 1).plusDays(random.nextInt(90_000)),
                random.nextInt(5) == 0 ? null : random.nextBoolean(),
                random.nextInt(5) == 0 ? null : decimal(random),
                random.nextInt(5) == 0 ? null : texts(random, different),
                random.nextInt(5) == 0 ? null : parts(random));
    }

    private static BigDecimal decimal(Random random) {
        return new BigDecimal(new BigInteger(random.nextInt(126), random), random.nextInt(19))
                .multiply(BigDecimal.valueOf(random.nextInt(3) - 1L))
                .remainder(BigDecimal.TEN.pow(20));
    }

    private static List<String> texts(Random random, int different) {
        var texts = new ArrayList<String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            texts.add("item " + random.nextInt(different));
        }
        return texts;
    }

    private static List<Part> parts(Random random) {
        var parts = new ArrayList<Part>();
        for (int i = random.nextInt(3); i > 0; i--) {
            parts.add(new Part(
                    random.nextBoolean() ? null : "part",
                    random.nextBoolean() ? null : decimal(random),
                    random.nextBoolean() ? null : random.nextInt(9)));
        }
        return parts;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 300, 40_000})
    void anyRowsAreReadAsTheyWereWritten(int count) throws IOException, SQLException {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        int different = 1 + random.nextInt(count + 1);
        List<Row> rows =
                random.ints(count).mapToObj(i -> random(random, different)).toList();

        write(rows);

        assertThat(read(AS_TEXT))
                .as("repeat with -Dseed=%d", seed)
                .isEqualTo(rows.stream().map(ParquetWriterTest::text).toList());
        assertThat(read("SELECT typeof(n) FROM FILE LIMIT 1"))
                .isEqualTo(count == 0 ? List.of() : List.of("DECIMAL(38,18)"));
    }

    @Test
    void equalRowsGiveEqualBytes() throws IOException {
        List<Row> rows =
                new Random(7).ints(500).mapToObj(i -> random(new Random(i), 50)).toList();
        write(rows);
        byte[] first = Files.readAllBytes(file);
        write(rows);

        assertThat(file).hasBinaryContent(first);
    }

    @Test
    void columnsThatRepeatOneValueOrHaveNoneAreRead() throws IOException, SQLException {
        var row = new Row("same", 1, null, true, BigDecimal.ONE, List.of("a", "a"), null);
        List<Row> rows = java.util.Collections.nCopies(1000, row);
        write(rows);

        assertThat(read(AS_TEXT)).hasSize(1000).containsOnly(text(row));
        assertThat(Files.size(file)).as("bytes for what repeats").isLessThan(3000);
    }

    @Test
    void textsOfMegabytesEndAGroupOfRowsEarly() throws IOException, SQLException {
        String large = "large ".repeat(1 << 20);
        try (ParquetWriter writer =
                new ParquetWriter(Files.newOutputStream(file), List.of(ParquetField.of("t", ParquetType.TEXT)))) {
            for (int i = 0; i < 12; i++) {
                byte[] bytes = utf8(large + i);
                writer.columns().get(0).value(bytes, 0, bytes.length);
                writer.endRow(bytes.length);
            }
            writer.finish();
        }

        assertThat(read("SELECT count(DISTINCT row_group_id) FROM parquet_metadata('" + file + "')"))
                .containsExactly("2");
        assertThat(read("SELECT length(t) || right(t, 2) FROM FILE LIMIT 1")).containsExactly("6291457 0");
        assertThat(read("SELECT count(DISTINCT t) FROM FILE")).containsExactly("12");
    }

    @Test
    void aReaderOfOneValuePassesOverTheGroupsThatCannotHaveIt() throws IOException, SQLException {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            rows.add(new Row("S%05d".formatted(i), i - 20_000, null, null, null, null, null));
        }
        write(rows);

        assertThat(read("SELECT stats_min_value || ' ' || stats_max_value || ' ' || stats_null_count FROM"
                        + " parquet_metadata('" + file + "') WHERE path_in_schema IN ('t', 'i') ORDER BY ALL"))
                .containsExactly(
                        "-20000 -3617 0",
                        "-3616 12767 0",
                        "12768 19999 0",
                        "S00000 S16383 0",
                        "S16384 S32767 0",
                        "S32768 S39999 0");
        assertThat(read("SELECT i FROM FILE WHERE t = 'S39999'")).containsExactly("19999");
    }
}
