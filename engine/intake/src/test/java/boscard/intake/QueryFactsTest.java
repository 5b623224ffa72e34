package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Measurement;
import boscard.fact.Reading;
import boscard.problem.ProblemCode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Queries of a PostgreSQL server, which the test starts: as root it runs in a name space of its own. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class QueryFactsTest extends ImportTest {

    private static final String PASSWORD = "correct-horse-battery";
    private static EmbeddedPostgres server;

    @BeforeAll
    static void startServer() throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE results (team text, kpi text, month date, value numeric(20,6), plan float8)");
            statement.execute("INSERT INTO results VALUES"
                    + " ('A', 'win_rate', '2026-01-01', 0.241, 0.3),"
                    + " ('B', 'win_rate', '2026-01-01', NULL, 0.1),"
                    + " ('C', 'win_rat', '2026-01-01', 1, 1)");
            statement.execute("CREATE ROLE reader LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("GRANT ALL ON results TO reader"); // what keeps it from writing is boscard
        }
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    private static Map<String, String> environment() {
        var variables = new HashMap<String, String>();
        variables.put("BOSCARD_DB_URL", "jdbc:postgresql://localhost:" + server.getPort() + "/postgres");
        variables.put("BOSCARD_DB_USER", "reader");
        variables.put("BOSCARD_DB_PASSWORD", PASSWORD);
        return variables;
    }

    private ImportedFacts ask(String sql, Map<String, String> variables, String... keys) {
        return importWith(MappedFactsTest.mapped(keys).withEnvironment(variables::get), file("results.sql", sql));
    }

    private ImportedFacts ask(String sql, Map<String, String> variables) {
        return ask(
                sql,
                variables,
                "kind: measurements",
                "columns: {scorecard: team, period: month, actual: value, target: plan}");
    }

    @Test
    void rowsOfAQueryAreFactsWithTheQueryAndTheRowAsAddress() {
        ImportedFacts imported = ask("SELECT * FROM results ORDER BY team; -- all of them\n", environment());

        assertThat(addresses(imported)).containsExactly("KPI_UNKNOWN at results.sql:3 (kpi)");
        assertThat(measurements(imported))
                .extracting(Measurement::id)
                .containsExactly("A|win_rate|2026-01", "B|win_rate|2026-01");
        Measurement first = measurements(imported).get(0);
        assertThat(first.actual()).isEqualTo(Reading.of("0.241"));
        assertThat(first.target()).isEqualTo(Reading.of("0.3"));
        assertThat(measurements(imported).get(1).actual()).isEqualTo(Reading.BLANK);
        assertThat(first.origin().of("actual").toString()).endsWith("results.sql:1 (value)");
        assertThat(imported.accounts().get(0).toString()).contains("3 read = 2 accepted + 1 rejected");
    }

    @Test
    void rowsOfAQueryCanBeAddedUp() {
        ImportedFacts imported = ask(
                "SELECT 'T' AS team, '2026-03-15'::date AS day, n::numeric / 100 AS amount FROM generate_series(1, 20000) n",
                environment(),
                "kind: measurements",
                "columns: {scorecard: team, period: day}",
                "constants: {currency: EUR}",
                "aggregate: {period: QUARTER, kpis: [{kpi: revenue, sum: amount}]}");

        assertThat(imported.problems()).isEmpty();
        assertThat(measurements(imported).get(0).id()).isEqualTo("T|revenue|2026-Q1");
        assertThat(measurements(imported).get(0).actual()).isEqualTo(Reading.of("2000100"));
    }

    @Test
    void nothingIsWrittenWhateverTheQueryTries() throws SQLException {
        for (String sql : new String[] {
            "DELETE FROM results",
            "SELECT 1; DELETE FROM results",
            "WITH gone AS (DELETE FROM results RETURNING *) SELECT * FROM gone",
            "/* harmless */ DROP TABLE results",
            "SELECT * INTO copied FROM results",
            "selection",
        }) {
            ImportedFacts imported = ask(sql, environment());
            assertThat(codes(imported)).as(sql).containsExactly(ProblemCode.QUERY_FAILED);
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM results")) {
            count.next();
            assertThat(count.getInt(1)).isEqualTo(3);
        }
    }

    @Test
    void credentialsComeFromTheEnvironmentAndAreNeverShown() {
        Map<String, String> none = Map.of();
        assertThat(messages(ask("SELECT 1", none))).contains("BOSCARD_DB_URL is not set in the environment");

        Map<String, String> wrong = environment();
        wrong.put("BOSCARD_DB_PASSWORD", "not-" + PASSWORD);
        wrong.put("BOSCARD_DB_USER", "nobody-here");
        String url = wrong.get("BOSCARD_DB_URL") + "?password=in-the-address";
        wrong.put("BOSCARD_DB_URL", url);
        String said = messages(ask("SELECT 1", wrong));
        assertThat(said)
                .contains("results.sql: the database does not answer the query")
                .doesNotContain(PASSWORD)
                .doesNotContain("in-the-address")
                .doesNotContain(url);
    }

    @Test
    void credentialsStandInNoFileThatAnImportWrites() throws IOException {
        Map<String, String> wrong = environment();
        wrong.put("BOSCARD_DB_URL", wrong.get("BOSCARD_DB_URL") + "?password=" + PASSWORD + "&loginTimeout=5&port=1");
        for (Map<String, String> variables : List.of(environment(), wrong)) {
            ImportedFacts imported = ask(
                    "SELECT * FROM results",
                    variables,
                    "kind: measurements",
                    "columns: {scorecard: team, period: month, actual: value, target: plan}");
            Path out = folder.resolve("written");
            new CanonicalFolder().write(imported, out);
            var told = new StringBuilder(messages(imported));
            imported.accounts().forEach(told::append);
            imported.facts().all().forEach(fact -> told.append(fact).append(fact.origin()));
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    told.append(file).append(Files.readString(file));
                }
            }

            assertThat(told).contains("results.sql").doesNotContain(PASSWORD).doesNotContain("jdbc:postgresql");
        }
    }

    @Test
    void anotherDatabaseHasAnotherPrefix() {
        var variables = new HashMap<String, String>();
        environment().forEach((name, value) -> variables.put(name.replace("BOSCARD_DB", "CRM"), value));
        ImportedFacts imported = ask(
                "SELECT * FROM results WHERE team = 'A'",
                variables,
                "database: CRM",
                "kind: measurements",
                "columns: {scorecard: team, period: month, actual: value, target: plan}");

        assertThat(measurements(imported)).hasSize(1);
    }

    @Test
    void wrongQueryIsReportedInTheWordsOfTheDatabase() {
        assertThat(messages(ask("SELECT * FROM resluts", environment())))
                .contains("relation \"resluts\" does not exist")
                .contains("QUERY_FAILED");
    }
}
