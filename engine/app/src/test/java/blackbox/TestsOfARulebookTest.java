package blackbox;

import static blackbox.Outcome.FINE;
import static blackbox.Outcome.PROBLEMS;
import static blackbox.Outcome.USAGE;
import static blackbox.Program.boscard;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests that a company's own rulebook brings with it: what {@code boscard test} says of them. */
final class TestsOfARulebookTest {

    private static final String THRESHOLDS = "spreadsheets/kpi-thresholds.xlsx";

    @TempDir
    Path home;

    private Path rulebook = Path.of("unset");

    @BeforeEach
    void ownCopy() {
        rulebook = home.resolve("ours");
        boscard("init", rulebook).endsWith(FINE);
    }

    private Outcome test(Object... options) {
        var words = new Object[options.length + 3];
        words[0] = "test";
        words[1] = "--rulebook";
        words[2] = rulebook;
        System.arraycopy(options, 0, words, 3, options.length);
        return boscard(words);
    }

    @Test
    void shippedExamplesAndCasesHoldAndReachEveryRow() {
        JsonNode result = Json.of(test("--format", "json").endsWith(FINE).stdout());

        assertThat(result.get("passed").asBoolean()).isTrue();
        assertThat(result.get("rows_reached")).isEqualTo(result.get("rows"));
        assertThat(result.get("examples").asInt())
                .isGreaterThan(result.get("rows").asInt());
        assertThat(result.get("cases").asInt()).isGreaterThan(300);
    }

    @Test
    void changedThresholdFailsTheExamplesOnItsEdgeAndShowsBothRows() throws IOException {
        Spreadsheet thresholds = Spreadsheet.of(rulebook.resolve(THRESHOLDS), "Thresholds");
        String edge = thresholds.address("KT-059", "Value from");
        thresholds.set("KT-059", "Value from", 0.78).save();

        Outcome outcome = test("--no-cases").endsWith(PROBLEMS);
        outcome.says(
                "expected status RED; KT-059 says AMBER [TEST_FAILED]",
                "given KPI grr, Value 79.0 %",
                "KT-059 decides, in KPI thresholds",
                "79.0 % from 78.0 %",
                edge,
                "KT-060 would say so",
                "it fits too, and a row above it decides",
                "1 fail");
        JsonNode failure = Json.of(test("--no-cases", "--format", "json")
                        .endsWith(PROBLEMS)
                        .stdout())
                .get("failures")
                .get(0);
        assertThat(outcome.stdout())
                .contains(failure.get("at").asText(), failure.get("message").asText());
        assertThat(failure.get("decided").get(0).get("comparisons").findValuesAsText("at"))
                .contains("kpi-thresholds.xlsx!Thresholds!" + edge);
    }

    @Test
    void rowWithoutAnExampleIsListedAndIsNoFailure() throws IOException {
        Spreadsheet.of(rulebook.resolve(THRESHOLDS), "Tests Status findings")
                .delete("trend")
                .save();

        test("--no-cases")
                .endsWith(FINE)
                .says("1 of ", "rows of Status findings are reached by no example", "SF-001", "all hold");
    }

    @Test
    void whatIsOnlyAWarningSaysSoAndCheckNamesWrongExamplesToo() throws IOException {
        Spreadsheet tests = Spreadsheet.of(rulebook.resolve(THRESHOLDS), "Tests Status findings");
        String cell = tests.address("trend", "Value");
        tests.set("trend", "Value", "5").save();
        test("--no-cases").endsWith(FINE).says("warning: kpi-thresholds.xlsx!Tests Status findings!" + cell);

        Spreadsheet.of(rulebook.resolve(THRESHOLDS), "Tests Status findings")
                .set("trend", "Value", "many")
                .save();
        String said = "kpi-thresholds.xlsx!Tests Status findings!" + cell
                + ": a number is expected here, not \"many\" [CELL_TYPE]";
        test("--no-cases").endsWith(PROBLEMS).says(said);
        boscard("check", "--rulebook", rulebook).endsWith(PROBLEMS).says(said);
    }

    @Test
    void proposedExamplesHoldAndLeaveNoRowUnreached() throws IOException {
        Path workbook = rulebook.resolve(THRESHOLDS);
        Spreadsheet.of(workbook, "Tests Thresholds").removeSheet().save();
        Spreadsheet.of(workbook, "Tests Status findings").delete("trend").save();

        test("--no-cases").endsWith(FINE).says("Tables without an example: KPI thresholds", "--suggest");
        test("--suggest")
                .endsWith(FINE)
                .says("Tests of KPI thresholds\nKPI\tLevel", "win_rate\t", "\t30%\t", "\t29%\t", "trend\t")
                .doesNotSay("Tests of Balance");

        Path proposed = home.resolve("proposed");
        test("--suggest", "--out", proposed).endsWith(FINE).says("examples added");
        Files.move(
                proposed.resolve("kpi-thresholds.xlsx"), workbook, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        JsonNode result =
                Json.of(test("--no-cases", "--format", "json").endsWith(FINE).stdout());
        assertThat(result.get("rows_reached")).isEqualTo(result.get("rows"));
        assertThat(result.get("problems")).isEmpty();
        test("--suggest").endsWith(FINE).says("No example is missing");
        boscard("check", "--rulebook", rulebook).endsWith(FINE);
    }

    @Test
    void nothingIsWrittenOverAndOutAloneIsNotUnderstood() throws IOException {
        Spreadsheet.of(rulebook.resolve(THRESHOLDS), "Tests Thresholds")
                .removeSheet()
                .save();
        Files.writeString(Files.createDirectories(home.resolve("there")).resolve("kpi-thresholds.xlsx"), "precious");

        test("--suggest", "--out", home.resolve("there")).endsWith(USAGE).says("exists already");
        assertThat(home.resolve("there/kpi-thresholds.xlsx")).hasContent("precious");
        test("--out", home.resolve("there")).endsWith(USAGE).says("--out belongs to --suggest");
    }

    @Test
    void wrongCasesAreNamedAndTheOthersAreRun() throws IOException {
        Path cases = rulebook.resolve("rules/cases");
        Files.writeString(cases.resolve("own.yaml"), """
                as_of: 2026-06-30
                defaults:
                  scorecards: {scorecard: A, name: Team A, level: TEAM}
                  measurements: {scorecard: A, period: 2026-06}
                cases:
                - name: two meetings are enough
                  given: {measurements: [{kpi: coaching, actual: 2, target: 2}]}
                  expect: {statuses: [{kpi: coaching, status: RED}]}
                - name: a field that is not there
                  given: {measurements: [{kpi: coaching, actul: 2}]}
                """);
        Files.writeString(cases.resolve("broken.yaml"), "cases: [");

        test().endsWith(PROBLEMS)
                .says(
                        "rules/cases/broken.yaml",
                        "this is not YAML",
                        "rules/cases/own.yaml: \"a field that is not there\": measurements have no field named actul",
                        "[CASE_INVALID]",
                        "rules/cases/own.yaml: \"two meetings are enough\": expected one of the statuses to be",
                        "[CASE_FAILED]",
                        "1 fail");
    }

    @Test
    void wrongTestsSheetIsNamedWithItsCellAndStopsNoEvaluation() throws IOException {
        Spreadsheet.of(rulebook.resolve(THRESHOLDS), "Tests Thresholds")
                .set("csat", "KPI", "csta")
                .save();

        String said = "KPI \"csta\" is not in the catalogue [KPI_UNKNOWN]";
        test("--no-cases").endsWith(PROBLEMS).says(said, "Maybe csat");
        boscard("check", "--rulebook", rulebook).endsWith(PROBLEMS).says(said, "Maybe csat");
        boscard("evaluate", Program.FIRST, "--rulebook", rulebook, "--runs", home.resolve("runs"))
                .endsWith(FINE);
    }
}
