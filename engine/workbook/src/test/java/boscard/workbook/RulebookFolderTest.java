package boscard.workbook;

import static boscard.workbook.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boscard.evaluation.Status;
import boscard.problem.InvalidRulebook;
import boscard.problem.Problem;
import boscard.rulebook.RuleDocument;
import boscard.rulebook.Rulebook;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulebookFolderTest {

    @TempDir
    Path folder;

    @Test
    void aSoundRulebookIsLoadedWholeAndWithoutWarning() throws IOException {
        var builder = new RulebookBuilder(folder).rule("pitfalls.drl", "rule \"a\"\r\nend\r\n");

        LoadedRulebook loaded = builder.load();

        assertThat(loaded.warnings()).isEmpty();
        Rulebook rulebook = loaded.rulebook();
        assertThat(rulebook.catalogue().ids()).containsExactly("win_rate", "revenue");
        assertThat(rulebook.catalogue().perspectives()).hasSize(2);
        assertThat(rulebook.parameters().number("coverage_min")).isEqualByComparingTo("0.6");
        assertThat(rulebook.words()).isEqualTo(Map.of("vague", Set.of("better")));
        assertThat(rulebook.holidays()).containsExactly(LocalDate.of(2025, 12, 31));
        assertThat(rulebook.documents()).containsExactly(new RuleDocument("rules/pitfalls.drl", "rule \"a\"\nend\n"));
        DecisionTable table = rulebook.tables().get(0);
        assertThat(table.name()).isEqualTo("Thresholds");
        assertThat(table.stage()).isEqualTo("status");
        assertThat(table.policy()).isEqualTo(HitPolicy.FIRST);
        assertThat(table.factType().name()).isEqualTo("Performance");
        Row first = table.rows().get(0);
        assertThat(first.id()).isEqualTo("KT-001");
        assertThat(first.at()).hasToString("kpi-thresholds.xlsx!Thresholds!A14:F14");
        assertThat(first.conditions()).hasSize(3);
        assertThat(first.conditions().get(1).operands()).containsExactly(new BigDecimal("0.9"));
        assertThat(first.conditions().get(1).at()).hasToString("kpi-thresholds.xlsx!Thresholds!C14");
        assertThat(first.conditions().get(2)).isNull();
        assertThat(first.outcome()).isEqualTo(Map.of("status", Status.GREEN));
        assertThat(first.notes()).isEqualTo(Map.of("Reason", "as agreed"));
    }

    @Test
    void oldBinaryWorkbooksGiveTheSameRulebook() throws IOException {
        String digest =
                new RulebookBuilder(folder.resolve("new")).load().rulebook().digest();
        var old = new RulebookBuilder(folder.resolve("old"));
        old.extension = ".xls";

        assertThat(old.load().rulebook().digest()).isEqualTo(digest).hasSize(64);
    }

    @Test
    void formattingAndFolderDoNotChangeTheDigest() {
        String digest =
                new RulebookBuilder(folder.resolve("a")).load().rulebook().digest();
        var formatted = new RulebookBuilder(folder.resolve("b"));
        formatted.thresholds(
                row("KT-001", "win_rate", Workbooks.formatted(0.9, "0 %"), null, "green", " as agreed\u00a0"));

        assertThat(formatted.load().rulebook().digest()).isEqualTo(digest);
    }

    @Test
    void everyPartOfTheContentChangesTheDigest() throws IOException {
        var digests = Arrays.asList(
                digest("a", builder -> {}),
                digest("b", builder -> builder.thresholds(row("KT-001", "win_rate", 0.91, null, "GREEN", "as agreed"))),
                digest("c", builder -> builder.thresholds(row("KT-002", "win_rate", 0.9, null, "GREEN", "as agreed"))),
                digest("d", builder -> builder.thresholds(row("KT-001", "win_rate", 0.9, null, "AMBER", "as agreed"))),
                digest("e", builder -> builder.thresholds(row("KT-001", "win_rate", 0.9, null, "GREEN", "other"))),
                digest("f", builder -> builder.thresholds(row("KT-001", "win_rate", null, 0.9, "GREEN", "as agreed"))),
                digest("g", builder -> builder.kpis.add(RulebookBuilder.kpi("csat", Map.of()))),
                digest("h", builder -> builder.parameters.add(row("trend_points", 6))),
                digest("i", builder -> builder.words.add(row("vague", "more"))),
                digest("j", builder -> builder.holidays.clear()),
                digest("k", builder -> builder.perspectives.add(row("SOCIAL", "Social", null))),
                digest("l", builder -> builder.rule("a.drl", "rule a end")),
                digest("m", builder -> builder.rule("b.drl", "rule a end")));

        assertThat(digests).doesNotHaveDuplicates();
    }

    private interface Change {
        void apply(RulebookBuilder builder) throws IOException;
    }

    private String digest(String name, Change change) throws IOException {
        var builder = new RulebookBuilder(folder.resolve(name));
        change.apply(builder);
        return builder.load().rulebook().digest();
    }

    @Test
    void lockFilesAndOtherFilesArePassedOver() throws IOException {
        Path sheets = Files.createDirectories(folder.resolve("spreadsheets"));
        Files.writeString(sheets.resolve("~$kpi-thresholds.xlsx"), "x");
        Files.writeString(sheets.resolve(".hidden.xlsx"), "x");
        Files.writeString(sheets.resolve("README.md"), "x");

        assertThat(new RulebookBuilder(folder).problems()).isEmpty();
    }

    @Test
    void spreadsheetsOfOtherKindsAreNotPassedOverInSilence() throws IOException {
        Path sheets = Files.createDirectories(folder.resolve("spreadsheets"));
        for (String name : new String[] {"a.ods", "b.csv", "c.xltx", "d.numbers"}) {
            Files.writeString(sheets.resolve(name), "x");
        }

        assertThat(new RulebookBuilder(folder).load().warnings())
                .extracting(Problem::toString)
                .hasSize(4)
                .startsWith("a.ods: this kind of workbook is not read [FORMAT_UNKNOWN]\n  Maybe save it as .xlsx");
    }

    @Test
    void workbooksInFoldersWithinTheFolderAreNotReadAndItIsSaidOncePerFolder() throws IOException {
        Path sheets = folder.resolve("spreadsheets");
        Path old = Files.createDirectories(sheets.resolve("old"));
        Files.writeString(old.resolve("a.xlsx"), "x");
        Files.writeString(old.resolve("b.xls"), "x");
        Files.writeString(Files.createDirectories(sheets.resolve("emea")).resolve("c.XLSM"), "x");
        Files.writeString(Files.createDirectories(sheets.resolve("cases")).resolve("d.yaml"), "x");

        assertThat(new RulebookBuilder(folder).load().warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        sheets.resolve("emea")
                                + ": the workbook c.XLSM is not read, for a rulebook is read of its folder"
                                + " spreadsheets alone, without folders in it [RULEBOOK_INCOMPLETE]\n  Maybe move up what"
                                + " is meant to count",
                        old + ": 2 workbooks are not read, for a rulebook is read of its folder spreadsheets alone,"
                                + " without folders in it [RULEBOOK_INCOMPLETE]\n  Maybe move up what is meant to"
                                + " count");
    }

    @Test
    void rulesAreSortedByPath() throws IOException {
        var builder = new RulebookBuilder(folder)
                .rule("status/b.drl", "1")
                .rule("a.drl", "2")
                .rule("pitfalls/a.drl", "3");

        assertThat(builder.load().rulebook().documents().stream().map(RuleDocument::path))
                .containsExactly("rules/a.drl", "rules/pitfalls/a.drl", "rules/status/b.drl");
    }

    @Test
    void aFolderThatIsNoRulebookSaysSo() throws IOException {
        Files.createDirectories(folder.resolve("empty"));

        assertThatThrownBy(() -> RulebookFolder.load(folder.resolve("nothing")))
                .isInstanceOf(InvalidRulebook.class)
                .hasMessageContaining("[RULEBOOK_MISSING]");
        assertThatThrownBy(() -> RulebookFolder.load(folder.resolve("empty")))
                .isInstanceOf(InvalidRulebook.class)
                .hasMessageContaining("\"spreadsheets\"")
                .hasMessageContaining("[RULEBOOK_MISSING]");
    }

    @Test
    void problemsOfAllWorkbooksAreReportedTogether() throws IOException {
        var builder = new RulebookBuilder(folder);
        builder.parameters.add(row("coverage_min", 0.7));
        builder.thresholds(
                row("KT-001", "win_rat", 0.9, null, "GREEN"),
                row("KT-001", "win_rate", "much", null, "PURPLE"),
                row("KT-003", "win_rate", 0.9, null, "AMBER"));
        builder.write();
        Files.writeString(folder.resolve("spreadsheets/broken.xlsx"), "not a workbook");
        Files.createDirectories(folder.resolve("rules"));
        Files.write(folder.resolve("rules/latin.drl"), new byte[] {'a', (byte) 0xE9});

        assertThatThrownBy(() -> RulebookFolder.load(folder))
                .isInstanceOf(InvalidRulebook.class)
                .hasMessageContaining("broken.xlsx: a text file, not a workbook [FORMAT_UNKNOWN]")
                .hasMessageContaining("B14: KPI \"win_rat\" is not in the catalogue [KPI_UNKNOWN]")
                .hasMessageContaining("Maybe win_rate (kpi-catalogue.xlsx!KPIs!A3)")
                .hasMessageContaining("A15: the row id KT-001 is taken by kpi-thresholds.xlsx!Thresholds!A14")
                .hasMessageContaining("C15: a number is expected here, not \"much\" [CELL_TYPE]")
                .hasMessageContaining("E15: \"PURPLE\" is none of")
                .hasMessageContaining("A3: the parameter coverage_min has a value already")
                .hasMessageContaining("latin.drl: the file is not UTF-8 [ENCODING_INVALID]");
    }

    @Test
    void missingSheetsAreNamed() throws IOException {
        new RulebookBuilder(folder).write();
        Files.delete(folder.resolve("spreadsheets/kpi-catalogue.xlsx"));
        Files.delete(folder.resolve("spreadsheets/parameters.xlsx"));

        assertThatThrownBy(() -> RulebookFolder.load(folder))
                .hasMessageContaining("no workbook has a sheet \"KPIs\" [RULEBOOK_INCOMPLETE]")
                .hasMessageContaining("no workbook has a sheet \"Parameters\" [RULEBOOK_INCOMPLETE]");
    }
}
