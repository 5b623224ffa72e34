package boscard.workbook.report;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.Finding;
import boscard.evaluation.FindingState;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.ScorecardEvaluation;
import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.explanation.Explanation;
import boscard.fact.Grain;
import boscard.fact.Reading;
import boscard.fact.Unit;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.source.CellRef;
import boscard.source.LineRef;
import boscard.source.RuleRef;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxReportTest {

    private static final int PLENTY = 1000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void sheetsStandInTheOrderInWhichTheyAreRead() throws IOException {
        var names = read(
                write(),
                workbook -> IntStream.range(0, workbook.getNumberOfSheets())
                        .mapToObj(workbook::getSheetName)
                        .toList());
        assertThat(names)
                .containsExactly(
                        "Summary",
                        "Heat map",
                        "Worst ten",
                        "Statuses",
                        "Findings",
                        "Recommendations",
                        "Goals",
                        "Problems",
                        "Read me");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://example.com\",\"click\")",
                "+1+1",
                "-2",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "=cmd|' /C calc'!A0"
            })
    void textThatLooksLikeAFormulaIsAQuotedText(String text) throws IOException {
        Path file = write(Samples.evaluation(
                "EMEA", null, List.of(), List.of(Samples.finding(text, Samples.ROW, Samples.LINE)), List.of()));
        read(file, workbook -> {
            Cell message = cell(workbook.getSheet("Findings"), 1, "Finding");
            assertThat(message.getCellType()).isEqualTo(CellType.STRING);
            assertThat(message.getStringCellValue()).isEqualTo(text);
            assertThat(message.getCellStyle().getQuotePrefixed()).isTrue();
            return null;
        });
    }

    @Test
    void theTenWorstAreExplainedLineByLineWithLinks() throws IOException {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < 12; i++) {
            findings.add(Samples.finding("number " + i, Samples.ROW, Samples.LINE));
        }
        Path file = folder.resolve("report.xlsx");
        try (var report = XlsxReport.create(file, header())) {
            report.add(Samples.evaluation("EMEA", null, List.of(), findings, List.of()));
            report.explainWith((evaluation, finding) -> Optional.of(new Explanation(
                    Explanation.Kind.CONCLUSION,
                    finding.code(),
                    null,
                    Map.of(),
                    List.of(
                            leaf(Explanation.Kind.NUMBERS, finding.message(), null),
                            leaf(Explanation.Kind.ROW, "=1+1", Samples.ROW.toString()),
                            leaf(Explanation.Kind.FACT, "the fact", Samples.LINE.toString())))));
            report.finish(List.of(), List.of());
        }
        assertThat(textAt(file, "Worst ten", 1, "Finding, and why")).startsWith("number ");
        assertThat(textAt(file, "Worst ten", 2, "Finding, and why")).as("said once").isEqualTo("  =1+1");
        assertThat(linkAt(file, "Worst ten", 2, "Where"))
                .isEqualTo("rulebook/spreadsheets/kpi-thresholds.xlsx#Thresholds!A18:H18");
        assertThat(textAt(file, "Worst ten", 3, "Finding, and why")).isEqualTo("  the fact");
        assertThat(linkAt(file, "Worst ten", 3, "Where")).contains("measurements.csv");
        read(file, workbook -> {
            XSSFSheet sheet = workbook.getSheet("Worst ten");
            assertThat(sheet.getLastRowNum()).isEqualTo(30);
            assertThat(cell(sheet, 28, "Rank").getNumericCellValue()).isEqualTo(10);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:G31");
            return null;
        });
    }

    private static Explanation leaf(Explanation.Kind kind, String text, @Nullable String address) {
        return new Explanation(kind, text, address, Map.of(), List.of());
    }

    @Test
    void noSheetHasAFormula() throws IOException {
        var status = Samples.status("=EMEA", Unit.RATIO, Reading.of("0.241"), "=1+1");
        Path file = write(Samples.evaluation("=EMEA", "@parent", List.of(status)));
        read(file, workbook -> {
            workbook.forEach(sheet -> sheet.forEach(
                    row -> row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA))));
            assertThat(cell(workbook.getSheet("Statuses"), 1, "Scorecard").getStringCellValue())
                    .isEqualTo("=EMEA");
            return null;
        });
    }

    @Test
    void textThatLooksLikeAnEscapeOfExcelStaysAsItIs() throws IOException {
        Path file = write(Samples.evaluation(
                "EMEA",
                null,
                List.of(),
                List.of(Samples.finding("a _x0041_ b _x_ c", Samples.ROW, Samples.LINE)),
                List.of()));
        assertThat(textAt(file, "Findings", 1, "Finding")).isEqualTo("a _x0041_ b _x_ c");
    }

    @Test
    void textLongerThanACellIsCutAndSaysSo() throws IOException {
        String text = "x".repeat(40_000);
        Path file = write(Samples.evaluation(
                "EMEA", null, List.of(), List.of(Samples.finding(text, Samples.ROW, Samples.LINE)), List.of()));
        assertThat(textAt(file, "Findings", 1, "Finding")).hasSize(32_767).endsWith("x…");
    }

    @Test
    void findingLinksToTheTableCellsThatDecidedIt() throws IOException {
        Path file = write(finding(Samples.ROW));
        assertThat(linkAt(file, "Findings", 1, "Decided by"))
                .isEqualTo("rulebook/spreadsheets/kpi-thresholds.xlsx#Thresholds!A18:H18");
        assertThat(textAt(file, "Findings", 1, "Table cells")).isEqualTo("kpi-thresholds.xlsx!Thresholds!A18:H18");
    }

    @Test
    void statusLinksToTheTableCellsThatDecidedItAndToItsMeasurement() throws IOException {
        Path file = write(Samples.evaluation(
                "EMEA", null, List.of(Samples.status("EMEA", Unit.RATIO, Reading.of("0.241"), null))));
        assertThat(linkAt(file, "Statuses", 1, "Decided by"))
                .isEqualTo("rulebook/spreadsheets/kpi-thresholds.xlsx#Thresholds!A18:H18");
        assertThat(linkAt(file, "Statuses", 1, "Measured at")).isEqualTo("../facts/measurements.csv");
        assertThat(textAt(file, "Statuses", 1, "Measured at")).isEqualTo("measurements.csv:118 (actual)");
    }

    @Test
    void sheetNameWithSpacesAndQuotesIsQuotedInALink() throws IOException {
        Path file = write(finding(new CellRef("my tables.xlsx", "Anna's KPIs", 7, 3, 3)));
        assertThat(linkAt(file, "Findings", 1, "Decided by"))
                .isEqualTo("rulebook/spreadsheets/my%20tables.xlsx#'Anna''s KPIs'!C7");
    }

    @Test
    void findingOfADrlRuleLinksToItsFile() throws IOException {
        Path file = write(finding(new RuleRef("pitfalls/red.drl", 12, "Red twice")));
        assertThat(linkAt(file, "Findings", 1, "Decided by")).isEqualTo("rulebook/rules/pitfalls/red.drl");
    }

    @Test
    void fileThatLiesBesideTheRulebookIsFoundThere() throws IOException {
        Files.createDirectories(folder.resolve("rulebook"));
        Files.createFile(folder.resolve("rulebook/kpi-thresholds.xlsx"));
        Path file = write(finding(Samples.ROW));
        assertThat(linkAt(file, "Findings", 1, "Decided by"))
                .isEqualTo("rulebook/kpi-thresholds.xlsx#Thresholds!A18:H18");
    }

    @Test
    void fileNameIsNeverTakenForAScheme() throws IOException {
        Path file = write(Samples.evaluation(
                "EMEA",
                null,
                List.of(),
                List.of(Samples.finding("m", Samples.ROW, LineRef.of("javascript:alert(1)", 3))),
                List.of()));
        assertThat(linkAt(file, "Findings", 1, "First fact")).isEqualTo("../facts/javascript%3Aalert%281%29");
    }

    @Test
    void withoutAFolderAddressesAreTextWithoutLinks() throws IOException {
        var header = ReportExample.header();
        Path file = folder.resolve("report.xlsx");
        var bare = new ReportHeader(
                header.run(), header.asOf(), header.rulebookDigest(), "facts", null, null, header.catalogue(), "1");
        try (XlsxReport report = XlsxReport.create(file, bare)) {
            report.add(finding(Samples.ROW));
            report.finish(List.of(), List.of());
        }
        assertThat(linkAt(file, "Findings", 1, "Decided by")).isNull();
        assertThat(textAt(file, "Findings", 1, "Decided by")).isEqualTo("KT-014");
    }

    @Test
    void findingsAreNewestAndWorstFirstAndWithheldOnesLast() throws IOException {
        Path file = write(Samples.evaluation(
                "EMEA",
                null,
                List.of(),
                List.of(
                        Samples.finding("earlier", Severity.CRITICAL, FindingState.ACTIVE, "2026-Q1", false),
                        Samples.finding("later", Severity.CRITICAL, FindingState.ACTIVE, "2026-Q2", false),
                        Samples.finding("withheld", Severity.CRITICAL, FindingState.SUPPRESSED, "2026-Q3", true),
                        Samples.finding("mild", Severity.WARN, FindingState.ACTIVE, "2026-Q3", true),
                        Samples.finding("bad", Severity.FAIL, FindingState.QUALIFIED, "2026-Q3", true)),
                List.of()));
        assertThat(column(file, "Findings", "Finding id"))
                .containsExactly("bad", "mild", "withheld", "later", "earlier");
    }

    @Test
    void sheetThatIsFullSaysHowManyRowsAreLeftOut() throws IOException {
        var statuses = new ArrayList<KpiStatus>();
        for (int i = 1; i <= 10; i++) {
            statuses.add(Samples.status("EMEA", Unit.COUNT, Reading.of("" + i), null));
        }
        Path file = write(5, Samples.evaluation("EMEA", null, statuses));
        read(file, workbook -> {
            XSSFSheet sheet = workbook.getSheet("Statuses");
            assertThat(sheet.getLastRowNum()).isEqualTo(4); // headings, 3 rows, the closing line
            assertThat(cell(sheet, 3, "Actual").getNumericCellValue()).isEqualTo(3);
            assertThat(sheet.getRow(4).getCell(0).getStringCellValue())
                    .isEqualTo(
                            "The sheet is full: 7 more rows are left out. The run 20261005-081502-4c1e keeps them all.");
            return null;
        });
    }

    @Test
    void sheetThatIsExactlyFullLeavesNothingOut() throws IOException {
        var status = Samples.status("EMEA", Unit.COUNT, Reading.of("1"), null);
        Path file = write(5, Samples.evaluation("EMEA", null, List.of(status, status, status)));
        read(file, workbook -> {
            assertThat(workbook.getSheet("Statuses").getLastRowNum()).isEqualTo(3);
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"123456789012345", "0.123456789012345", "-98765432.1098765", "1e-10", "0.1", "999999999999999"})
    void numbersKeepFifteenDigits(String text) throws IOException {
        var status = Samples.status("EMEA", Unit.CURRENCY, Reading.of(text), null);
        Path file = write(Samples.evaluation("EMEA", null, List.of(status)));
        read(file, workbook -> {
            Cell actual = cell(workbook.getSheet("Statuses"), 1, "Actual");
            assertThat(actual.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(BigDecimal.valueOf(actual.getNumericCellValue())).isEqualByComparingTo(text);
            return null;
        });
    }

    @Test
    void missingActualIsSaidInWordsAndIsNoNumber() throws IOException {
        var status = Samples.status("EMEA", Unit.RATIO, Reading.NOT_REPORTED, null);
        Path file = write(Samples.evaluation("EMEA", null, List.of(status)));
        assertThat(textAt(file, "Statuses", 1, "Actual")).isEqualTo("missing: not reported");
        assertThat(textAt(file, "Statuses", 1, "Status")).isEqualTo("NO DATA");
    }

    @Test
    void dueDateIsADate() throws IOException {
        Path file = write(Samples.evaluation(
                "EMEA", null, List.of(), List.of(), List.of(Samples.recommendation("EMEA", 1, Severity.FAIL))));
        read(file, workbook -> {
            Cell due = cell(workbook.getSheet("Recommendations"), 1, "Due");
            assertThat(DateUtil.isCellDateFormatted(due)).isTrue();
            assertThat(due.getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2026, 10, 14, 0, 0));
            return null;
        });
    }

    @Test
    void parentsStandAboveTheirChildrenOnTheHeatMap() throws IOException {
        Path file = write(
                scored("A-TEAM", "Z-REGION", "50", Status.AMBER),
                scored("LOOP-1", "LOOP-2", "50", Status.AMBER),
                scored("LOOP-2", "LOOP-1", "50", Status.AMBER),
                scored("ORPHAN", "nobody", "50", Status.AMBER),
                scored("Z-REGION", null, "50", Status.AMBER));
        var names = read(file, workbook -> firstColumn(workbook.getSheet("Heat map"), 5));
        assertThat(names).containsExactly("ORPHAN", "Z-REGION", "A-TEAM", "LOOP-1", "LOOP-2");
    }

    @Test
    void heatMapColoursScoresBySizeAndShowsCoverage() throws IOException {
        Path file = write(scored("EMEA", null, "42.5", Status.AMBER));
        read(file, workbook -> {
            XSSFSheet sheet = workbook.getSheet("Heat map");
            assertThat(sheet.getSheetConditionalFormatting().getNumConditionalFormattings())
                    .isEqualTo(1);
            assertThat(sheet.getRow(5).getCell(3).getNumericCellValue()).isEqualTo(42.5);
            assertThat(sheet.getRow(5).getCell(3).getCellStyle().getDataFormatString())
                    .contains("▲");
            assertThat(sheet.getRow(5).getCell(4).getNumericCellValue()).isEqualTo(0.75);
            return null;
        });
    }

    @Test
    void heatMapShowsTheGrainInWhichMostKpisAreScored() throws IOException {
        var both = List.of(
                Samples.node("EMEA", "80", Status.GREEN, Grain.MONTH, 9),
                Samples.node("EMEA", "20", Status.RED, Grain.QUARTER, 3));
        Path file = write(Samples.evaluation("EMEA", null, both, List.of(), List.of()));
        read(file, workbook -> {
            assertThat(workbook.getSheet("Heat map").getRow(5).getCell(2).getStringCellValue())
                    .isEqualTo("2026-09");
            return null;
        });
    }

    @Test
    void summaryRanksScorecardsWorstFirstAndThoseWithoutAScoreLast() throws IOException {
        Path file = write(
                scored("GREEN", null, "90", Status.GREEN),
                scored("UNKNOWN", null, null, Status.NO_DATA),
                scored("VETOED", null, "95", Status.AMBER),
                scored("WORSE", null, "10", Status.RED),
                scored("BAD", null, "20", Status.RED));
        var names = read(file, workbook -> firstColumn(workbook.getSheet("Summary"), 0));
        assertThat(names).containsSubsequence("WORSE", "BAD", "VETOED", "GREEN", "UNKNOWN");
    }

    @Test
    void summaryHasAtMostFiveRecommendationsOfOneScorecard() throws IOException {
        var advice = IntStream.rangeClosed(1, 9)
                .mapToObj(rank -> Samples.recommendation("EMEA", rank, Severity.CRITICAL))
                .toList();
        Path file = write(
                Samples.evaluation("EMEA", null, List.of(), List.of(), advice),
                Samples.evaluation(
                        "APAC", null, List.of(), List.of(), List.of(Samples.recommendation("APAC", 1, Severity.WARN))));
        var actions = read(
                file,
                workbook -> rows(workbook.getSheet("Summary"))
                        .filter(row -> row.getCell(7) != null
                                && row.getCell(7).toString().equals("Coach discovery calls"))
                        .map(row -> row.getCell(0).getStringCellValue())
                        .toList());
        assertThat(actions).containsExactly("EMEA", "EMEA", "EMEA", "EMEA", "EMEA", "APAC");
    }

    @Test
    void summaryHasAnActionOnceHoweverManyKpisItIsFor() throws IOException {
        var advice = IntStream.rangeClosed(1, 9)
                .mapToObj(rank -> Samples.recommendation("EMEA", rank, Severity.CRITICAL, "REC-07"))
                .toList();
        Path file = write(Samples.evaluation("EMEA", null, List.of(), List.of(), advice));
        var actions = read(
                file,
                workbook -> rows(workbook.getSheet("Summary"))
                        .filter(row -> row.getCell(7) != null
                                && row.getCell(7).toString().equals("Coach discovery calls"))
                        .toList()
                        .size());
        assertThat(actions).isOne();
    }

    @Test
    void problemsOfTheImportAndOfEvaluationsStandOnceErrorsFirst() throws IOException {
        var warning = Problem.of(ProblemCode.COLUMN_UNKNOWN, LineRef.of("a.csv", 1), "column \"x\" is not known");
        var error = Problem.of(ProblemCode.EVALUATION_FAILED, LineRef.of("b.csv", 2), "failed", "=look.");
        var evaluation = Samples.evaluation("EMEA", null, List.of());
        Path file = folder.resolve("report.xlsx");
        try (XlsxReport report = XlsxReport.create(file, header())) {
            report.add(new ScorecardEvaluation(
                    evaluation.scorecard(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(error)));
            report.finish(List.of(warning, error), List.of(new FileAccount("a.csv", "measurements", 3, 2, 1, 0)));
        }
        assertThat(column(file, "Problems", "Code")).containsExactly("EVALUATION_FAILED", "COLUMN_UNKNOWN");
        assertThat(column(file, "Problems", "Where")).containsExactly("b.csv:2", "a.csv:1");
    }

    @Test
    void unfinishedReportLeavesTheOldOneUntouchedAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("report.xlsx"), "old");
        try (XlsxReport report = XlsxReport.create(file, header())) {
            report.add(finding(Samples.ROW));
        }
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void finishedReportReplacesTheOldOneAndLeavesNothingElse() throws IOException {
        Files.writeString(folder.resolve("report.xlsx"), "old");
        Path file = write(finding(Samples.ROW));
        assertThat(textAt(file, "Findings", 1, "Decided by")).isEqualTo("KT-014");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void emptyRunIsAReportThatSaysSo() throws IOException {
        Path file = write();
        assertThat(column(file, "Findings", "Severity")).containsExactly("Nothing was found.");
        assertThat(column(file, "Statuses", "Scorecard")).containsExactly("No KPI has a status.");
    }

    @Test
    void foldersAreGivenAsSeenFromTheReport() {
        assertThat(ReportHeader.pathFrom(Path.of("out/report.xlsx"), Path.of("facts")))
                .isEqualTo("../facts");
        assertThat(ReportHeader.pathFrom(Path.of("report.xlsx"), Path.of("."))).isEmpty();
    }

    private static ReportHeader header() {
        var header = ReportExample.header();
        return new ReportHeader(
                header.run(),
                header.asOf(),
                header.rulebookDigest(),
                header.facts(),
                "rulebook",
                "../facts",
                header.catalogue(),
                header.engineVersion());
    }

    private static ScorecardEvaluation finding(boscard.source.SourceRef rule) {
        Finding finding = Samples.finding("Win rate is low.", rule, Samples.LINE);
        return Samples.evaluation("EMEA", null, List.of(), List.of(finding), List.of());
    }

    private static ScorecardEvaluation scored(
            String id, @Nullable String parent, @Nullable String score, Status status) {
        return Samples.evaluation(
                id, parent, List.of(Samples.node(id, score, status, Grain.QUARTER, 4)), List.of(), List.of());
    }

    private Path write(ScorecardEvaluation... evaluations) throws IOException {
        return write(PLENTY, evaluations);
    }

    private Path write(int rowLimit, ScorecardEvaluation... evaluations) throws IOException {
        Path file = folder.resolve("report.xlsx");
        try (XlsxReport report = XlsxReport.create(file, header(), rowLimit)) {
            for (ScorecardEvaluation evaluation : evaluations) {
                report.add(evaluation);
            }
            report.finish(List.of(), List.of());
        }
        return file;
    }

    private static <T> T read(Path file, Function<XSSFWorkbook, T> reading) throws IOException {
        try (var in = Files.newInputStream(file);
                var workbook = new XSSFWorkbook(in)) {
            return reading.apply(workbook);
        }
    }

    private static String textAt(Path file, String sheet, int row, String heading) throws IOException {
        return read(
                file, workbook -> cell(workbook.getSheet(sheet), row, heading).getStringCellValue());
    }

    private static @Nullable String linkAt(Path file, String sheet, int row, String heading) throws IOException {
        var links = read(file, workbook -> {
            var link = cell(workbook.getSheet(sheet), row, heading).getHyperlink();
            return link == null ? List.<String>of() : List.of(link.getAddress());
        });
        return links.isEmpty() ? null : links.get(0);
    }

    private static List<String> column(Path file, String sheet, String heading) throws IOException {
        return read(file, workbook -> {
            XSSFSheet found = workbook.getSheet(sheet);
            int column = cell(found, 0, heading).getColumnIndex();
            return rows(found)
                    .skip(1)
                    .map(row -> row.getCell(column).getStringCellValue())
                    .toList();
        });
    }

    private static Cell cell(XSSFSheet sheet, int row, String heading) {
        for (Cell cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().equals(heading)) {
                return sheet.getRow(row).getCell(cell.getColumnIndex());
            }
        }
        throw new AssertionError("no column " + heading);
    }

    private static List<String> firstColumn(XSSFSheet sheet, int from) {
        return rows(sheet)
                .skip(from)
                .filter(row -> row.getCell(0) != null)
                .map(row -> row.getCell(0).toString())
                .toList();
    }

    private static Stream<Row> rows(XSSFSheet sheet) {
        return StreamSupport.stream(sheet.spliterator(), false);
    }
}
