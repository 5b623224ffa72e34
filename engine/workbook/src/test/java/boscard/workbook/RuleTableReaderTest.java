package boscard.workbook;

import static boscard.workbook.RulebookBuilder.customTable;
import static boscard.workbook.RulebookBuilder.table;
import static boscard.workbook.Workbooks.formatted;
import static boscard.workbook.Workbooks.formula;
import static boscard.workbook.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.Severity;
import boscard.fact.Level;
import boscard.table.ConditionColumn.Comparison;
import boscard.table.DecisionTable;
import boscard.table.Operator;
import boscard.table.Row;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What decision tables say, and what is reported when they say it wrongly. Data start in row 14. */
class RuleTableReaderTest {

    @TempDir
    Path folder;

    private RulebookBuilder rulebook;

    @BeforeEach
    void aSoundRulebook() {
        rulebook = new RulebookBuilder(folder);
    }

    /** A row that is right in every cell. */
    private static @Nullable Object[] good(String id) {
        return row(id, "win_rate", 0.5, 0.9, "AMBER", "agreed");
    }

    private List<String> problems(Consumer<Sheet> content) {
        rulebook.tables.put("Thresholds", content);
        return rulebook.problems();
    }

    /** Problems of a table with one condition and one action snippet. */
    private List<String> problemsOf(String condition, String action) {
        return problems(sheet -> oneCondition(sheet, condition, action, null, null));
    }

    private static void oneCondition(
            Sheet sheet, String condition, String action, @Nullable Object cell, @Nullable Object outcome) {
        customTable(
                sheet,
                row("METADATA", "CONDITION", "ACTION"),
                row("id($param)", condition, action),
                row("Id", "Condition", "Action"),
                outcome == null ? row() : row("R-1", cell, outcome));
    }

    private Row onlyRow(String condition, String action, @Nullable Object cell, Object outcome) {
        rulebook.tables.put("Thresholds", sheet -> oneCondition(sheet, condition, action, cell, outcome));
        return rulebook.load().rulebook().tables().get(0).rows().get(0);
    }

    // Values

    @Test
    void numbersAndPercentagesCountByValue() {
        rulebook.thresholds(
                row("KT-1", null, formatted(0.8, "0%"), 0.1 + 0.8, "GREEN"),
                row("KT-2", null, formula("8/10"), formatted(2, "0.00"), "GREEN"));

        List<Row> rows = rulebook.load().rulebook().tables().get(0).rows();
        assertThat(rows.get(0).conditions().get(1).operands()).containsExactly(new BigDecimal("0.8"));
        assertThat(rows.get(0).conditions().get(1).stored()).isEqualTo("0.8");
        assertThat(rows.get(0).conditions().get(1).raw()).isEqualTo("80%");
        assertThat(rows.get(0).conditions().get(2).operands()).containsExactly(new BigDecimal("0.9"));
        assertThat(rows.get(1).conditions().get(1).operands()).containsExactly(new BigDecimal("0.8"));
        assertThat(rows.get(1).conditions().get(2).operands()).containsExactly(new BigDecimal("2"));
        assertThat(rows.stream().map(Row::position)).containsExactly(0, 1);
    }

    @Test
    void textsAreTakenAsTheyAre() {
        String nasty = "a, \"b\" \\ $1 $param {value} + 1; // \u201cquoted\u201d";

        Row row = onlyRow("kpi == \"$param\"", "conclude.message(\"$param\");", "win_rate", "\u00a0" + nasty + " ");

        assertThat(row.outcome()).containsEntry("message", nasty);
    }

    @Test
    void choicesForgiveCaseAndSpaces() {
        assertThat(onlyRow("level == Level.$param", "conclude.severity(Severity.$param);", " team ", "Critical")
                        .outcome())
                .containsEntry("severity", Severity.CRITICAL);
    }

    @Test
    void setsHoldTheirMembers() {
        Row any = onlyRow("forall(||){level == Level.$}", "conclude.message(\"$param\");", "REP, Team", "x");
        assertThat(any.conditions().get(0).value()).isEqualTo(Set.of(Level.REP, Level.TEAM));

        Row none = onlyRow("kpi not in ($param)", "conclude.message(\"$param\");", "\"win_rate\", revenue", "x");
        assertThat(none.conditions().get(0).value()).isEqualTo(Set.of("win_rate", "revenue"));
    }

    @Test
    void aRangeColumnMakesTwoComparisonsOfOneCell() {
        Row row = onlyRow("attainment >= $1B, attainment < $2B", "conclude.message(\"$param\");", "0.75, 85%", "x");

        assertThat(row.conditions().get(0).operands()).containsExactly(new BigDecimal("0.75"), new BigDecimal("0.85"));
        DecisionTable table = rulebook.load().rulebook().tables().get(0);
        assertThat(table.conditions().get(0).comparisons().stream().map(Comparison::operator))
                .containsExactly(Operator.AT_LEAST, Operator.BELOW);
    }

    @Test
    void yesOrNoIsReadFromTextAndFromTheValue() {
        assertThat(onlyRow("latest", "conclude.message(\"$param\");", "yes", "x")
                        .conditions()
                        .get(0)
                        .value())
                .isEqualTo(true);
        assertThat(onlyRow("latest", "conclude.message(\"$param\");", false, "x")
                        .conditions()
                        .get(0)
                        .value())
                .isEqualTo(false);
    }

    @Test
    void aNumberStoredAsTextIsAcceptedWithAWarning() {
        rulebook.thresholds(row("KT-1", null, "0.5", "90 %", "GREEN"));

        assertThat(rulebook.problems()).containsExactly("NUMBER_AS_TEXT C14", "NUMBER_AS_TEXT D14");
        assertThat(rulebook.load()
                        .rulebook()
                        .tables()
                        .get(0)
                        .rows()
                        .get(0)
                        .conditions()
                        .get(2)
                        .value())
                .isEqualTo(new BigDecimal("0.9"));
    }

    @Test
    void wrongCellsAreReportedEachWithItsAddress() {
        rulebook.thresholds(
                row("KT-1", "win_rate", "0,9", true, "GREEN"),
                row("KT-2", formatted(46001, "yyyy-mm-dd"), formatted(46001, "yyyy-mm-dd"), null, "GREEN"),
                row("KT-3", "win_rate", formula("1/0"), null, "GREAN"),
                row("KT-4", "wn_rate", null, 0.5, "GREEN"));

        assertThat(rulebook.problems())
                .containsExactly(
                        "CELL_TYPE C14",
                        "CELL_TYPE D14",
                        "CELL_TYPE B15",
                        "CELL_TYPE C15",
                        "CELL_ERROR C16",
                        "CELL_CHOICE E16",
                        "KPI_UNKNOWN B17");
        assertThat(rulebook.found().get(5).advice()).isEqualTo("GREEN");
    }

    @Test
    void daysMustBeWholeNumbers() {
        assertThat(problems(sheet -> oneCondition(sheet, "latest", "conclude.due($param);", true, 7.5)))
                .containsExactly("CELL_TYPE C14");
        assertThat(onlyRow("latest", "conclude.due($param);", true, 7).outcome())
                .containsEntry("due", new BigDecimal("7"));
    }

    @Test
    void formulasWithoutResultAndVolatileOnesAreReported() {
        assertThat(problems(sheet -> {
                    table(sheet, good("KT-1"), good("KT-2"));
                    sheet.getRow(13).createCell(2).setCellFormula("1/2"); // POI stores no result
                    Workbooks.set(sheet.getRow(14).getCell(2), formula("YEAR(NOW())*0"));
                }))
                .containsExactly("FORMULA_UNCACHED C14", "FORMULA_VOLATILE C15");
    }

    @Test
    void hundredthWrongRowIsReportedLikeTheFirst() {
        var rows = new ArrayList<@Nullable Object[]>();
        for (int i = 1; i <= 100; i++) {
            rows.add(row("KT-" + i, "win_rate", "wrong", null, "GREEN"));
        }
        rulebook.thresholds(rows.toArray(Object[][]::new));

        assertThat(rulebook.problems()).hasSize(100).contains("CELL_TYPE C14", "CELL_TYPE C113");
    }

    // Rows

    @Test
    void rowsWithoutIdOrOutcomeAreReported() {
        rulebook.thresholds(row(null, "win_rate", 0.9, null, "GREEN"), row("KT-2", "win_rate", 0.9), good("KT-3"));

        assertThat(rulebook.problems()).containsExactly("ROW_WITHOUT_ID A14", "ROW_WITHOUT_OUTCOME E15");
    }

    @Test
    void anIdCountsForTheWholeRulebook() {
        rulebook.thresholds(good("KT-1"));
        rulebook.tables.put("Second", sheet -> table(sheet, good("KT-2"), good("KT-1")));

        assertThat(rulebook.problems()).containsExactly("ROW_ID_DUPLICATE A15");
        assertThat(rulebook.found().get(0).message()).contains("kpi-thresholds.xlsx!Thresholds!A14");
    }

    @Test
    void readingGoesOnBelowABlankRow() {
        rulebook.thresholds(good("KT-1"), row(), row(null, "  ", "\u00a0"), good("KT-2"), good("KT-3"));

        assertThat(rulebook.problems()).containsExactly("ROW_AFTER_BLANK 17:17");
        assertThat(rulebook.load().rulebook().tables().get(0).rows().stream().map(Row::id))
                .containsExactly("KT-1", "KT-2", "KT-3");
    }

    @Test
    void notesBelowATableAreNoRows() {
        rulebook.thresholds(good("KT-1"), row(), row("Agreed with finance in May"));

        assertThat(rulebook.problems()).containsExactly("NOTE_IN_TABLE A16");
        assertThat(rulebook.load().rulebook().tables().get(0).rows()).hasSize(1);
    }

    @Test
    void notesBesideATableAndColumnsWithoutKindDoNotCount() {
        var rows = problems(sheet -> customTable(
                sheet,
                row("METADATA", "CONDITION", null, "ACTION"),
                row("id($param)", "kpi == \"$param\"", null, "conclude.status(Status.$param);"),
                row("Id", "KPI", "My remarks", "Status"),
                row("KT-1", "win_rate", "ask Ann", "GREEN", null, "see mail of 3 May")));

        assertThat(rows).isEmpty();
        assertThat(rulebook.load().rulebook().tables().get(0).rows().get(0).notes())
                .isEmpty();
    }

    @Test
    void hiddenAndStruckOutRowsCountAndAreReported() {
        assertThat(problems(sheet -> {
                    table(sheet, good("KT-1"), good("KT-2"));
                    sheet.getRow(13).setZeroHeight(true);
                    var font = sheet.getWorkbook().createFont();
                    font.setStrikeout(true);
                    var style = sheet.getWorkbook().createCellStyle();
                    style.setFont(font);
                    sheet.getRow(14).forEach(cell -> cell.setCellStyle(style));
                }))
                .containsExactly("ROW_HIDDEN 14:14", "ROW_STRUCK_OUT 15:15");
        assertThat(rulebook.load().rulebook().tables().get(0).rows()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"0.9, 0.5, true", "0.5, 0.5, true", "0.5, 0.6, false"})
    void aRangeThatNothingCanBeInIsReported(double from, double below, boolean reversed) {
        rulebook.thresholds(row("KT-1", null, from, below, "GREEN"));

        assertThat(rulebook.problems()).isEqualTo(reversed ? List.of("RANGE_REVERSED D14") : List.of());
    }

    @Test
    void anEmptyTableIsReported() {
        rulebook.thresholds();

        assertThat(rulebook.problems()).containsExactly("TABLE_EMPTY A9");
    }

    // Structure

    @Test
    void tableNamesAreUniqueInTheRulebook() {
        rulebook.tables.put("Copy", sheet -> {
            table(sheet, good("KT-9"));
            sheet.getRow(8).getCell(0).setCellValue("RuleTable Thresholds");
        });

        assertThat(rulebook.problems()).containsExactly("TABLE_DUPLICATE A9");
    }

    @Test
    void severalTablesOnOneSheetShareItsProperties() {
        rulebook.tables.put("Thresholds", sheet -> {
            table(sheet, good("KT-1"));
            Workbooks.fill(
                    sheet,
                    17,
                    row("ruletable Second"),
                    row("METADATA", "CONDITION", "ACTION"),
                    row(null, "$i : Indicator"),
                    row("id($param)", "value > $paramB", "conclude.finding(\"$param\");"),
                    row("Id", "Above", "Finding"),
                    row("X-1", 3, "G9_TARGET_OUTLIER"));
        });

        List<DecisionTable> tables = rulebook.load().rulebook().tables();
        assertThat(tables.stream().map(DecisionTable::name)).containsExactly("Thresholds", "Second");
        assertThat(tables.get(0).rows()).hasSize(1);
        assertThat(tables.get(1).rows()).hasSize(1);
        assertThat(tables.get(1).stage()).isEqualTo("status");
    }

    @Test
    void aSecondTableBesideAnotherIsReportedAndTheFirstIsRead() {
        rulebook.tables.put("Thresholds", sheet -> {
            table(sheet, good("KT-1"));
            String[] second = {"RuleTable Second", "METADATA", null, "id($param)", "Id", "X-1"};
            for (int i = 0; i < second.length; i++) {
                sheet.getRow(8 + i).createCell(8).setCellValue(second[i]);
            }
            sheet.getRow(9).createCell(9).setCellValue("CONDITION");
            sheet.getRow(9).createCell(10).setCellValue("ACTION");
        });

        assertThat(rulebook.problems()).containsExactly("TABLE_STRUCTURE I9");
        assertThat(rulebook.found().get(0).message()).isEqualTo("a second table beside Thresholds; it is not read");
    }

    @ParameterizedTest
    @CsvSource({
        "8, 0, Rule Table Thresholds, TABLE_STRUCTURE A9, RuleTable Thresholds",
        "8, 0, RuelTable Thresholds, TABLE_STRUCTURE A9, RuleTable Thresholds",
        "8, 0, RuleTable, TABLE_STRUCTURE A9, RuleTable Thresholds",
        "2, 0, Rule Set, TABLE_STRUCTURE A3, RuleSet",
        "3, 0, Imports, TABLE_STRUCTURE A4, Import",
        "5, 0, AGENDA GROUP, TABLE_STRUCTURE A6, AGENDA-GROUP",
        "5, 1, stats, TABLE_STRUCTURE B6, status",
        "6, 1, FIRTS, HIT_POLICY_UNKNOWN B7, FIRST",
        "9, 1, CONDITON, TABLE_STRUCTURE B10, CONDITION",
        "10, 1, $p : Performace, TYPE_UNKNOWN B11, Performance",
        "10, 1, Performance(), SNIPPET_REFUSED B11, this belongs into a rule (.drl) file",
        "11, 1, kpy == \"$param\", PROPERTY_UNKNOWN B12, kpi",
        "11, 4, conclude.stats(Status.$param);, VERB_UNKNOWN E12, status",
    })
    void aMisspeltKeywordIsNamedWithTheRightOne(int row, int column, String written, String problem, String advice) {
        var problems = problems(sheet -> {
            table(sheet, good("KT-1"));
            sheet.getRow(row).getCell(column).setCellValue(written);
        });

        assertThat(problems).containsExactly(problem);
        assertThat(rulebook.found().get(0).advice()).isEqualTo(advice);
    }

    @Test
    void readingGoesOnAfterAMisspeltKeyword() {
        assertThat(problems(sheet -> {
                    table(sheet, row("KT-1", "win_rate", "wrong", null, "GREEN"));
                    sheet.getRow(8).getCell(0).setCellValue("Rule Table Thresholds");
                    sheet.getRow(3).getCell(0).setCellValue("Imports");
                }))
                .containsExactly("TABLE_STRUCTURE A4", "TABLE_STRUCTURE A9", "CELL_TYPE C14");
    }

    @Test
    void whatEveryTableNeedsIsMissedByName() {
        assertThat(problems(sheet -> customTable(
                        sheet,
                        row("METADATA", "CONDITION"),
                        row("reason(\"$param\")", "kpi == \"$param\""),
                        row("Reason", "KPI"),
                        row("x", "win_rate"))))
                .containsExactly("TABLE_STRUCTURE A9", "TABLE_STRUCTURE A9");
        assertThat(problems(sheet -> {
                    table(sheet, good("KT-1"));
                    sheet.removeRow(sheet.getRow(5));
                }))
                .containsExactly("TABLE_STRUCTURE A3");
    }

    @Test
    void aColumnWithAKindAndWithoutASnippetIsReported() {
        assertThat(problems(sheet -> {
                    table(sheet, good("KT-1"));
                    sheet.getRow(11).getCell(2).setBlank();
                }))
                .containsExactly("TABLE_STRUCTURE C12");
    }

    @Test
    void codeInTheHeadOfAWorkbookIsRefused() {
        assertThat(problems(sheet -> {
                    table(sheet, good("KT-1"));
                    Workbooks.set(sheet.getRow(3).getCell(0), "Functions");
                    Workbooks.set(sheet.getRow(4).getCell(1), "java.lang.Runtime runtime");
                }))
                .containsExactly("SNIPPET_REFUSED A4", "SNIPPET_REFUSED B5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eval(System.exit(0))",
                "kpi == \"$param\" || true",
                "kpi.length() > $param",
                "kpi == $param",
                "kpi >= \"$param\"",
                "kpi",
                "attainment == \"$param\"",
                "level == \"$param\"",
                "level == Status.$param",
                "latest == \"$param\"",
                "attainment >= $2B",
                "attainment >= $1B, attainment < $1B",
                "forall(||){kpi != \"$\"}",
                "forall(&&){kpi == \"$\"}",
                "kpi == \u201c$param\u201d",
            })
    void conditionsOutsideTheGrammarAreRefused(String condition) {
        assertThat(problemsOf(condition, "conclude.message(\"$param\");"))
                .contains("SNIPPET_REFUSED B12")
                .allMatch(problem -> problem.startsWith("SNIPPET_REFUSED") || problem.startsWith("TABLE_EMPTY"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kpi == \"$param\"",
                "kpi != \"$1\"",
                "attainment >= $param",
                "attainment >= $paramB",
                "attainment>=$1B && attainment<$2B",
                "level == Level.$param",
                "latest",
                "latest == $param",
                "forall(||){kpi == \"$\"}",
                "forall(&&){level != Level.$}",
                "kpi in ($param)"
            })
    void conditionsOfTheGrammarAreAccepted(String condition) {
        assertThat(problemsOf(condition, "conclude.message(\"$param\");")).containsExactly("TABLE_EMPTY A9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit($param);",
                "conclude.message(\"$param\"); conclude.due(1);",
                "conclude.message($param);",
                "conclude.status(\"$param\");",
                "conclude.status(Severity.$param);",
                "conclude.due(\"$param\");",
                "conclude.message(\"$param\" + 1);"
            })
    void actionsOutsideTheGrammarAreRefused(String action) {
        assertThat(problemsOf("latest", action)).contains("SNIPPET_REFUSED C12");
    }

    @Test
    void proseAboutRuleTablesIsNoTable() {
        rulebook.tables.put(
                "Read me",
                sheet -> Workbooks.fill(
                        sheet, 1, row("RuleTable means a table of rules."), row("Rule tables hold conditions.")));

        assertThat(rulebook.problems()).isEmpty();
    }
}
