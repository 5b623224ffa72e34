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
        ImportedFacts second = importWith(settings(), out.resolve("facts"));

        assertThat(second.problems()).isEmpty();
        assertThat(values(second)).isEqualTo(values(first)).hasSize(4);
        assertThat(out.resolve("facts/measurements.csv"))
                .content()
                .contains("'=1+1")
                .contains(",0.241,N/A,");
    }

    @Test
    void rejectedRowsStandAsideWithTheirAddressAndReasons() throws IOException {
        importMeasurements("A,win_rat,2026-Q3,x,1\nB,win_rate,2026-Q3,1,1\nB,win_rate,2026-Q3,2,1\n");
        ImportedFacts imported = importWith(settings(), folder);
        List<Path> written = new CanonicalFolder().write(imported, out);

        assertThat(written).containsExactly(out.resolve("rejected.csv"), out.resolve("rejected/measurements.csv"));
        List<String> lines = Files.readAllLines(written.get(1));
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("scorecard,kpi,period,actual").endsWith(",rejected_from,rejected_because");
        assertThat(lines.get(1))
                .startsWith("A,win_rat,2026-Q3,x,1,")
                .contains("measurements.csv:2,")
                .contains("[KPI_UNKNOWN]; ")
                .contains("[NUMBER_INVALID]");
        assertThat(lines.get(2)).startsWith("B,win_rate,2026-Q3,1,1,").contains("[KEY_DUPLICATE]");
    }

    @Test
    void rejectedRowsAreListedWithCodesHintsAndTheRowAsItStands() throws IOException {
        file("deals.csv", "deal,scorecard,status,created_on,zodiac\nD1,=A,opne,2026-01-01,\"Leo, say\"\n-5,A\n");
        importMeasurements("B,win_rate,2026-Q3,1,1\nB,win_rate,2026-Q3,2,1\n");
        new CanonicalFolder().write(importAll(), out);

        String text = Files.readString(out.resolve("rejected.csv")).replace(folder + "/", "");
        assertThat(text)
                .startsWith("kind,file,sheet,row,code,where,problem,hint,raw\n")
                .contains("deals,deals.csv,,2,CHOICE_INVALID,deals.csv:2 (status),"
                        + "\"\"\"opne\"\" is not one of OPEN, WON, LOST\",OPEN.,"
                        + "\"D1,=A,opne,2026-01-01,\"\"Leo, say\"\"\"\n")
                .contains("deals,deals.csv,,3,ROW_RAGGED,deals.csv:3,\"the row has 2 cells, the header has 5\",")
                .contains(",\"'-5,A\"\n")
                .contains("measurements,measurements.csv,,2,KEY_DUPLICATE,measurements.csv:2,")
                .contains(",\"B,win_rate,2026-Q3,1,1\"\n")
                .contains("measurements,measurements.csv,,3,KEY_DUPLICATE,measurements.csv:3,");
    }

    @Test
    void rejectedRowsThatWereCorrectedAreImportedAsTheyAre() throws IOException {
        importMeasurements("=A,win_rat,2026-Q3,-5,1\n");
        new CanonicalFolder().write(importAll(), out);
        Path rejected = out.resolve("rejected/measurements.csv");
        Files.writeString(rejected, Files.readString(rejected).replace("win_rat,", "win_rate,"));
        ImportedFacts corrected = importWith(settings(), rejected);

        assertThat(measurements(corrected)).singleElement().satisfies(one -> {
            assertThat(one.scorecard()).isEqualTo("=A");
            assertThat(one.actual()).hasToString("-5");
        });
    }

    @Test
    void filesOfAnEarlierImportThatAreNoLongerTrueAreRemoved() throws IOException {
        importMeasurements("A,win_rate,2026-Q3,1,1\nA,win_rate,2026-Q2,x,1\n");
        file("goals.csv", "goal\nG1\n");
        new CanonicalFolder().write(importAll(), out);
        Files.delete(folder.resolve("goals.csv"));
        importMeasurements("A,win_rate,2026-Q3,1,1\n");
        new CanonicalFolder().write(importAll(), out);

        assertThat(out.resolve("facts/measurements.csv")).exists();
        assertThat(out.resolve("facts/goals.csv")).doesNotExist();
        assertThat(out.resolve("rejected.csv")).doesNotExist();
        assertThat(out.resolve("rejected/measurements.csv")).doesNotExist();
    }

    private static List<List<Object>> values(ImportedFacts imported) {
        return imported.facts().all().stream().map(CanonicalFolderTest::values).toList();
    }

    private static List<Object> values(Fact fact) {
        return Arrays.asList(FactSchema.of(fact.factKind()).values(fact));
    }
}
