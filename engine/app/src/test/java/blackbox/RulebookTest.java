package blackbox;

import static blackbox.Outcome.FINE;
import static blackbox.Outcome.PROBLEMS;
import static blackbox.Program.boscard;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company's own rulebook, from init to the run. */
final class RulebookTest {

    @TempDir
    Path home;

    private JsonNode evaluate(Object... options) {
        Object[] words = new Object[options.length + 6];
        words[0] = "evaluate";
        words[1] = Program.FIRST;
        words[2] = "--format";
        words[3] = "json";
        words[4] = "--runs";
        words[5] = home.resolve("runs");
        System.arraycopy(options, 0, words, 6, options.length);
        return Json.of(boscard(words).endsWith(FINE).stdout());
    }

    @Test
    void copyOfTheRulebookIsFineAndGivesTheSameResults() {
        Path copy = home.resolve("ours");
        boscard("init", copy).endsWith(FINE).says("Copied ", "boscard check --rulebook " + copy);
        boscard("check", "--rulebook", copy).endsWith(FINE).says("is fine", "kpi-thresholds.xlsx!Thresholds");

        JsonNode own = evaluate("--rulebook", copy);
        JsonNode shipped = evaluate();
        assertThat(own.get("rulebook_digest")).isEqualTo(shipped.get("rulebook_digest"));
        assertThat(own.get("results_digest")).isEqualTo(shipped.get("results_digest"));
    }

    @Test
    void rulebookBehindLinksIsTheSameRulebook() throws IOException {
        Path linked = Files.createDirectories(home.resolve("linked"));
        Files.createSymbolicLink(linked.resolve("rules"), Program.ROOT.resolve("rules"));
        Files.createSymbolicLink(linked.resolve("spreadsheets"), Program.ROOT.resolve("spreadsheets"));

        JsonNode run = evaluate("--rulebook", linked);
        assertThat(run.get("results_digest")).isEqualTo(evaluate().get("results_digest"));
        Path kept = home.resolve("runs").resolve(run.get("run").asText()).resolve("rulebook");
        boscard("check", "--rulebook", kept)
                .endsWith(FINE)
                .says(run.get("rulebook_digest").asText());
    }

    @Test
    void editedThresholdMovesTheStatusesAtThatEdgeAndNoOthers() throws IOException {
        Path copy = home.resolve("stricter");
        boscard("init", copy);
        Spreadsheet.of(copy.resolve("spreadsheets/kpi-thresholds.xlsx"), "Thresholds")
                .set("KT-059", "Value from", 0.78)
                .set("KT-060", "Value below", 0.78)
                .save();
        List<String> before = red(evaluate());
        List<String> after = red(evaluate("--rulebook", copy));

        assertThat(before).contains("TEAM-NORTH grr 2026-Q3");
        assertThat(before.stream().filter(finding -> !after.contains(finding)))
                .contains("TEAM-NORTH grr 2026-Q3")
                .allMatch(finding -> finding.contains(" grr "));
        assertThat(before).containsAll(after);
    }

    /** What is red and since when: scorecard, KPI, period. */
    private List<String> red(JsonNode run) {
        return Json.lines(boscard(
                                "findings",
                                run.get("run").asText(),
                                "--code",
                                "ST1_OFF_TARGET",
                                "--format",
                                "json",
                                "--runs",
                                home.resolve("runs"))
                        .stdout())
                .stream()
                .filter(finding -> finding.get("status").asText().equals("RED"))
                .map(finding -> finding.get("scorecard").asText() + " "
                        + finding.get("kpi").asText() + " "
                        + finding.get("period").asText())
                .toList();
    }

    @Test
    void rulebookThatARunKeepsIsTheOneThatWasUsed() {
        JsonNode run = evaluate();
        Path kept = home.resolve("runs").resolve(run.get("run").asText()).resolve("rulebook");

        boscard("check", "--rulebook", kept)
                .endsWith(FINE)
                .says(run.get("rulebook_digest").asText());
    }

    @Test
    void initCopiesIntoNothingThatIsThere() throws IOException {
        Path taken = Files.createDirectories(home.resolve("taken"));
        Program.file(taken, "note.txt", "precious");

        boscard("init", taken).endsWith(PROBLEMS).says("not an empty folder", "Name a new folder");
        assertThat(taken.toFile().list()).containsExactly("note.txt");
    }

    @Test
    void folderThatIsNoRulebookIsNamedAndNothingIsEvaluated() throws IOException {
        Path empty = Files.createDirectories(home.resolve("empty"));

        boscard("check", "--rulebook", empty).endsWith(PROBLEMS).says("[RULEBOOK_MISSING]", "Maybe ");
        boscard("check", "--rulebook", home.resolve("nowhere"))
                .endsWith(PROBLEMS)
                .says("there is no such folder [RULEBOOK_MISSING]", "boscard init");
        boscard("evaluate", Program.FIRST, "--rulebook", empty, "--runs", home.resolve("runs"))
                .endsWith(PROBLEMS)
                .says("[RULEBOOK_MISSING]");
        assertThat(home.resolve("runs")).doesNotExist();
    }

    @Test
    void laterAsOfDayIsAnotherQuestion() {
        JsonNode september = evaluate("--as-of", "2026-09-30");
        JsonNode june = evaluate("--as-of", "2026-06-30");

        assertThat(evaluate().get("as_of").asText()).isEqualTo("2026-09-30");
        assertThat(june.get("as_of").asText()).isEqualTo("2026-06-30");
        assertThat(june.get("rulebook_digest")).isEqualTo(september.get("rulebook_digest"));
        assertThat(june.get("results_digest")).isNotEqualTo(september.get("results_digest"));
    }

    @Test
    void kpisAreListedAndOneIsDescribedWithItsCell() {
        boscard("kpis").endsWith(FINE).says("win_rate", "scored KPIs; --all adds the base measures");
        boscard("kpis", "--all").endsWith(FINE).says("won_deals", "KPIs and base measures");
        boscard("kpis", "win_rate").endsWith(FINE).says("Win rate (win_rate)", "kpi-catalogue.xlsx!KPIs!");
        boscard("kpis", "win_rat").endsWith(PROBLEMS).says("There is no KPI \"win_rat\"", "maybe win_rate");
    }

    @Test
    void foreignExportIsReadThroughItsMapping() {
        Path mappings = Program.ROOT.resolve("samples/mappings");
        Outcome outcome = boscard(
                "evaluate",
                mappings.resolve("crm-export.csv"),
                "--mapping",
                mappings.resolve("crm-export.yaml"),
                "--runs",
                home.resolve("runs"));

        outcome.endsWith(FINE).says("24 read = 24 accepted + 0 rejected + 0 skipped", "2 scorecards");
        boscard("evaluate", mappings.resolve("crm-export.csv"), "--runs", home.resolve("runs"))
                .endsWith(PROBLEMS)
                .says("crm-export.csv:1", "Maybe ");
    }
}
