package blackbox;

import static blackbox.Outcome.FINE;
import static blackbox.Outcome.PROBLEMS;
import static blackbox.Program.boscard;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do to workbooks on a Friday afternoon. Each slip is named with its cell; none is obeyed in silence. */
final class CarelessAnalystTest {

    @TempDir
    Path home;

    private Path rulebook;
    private Path thresholds;

    @BeforeEach
    void copy() {
        rulebook = home.resolve("ours");
        boscard("init", rulebook).endsWith(FINE);
        thresholds = rulebook.resolve("spreadsheets/kpi-thresholds.xlsx");
    }

    private Outcome check() {
        return boscard("check", "--rulebook", rulebook);
    }

    @Test
    void percentTypedAsAWholeNumberIsNotTakenForAHundredfold() throws IOException {
        var sheet = Spreadsheet.of(thresholds, "Thresholds");
        String cell = sheet.address("KT-002", "Value from");
        sheet.set("KT-002", "Value from", "90 %").save();

        check().says("kpi-thresholds.xlsx!Thresholds!" + cell);
    }

    @Test
    void formulaWithoutAValueIsNamed() throws IOException {
        var sheet = Spreadsheet.of(thresholds, "Thresholds");
        String cell = sheet.address("KT-003", "Value from");
        sheet.formula("KT-003", "Value from", "1-0.1").save(); // saved by a program, never calculated

        check().endsWith(PROBLEMS).says("kpi-thresholds.xlsx!Thresholds!" + cell, "[FORMULA_UNCACHED]");
    }

    @Test
    void formulaInATextCellRunsNothingAndIsNamed() throws IOException {
        var sheet = Spreadsheet.of(thresholds, "Thresholds");
        String cell = sheet.address("KT-002", "KPI");
        sheet.set("KT-002", "KPI", "win_rate\"); System.exit(7); //").save();

        check().endsWith(PROBLEMS).says("kpi-thresholds.xlsx!Thresholds!" + cell, "[KPI_UNKNOWN]");
    }

    @Test
    void deletedRowInTheMiddleDoesNotEndTheTable() throws IOException {
        Spreadsheet.of(thresholds, "Thresholds").delete("KT-050").save();

        check().says("[ROW_AFTER_BLANK]", "kpi-thresholds.xlsx!Thresholds!").doesNotSay("[TABLE_STRUCTURE]");
    }

    @Test
    void hiddenRowCountsAndIsNamed() throws IOException {
        Spreadsheet.of(thresholds, "Thresholds").hide("KT-050").save();

        check().says("[ROW_HIDDEN]");
    }

    @Test
    void statusThatDoesNotExistIsNamedWithTheNearest() throws IOException {
        Spreadsheet.of(thresholds, "Thresholds").set("KT-050", "Status", "Geen").save();

        check().endsWith(PROBLEMS).says("\"Geen\"", "[CELL_CHOICE]", "Maybe GREEN");
    }

    @Test
    void statusInSmallLettersIsUnderstood() throws IOException {
        Spreadsheet.of(thresholds, "Thresholds")
                .set("KT-002", "Status", " amber ")
                .save();

        check().endsWith(FINE);
    }

    @Test
    void renamedSheetOfParametersIsMissed() throws IOException {
        Path file = rulebook.resolve("spreadsheets/parameters.xlsx");
        byte[] bytes = Files.readAllBytes(file);
        try (var workbook = new org.apache.poi.xssf.usermodel.XSSFWorkbook(new java.io.ByteArrayInputStream(bytes));
                var out = Files.newOutputStream(file)) {
            workbook.setSheetName(workbook.getSheetIndex("Parameters"), "Parameters old");
            workbook.write(out);
        }

        check().endsWith(PROBLEMS).says("no workbook has a sheet \"Parameters\"", "[RULEBOOK_INCOMPLETE]", "Maybe ");
    }

    @Test
    void copyOfAWorkbookBesideItIsNamed() throws IOException {
        Files.copy(thresholds, thresholds.resolveSibling("kpi-thresholds (2).xlsx"));

        check().endsWith(PROBLEMS)
                .says("kpi-thresholds (2).xlsx!Thresholds!", "kpi-thresholds.xlsx!Thresholds!", "Maybe ");
    }

    @Test
    void lockFileOfAnOpenWorkbookIsPassedOver() throws IOException {
        Files.write(thresholds.resolveSibling("~$kpi-thresholds.xlsx"), new byte[165]);

        check().endsWith(FINE);
    }

    @Test
    void workbookThatWasCutInCopyingIsNamed() throws IOException {
        byte[] whole = Files.readAllBytes(thresholds);
        Files.write(thresholds, java.util.Arrays.copyOf(whole, whole.length - 3000));

        check().endsWith(PROBLEMS).says("kpi-thresholds.xlsx", "Maybe ");
    }

    @Test
    void textNamedLikeAWorkbookIsNamed() throws IOException {
        Files.write(thresholds, "Id,KPI,Status\nKT-001,win_rate,GREEN\n".getBytes(StandardCharsets.UTF_8));

        check().endsWith(PROBLEMS).says("kpi-thresholds.xlsx", "Maybe ");
    }

    @Test
    void everyRuleFileThatIsWrongIsNamedWithLineAndRule() throws IOException {
        Program.file(
                rulebook.resolve("rules"),
                "ours.drl",
                "package ours;",
                "import boscard.evaluation.KpiStatus;",
                "global boscard.evaluation.RuleConclusions conclude;",
                "rule \"One\"",
                "  agenda-group \"pitfalls\"",
                "when",
                "  KpiStatus(colour == \"RED\")",
                "then",
                "end",
                "rule \"Two\"",
                "  agenda-group \"pitfalls\"",
                "when",
                "  KpiStatus()",
                "then",
                "  conclude.nothing();",
                "end");

        check().endsWith(PROBLEMS).says("rules/ours.drl:4 \"One\": ", "rules/ours.drl:10 \"Two\": ", "[RULE_INVALID]");
    }

    @Test
    void ruleFileThatIsNoRulesIsNamed() {
        Program.file(rulebook.resolve("rules"), "ours.drl", "rule \"half");

        check().endsWith(PROBLEMS).says("rules/ours.drl", "[RULE_INVALID]");
    }

    @Test
    void emptyRuleFileHarmsNobody() {
        Program.file(rulebook.resolve("rules"), "ours.drl");

        check().endsWith(FINE);
    }

    @Test
    void ruleWithoutAStageIsRefused() {
        Program.file(rulebook.resolve("rules"), "ours.drl", "package ours;", "rule \"One\"", "when", "then", "end");

        check().endsWith(PROBLEMS).says("rules/ours.drl:2 \"One\": the rule has no agenda-group", "Maybe ");
    }

    @Test
    void wrongRulebookStopsTheEvaluationBeforeAnythingIsWritten() throws IOException {
        Spreadsheet.of(thresholds, "Thresholds")
                .set("KT-002", "Value from", "ninety")
                .save();
        Path runs = home.resolve("runs");

        boscard("evaluate", Program.FIRST, "--rulebook", rulebook, "--runs", runs)
                .endsWith(PROBLEMS)
                .says("kpi-thresholds.xlsx!Thresholds!", "[CELL_TYPE]");
        assertThat(runs).doesNotExist();
    }
}
