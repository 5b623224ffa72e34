package boscard.workbook;

import static boscard.workbook.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.problem.InvalidRulebook;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sheets, keys and headings that are nearly right are named with the right one; nothing is dropped in silence. */
class MisspeltSheetsTest {

    @TempDir
    Path folder;

    private String problemsAfterRenaming(String workbook, String from, String to) {
        Path file = new RulebookBuilder(folder).write().resolve("spreadsheets").resolve(workbook);
        Workbooks.change(file, book -> book.setSheetName(book.getSheetIndex(from), to));
        try {
            return RulebookFolder.load(folder).warnings().toString();
        } catch (InvalidRulebook e) {
            return e.problems().toString();
        }
    }

    @ParameterizedTest
    @CsvSource({"parameters.xlsx, Parameters, Paramters", "kpi-catalogue.xlsx, KPIs, KPI"})
    void aNeededSheetThatIsMisspeltIsMissedByTheNearestName(String workbook, String from, String to) {
        assertThat(problemsAfterRenaming(workbook, from, to))
                .contains(
                        "no workbook has a sheet \"" + from + "\" [RULEBOOK_INCOMPLETE]",
                        "Maybe the sheet \"" + to + "\" of " + workbook + " is it");
    }

    @ParameterizedTest
    @CsvSource({
        "parameters.xlsx, Words, Word",
        "parameters.xlsx, Holidays, Hollidays",
        "kpi-catalogue.xlsx, Perspectives, Perspective"
    })
    void anOptionalSheetThatIsMisspeltIsNotDroppedInSilence(String workbook, String from, String to) {
        assertThat(problemsAfterRenaming(workbook, from, to))
                .contains(workbook + "!" + to + ": ", "[SHEET_UNKNOWN]", "Maybe it is to be called " + from);
    }

    @ParameterizedTest
    @CsvSource({
        "A3, RuleSet:, TABLE_STRUCTURE A3",
        "A3, Ruleset\u00a0, ''",
        "A4, \u00a0import, ''",
        "A5, Variable, TABLE_STRUCTURE A5",
        "A7, Hit policy, TABLE_STRUCTURE A7",
        "A9, Ruletable\u00a0Thresholds, ''",
        "A9, Rule-Table Thresholds, TABLE_STRUCTURE A9",
        "F10, Region note, TABLE_STRUCTURE F10",
        "B10, CONDITIONS, TABLE_STRUCTURE B10",
        "B10, C, TABLE_STRUCTURE B10",
        "B12, kpi\u00a0== \"$param\", ''",
        "B12, kpi = \"$param\", SNIPPET_REFUSED B12",
        "E12, Conclude.status(Status.$param);, SNIPPET_REFUSED E12",
    })
    void aKeyThatIsNearlyRightIsReportedWhereItStands(String cell, String written, String problem) {
        var rulebook = new RulebookBuilder(folder);
        rulebook.tables.put("Thresholds", sheet -> {
            RulebookBuilder.table(sheet, row("KT-1", "win_rate", 0.9, null, "GREEN"));
            var reference = new org.apache.poi.ss.util.CellReference(cell);
            sheet.getRow(reference.getRow()).getCell(reference.getCol()).setCellValue(written);
        });

        assertThat(rulebook.problems()).isEqualTo(problem.isEmpty() ? List.of() : List.of(problem));
    }

    @Test
    void aHeadingOfThePlainTablesIsReportedWithTheNearestOne() {
        var rulebook = new RulebookBuilder(folder);
        rulebook.kpis.add(RulebookBuilder.kpi("csat", Map.of()));
        Path file = rulebook.write().resolve("spreadsheets/kpi-catalogue.xlsx");
        Workbooks.change(
                file, book -> book.getSheet("KPIs").getRow(1).getCell(5).setCellValue("Formular"));

        assertThat(RulebookFolder.load(folder).warnings())
                .singleElement()
                .hasToString("kpi-catalogue.xlsx!KPIs!F2: the column \"Formular\" is not read [COLUMN_UNKNOWN]\n"
                        + "  Maybe Formula");
    }
}
