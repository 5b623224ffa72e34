package boscard.workbook;

import static boscard.workbook.RulebookBuilder.customTable;
import static boscard.workbook.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Excel asks for a value of the list only while somebody types; what was pasted is compared here. The cell is C14. */
class DropDownListsTest {

    @TempDir
    Path folder;

    private RulebookBuilder given(String owner, String list, int style) {
        var rulebook = new RulebookBuilder(folder);
        rulebook.tables.put("Thresholds", sheet -> {
            customTable(
                    sheet,
                    row("METADATA", "CONDITION", "ACTION"),
                    row("id($param)", "latest", "conclude.owner(\"$param\");"),
                    row("Id", "Latest", "Owner"),
                    row("R-1", true, owner));
            Sheet lists = sheet.getWorkbook().createSheet("Lists");
            Workbooks.fill(lists, 1, row("Roles"), row("sales manager"), row("scorecard owner"), row("REC-33"));
            Name roles = sheet.getWorkbook().createName();
            roles.setNameName("Roles");
            roles.setRefersToFormula("Lists!$A$2:$A$4");
            DataValidationHelper helper = sheet.getDataValidationHelper();
            DataValidationConstraint constraint = list.contains(",")
                    ? helper.createExplicitListConstraint(list.split(","))
                    : helper.createFormulaListConstraint(list);
            DataValidation validation = helper.createValidation(constraint, new CellRangeAddressList(13, 99, 2, 2));
            validation.setErrorStyle(style);
            validation.setShowErrorBox(true);
            sheet.addValidationData(validation);
        });
        return rulebook;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lists!$A$2:$A$4", "'Lists'!A2:A4", "Roles", "sales manager,scorecard owner"})
    void aTextOutsideAClosedListIsAnErrorWithTheNearestOne(String list) {
        RulebookBuilder rulebook = given("sales manger", list, DataValidation.ErrorStyle.STOP);

        assertThat(rulebook.message())
                .isEqualTo("kpi-thresholds.xlsx!Thresholds!C14: \"sales manger\" is not in the list of the cell"
                        + " [CELL_CHOICE]\n  Maybe sales manager");
        assertThat(rulebook.found().get(0).isError()).isTrue();
        assertThat(given("sales manager", list, DataValidation.ErrorStyle.STOP).problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".xls", ".xlsx"})
    void bothFormatsKnowTheirLists(String extension) {
        RulebookBuilder rulebook = given("nobody", "Lists!$A$2:$A$4", DataValidation.ErrorStyle.STOP);
        rulebook.extension = extension;

        assertThat(rulebook.problems()).containsExactly("CELL_CHOICE C14");
    }

    @ParameterizedTest
    @CsvSource({
        "sales manger, true", // nearly one of the list
        "chief of staff, false", // new
        "REC-34, false", // the next of a series
    })
    void anOpenListOnlyWarnsOfWhatIsNearlyInIt(String owner, boolean warned) {
        RulebookBuilder rulebook = given(owner, "Lists!$A$2:$A$4", DataValidation.ErrorStyle.WARNING);

        assertThat(rulebook.problems().isEmpty()).isEqualTo(!warned);
        assertThat(rulebook.found()).noneMatch(problem -> problem.isError());
    }

    @ParameterizedTest
    @ValueSource(strings = {"INDIRECT(\"Lists!A2\")", "Missing!$A$1:$A$9", "Unknown"})
    void aListThatIsNotKnownAllowsEverything(String list) {
        assertThat(given("sales manger", list, DataValidation.ErrorStyle.STOP).problems())
                .isEmpty();
    }

    @Test
    void listsOfExcel2010AreFoundInTheirExtension() {
        Path file = XlsxParts.write(
                folder.resolve("a.xlsx"),
                "",
                "<sheetData/><extLst><ext><x14:dataValidations xmlns:x14='x14' xmlns:xm='xm'><x14:dataValidation"
                        + " type='list' showErrorMessage='1'><x14:formula1><xm:f>Lists!$A$2:$A$4</xm:f></x14:formula1>"
                        + "<xm:sqref>B2:B9 D4</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>",
                "",
                "");

        try (var book = SpreadsheetFile.open(file, "a.xlsx")) {
            var lists = book.readRows("S", row -> {}).dropDowns();
            assertThat(lists).hasSize(1);
            assertThat(lists.get(0).source()).isEqualTo("Lists!$A$2:$A$4");
            assertThat(lists.get(0).closed()).isTrue();
            assertThat(lists.get(0).isOfferedAt(4, 4)).isTrue();
            assertThat(lists.get(0).isOfferedAt(10, 2)).isFalse();
        }
    }
}
