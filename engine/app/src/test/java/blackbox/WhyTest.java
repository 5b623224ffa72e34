package blackbox;

import static blackbox.Outcome.FINE;
import static blackbox.Outcome.PROBLEMS;
import static blackbox.Outcome.USAGE;
import static blackbox.Program.boscard;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.explanation.Explanation;
import boscard.explanation.Explanation.Kind;
import boscard.explanation.ExplanationText;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor asks of a stored run: why, why not, what would change it. */
final class WhyTest {

    @TempDir
    static Path home;

    private static Path runs;
    private static List<JsonNode> findings;

    @BeforeAll
    static void evaluate() {
        runs = home.resolve("runs");
        boscard("evaluate", Program.FIRST, "--as-of", "2026-09-30", "--runs", runs)
                .endsWith(FINE);
        findings = Json.lines(boscard("findings", "--format", "json", "--runs", runs)
                .endsWith(FINE)
                .stdout());
    }

    private static Outcome why(Object... words) {
        var all = new ArrayList<Object>(List.of("why"));
        all.addAll(List.of(words));
        all.addAll(List.of("--runs", runs));
        return boscard(all.toArray());
    }

    private static JsonNode json(Object... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--format", "json"));
        return Json.of(why(all.toArray()).endsWith(FINE).stdout());
    }

    /** One finding of each check that found anything. */
    private static Map<String, JsonNode> oneOfEachCode() {
        var byCode = new LinkedHashMap<String, JsonNode>();
        findings.forEach(finding -> byCode.putIfAbsent(finding.get("code").asText(), finding));
        return byCode;
    }

    private static String idOf(String code) {
        return java.util.Objects.requireNonNull(oneOfEachCode().get(code), code)
                .get("id")
                .asText();
    }

    private static Explanation read(JsonNode node) {
        var children = new ArrayList<Explanation>();
        node.path("children").forEach(child -> children.add(read(child)));
        return new Explanation(
                Kind.valueOf(node.get("kind").asText().toUpperCase(Locale.ROOT)),
                node.get("text").asText(),
                node.path("address").isMissingNode()
                        ? null
                        : node.get("address").asText(),
                Map.of(),
                children);
    }

    private static void collect(JsonNode node, String kind, List<JsonNode> found) {
        if (node.get("kind").asText().equals(kind)) {
            found.add(node);
        }
        node.path("children").forEach(child -> collect(child, kind, found));
    }

    private static List<JsonNode> all(JsonNode node, String kind) {
        var found = new ArrayList<JsonNode>();
        collect(node, kind, found);
        return found;
    }

    @Test
    void textAndJsonTellTheSame() {
        for (String[] asked : new String[][] {
            {"TEAM-NORTH", "grr", "2026-Q3"},
            {"TEAM-NORTH", "grr", "2026-Q3", "--not"},
            {"TEAM-NORTH", "grr", "2026-Q3", "--not", "AMBER"},
            {"TEAM-NORTH"},
            {"TEAM-NORTH", "CUSTOMER"},
            {"QUILLMERE", "G-08"},
            {idOf("G9_TARGET_OUTLIER")},
            {idOf("P5_RED_WITHOUT_ACTION")}
        }) {
            String text = why((Object[]) asked).endsWith(FINE).stdout();
            assertThat(ExplanationText.lines(read(json((Object[]) asked))))
                    .as(String.join(" ", asked))
                    .isEqualTo(text.lines().toList());
        }
    }

    @Test
    void everyKindOfFindingHasItsRowOrRuleWithItsPlaceAndItsSubject() {
        assertThat(oneOfEachCode()).hasSizeGreaterThan(30);
        oneOfEachCode().forEach((code, finding) -> {
            JsonNode why = json(finding.get("id").asText());
            assertThat(why.at("/details/code").asText()).isEqualTo(code);
            List<JsonNode> rows = all(why, "row");
            List<JsonNode> rules = all(why, "rule");
            String decided = finding.at("/rule/source").asText();
            assertThat(rows.size() + rules.size()).as(code).isPositive();
            if (rules.isEmpty()) {
                assertThat(rows.get(0).get("address").asText()).as(code).isEqualTo(decided);
                assertThat(all(rows.get(0), "cell"))
                        .as("%s: cells are compared with what the row looked at", code)
                        .isNotEmpty()
                        .allSatisfy(cell ->
                                assertThat(cell.at("/details/verdict").asText()).isEqualTo("MATCHED"));
            } else {
                assertThat(decided)
                        .as(code)
                        .startsWith(rules.get(0).get("address").asText());
                assertThat(all(rules.get(0), "rule_text")).as(code).isNotEmpty();
            }
        });
    }

    @Test
    void nothingIsWiderThanThePageButAnAddress() {
        oneOfEachCode().values().stream()
                .limit(15)
                .forEach(finding -> why(finding.get("id").asText())
                        .endsWith(FINE)
                        .stdout()
                        .lines()
                        .filter(line -> !line.strip().startsWith("at "))
                        .forEach(line -> assertThat(line).hasSizeLessThanOrEqualTo(ExplanationText.WIDTH)));
    }

    @Test
    void aRecommendationIsExplainedByItsIdAndByItsCode() {
        JsonNode status = json("TEAM-NORTH", "grr", "2026-Q3");
        JsonNode advice = all(status, "leads_to").stream()
                .filter(one -> one.at("/details/code").asText().equals("REC-20"))
                .findFirst()
                .orElseThrow();
        String id = advice.at("/details/id").asText();

        assertThat(json(id)).isEqualTo(json("TEAM-NORTH", "REC-20"));
        why(id).endsWith(FINE)
                .says("REC-20 · Gross revenue retention · Team North", "because Gross revenue retention", "KT-060");
    }

    @Test
    void aGoalIsExplainedTestByTest() {
        why("QUILLMERE", "G-08")
                .endsWith(FINE)
                .says("Goal G-08 · Quillmere Water Instruments is SMART to", "M2  WARN", "smart.xlsx!Tests of goals!")
                .says("rules/smart.drl:");
    }

    @Test
    void whatIsUnknownIsSaidWithWhatIsNear() {
        why("TEAM-NORT", "grr", "2026-Q3").endsWith(PROBLEMS).says("has no scorecard \"TEAM-NORT\"; maybe TEAM-NORTH");
        why("TEAM-NORTH", "gr", "2026-Q3").endsWith(PROBLEMS).says("has no status of \"gr\"");
        why("TEAM-NORTH", "grr", "2031-Q3").endsWith(PROBLEMS).says("in 2031-Q3; it has 2024-Q4");
        why("ffffffffffff").endsWith(PROBLEMS).says("has no finding, recommendation or scorecard ffffffffffff");
        why("TEAM-NORTH", "grr", "2026-Q3", "--not", "KT-9999")
                .endsWith(PROBLEMS)
                .says("has no row, check or band \"KT-9999\"");
        why("TEAM-NORTH", "CUSTOMER", "--not").endsWith(USAGE).says("--not asks about");
    }
}
