package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Measurement;
import boscard.fact.Reading;
import boscard.intake.layout.SkipReason;
import boscard.problem.ProblemCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class WorkbookFactsTest extends ImportTest {

    private final Workbook workbook = new XSSFWorkbook();

    @Test
    void sheetPerKindIsReadWithCellAddresses() throws IOException {
        sheet(
                "Measurements",
                row("scorecard", "kpi", "period", "actual"),
                row("A", "win_rate", "2026-Q3", 0.241),
                row("B", "win_rate", "2026-Q3", "x"));
        sheet("Goals", row("goal", "due_date"), row("G1", LocalDate.of(2026, 12, 31)));
        sheet("Read me", row("hello"));
        ImportedFacts imported = importWorkbook("facts.xlsx");

        assertThat(addresses(imported))
                .containsExactly("NUMBER_INVALID at facts.xlsx!Measurements!D3", "SHEET_UNKNOWN at facts.xlsx!Read me");
        assertThat(measurements(imported).get(0).actual()).isEqualTo(Reading.of("0.241"));
        assertThat(measurements(imported).get(0).origin().of("actual").toString())
                .endsWith("facts.xlsx!Measurements!D2");
        assertThat(imported.facts().of(boscard.fact.Goal.class).get(0).dueDate())
                .isEqualTo("2026-12-31");
    }

    @Test
    void onlySheetIsReadUnderTheNameOfTheFile() throws IOException {
        sheet("Sheet1", row("scorecard", "kpi", "period"), row(272, "win_rate", 2026));
        ImportedFacts imported = importWorkbook("measurements.xlsx");

        assertThat(imported.problems()).isEmpty();
        assertThat(measurements(imported)).extracting(Measurement::id).containsExactly("272|win_rate|2026");
    }

    @Test
    void monthThatExcelMadeADateIsStillAMonth() throws IOException {
        sheet("Measurements", row("scorecard", "kpi", "period"), row("A", "win_rate", LocalDate.of(2026, 7, 1)));

        assertThat(measurements(importWorkbook("facts.xlsx")).get(0).period()).hasToString("2026-07");
    }

    @Test
    void errorsAndUncalculatedFormulasAreProblemsOfTheirCells() throws IOException {
        Sheet sheet = sheet(
                "Measurements", row("scorecard", "kpi", "period", "actual", "target"), row("A", "win_rate", "2026-Q3"));
        sheet.getRow(1).createCell(3).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.DIV0.getCode());
        sheet.getRow(1).createCell(4).setCellFormula("1+1");
        ImportedFacts imported = importWorkbook("facts.xlsx");

        assertThat(addresses(imported))
                .contains("CELL_ERROR at facts.xlsx!Measurements!D2", "FORMULA_UNCACHED at facts.xlsx!Measurements!E2");
    }

    @Test
    void titleAboveAndTotalBelowAreSkipped() throws IOException {
        sheet(
                "Measurements",
                row("Sales 2026"),
                row(),
                row("scorecard", "kpi", "period", "actual"),
                row("A", "win_rate", "2026-Q3", 1),
                row("Total", "", "", 1));
        ImportedFacts imported = importWorkbook("facts.xlsx");

        assertThat(imported.problems()).isEmpty();
        assertThat(imported.accounts().get(0).skipped())
                .containsEntry(SkipReason.TITLE, 1)
                .containsEntry(SkipReason.TOTAL, 1);
    }

    @Test
    void hiddenRowsAreReadAndMentioned() throws IOException {
        Sheet sheet = sheet("Measurements", row("scorecard", "kpi", "period"), row("A", "win_rate", "2026"));
        sheet.getRow(1).setZeroHeight(true);
        ImportedFacts imported = importWorkbook("facts.xlsx");

        assertThat(codes(imported)).containsExactly(ProblemCode.ROW_HIDDEN);
        assertThat(measurements(imported)).hasSize(1);
    }

    @Test
    void workbookWithoutFactsIsReported() throws IOException {
        sheet("Mesurements", row("a", "b"));
        ImportedFacts imported = importWorkbook("facts.xlsx");

        assertThat(codes(imported)).containsExactly(ProblemCode.NO_FACTS, ProblemCode.SHEET_UNKNOWN);
        assertThat(messages(imported)).contains("the sheet is to be called measurements");
    }

    @Test
    void mappingOfAWorkbookLeavesSheetsThatDoNotFitAlone() throws IOException {
        sheet("Data", row("unit", "kpi", "period"), row("A", "win_rate", "2026-Q3"));
        sheet("Legend", row("colour", "meaning"), row("red", "bad"));
        save("export.xlsx");
        ImportedFacts imported =
                importWith(MappedFactsTest.mapped("kind: measurements", "columns: {scorecard: unit}"), folder);

        assertThat(addresses(imported)).containsExactly("SHEET_UNKNOWN at export.xlsx!Legend");
        assertThat(measurements(imported)).hasSize(1);
    }

    private static Object[] row(Object... cells) {
        return cells;
    }

    private Sheet sheet(String name, Object[]... rows) {
        Sheet sheet = workbook.createSheet(name);
        CellStyle day = workbook.createCellStyle();
        day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        for (int i = 0; i < rows.length; i++) {
            Row row = sheet.createRow(i);
            for (int j = 0; j < rows[i].length; j++) {
                Cell cell = row.createCell(j);
                if (rows[i][j] instanceof Number number) {
                    cell.setCellValue(number.doubleValue());
                } else if (rows[i][j] instanceof LocalDate date) {
                    cell.setCellValue(date);
                    cell.setCellStyle(day);
                } else {
                    cell.setCellValue(rows[i][j].toString());
                }
            }
        }
        return sheet;
    }

    private ImportedFacts importWorkbook(String name) throws IOException {
        save(name);
        return importAll();
    }

    private void save(String name) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            workbook.write(out);
        }
    }
}
