package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Fact;
import boscard.fact.FactSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanonicalFolderTest extends ImportTest {

    @TempDir
    Path out;

    @Test
    void whatWasAcceptedIsReadAgainToTheSameFacts() throws IOException {
        file(
                "measurements.csv",
                "scorecard,kpi,period,actual,target,note\n"
                        + "A,win_rate,2026-Q3,24.10%,n/a,=1+1\n"
                        + "A,win_rate,2026-W05,,TBD,\"two, 'lines'\nhere\"\n");
        file("goals.csv", "goal,kpi,due_date,weight\nG1,win_rate;revenue,2026-12-31,0.50\n");
        file("scorecards.csv", "scorecard,name,level\nA,'@home,TEAM\n");
        ImportedFacts first = importAll();
        new CanonicalFolder().write(first, out);
        ImportedFacts second = importWith(settings(), out);

        assertThat(second.problems()).isEmpty();
        assertThat(values(second)).isEqualTo(values(first)).hasSize(4);
        assertThat(out.resolve("measurements.csv")).content().contains("'=1+1").contains(",0.241,N/A,");
    }

    @Test
    void rejectedRowsStandAsideWithTheirAddressAndReasons() throws IOException {
        importMeasurements("A,win_rat,2026-Q3,x,1\nB,win_rate,2026-Q3,1,1\nB,win_rate,2026-Q3,2,1\n");
        ImportedFacts imported = importWith(settings(), folder);
        List<Path> written = new CanonicalFolder().write(imported, out);

        assertThat(written).containsExactly(out.resolve("rejected/measurements.csv"));
        List<String> lines = Files.readAllLines(written.get(0));
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("scorecard,kpi,period,actual").endsWith(",rejected_from,rejected_because");
        assertThat(lines.get(1))
                .startsWith("A,win_rat,2026-Q3,x,1,")
                .contains("measurements.csv:2,")
                .contains("[KPI_UNKNOWN]; ")
                .contains("[NUMBER_INVALID]");
        assertThat(lines.get(2)).startsWith("B,win_rate,2026-Q3,1,1,").contains("[KEY_DUPLICATE]");
    }

    private static List<List<Object>> values(ImportedFacts imported) {
        return imported.facts().all().stream().map(CanonicalFolderTest::values).toList();
    }

    private static List<Object> values(Fact fact) {
        return Arrays.asList(FactSchema.of(fact.factKind()).values(fact));
    }
}
