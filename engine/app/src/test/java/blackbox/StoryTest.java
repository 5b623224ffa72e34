package blackbox;

import static blackbox.Outcome.FINE;
import static blackbox.Program.boscard;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first sample tells a story, and the run finds what the story put in. */
final class StoryTest {

    /** What the run cannot find yet, each with the reason. What can be found is struck here. */
    private static final Map<String, String> NOT_BUILT = Map.of();

    @TempDir
    static Path home;

    private static List<JsonNode> findings;
    private static List<NamedCsvRecord> story;

    @BeforeAll
    static void evaluate() throws IOException {
        Path runs = home.resolve("runs");
        boscard("evaluate", Program.FIRST, "--as-of", "2026-09-30", "--runs", runs)
                .endsWith(FINE);
        findings = Json.lines(boscard("findings", "--format", "json", "--runs", runs)
                .endsWith(FINE)
                .stdout());
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(Program.ROOT.resolve("samples/01-first/STORY-CHECK.csv"))) {
            story = rows.stream().toList();
        }
    }

    @Test
    void everyIntendedFindingIsFound() {
        assertThat(story).hasSizeGreaterThan(90);
        assertThat(story)
                .filteredOn(row -> !isMissing(row))
                .filteredOn(row -> !isFound(row))
                .extracting(row -> String.join(" ", row.getFields()))
                .isEmpty();
    }

    @Test
    void checkThatIsBuiltIsNotListedAsMissing() {
        assertThat(story)
                .filteredOn(StoryTest::isMissing)
                .filteredOn(StoryTest::isFound)
                .extracting(row -> row.getField("code") + " is found: take it from NOT_BUILT")
                .isEmpty();
    }

    private static boolean isMissing(NamedCsvRecord row) {
        String code = row.getField("code");
        return NOT_BUILT.containsKey(code) || NOT_BUILT.containsKey(code + " " + row.getField("period"));
    }

    /** An empty field of the story means any; a finding about a KPI as a whole has no period. */
    private static boolean isFound(NamedCsvRecord row) {
        Predicate<JsonNode> same = finding -> has(finding, row, "scorecard")
                && has(finding, row, "code")
                && has(finding, row, "kpi")
                && has(finding, row, "goal")
                && (finding.get("period").isNull() || has(finding, row, "period"));
        return findings.stream().anyMatch(same);
    }

    private static boolean has(JsonNode finding, NamedCsvRecord row, String field) {
        String wanted = row.getField(field);
        return wanted.isEmpty() || finding.get(field).asText().equals(wanted);
    }

    @Test
    void contrastHasNothingWorseThanAWarningAndNoPitfall() {
        assertThat(findings)
                .filteredOn(finding -> finding.get("scorecard").asText().equals("REGION-EAST"))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.get("severity").asText()).isIn("INFO", "WARN");
                    assertThat(finding.get("code").asText()).doesNotMatch("P\\d_.*");
                });
    }
}
