package boscard.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.intake.layout.SkipReason;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** DOMAIN.md section 13, Headers: cases 25 to 35. */
class HeaderCasesTest extends CaseTest {

    @Test
    @DomainCase({25, 26})
    void spacesAroundAHeadingAndItsCaseDoNotCount() {
        file("measurements.csv", "\u00a0SCORECARD , Kpi,\u2007period\u00a0, Actual\nA,revenue,2026-Q3,1\n");
        Result result = imported();

        assertThat(result.problems()).isEmpty();
        assertThat(result.actuals()).containsExactly("1");
    }

    @Test
    @DomainCase(27)
    void headingThatIsThereTwiceNamesBothColumns() {
        file("measurements.csv", "scorecard,kpi,period,actual,Actual\nA,revenue,2026-Q3,1,2\n");
        Result result = imported();

        assertThat(result.problems()).containsExactly("COLUMN_DUPLICATE at measurements.csv:1 (Actual)");
        assertThat(result.messages()).contains("as column 4 and column 5; neither is read");
    }

    @Test
    @DomainCase(28)
    void requiredColumnThatIsMissingOffersTheNearestHeading() {
        file("measurements.csv", "scorecrad,kpi,period,actual\nA,revenue,2026-Q3,1\n");
        Result result = imported();

        assertThat(result.problems())
                .contains("COLUMN_MISSING at measurements.csv:1", "FILE_REJECTED at measurements.csv");
        assertThat(result.messages()).contains("Maybe the column scorecrad is meant");
        assertThat(result.rejected()).isEqualTo(1);
    }

    @Test
    @DomainCase(29)
    void columnThatNobodyKnowsIsAWarningSaidOnce() {
        file(
                "measurements.csv",
                "scorecard,kpi,period,actual,zodiac\nA,revenue,2026-Q3,1,Leo\nB,revenue,2026-Q3,2,Leo\n");
        Result result = imported();

        assertThat(result.problems()).containsExactly("COLUMN_UNKNOWN at measurements.csv:1 (zodiac)");
        assertThat(result.imported().hasErrors()).isFalse();
        assertThat(result.actuals()).containsExactly("1", "2");
    }

    @Test
    @DomainCase(29)
    void columnThatIsNearlyAKnownOneIsAnErrorSinceItsValuesWouldBeLost() {
        file("measurements.csv", "scorecard,kpi,period,actual,traget\nA,revenue,2026-Q3,1,5\n");
        Result result = imported();

        assertThat(result.problems()).containsExactly("COLUMN_UNKNOWN at measurements.csv:1 (traget)");
        assertThat(result.imported().hasErrors()).isTrue();
        assertThat(result.messages()).contains("Maybe target is meant.");
    }

    @Test
    @DomainCase(30)
    void headerOfTwoRowsWithoutAMappingIsAnError() {
        file("measurements.csv", "scorecard,kpi,period,Sales,Sales\n,,,actual,target\nA,revenue,2026-Q3,1,2\n");
        Result result = imported();

        assertThat(result.imported().hasErrors()).isTrue();
        assertThat(result.problems()).isNotEmpty();
    }

    @Test
    @DomainCase(30)
    void headerOfTwoRowsIsJoinedByAMapping() {
        file("measurements.csv", "scorecard,kpi,period,Sales,,note\n,,,actual,target,\nA,revenue,2026-Q3,1,2,x\n");
        Result result = imported(mapped(
                "header_rows: 2",
                "header_fill: true",
                "columns: {scorecard: scorecard, kpi: kpi, period: {place: 3}, actual: Sales actual, target: Sales target}",
                "ignore: [Sales]"));

        assertThat(result.only().actual()).hasToString("1");
        assertThat(result.only().target()).hasToString("2");
        assertThat(result.only().origin().of("target").toString()).endsWith("measurements.csv:3 (Sales target)");
    }

    @Test
    @DomainCase(34)
    void hiddenRowsAndSheetsAreSkippedWhenTheMappingSaysSo() {
        Result result = workbook(
                new XSSFWorkbook(),
                "facts.xlsx",
                mapped("kind: measurements", "rows: {hidden: skip}"),
                sheet -> {
                    sheet.getRow(1).setZeroHeight(true);
                    var hidden = sheet.getWorkbook().createSheet("Old");
                    for (int i = 0; i < 3; i += 2) {
                        for (int j = 0; j < 4; j++) {
                            (j == 0 ? hidden.createRow(i / 2) : hidden.getRow(i / 2))
                                    .createCell(j)
                                    .setCellValue(sheet.getRow(i).getCell(j).toString());
                        }
                    }
                    sheet.getWorkbook().setSheetHidden(1, true);
                },
                row("scorecard", "kpi", "period", "actual"),
                row("A", "revenue", "2026-Q3", 1),
                row("B", "revenue", "2026-Q3", 2));

        assertThat(result.problems()).isEmpty();
        assertThat(result.actuals()).containsExactly("2");
        assertThat(result.skipped(SkipReason.HIDDEN)).isEqualTo(2);
    }

    @Test
    @DomainCase(31)
    void titleLinesAboveTheHeaderAreFoundAndCounted() {
        file("measurements.csv", "Sales report\nRegion: all\n\n" + HEADER + "A,revenue,2026-Q3,1,2\n");
        Result result = imported();

        assertThat(result.problems()).isEmpty();
        assertThat(result.skipped(SkipReason.TITLE)).isEqualTo(2);
        assertThat(result.skipped(SkipReason.BLANK)).isEqualTo(1);
        assertThat(result.read()).isEqualTo(4);
    }

    @Test
    @DomainCase(32)
    void localisedHeadingsAreMappedAndElseAreAnError() {
        file("measurements.csv", "Team;Kennzahl;Monat;Wert\nA;revenue;2026-01;1\n");

        assertThat(imported(mapped("columns: {scorecard: Team, kpi: Kennzahl, period: Monat, actual: Wert}"))
                        .actuals())
                .containsExactly("1");
        assertThat(imported().problems()).contains("COLUMN_MISSING at measurements.csv:1");
    }

    @Test
    @DomainCase(34)
    void hiddenRowsColumnsAndSheetsAreReadWithAWarning() {
        Result result = workbook(
                sheet -> {
                    sheet.getRow(1).setZeroHeight(true);
                    sheet.setColumnHidden(3, true);
                    var workbook = sheet.getWorkbook();
                    var goals = workbook.createSheet("Goals");
                    goals.createRow(0).createCell(0).setCellValue("goal");
                    goals.createRow(1).createCell(0).setCellValue("G1");
                    workbook.setSheetHidden(1, true);
                },
                row("scorecard", "kpi", "period", "actual"),
                row("A", "revenue", "2026-Q3", 1));

        assertThat(result.problems())
                .containsExactlyInAnyOrder(
                        "ROW_HIDDEN at facts.xlsx!Measurements!2:2",
                        "COLUMN_HIDDEN at facts.xlsx!Measurements",
                        "SHEET_HIDDEN at facts.xlsx!Goals");
        assertThat(result.imported().hasErrors()).isFalse();
        assertThat(result.imported().facts().all()).hasSize(2);
    }

    @Test
    @DomainCase(35)
    void headingThatIsAFormulaIsReadAsItsStoredText() {
        Result result = workbook(
                sheet -> {
                    sheet.getRow(0).getCell(3).setCellFormula("\"act\"&\"ual\"");
                    FormulaEvaluator evaluator =
                            sheet.getWorkbook().getCreationHelper().createFormulaEvaluator();
                    evaluator.evaluateFormulaCell(sheet.getRow(0).getCell(3));
                },
                row("scorecard", "kpi", "period", "?"),
                row("A", "revenue", "2026-Q3", 1));

        assertThat(result.actuals()).containsExactly("1");
        assertThat(result.problems()).containsExactly("VALUE_ADJUSTED at facts.xlsx!Measurements!D1");
        assertThat(result.imported().hasErrors()).isFalse();
    }

    @Test
    @DomainCase(33)
    void periodsAsColumnsBecomeRowsAndEachKeepsTheAddressOfItsCell() {
        file("plan.csv", "Team,M01,M02\nA,1,2\nB,,4\n");
        Result result = imported(mapped(
                "kind: measurements",
                "unpivot: {columns: [\"M??\"], heading: Month, value: Amount}",
                "combine: {Period: \"2026 {Month}\"}",
                "columns: {scorecard: Team, period: Period, target: Amount}",
                "constants: {kpi: revenue}",
                "period_formats: [\"yyyy 'M'MM\"]"));

        assertThat(result.measurements())
                .extracting(one -> one.id() + " = " + one.target())
                .containsExactly("A|revenue|2026-01 = 1", "A|revenue|2026-02 = 2", "B|revenue|2026-02 = 4");
        assertThat(result.measurements().get(1).origin().of("target").toString())
                .endsWith("plan.csv:2 (M02)");
        assertThat(result.skipped(SkipReason.BLANK)).isEqualTo(1);
    }
}
