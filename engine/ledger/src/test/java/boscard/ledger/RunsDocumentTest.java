package boscard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.database.DuckDb;
import boscard.fact.FactKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds docs/runs.md to the truth. */
final class RunsDocumentTest {

    private static final Pattern QUERY = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path home;

    private static String document() throws IOException {
        return Files.readString(Path.of(System.getProperty("boscard.home", "../.."), "docs/runs.md"));
    }

    @Test
    void everyFileAndColumnIsDescribed() throws IOException {
        String document = document();
        Stream<RunTable> facts = Arrays.stream(FactKind.values()).map(RunTable::of);
        List<RunTable> tables = Stream.of(
                        RunTable.CONCLUSIONS.stream(), Stream.of(RunTable.LAYOUTS, RunTable.POPULATION), facts)
                .flatMap(part -> part)
                .toList();

        for (RunTable table : tables) {
            String heading = "### " + table.fileName() + "\n";
            assertThat(document).contains(heading);
            String section = document.substring(document.indexOf(heading) + heading.length())
                    .split("\n#", 2)[0];
            assertThat(table.columns().stream()
                            .map(Column::name)
                            .filter(name -> !name.startsWith("origin_") && !name.equals(RunTable.EXACT)))
                    .as(table.fileName())
                    .allMatch(name -> section.contains("`" + name + "`"), "described");
        }
    }

    @Test
    void theThreeQueriesRunAndFindRows() throws IOException, SQLException {
        SampleRun.write(
                Ledger.at(home.resolve("runs")),
                home.resolve("rulebook"),
                SampleRun.facts(2),
                SampleRun.evaluations(2));
        Path run = Ledger.at(home.resolve("runs")).latest().folder().toRealPath();
        var queries = new ArrayList<String>();
        var matcher = QUERY.matcher(document());
        while (matcher.find()) {
            queries.add(matcher.group(1));
        }

        assertThat(queries).hasSize(3);
        try (Connection connection = DuckDb.open(run);
                Statement statement = connection.createStatement()) {
            for (String query : queries) {
                String here = query.replaceAll("'(\\w+\\.parquet)'", "'" + run + "/$1'");
                try (ResultSet rows = statement.executeQuery(here)) {
                    assertThat(rows.next()).as(query).isTrue();
                }
            }
        }
    }
}
