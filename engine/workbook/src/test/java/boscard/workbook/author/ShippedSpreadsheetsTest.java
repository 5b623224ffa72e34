package boscard.workbook.author;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boscard.evaluation.Vocabulary;
import boscard.table.FactType;
import boscard.workbook.layout.Column;
import boscard.workbook.layout.Entry;
import boscard.workbook.layout.PlainTable;
import boscard.workbook.layout.RuleTable;
import boscard.workbook.layout.WorkbookLayout;
import boscard.workbook.layout.WorkbookWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;

/** What the files in {@code spreadsheets/} promise: the files as they are, not as the program would write them. */
class ShippedSpreadsheetsTest {

    private static final Path FOLDER = Path.of(System.getProperty("boscard.home", "../.."), "spreadsheets");
    private static final int HEADINGS = RuleTable.HEADING_ROW - 1;

    /** One sheet of a shipped workbook. */
    record Sheet(String workbook, String name) {

        @Override
        public String toString() {
            return workbook + "!" + name;
        }
    }

    static Stream<Sheet> ruleTables() throws IOException {
        return sheets(true);
    }

    static Stream<Sheet> plainTables() throws IOException {
        return sheets(false);
    }

    private static Stream<Sheet> sheets(boolean ruleTable) throws IOException {
        var sheets = new ArrayList<Sheet>();
        for (Path file : workbooks()) {
            try (var workbook = new XSSFWorkbook(Files.newInputStream(file))) {
                for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                    String name = workbook.getSheetName(i);
                    boolean isTable = !name.equals("Read me") && !name.equals("Lists");
                    if (isTable && isRuleTable(workbook.getSheetAt(i)) == ruleTable) {
                        sheets.add(new Sheet(file.getFileName().toString(), name));
                    }
                }
            }
        }
        return sheets.stream();
    }

    private static List<Path> workbooks() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".xlsx"))
                    .filter(file -> !file.getFileName().toString().startsWith("~$"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isRuleTable(XSSFSheet sheet) {
        XSSFRow row = sheet.getRow(2);
        return row != null && row.getCell(0) != null && text(row.getCell(0)).equals("RuleSet");
    }

    @ParameterizedTest
    @MethodSource("ruleTables")
    void stockDroolsLoadsTheSheetUnchangedAndCompilesIt(Sheet sheet) throws IOException {
        String drl;
        try (var file = Files.newInputStream(FOLDER.resolve(sheet.workbook()))) {
            drl = new SpreadsheetCompiler().compile(file, sheet.name());
        }
        assertThat(drl.lines().filter(line -> line.startsWith("rule ")).count())
                .as("a rule for each row")
                .isEqualTo(dataRows(sheet).size());

        KieServices services = KieServices.Factory.get();
        var folder = services.newKieFileSystem();
        folder.generateAndWritePomXML(
                services.newReleaseId("boscard.test", sheet.toString().replaceAll("\\W", "-"), "1"));
        folder.write("src/main/resources/rules/table.drl", drl);
        var built = services.newKieBuilder(folder).buildAll(ExecutableModelProject.class);

        assertThat(built.getResults().getMessages(Message.Level.ERROR)).as(drl).isEmpty();
        services.getRepository().removeKieModule(built.getKieModule().getReleaseId());
    }

    @ParameterizedTest
    @MethodSource("ruleTables")
    void everyRowHasAnIdOfItsOwn(Sheet sheet) throws IOException {
        List<String> ids = dataRows(sheet).stream().map(row -> row.get(0)).toList();

        assertThat(ids).isNotEmpty().doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Z]{2}-\\d{3}"));
    }

    @Test
    void noIdIsUsedInTwoTables() throws IOException {
        var ids = new ArrayList<String>();
        for (Sheet sheet : ruleTables().toList()) {
            dataRows(sheet).forEach(row -> ids.add(row.get(0)));
        }
        assertThat(ids).hasSizeGreaterThan(400).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("ruleTables")
    void codeRowsAreHiddenAndLockedAndDataCellsAreFree(Sheet sheet) throws IOException {
        try (var workbook = open(sheet)) {
            XSSFSheet table = workbook.getSheet(sheet.name());
            assertThat(table.getProtect()).isTrue();
            for (int i = 2; i < HEADINGS; i++) {
                assertThat(table.getRow(i).getZeroHeight())
                        .as("row %d hidden", i + 1)
                        .isTrue();
                table.getRow(i)
                        .forEach(cell -> assertThat(cell.getCellStyle().getLocked())
                                .as(cell.getAddress().toString())
                                .isTrue());
            }
            for (int i = HEADINGS + 1; i <= table.getLastRowNum(); i++) {
                table.getRow(i)
                        .forEach(cell -> assertThat(cell.getCellStyle().getLocked())
                                .as(cell.getAddress().toString())
                                .isFalse());
            }
        }
    }

    @ParameterizedTest
    @MethodSource({"ruleTables", "plainTables"})
    void everyHeadingExplainsItsColumn(Sheet sheet) throws IOException {
        try (var workbook = open(sheet)) {
            XSSFSheet table = workbook.getSheet(sheet.name());
            XSSFRow headings = table.getRow(isRuleTable(table) ? HEADINGS : 0);
            headings.forEach(heading -> {
                assertThat(heading.getStringCellValue()).isNotBlank();
                assertThat(heading.getCellComment())
                        .as(heading.getStringCellValue())
                        .isNotNull();
                assertThat(heading.getCellComment().getString().getString()).hasSizeGreaterThan(10);
            });
        }
    }

    /** Stock Drools pastes text into rules; these characters would end or change a literal there. */
    @ParameterizedTest
    @MethodSource("ruleTables")
    void noTextBreaksALiteralOfStockDrools(Sheet sheet) throws IOException {
        dataRows(sheet)
                .forEach(row -> assertThat(row)
                        .noneMatch(cell -> cell.contains("\"")
                                || cell.contains("\\")
                                || cell.contains("$")
                                || cell.contains("\n")));
    }

    @ParameterizedTest
    @MethodSource("ruleTables")
    void messagesUseOnlyPlaceholdersThatAreFilledIn(Sheet sheet) throws IOException {
        List<String> known = List.of(
                "scorecard",
                "kpi",
                "period",
                "goal",
                "other",
                "value",
                "threshold",
                "reference",
                "count",
                "actual",
                "target",
                "attainment",
                "status",
                "missing",
                "lower_limit",
                "upper_limit",
                "asked",
                "grr",
                "nrr",
                // further numbers of single indicators, as docs/checks.md explains them
                "share",
                "own_p90",
                "at_close",
                "before",
                "closes",
                "raise",
                "cut",
                "old",
                "new",
                "cuts",
                "chances",
                "other_cuts",
                "other_chances",
                "factor",
                "amount",
                "all_periods",
                "was",
                "is",
                "first",
                "last");
        for (List<String> row : dataRows(sheet)) {
            for (String cell : row) {
                Pattern.compile("\\{(.*?)}")
                        .matcher(cell)
                        .results()
                        .forEach(match -> assertThat(known)
                                .as(cell)
                                .contains(match.group(1).replaceFirst(" .*", "")));
            }
        }
    }

    @Test
    void everyKpiThatATableNamesIsInTheCatalogue() throws IOException {
        List<String> catalogue = column(new Sheet("kpi-catalogue.xlsx", "KPIs"), "Id", 0);
        for (Sheet sheet : ruleTables().toList()) {
            if (!sheet.name().equals("Suppressions")) {
                String heading = sheet.name().equals("Roll-up") ? "Own KPI" : "KPI";
                assertThat(column(sheet, heading, HEADINGS))
                        .as(sheet.toString())
                        .isSubsetOf(catalogue);
            }
        }
    }

    @Test
    void everyCheckOfATableHasARecommendation() throws IOException {
        List<String> answered = column(new Sheet("recommendations.xlsx", "Recommendations"), "Finding", HEADINGS);
        var concluded = new ArrayList<String>();
        for (Sheet sheet : ruleTables().toList()) {
            if (List.of("Checks", "Status findings").contains(sheet.name())) {
                concluded.addAll(column(sheet, "Finding", HEADINGS));
            } else if (sheet.name().equals("Tests of goals")) {
                concluded.addAll(column(sheet, "Test", HEADINGS));
            } else if (sheet.name().equals("Suppressions")) {
                concluded.addAll(column(sheet, "Cause", HEADINGS));
                concluded.addAll(column(sheet, "Finding withheld", HEADINGS));
            }
        }
        assertThat(concluded).isNotEmpty().isSubsetOf(answered);
    }

    @Test
    void everyParameterThatARuleNamesIsThere() throws IOException {
        List<String> names = column(new Sheet("parameters.xlsx", "Parameters"), "Name", 0);
        Pattern named = Pattern.compile("Parameter\\(name == \"(\\w+)\"");
        try (Stream<Path> files = Files.walk(FOLDER.resolveSibling("rules"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".drl")).toList()) {
                assertThat(named.matcher(Files.readString(file)).results().map(match -> match.group(1)))
                        .as(file.getFileName().toString())
                        .isSubsetOf(names);
            }
        }
    }

    @Test
    void snippetsNameOnlyPropertiesAndVerbsThatExist() {
        for (WorkbookLayout workbook : ShippedSpreadsheets.layouts().values()) {
            workbook.sheets().stream()
                    .filter(RuleTable.class::isInstance)
                    .map(RuleTable.class::cast)
                    .forEach(table -> {
                        String type = table.pattern().replaceAll(".*: *", "");
                        assertThat(Vocabulary.factTypesByName()).containsKey(type);
                        for (Column column : table.columns()) {
                            String word = column.snippet()
                                    .replaceAll("conclude\\.", "")
                                    .replaceAll("\\W.*", "");
                            if (column.role() == Column.Role.CONDITION) {
                                assertThat(propertiesOf(type)).containsKey(word);
                            } else if (column.role() == Column.Role.OUTCOME) {
                                assertThat(Vocabulary.verbsByName()).containsKey(word);
                            }
                        }
                    });
        }
    }

    /** A slip of the pen would keep a row from ever counting: an edge that no number can pass. */
    @Test
    void everyBandOfAThresholdHasAnEdge() {
        layout("kpi-thresholds.xlsx").sheets().stream()
                .filter(RuleTable.class::isInstance)
                .map(RuleTable.class::cast)
                .filter(table -> table.sheetName().equals("Thresholds"))
                .flatMap(table -> table.rows().stream())
                .forEach(row -> assertThat(row.subList(4, 28).stream().filter(entry -> !entry.isEmpty()))
                        .as(row.toString())
                        .isNotEmpty());
    }

    @Test
    void writingTwiceGivesTheSameBytes() {
        ShippedSpreadsheets.layouts()
                .forEach((name, layout) -> assertThat(WorkbookWriter.bytes(layout))
                        .as(name)
                        .isEqualTo(WorkbookWriter.bytes(layout(name))));
    }

    @Test
    void aRowThatDoesNotFitItsTableIsRefused() {
        List<Column> columns = List.of(Column.plain("A", "first"), Column.plain("B", "second"));

        assertThatThrownBy(() -> new PlainTable("Sheet", columns, 0, List.of(List.of(Entry.text("only one")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Row 0 has 1 cells, the table has 2 columns");
    }

    @Test
    void aPercentageIsStoredByValueAndExactly() throws IOException {
        try (var workbook =
                new XSSFWorkbook(new ByteArrayInputStream(WorkbookWriter.bytes(layout("kpi-thresholds.xlsx"))))) {
            XSSFCell cell = workbook.getSheet("Thresholds")
                    .getRow(rowOf(workbook.getSheet("Thresholds"), "KT-002"))
                    .getCell(8);
            assertThat(cell.getRawValue()).isEqualTo("0.9");
            assertThat(new DataFormatter().formatCellValue(cell)).isEqualTo("90.0 %");
        }
    }

    private static int rowOf(XSSFSheet sheet, String id) {
        for (int i = 0; i <= sheet.getLastRowNum(); i++) {
            XSSFCell first = sheet.getRow(i) == null ? null : sheet.getRow(i).getCell(0);
            if (first != null && id.equals(text(first))) {
                return i;
            }
        }
        throw new AssertionError(id);
    }

    private static List<String> column(Sheet sheet, String heading, int headingRow) throws IOException {
        try (var workbook = open(sheet)) {
            XSSFSheet table = workbook.getSheet(sheet.name());
            int column = -1;
            for (var cell : table.getRow(headingRow)) {
                column = text((XSSFCell) cell).equals(heading) ? cell.getColumnIndex() : column;
            }
            assertThat(column).as(heading + " in " + sheet).isNotNegative();
            var values = new ArrayList<String>();
            for (int i = headingRow + 1; i <= table.getLastRowNum(); i++) {
                String value = text(table.getRow(i).getCell(column));
                if (!value.isEmpty()) {
                    values.add(value);
                }
            }
            return values;
        }
    }

    private static List<List<String>> dataRows(Sheet sheet) throws IOException {
        try (var workbook = open(sheet)) {
            XSSFSheet table = workbook.getSheet(sheet.name());
            var rows = new ArrayList<List<String>>();
            for (int i = HEADINGS + 1; i <= table.getLastRowNum(); i++) {
                var row = new ArrayList<String>();
                table.getRow(i).forEach(cell -> row.add(text((XSSFCell) cell)));
                rows.add(row);
            }
            return rows;
        }
    }

    private static String text(XSSFCell cell) {
        return cell.getCellType() == CellType.STRING
                ? cell.getStringCellValue()
                : new DataFormatter().formatCellValue(cell);
    }

    private static WorkbookLayout layout(String name) {
        return requireNonNull(ShippedSpreadsheets.layouts().get(name));
    }

    private static Map<String, FactType.Property> propertiesOf(String factType) {
        return requireNonNull(Vocabulary.factTypesByName().get(factType)).properties();
    }

    private static XSSFWorkbook open(Sheet sheet) throws IOException {
        return new XSSFWorkbook(Files.newInputStream(FOLDER.resolve(sheet.workbook())));
    }
}
