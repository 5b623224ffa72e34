package boscard.workbook;

import static boscard.workbook.Workbooks.formatted;
import static boscard.workbook.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.table.Cell;
import boscard.table.DecisionTable;
import boscard.table.example.Example;
import boscard.table.example.Trial;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an analyst writes on a Tests sheet, and what is said when it cannot be meant. */
class TestsSheetTest {

    private static final Object[] HEADINGS = row("KPI", "Attainment", "Expected status", "Note");

    @TempDir
    Path folder;

    private RulebookBuilder rulebook = new RulebookBuilder(Path.of("unset"));

    @BeforeEach
    void twoBands() {
        rulebook = new RulebookBuilder(folder)
                .thresholds(
                        row("KT-001", "win_rate", 0.9, null, "GREEN", "as agreed"),
                        row("KT-002", "win_rate", null, 0.9, "RED", "as agreed"));
    }

    private RulebookWithTests withTests(String sheet, @Nullable Object[]... rows) {
        rulebook.tables.put(sheet, content -> Workbooks.fill(content, 1, rows));
        return RulebookFolder.loadWithTests(rulebook.write());
    }

    private static List<Boolean> passed(RulebookWithTests loaded) {
        DecisionTable table = loaded.loaded().rulebook().tables().get(0);
        return loaded.examples().stream()
                .map(example -> Trial.of(table, example).passed())
                .toList();
    }

    private static List<String> problems(RulebookWithTests loaded) {
        return loaded.problems().stream()
                .map(problem -> problem.code() + " " + problem.at().toString().replaceFirst(".*!", ""))
                .toList();
    }

    @Test
    void onePlainRowIsOneExampleTypedLikeTheTablesColumns() {
        RulebookWithTests loaded = withTests(
                "Tests",
                HEADINGS,
                row("win_rate", formatted(0.9, "0.0 %"), "GREEN", "exactly on the edge"),
                row("win_rate", 0.8999, "red"),
                row("win_rate", null, "nothing"));

        assertThat(loaded.problems()).isEmpty();
        assertThat(passed(loaded)).containsExactly(true, true, true);
        Example first = loaded.examples().get(0);
        assertThat(first.at()).hasToString("kpi-thresholds.xlsx!Tests!A2:C2");
        assertThat(first.given().get("attainment"))
                .extracting(Cell::value, Cell::raw)
                .containsExactly(new BigDecimal("0.9"), "90.0 %");
        assertThat(loaded.examples().get(2).given()).containsOnlyKeys("kpi");
    }

    @Test
    void changedThresholdMakesTheExampleFail() {
        rulebook.thresholds(
                row("KT-001", "win_rate", 0.95, null, "GREEN", ""), row("KT-002", "win_rate", null, 0.95, "RED", ""));
        assertThat(passed(withTests("Tests", HEADINGS, row("win_rate", 0.9, "GREEN"))))
                .containsExactly(false);
    }

    @Test
    void idsOfRowsCanBeExpectedToo() {
        RulebookWithTests loaded = withTests(
                "Tests",
                row("KPI", "Attainment from", "Row"),
                row("win_rate", 1, "KT-001"),
                row("win_rate", 1, "KT-002"),
                row("win_rate", 1, "KT-003"));
        assertThat(passed(loaded)).containsExactly(true, false);
        assertThat(problems(loaded)).containsExactly("TEST_ROW_UNKNOWN C4");
        assertThat(loaded.problems().get(0).message()).isEqualTo("the table Thresholds has no row KT-003");
    }

    @Test
    void titleAndExplanationMayStandAboveAndNotesBetween() {
        RulebookWithTests loaded = withTests(
                "Tests",
                row("Tests"),
                row("What we agreed with finance in May"),
                row(),
                HEADINGS,
                row("win_rate", 1, "GREEN"),
                row("below the edge it is red"),
                row("win_rate", 0, "RED"));
        assertThat(passed(loaded)).containsExactly(true, true);
        assertThat(problems(loaded)).containsExactly("NOTE_IN_TABLE A6");
    }

    @Test
    void oneSheetTestsSeveralTablesWhenALineNamesEach() {
        rulebook.tables.put(
                "Other", sheet -> RulebookBuilder.table(sheet, row("KO-001", "revenue", 0.5, null, "AMBER", null)));
        RulebookWithTests loaded = withTests(
                "Tests",
                row("Tests of Thresholds"),
                HEADINGS,
                row("win_rate", 1, "GREEN"),
                row("Tests of other"),
                row("Attainment", "KPI", "Expected"),
                row(1, "revenue", "AMBER"));
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.examples())
                .extracting(Example::table, example -> example.at().row())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Thresholds", 3),
                        org.assertj.core.groups.Tuple.tuple("Other", 6));
    }

    @Test
    void sheetNamesItsTableWhenTheWorkbookHasSeveral() {
        rulebook.tables.put(
                "Other", sheet -> RulebookBuilder.table(sheet, row("KO-001", "revenue", 0.5, null, "AMBER", null)));
        RulebookWithTests loaded = withTests("Tests - other", HEADINGS, row("revenue", 1, "AMBER"));
        assertThat(loaded.examples()).extracting(Example::table).containsExactly("Other");

        RulebookWithTests unnamed = withTests("Tests", HEADINGS, row("revenue", 1, "AMBER"));
        assertThat(problems(unnamed)).containsExactly("TEST_TABLE_UNKNOWN Tests");
        assertThat(unnamed.problems().get(0))
                .hasToString(
                        "kpi-thresholds.xlsx!Tests: the workbook has 2 tables, and the sheet does not say which one"
                                + " it tests [TEST_TABLE_UNKNOWN]\n  Maybe name the sheet \"Tests Thresholds\"");
    }

    @Test
    void misspeltTableIsOfferedItsName() {
        RulebookWithTests loaded = withTests("Tests Treshold", HEADINGS, row("win_rate", 1, "GREEN"));
        assertThat(problems(loaded)).containsExactly("TEST_TABLE_UNKNOWN Tests Treshold");
        assertThat(loaded.problems().get(0).advice()).isEqualTo("Thresholds");
    }

    @Test
    void headingThatTheTableDoesNotKnowIsAnErrorSinceAnIgnoredInputTestsNothing() {
        RulebookWithTests loaded =
                withTests("Tests", row("KPI", "Atainment", "Expected status"), row("win_rate", 1, "GREEN"));
        assertThat(problems(loaded)).containsExactly("TEST_STRUCTURE B1");
        assertThat(loaded.problems().get(0).advice()).isEqualTo("Attainment");
    }

    @Test
    void sheetWithoutOutcomesOrWithoutHeadingsIsReported() {
        assertThat(problems(withTests("Tests", row("KPI", "Attainment"), row("win_rate", 1))))
                .containsExactly("TEST_STRUCTURE 1:1");
        assertThat(problems(withTests("Tests", row("to be done")))).containsExactly("TEST_STRUCTURE Tests");
    }

    @Test
    void everyWrongCellIsNamedAndTheOtherExamplesCount() {
        RulebookWithTests loaded = withTests(
                "Tests",
                HEADINGS,
                row("win_rat", 1, "GREEN"),
                row("win_rate", "high", "GREEN"),
                row("win_rate", 1, "GREN"),
                row("win_rate", 1, null),
                row("win_rate", 1, "GREEN"));
        assertThat(problems(loaded))
                .containsExactly("KPI_UNKNOWN A2", "CELL_TYPE B3", "CELL_CHOICE C4", "TEST_WITHOUT_OUTCOME A5:C5");
        assertThat(passed(loaded)).containsExactly(true);
    }

    @Test
    void nothingBesideAnOutcomeIsRefused() {
        RulebookWithTests loaded =
                withTests("Tests", row("KPI", "Expected status", "Expected row"), row("win_rate", "GREEN", "nothing"));
        assertThat(problems(loaded)).containsExactly("TEST_WITHOUT_OUTCOME C2");
    }

    @Test
    void twoColumnsForOneInputAreRefused() {
        RulebookWithTests loaded = withTests(
                "Tests", row("KPI", "Attainment", "Attainment from", "Expected"), row("win_rate", 1, 1, "GREEN"));
        assertThat(problems(loaded)).containsExactly("COLUMN_DUPLICATE C1");
    }

    @Test
    void evaluationDoesNotReadTheTestsSoThatAWrongOneStopsNothing() {
        withTests("Tests", row("KPI", "Nonsense"), row("x", "y"));
        assertThat(RulebookFolder.load(folder).warnings()).isEmpty();
    }

    @Test
    void decisionTableOnASheetNamedTestsOfSomethingIsATable() {
        rulebook.tables.put(
                "Tests of goals",
                (Sheet sheet) -> RulebookBuilder.table(sheet, row("TG-001", "revenue", 0.5, null, "AMBER", null)));
        assertThat(RulebookFolder.load(rulebook.write()).rulebook().tables())
                .extracting(DecisionTable::name)
                .contains("Tests of goals");
    }

    @Test
    void textsThatLookLikeCodeOrNumbersStayTexts() {
        rulebook.thresholds(row("KT-001", "win_rate", 0.9, null, "GREEN", "=1+1"));
        RulebookWithTests loaded = withTests("Tests", HEADINGS, row("win_rate", "90 %", "GREEN"));
        assertThat(problems(loaded)).containsExactly("NUMBER_AS_TEXT B2");
        assertThat(passed(loaded)).containsExactly(true);
        assertThat(loaded.examples().get(0).given()).containsKeys("kpi", "attainment");
        assertThat(Map.copyOf(loaded.examples().get(0).expected().outcomes())).containsOnlyKeys("status");
    }
}
