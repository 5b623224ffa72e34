package blackbox;

import static blackbox.Outcome.FINE;
import static blackbox.Outcome.PROBLEMS;
import static blackbox.Outcome.USAGE;
import static blackbox.Program.boscard;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks as text, and the differences of two rulebooks. */
final class ReadingChangesTest {

    private static final Path SHIPPED = Program.ROOT.resolve("spreadsheets/kpi-thresholds.xlsx");

    @TempDir
    Path home;

    private Path rulebook = Path.of("unset");
    private Path workbook = Path.of("unset");

    @BeforeEach
    void ownCopy() {
        rulebook = home.resolve("ours");
        boscard("init", rulebook).endsWith(FINE);
        workbook = rulebook.resolve("spreadsheets/kpi-thresholds.xlsx");
    }

    private static List<String> shown(Path file) {
        return boscard("show", file).endsWith(FINE).stdout().lines().toList();
    }

    @Test
    void rowIsAParagraphThatBeginsWithItsId() {
        List<String> lines = shown(SHIPPED);
        int row = lines.indexOf("KT-060");
        assertThat(lines.subList(row, row + 4))
                .containsExactly(
                        "KT-060",
                        "  KPI                 grr",
                        "  Value below         80.0 %",
                        "  Status              RED");
        assertThat(lines)
                .contains("Sheet Thresholds", "  HitPolicy  FIRST", "  Value below         CONDITION  value < $paramB")
                .contains("  KPI grr | Value 79.0 % | Expected status RED");
    }

    @Test
    void catalogueParametersAndListsAreShownToo() {
        assertThat(boscard("show", rulebook).endsWith(FINE).stdout())
                .contains(
                        "Workbook kpi-catalogue.xlsx",
                        "\nwin_rate\n  Name                Win rate",
                        "Sheet Lists (hidden)",
                        "Workbook parameters.xlsx");
    }

    @Test
    void oneChangedCellIsOneChangedLine() throws IOException {
        Spreadsheet.of(workbook, "Thresholds")
                .set("KT-060", "Value below", 0.78)
                .save();
        List<String> before = shown(SHIPPED);
        List<String> after = shown(workbook);
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                assertThat(before.get(i)).isEqualTo("  Value below         80.0 %");
                assertThat(after.get(i)).isEqualTo("  Value below         78.0 %");
            }
        }
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void digitsThatTheFormatHidesAreShown() throws IOException {
        Spreadsheet.of(workbook, "Thresholds")
                .set("KT-060", "Value below", 0.80004)
                .save();
        assertThat(shown(workbook)).contains("  Value below         80.0 % (exactly 0.80004)");
    }

    @Test
    void noCellCanSteerTheTerminalOfWhoeverLooksAtTheWorkbook() throws IOException {
        Spreadsheet.of(workbook, "Thresholds")
                .set("KT-060", "Reason", "_x001B_[2J_x001B_]0;owned_x0007_ \u202edrawkcab \u009b31m")
                .save();
        assertThat(shown(workbook))
                .contains("  Reason              \\u001b[2J\\u001b]0;owned\\u0007 \\u202edrawkcab \\u009b31m");
        boscard("diff", SHIPPED, workbook).endsWith(FINE).says("-> \\u001b[2J").doesNotSay("\u001b", "\u202e");
        JsonNode changes = Json.of(
                        boscard("diff", SHIPPED, workbook, "--format", "json").stdout())
                .get("changes");
        assertThat(changes.get(0).get("to").asText()).contains("\u001b[2J", "\u202edrawkcab", "\u009b31m");
    }

    @Test
    void workbookThatCannotBeReadIsAProblemAndGitIsToldInTheText() throws IOException {
        Path broken = Files.write(home.resolve("broken.xlsx"), "no workbook".getBytes(StandardCharsets.UTF_8));
        boscard("show", broken).endsWith(PROBLEMS).says("broken.xlsx");
        Outcome git = boscard("show", "--for-git", broken).endsWith(FINE);
        assertThat(git.stdout()).contains("broken.xlsx");
        assertThat(git.stderr()).isEmpty();
    }

    @Test
    void differenceNamesRowHeadingValuesAndBothCells() throws IOException {
        Spreadsheet thresholds = Spreadsheet.of(workbook, "Thresholds");
        String cell = thresholds.address("KT-060", "Value below");
        thresholds.set("KT-060", "Value below", 0.78).delete("KT-001").save();
        Spreadsheet.of(rulebook.resolve("spreadsheets/parameters.xlsx"), "Parameters")
                .set("coverage_min", "Value", 0.7)
                .save();
        Path drl = rulebook.resolve("rules/status.drl");
        Files.writeString(drl, Files.readString(drl).replaceFirst("(?m)^end", "  // nothing else\nend"));

        Outcome outcome = boscard("diff", Program.ROOT, rulebook).endsWith(FINE);
        outcome.says(
                "KPI thresholds (kpi-thresholds.xlsx!Thresholds)",
                "  KT-060 Value below: 80.0 % -> 78.0 %",
                "kpi-thresholds.xlsx!Thresholds!" + cell,
                "  KT-001 removed: KPI quota_attainment, Value from 100.0 % => Status GREEN",
                "Parameters\n  coverage_min: 60.0 % -> 70.0 %",
                "rules/status.drl: rule \"");
        assertThat(outcome.stdout().lines().filter(line -> line.startsWith("  ")))
                .hasSize(4);

        JsonNode changes = Json.of(boscard("diff", Program.ROOT, rulebook, "--format", "json")
                        .stdout())
                .get("changes");
        assertThat(changes.findValuesAsText("kind"))
                .containsExactly("cell_changed", "row_removed", "value_changed", "rule_changed");
        assertThat(changes.findValuesAsText("text"))
                .allMatch(text -> outcome.stdout().contains(text));
        assertThat(changes.get(0).get("from").asText()).isEqualTo("80.0 %");
    }

    @Test
    void renamedColumnIsOneDifferenceAndChangesNoResult() throws IOException {
        Spreadsheet.of(workbook, "Thresholds")
                .rename("Value below", "Less than")
                .save();
        Outcome outcome = boscard("diff", SHIPPED, workbook).endsWith(FINE);
        outcome.says("  heading: Value below -> Less than (changes no result)");
        assertThat(outcome.stdout().lines()).hasSize(2);
    }

    @Test
    void copiesSayTheSameAndSoDoTwoWorkbooks() throws IOException {
        boscard("diff", Program.ROOT, rulebook).endsWith(FINE).says("The two say the same.");
        boscard("diff", SHIPPED, workbook).endsWith(FINE).says("The two say the same.");
        Spreadsheet.of(workbook, "Thresholds")
                .set("KT-060", "Reason", "Agreed in May")
                .save();
        boscard("diff", SHIPPED, workbook)
                .endsWith(FINE)
                .says("KT-060 Reason: ", "-> Agreed in May", "(changes no result)");
        Path parameters = Program.ROOT.resolve("spreadsheets/parameters.xlsx");
        boscard("diff", parameters, parameters).endsWith(FINE).says("The two say the same.");
    }

    @Test
    void folderAndWorkbookCannotBeCompared() {
        boscard("diff", SHIPPED, rulebook).endsWith(USAGE).says("two folders or two workbooks");
        boscard("diff", home.resolve("nowhere"), rulebook).endsWith(USAGE).says("nowhere: there is no such folder");
        boscard("diff", home.resolve("nowhere"), home.resolve("nowhere.xlsx"))
                .endsWith(PROBLEMS)
                .says("[FILE_MISSING]");
    }
}
