package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Measurement;
import org.junit.jupiter.api.Test;

/** Names that another file turns into ids. */
class LookupTest extends ImportTest {

    private ImportedFacts read(String rows, String lookup) {
        file("facts.csv", "Team,kpi,period,actual\n" + rows);
        return importWith(
                MappedFactsTest.mapped(
                        "kind: measurements", "columns: {scorecard: Team}", "lookups: {scorecard: " + lookup + "}"),
                folder.resolve("facts.csv"));
    }

    @Test
    void nameIsLookedUp() {
        file("teams.txt", "Id;Name\nN1;North\nS1;South\n");
        ImportedFacts imported =
                read("North,win_rate,2026-01,1\nSouth,win_rate,2026-01,2\n", "{file: teams.txt, key: Name, value: Id}");

        assertThat(imported.problems()).isEmpty();
        assertThat(measurements(imported)).extracting(Measurement::scorecard).containsExactly("N1", "S1");
    }

    @Test
    void unknownNameIsRejectedWithTheNearest() {
        file("teams.txt", "Id,Name\nN1,North\n");
        ImportedFacts imported = read("Nort,win_rate,2026-01,1\n", "{file: teams.txt, key: Name, value: Id}");

        assertThat(addresses(imported)).contains("LOOKUP_UNKNOWN at facts.csv:2 (Team)");
        assertThat(messages(imported)).contains("\"Nort\" is not in ").contains("Maybe North.");
        assertThat(imported.rejected()).hasSize(1);
    }

    @Test
    void unknownNameIsKeptWhenTheMappingSaysSo() {
        file("teams.txt", "Id,Name\nN1,North\n");
        ImportedFacts imported =
                read("E9,win_rate,2026-01,1\n", "{file: teams.txt, key: Name, value: Id, keep_unknown: true}");

        assertThat(measurements(imported)).extracting(Measurement::scorecard).containsExactly("E9");
    }

    @Test
    void renamedScorecardIsTheOneThatHadTheNameAtTheTime() {
        file("teams.txt", "Id,Name,From,To\nOLD,North,,2026-03-31\nNEW,North,2026-04-01,\n");
        String lookup = "{file: teams.txt, key: Name, value: Id, from: From, to: To}";
        ImportedFacts imported = read("North,win_rate,2026-03,1\nNorth,win_rate,2026-04,2\n", lookup);

        assertThat(imported.problems()).isEmpty();
        assertThat(measurements(imported))
                .extracting(Measurement::id)
                .containsExactly("NEW|win_rate|2026-04", "OLD|win_rate|2026-03");
    }

    @Test
    void nameThatMeansTwoThingsAtOnceIsNotChosenFrom() {
        file("teams.txt", "Id,Name\nN1,North\nN2,North\nS1,South\n");
        ImportedFacts imported =
                read("North,win_rate,2026-01,1\nSouth,win_rate,2026-01,1\n", "{file: teams.txt, key: Name, value: Id}");

        assertThat(addresses(imported)).containsExactly("LOOKUP_UNKNOWN at facts.csv:2 (Team)");
        assertThat(messages(imported)).contains("N1 (").contains("teams.txt:2)").contains("N2 (");
        assertThat(measurements(imported)).hasSize(1);
    }

    @Test
    void missingLookupFileOrColumnIsReportedAndNothingIsRead() {
        ImportedFacts noFile = read("North,win_rate,2026-01,1\n", "{file: teams.txt, key: Name, value: Id}");
        assertThat(messages(noFile)).contains("teams.txt is neither beside the facts nor beside the mapping");
        assertThat(addresses(noFile)).contains("FILE_MISSING at mapping.yaml:5");

        file("teams.txt", "Id,Label\nN1,North\n");
        ImportedFacts noColumn = read("North,win_rate,2026-01,1\n", "{file: teams.txt, key: Name, value: Id}");
        assertThat(messages(noColumn)).contains("the lookup file has no column Name");
        assertThat(measurements(noColumn)).isEmpty();
    }
}
