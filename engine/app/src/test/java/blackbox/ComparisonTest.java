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
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What differs between two runs, what a changed rulebook would change, and what caused it. */
final class ComparisonTest {

    private static final String THRESHOLDS = "spreadsheets/kpi-thresholds.xlsx";

    @TempDir
    Path home;

    private Path rulebook = Path.of("unset");
    private Path runs = Path.of("unset");
    private Path facts = Path.of("unset");

    @BeforeEach
    void aRunAndARulebook() throws IOException {
        rulebook = home.resolve("ours");
        runs = home.resolve("runs");
        boscard("init", rulebook).endsWith(FINE);
        facts = home.resolve("facts");
        Program.file(
                facts, "scorecards.csv", "scorecard,name,level", "A,Team A,TEAM", "B,Team B,TEAM", "C,Team C,TEAM");
        Program.file(
                facts,
                "measurements.csv",
                "scorecard,kpi,period,actual,target",
                "A,grr,2026-Q3,0.79,",
                "B,grr,2026-Q3,0.79,",
                "C,grr,2026-Q3,0.95,",
                "A,csat,2026-Q3,0.9,");
        evaluate(Program.ROOT);
    }

    private String evaluate(Path from) {
        Outcome outcome = boscard(
                "evaluate", facts, "--rulebook", from, "--as-of", "2026-09-30", "--runs", runs, "--format", "json");
        return Json.of(outcome.stdout()).get("run").asText();
    }

    private Outcome impact(Object... options) {
        var words = new Object[options.length + 5];
        words[0] = "impact";
        words[1] = "--rulebook";
        words[2] = rulebook;
        words[3] = "--runs";
        words[4] = runs;
        System.arraycopy(options, 0, words, 5, options.length);
        return boscard(words);
    }

    private JsonNode impactJson() {
        return Json.of(impact("--format", "json").endsWith(FINE).stdout());
    }

    private void lowerTheFloor() throws IOException {
        Spreadsheet.of(rulebook.resolve(THRESHOLDS), "Thresholds")
                .set("KT-059", "Value from", 0.78)
                .set("KT-060", "Value below", 0.78)
                .save();
    }

    private static List<String> texts(JsonNode list, String... fields) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(node -> {
                    var text = new StringBuilder();
                    for (String field : fields) {
                        text.append(text.isEmpty() ? "" : " ")
                                .append(node.path(field).asText());
                    }
                    return text.toString();
                })
                .toList();
    }

    @Test
    void changedEdgesSayInOneSentenceWhatTheyTurn() throws IOException {
        lowerTheFloor();

        impact().endsWith(FINE)
                .says(
                        "Rulebook: 2 changes",
                        "KT-059 Value from: 80.0 % -> 78.0 %",
                        "Lowering the floor of KT-059 from 80.0 % to 78.0 % and lowering the ceiling of KT-060 from 80.0 %"
                                + " to 78.0 % turn 2 statuses in 2 scorecards from RED to AMBER, all of the newest period",
                        "A grr 2026-Q3  RED -> AMBER",
                        "KT-060 -> KT-059");
        JsonNode json = impactJson();
        assertThat(texts(json.get("effects"), "from", "to", "statuses", "scorecards"))
                .containsExactly("RED AMBER 2 2");
        assertThat(texts(json.get("statuses"), "scorecard", "kpi", "from", "to", "from_row", "to_row"))
                .contains("A grr RED AMBER KT-060 KT-059", "B grr RED AMBER KT-060 KT-059")
                .noneMatch(text -> text.contains("csat"));
        assertThat(texts(json.get("statuses").get(0).get("causes"), "row")).containsExactly("KT-059", "KT-060");
        assertThat(texts(json.get("findings"), "kind", "code", "scorecard")).contains("changed ST1_OFF_TARGET A");
    }

    /** The score of a GREEN value lies between edges, too, and says which. */
    @Test
    void everyDifferenceHasACause() throws IOException {
        lowerTheFloor();
        JsonNode json = impactJson();
        for (String list : List.of("statuses", "scores", "findings", "recommendations")) {
            assertThat(json.get(list)).as(list).isNotEmpty();
            json.get(list)
                    .forEach(one ->
                            assertThat(one.get("causes")).as(one.toString()).isNotEmpty());
        }
    }

    @Test
    void impactIsWhatARunWithTheChangedRulebookWouldBe() throws IOException {
        lowerTheFloor();
        String before = Json.of(boscard("evaluate", facts, "--as-of", "2026-09-30", "--runs", runs, "--format", "json")
                        .stdout())
                .get("run")
                .asText();
        JsonNode foretold = impactJson();
        String after = evaluate(rulebook);
        JsonNode happened = Json.of(boscard("compare", before, after, "--runs", runs, "--format", "json")
                .endsWith(FINE)
                .stdout());

        for (String part : List.of("effects", "statuses", "scores", "findings", "recommendations")) {
            assertThat(foretold.get(part)).as(part).isEqualTo(happened.get(part));
        }
    }

    @Test
    void insertedAndMovedRowsThatDecideNothingChangeNothing() throws IOException {
        Spreadsheet.of(rulebook.resolve(THRESHOLDS), "Thresholds")
                .shift("KT-059", 3)
                .save();
        boscard("check", "--rulebook", rulebook);

        JsonNode json = impactJson();
        assertThat(json.get("rulebook_changes")).isEmpty();
        assertThat(json.get("same").asBoolean()).isTrue();
        impact().endsWith(FINE).says("No conclusion differs, in 3 scorecards.");
    }

    @Test
    void changeWithoutEffectIsSaidToHaveNone() throws IOException {
        lowerTheFloor();
        Spreadsheet.of(rulebook.resolve(THRESHOLDS), "Thresholds")
                .set("KT-049", "Value from", 0.5)
                .save();
        Outcome outcome = impact().endsWith(FINE);
        assertThat(outcome.stdout()).contains("Without effect on these facts: 1\n  KT-049 Value from");
    }

    @Test
    void changedFactsAreTheCauseWithTheirLines() throws IOException {
        Program.file(
                facts,
                "measurements.csv",
                "scorecard,kpi,period,actual,target",
                "C,grr,2026-Q3,0.95,",
                "A,grr,2026-Q3,0.91,",
                "B,grr,2026-Q3,0.79,",
                "A,csat,2026-Q3,0.9,");
        String after = evaluate(Program.ROOT);
        List<String> ids = Json.of(boscard("runs", "--runs", runs, "--format", "json")
                        .endsWith(FINE)
                        .stdout())
                .get("runs")
                .findValuesAsText("id");
        String before = ids.stream().filter(id -> !id.equals(after)).findFirst().orElseThrow();

        boscard("compare", before, after, "--runs", runs)
                .endsWith(FINE)
                .says(
                        "Facts: 1 changed",
                        "actual 0.79 -> 0.91 of measurement A grr 2026-Q3",
                        "turns 1 status in 1 scorecard from RED to GREEN",
                        "measurements.csv:3");
        JsonNode json = Json.of(boscard("compare", before, after, "--runs", runs, "--format", "json")
                .stdout());
        assertThat(texts(json.get("statuses"), "scorecard", "kpi", "from", "to"))
                .containsExactly("A grr RED GREEN");
        assertThat(json.get("statuses")
                        .get(0)
                        .get("causes")
                        .get(0)
                        .get("fields")
                        .get(0)
                        .get("to")
                        .asText())
                .isEqualTo("0.91");
    }

    @Test
    void scorecardThatComesOrGoesIsAddedOrRemovedAsAWhole() throws IOException {
        String before = Json.of(boscard("evaluate", facts, "--as-of", "2026-09-30", "--runs", runs, "--format", "json")
                        .stdout())
                .get("run")
                .asText();
        Program.file(facts, "scorecards.csv", "scorecard,name,level", "A,Team A,TEAM", "B,Team B,TEAM");
        Program.file(
                facts,
                "measurements.csv",
                "scorecard,kpi,period,actual,target",
                "A,grr,2026-Q3,0.79,",
                "B,grr,2026-Q3,0.79,",
                "A,csat,2026-Q3,0.9,");
        String after = evaluate(Program.ROOT);
        JsonNode json = Json.of(boscard("compare", before, after, "--runs", runs, "--format", "json")
                .endsWith(FINE)
                .stdout());
        assertThat(texts(json.get("statuses"), "kind", "scorecard", "kpi")).containsExactly("removed C grr");
        assertThat(json.get("scorecards").asInt()).isEqualTo(3);
        boscard("compare", before, after, "--runs", runs).says("takes away 1 status in 1 scorecard, GREEN");
    }

    @Test
    void changedRuleIsTheCauseOfItsFindings() throws IOException {
        Path drl = rulebook.resolve("rules/pitfalls.drl");
        String text = Files.readString(drl);
        String name = "P5_RED_WITHOUT_ACTION";
        int rule = text.lastIndexOf("rule \"", text.indexOf(name));
        int end = text.indexOf("\nend", rule);
        Files.writeString(drl, text.substring(0, rule) + text.substring(end + 4));
        JsonNode json = impactJson();
        assertThat(texts(json.get("rulebook_changes"), "kind", "file"))
                .containsExactly("rule_removed rules/pitfalls.drl");
        json.get("findings")
                .forEach(finding -> assertThat(
                                finding.get("causes").get(0).get("text").asText())
                        .contains("rules/pitfalls.drl: rule \""));
    }

    @Test
    void wrongRulebookIsNamedAndUnknownRunsToo() throws IOException {
        Spreadsheet.of(rulebook.resolve(THRESHOLDS), "Thresholds")
                .set("KT-059", "Status", "AMBR")
                .save();
        impact().endsWith(PROBLEMS).says("[CELL_CHOICE]", "Maybe AMBER");
        boscard("compare", "nothing", "--runs", runs).endsWith(PROBLEMS).says("[RUN_UNKNOWN]");
        boscard("compare", "--runs", runs).endsWith(USAGE);
        impact("--workers", "0").endsWith(USAGE);
    }
}
