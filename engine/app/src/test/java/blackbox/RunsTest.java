package blackbox;

import static blackbox.Outcome.FINE;
import static blackbox.Outcome.PROBLEMS;
import static blackbox.Program.boscard;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from a run that is there: its findings, its place in the list. */
final class RunsTest {

    @TempDir
    static Path home;

    private static JsonNode run;

    @BeforeAll
    static void evaluate() {
        Outcome outcome = boscard(
                "evaluate", Program.FIRST, "--as-of", "2026-09-30", "--format", "json", "--runs", home.resolve("runs"));
        run = Json.of(outcome.endsWith(FINE).stdout());
    }

    private static List<JsonNode> findings(Object... options) {
        Object[] words = new Object[options.length + 5];
        words[0] = "findings";
        words[1] = "--format";
        words[2] = "json";
        words[3] = "--runs";
        words[4] = home.resolve("runs");
        System.arraycopy(options, 0, words, 5, options.length);
        return Json.lines(boscard(words).endsWith(FINE).stdout());
    }

    @Test
    void summaryAndFindingsCountTheSame() {
        List<JsonNode> all = findings();
        JsonNode counted = run.get("findings");

        for (String severity : List.of("CRITICAL", "FAIL", "WARN", "INFO")) {
            assertThat(all.stream()
                            .filter(finding -> finding.get("severity").asText().equals(severity))
                            .filter(finding -> !finding.get("state").asText().equals("SUPPRESSED")))
                    .as(severity)
                    .hasSize(counted.get(severity).asInt());
        }
        assertThat(findings("--state", "suppressed"))
                .hasSize(counted.get("SUPPRESSED").asInt());
    }

    @Test
    void everyFindingHasAnAddressOfTheRuleAndOfEachFact() {
        assertThat(findings()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.get("id").asText()).hasSize(16);
            assertThat(finding.get("message").asText()).isNotBlank().doesNotContain("{", "}", "null");
            assertThat(finding.at("/rule/id").asText()).isNotBlank();
            assertThat(finding.at("/rule/source").asText())
                    .matches("(.+\\.xlsx!.+![A-Z]+\\d+.*)|(rules/.+\\.drl:\\d+.*)");
            for (JsonNode fact : finding.get("facts")) {
                assertThat(fact.get("source").asText()).matches("(.+\\.csv:\\d+.*)|(.+\\.xlsx!.+!.+)|(computed: .+)");
            }
        });
    }

    @Test
    void eachFilterLeavesWhatItNames() {
        List<JsonNode> all = findings();
        record Filter(String option, String field, String value) {}
        for (Filter filter : List.of(
                new Filter("--scorecard", "scorecard", "TEAM-NORTH"),
                new Filter("--kpi", "kpi", "csat"),
                new Filter("--goal", "goal", "G-07"),
                new Filter("--period", "period", "2026-Q3"),
                new Filter("--code", "code", "ST2_DECLINING"),
                new Filter("--state", "state", "QUALIFIED"))) {
            assertThat(findings(filter.option(), filter.value()))
                    .as(filter.option())
                    .isNotEmpty()
                    .isEqualTo(all.stream()
                            .filter(finding ->
                                    finding.get(filter.field()).asText().equals(filter.value()))
                            .toList());
        }
        assertThat(findings("--at-least", "fail"))
                .extracting(finding -> finding.get("severity").asText())
                .containsOnly("FAIL", "CRITICAL");
        assertThat(findings("--scorecard", "TEAM-NORTH", "--kpi", "csat", "--code", "P5_RED_WITHOUT_ACTION"))
                .hasSize(1);
    }

    @Test
    void csvHasTheFindingsOfJsonAndNoCellThatASpreadsheetWouldRun() throws Exception {
        String text = boscard("findings", "--format", "csv", "--runs", home.resolve("runs"))
                .endsWith(FINE)
                .stdout();

        try (var rows = de.siegmar.fastcsv.reader.CsvReader.builder().ofNamedCsvRecord(new StringReader(text))) {
            List<de.siegmar.fastcsv.reader.NamedCsvRecord> read = rows.stream().toList();
            assertThat(read)
                    .extracting(row -> row.getField("id"))
                    .isEqualTo(findings().stream()
                            .map(finding -> finding.get("id").asText())
                            .toList());
            assertThat(read).allSatisfy(row -> assertThat(row.getFields()).noneMatch(RunsTest::startsAFormula));
        }
    }

    private static boolean startsAFormula(String cell) {
        boolean number = cell.matches("-\\d+(\\.\\d+)?");
        return !number && !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    }

    @Test
    void scorecardNamedLikeAFormulaIsNoFormulaInTheCsv() {
        Path facts = Program.file(
                home.resolve("evil"),
                "measurements.csv",
                "scorecard,kpi,period,actual,target",
                "\"=HYPERLINK(\"\"http://example.com\"\",\"\"x\"\")\",win_rate,2026-Q3,0.1,0.3");
        Path runs = home.resolve("evil-runs");
        boscard("evaluate", facts, "--runs", runs);
        String text = boscard("findings", "--format", "csv", "--runs", runs)
                .endsWith(FINE)
                .stdout();

        assertThat(text).contains("HYPERLINK").doesNotContain(",=HYPERLINK", ",\"=HYPERLINK");
    }

    @Test
    void textShowsTheRuleAndTheFacts() {
        boscard("findings", "--runs", home.resolve("runs"), "--code", "G9_TARGET_OUTLIER")
                .endsWith(FINE)
                .says("FAIL  G9_TARGET_OUTLIER  ", "rule  ", "fact  ", "measurements.csv:2635", "1 finding");
    }

    @Test
    void codeThatNoFindingHasIsSaidSo() {
        boscard("findings", "--runs", home.resolve("runs"), "--code", "NOT_A_CODE")
                .endsWith(FINE)
                .says("0 findings");
    }

    @Test
    void runIsFoundByItsIdItsBeginningAndItsLastDigits() {
        String id = run.get("run").asText();
        for (String name : List.of(id, id.substring(0, 12), id.substring(id.length() - 4), "latest")) {
            boscard("findings", name, "--runs", home.resolve("runs"), "--goal", "G-07")
                    .endsWith(FINE)
                    .says("SMART_S2");
        }
        boscard("findings", "1999", "--runs", home.resolve("runs"))
                .endsWith(PROBLEMS)
                .says("has no run \"1999\" [RUN_UNKNOWN]", "Maybe " + id);
    }

    @Test
    void runsListsTheRunWithItsDigest() {
        boscard("runs", "--runs", home.resolve("runs"))
                .endsWith(FINE)
                .says(
                        run.get("run").asText() + "  as of 2026-09-30  3603 rows read, 0 rejected",
                        run.get("results_digest").asText().substring(0, 12));
    }

    @Test
    void damagedRunIsNamedAndTheOthersAreListed() throws Exception {
        Path runs = home.resolve("damaged");
        boscard("evaluate", Program.BROKEN, "--runs", runs).endsWith(PROBLEMS);
        Path other = Files.createDirectories(runs.resolve("2026-01-01T000000Z-abcd"));

        boscard("runs", "--runs", runs)
                .endsWith(PROBLEMS)
                .says("56 rows read", other.toString(), "[RUN_BROKEN]", "Maybe ");
        boscard("findings", "--runs", runs).endsWith(FINE);
        boscard("findings", "abcd", "--runs", runs).endsWith(PROBLEMS).says("[RUN_BROKEN]");
    }
}
