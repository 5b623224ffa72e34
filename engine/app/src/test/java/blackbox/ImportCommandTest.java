package blackbox;

import static blackbox.Outcome.FINE;
import static blackbox.Outcome.PROBLEMS;
import static blackbox.Outcome.USAGE;
import static blackbox.Program.boscard;
import static blackbox.Program.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that only imports: what became of every row. */
final class ImportCommandTest {

    private static final String HEADER = "scorecard,kpi,period,actual,target";
    private static final String GOOD = "TEAM-A,win_rate,2026-Q3,0.31,0.30";

    @TempDir
    Path home;

    private Path facts(String... rows) {
        var lines = new String[rows.length + 1];
        lines[0] = HEADER;
        System.arraycopy(rows, 0, lines, 1, rows.length);
        return file(home.resolve("facts"), "measurements.csv", lines);
    }

    @Test
    void goodFactsEndWithZeroAndTheAccountOfEachFile() {
        boscard("import", Program.FIRST)
                .endsWith(FINE)
                .says(
                        "3,603 read = 3,603 accepted + 0 rejected + 0 skipped, from 12 files",
                        "deals.csv",
                        "Coverage of");
    }

    @Test
    void acceptedFactsAreImportedAgainToTheSameFacts() {
        Path out = home.resolve("out");
        boscard("import", Program.FIRST, "--out", out)
                .endsWith(FINE)
                .says("Written", "measurements.csv", "coverage.csv");
        Path again = home.resolve("again");
        boscard("import", out.resolve("facts"), "--out", again)
                .endsWith(FINE)
                .says("3,603 read = 3,603 accepted", "[DATES_REVERSED]");
        for (String name : new String[] {"measurements.csv", "goals.csv", "deals.csv", "scorecards.csv"}) {
            assertThat(again.resolve("facts").resolve(name))
                    .hasSameTextualContentAs(out.resolve("facts").resolve(name));
        }
    }

    @Test
    void badRowIsCountedByItsReasonAndListedWithItsText() throws IOException {
        Path out = home.resolve("out");
        boscard("import", facts(GOOD, "TEAM-A,win_rat,2026-Q2,0.3,0.3", ",,,,", "Total,,,5,5"), "--out", out)
                .endsWith(PROBLEMS)
                .says(
                        "4 read = 1 accepted + 1 rejected + 2 skipped, from 1 file",
                        "Skipped   1 blank, 1 total",
                        "Rejected  1 KPI_UNKNOWN",
                        "rejected.csv");
        assertThat(Files.readString(out.resolve("rejected.csv")))
                .contains(",KPI_UNKNOWN,", "\"TEAM-A,win_rat,2026-Q2,0.3,0.3\"");
    }

    @Test
    void jsonHasTheSameAccount() throws IOException {
        JsonNode json = Json.of(boscard("import", facts(GOOD, "TEAM-A,win_rat,2026-Q2,0.3,0.3"), "--format", "json")
                .endsWith(PROBLEMS)
                .stdout());

        JsonNode input = json.get("inputs").get(0);
        assertThat(input.get("read").asInt()).isEqualTo(2);
        assertThat(input.get("accepted").asInt()).isEqualTo(1);
        assertThat(json.get("rejected_by_code").get("KPI_UNKNOWN").asInt()).isEqualTo(1);
        assertThat(json.get("coverage").get("present").asInt()).isEqualTo(1);
        assertThat(json.get("problems").get(0).get("code").asText()).isEqualTo("KPI_UNKNOWN");
    }

    @Test
    void limitOfRejectedRowsRefusesTheFileAsAWholeHereAndInAnEvaluation() {
        Path facts = facts(GOOD, "TEAM-A,win_rate,2026-Q2,x,0.3", "TEAM-A,win_rate,2026-Q1,0.3,0.3");

        boscard("import", facts).endsWith(PROBLEMS).says("3 read = 2 accepted + 1 rejected");
        for (String limit : new String[] {"0", "33%", "0.5 %"}) {
            boscard("import", facts, "--max-rejected", limit)
                    .endsWith(PROBLEMS)
                    .says("3 read = 0 accepted + 3 rejected", "[FILE_REJECTED]", "Maybe the layout");
        }
        boscard("import", facts, "--max-rejected", "34%").endsWith(PROBLEMS).says("2 accepted + 1 rejected");
        boscard("evaluate", facts, "--max-rejected", "0", "--runs", home.resolve("runs"))
                .endsWith(PROBLEMS)
                .says("[FILE_REJECTED]", "[NO_FACTS]");
        boscard("import", facts, "--max-rejected", "some")
                .endsWith(USAGE)
                .says("neither a number of rows such as 25 nor a share such as 20%");
    }

    @Test
    void gapIsMissingAndWhatHasNotComeIsLate() {
        boscard(
                        "import",
                        facts(GOOD, "TEAM-A,win_rate,2026-Q1,0.3,", "TEAM-B,win_rate,2026-Q1,0.3,"),
                        "--as-of",
                        "2026-09-30")
                .endsWith(FINE)
                .says("Coverage of actuals as of 2026-09-30: 6 expected = 3 present + 1 missing + 2 late", "2026-Q2");
    }

    @Test
    void actualAfterTheGivenDayIsRejected() {
        boscard("import", facts(GOOD), "--as-of", "2026-03-31")
                .endsWith(PROBLEMS)
                .says("[ACTUAL_IN_FUTURE]");
    }

    @Test
    void manyProblemsFillNoScreenAndAllOfThemOnDemand() {
        var rows = new String[300];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = "TEAM-" + i + ",win_rate,2026-Q3," + (i % 6 == 0 ? "x" : "1") + ",1";
        }
        Path facts = facts(rows);
        Outcome some = boscard("import", facts).endsWith(PROBLEMS).says("... and 30 more; --all shows them");
        assertThat(some.stdout().lines().count()).isLessThan(80);
        boscard("import", facts, "--all").endsWith(PROBLEMS).says("measurements.csv:296 (actual)");
    }

    @Test
    void suggestedMappingRunsOrSaysWhatToDecide() {
        Path export =
                file(home, "export.csv", "Team;Metric;Month;Value", "A;Revenue;04/2026;1,5", "A;Revenue;05/2026;2,25");
        Outcome suggestion =
                boscard("import", "--suggest", export).endsWith(FINE).says("# sure", "# guess");
        Path mapping = file(home, "export.yaml", suggestion.stdout());
        boscard("import", export, "--mapping", mapping).endsWith(FINE).says("2 read = 2 accepted");

        Path open = file(home, "open.csv", "Team;Metric;Month;Value", "A;Revenue;04/2026;1,234");
        Outcome asked = boscard("import", "--suggest", open).endsWith(FINE).says("To decide: which number 1,234 is");
        boscard("import", open, "--mapping", file(home, "open.yaml", asked.stdout()))
                .endsWith(PROBLEMS)
                .says("[MAPPING_UNDECIDED]", "DECIDE");
    }

    @Test
    void nothingOfDroolsIsLoadedForIt() throws Exception {
        Path classes = home.resolve("classes.txt");
        Path facts = facts(GOOD);
        Outcome outcome = Program.shell(
                home,
                "JAVA_TOOL_OPTIONS='-Xlog:class+load:file=" + classes + "' ./boscard import " + facts + " --rulebook "
                        + Program.ROOT + " 2>/dev/null");
        assertThat(outcome.exitCode()).isEqualTo(FINE);
        assertThat(Files.readString(classes))
                .contains("boscard.app.ImportCommand")
                .doesNotContain("org.drools", "org.kie", "org.duckdb", "boscard.drools");
    }
}
