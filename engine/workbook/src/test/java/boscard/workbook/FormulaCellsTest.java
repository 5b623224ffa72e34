package boscard.workbook;

import static boscard.workbook.RulebookBuilder.table;
import static boscard.workbook.Workbooks.formula;
import static boscard.workbook.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.problem.Problems;
import boscard.source.CellRef;
import boscard.table.Cell;
import boscard.table.ValueType;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** boscard calculates nothing: it takes the result that was stored, exactly, or says why it cannot be trusted. */
class FormulaCellsTest {

    @TempDir
    Path folder;

    private RulebookBuilder with(Consumer<Sheet> content) {
        var rulebook = new RulebookBuilder(folder);
        rulebook.tables.put("Thresholds", content);
        return rulebook;
    }

    private static Cell from(RulebookBuilder rulebook) {
        return Objects.requireNonNull(rulebook.rows().get(0).conditions().get(1));
    }

    @Test
    void theStoredResultCountsAtFullPrecisionNotAsItIsShown() {
        RulebookBuilder rulebook = with(sheet -> {
            table(sheet, row("KT-1", null, formula("2/3"), null, "GREEN"));
            CellStyle percent = sheet.getWorkbook().createCellStyle();
            percent.setDataFormat((short) 9); // 0%
            sheet.getRow(13).getCell(2).setCellStyle(percent);
        });

        assertThat(rulebook.problems()).isEmpty();
        assertThat(from(rulebook))
                .isEqualTo(new Cell(
                        from(rulebook).at(),
                        "67%",
                        "0.666666666666667",
                        "2/3",
                        List.of(new BigDecimal("0.666666666666667"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {".xlsx", ".xls"})
    void aFormulaMayGiveATextAnIdOrAYes(String extension) {
        RulebookBuilder rulebook = with(sheet -> table(
                sheet, row(formula("\"KT-\"&1"), formula("LOWER(\"WIN_RATE\")"), 0.9, null, formula("\"GREEN\""))));
        rulebook.extension = extension;

        assertThat(rulebook.problems()).isEmpty();
        assertThat(rulebook.rows().get(0).id()).isEqualTo("KT-1");
    }

    @Test
    void aFormulaThatGivesAnEmptyTextIsAnEmptyCell() {
        RulebookBuilder rulebook =
                with(sheet -> table(sheet, row("KT-1", formula("IF(1=2,\"x\",\"\")"), 0.9, null, "GREEN")));

        assertThat(rulebook.problems()).isEmpty();
        assertThat(rulebook.rows().get(0).conditions().get(0)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1/0, #DIV/0!", "NA(), #N/A", "SQRT(-1), #NUM!", "VALUE(\"x\"), #VALUE!"})
    void anErrorValueIsNamedWithItsFormula(String text, String shown) {
        RulebookBuilder rulebook = with(sheet -> table(sheet, row("KT-1", null, formula(text), null, "GREEN")));

        assertThat(rulebook.message())
                .isEqualTo("kpi-thresholds.xlsx!Thresholds!C14: the cell shows the error " + shown + " [CELL_ERROR]\n"
                        + "  Maybe the formula =" + text + " needs repair");
    }

    @Test
    void aFormulaThatWasNeverCalculatedIsAnError() {
        RulebookBuilder rulebook = with(sheet -> {
            table(sheet, row("KT-1", null, 0.5, null, "GREEN"));
            sheet.getRow(13).createCell(2).setCellFormula("1/2"); // POI stores no result
        });

        assertThat(rulebook.problems()).containsExactly("FORMULA_UNCACHED C14");
    }

    @Test
    void aStaleResultIsReportedWhenTheWorkbookAdmitsIt() {
        RulebookBuilder rulebook = with(sheet -> {
            table(
                    sheet,
                    row("KT-1", null, formula("0.5+0.4"), null, "GREEN"),
                    row("KT-2", null, formula("0.5"), null, "AMBER"));
            sheet.getWorkbook().setForceFormulaRecalculation(true);
        });

        assertThat(rulebook.message())
                .isEqualTo(
                        "kpi-thresholds.xlsx!Thresholds!C14: the workbook was saved without calculating; what is stored"
                                + " for =0.5+0.4 and 1 other formula of the sheet may be old [FORMULA_STALE]\n"
                                + "  Maybe open it in Excel, press F9 and save it");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "calcMode='manual' calcOnSave='0', true",
                "calcMode='manual', false", // Excel calculates before it saves
                "calcCompleted='0', true",
                "fullCalcOnLoad='1', true",
                "iterate='0', false"
            })
    void whetherResultsMayBeOldIsWhatTheWorkbookSays(String properties, boolean old) {
        Path file = XlsxParts.write(folder.resolve("a.xlsx"), "", "<sheetData/>", "", "/><calcPr " + properties);

        try (var book = SpreadsheetFile.open(file, "a.xlsx")) {
            assertThat(book.resultsMayBeOld()).isEqualTo(old);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOW()*0+0.5", "RAND()*0+0.5", "TODAY()*0+0.5", "OFFSET(A1,0,0)", "INDIRECT(\"A1\")"})
    void volatileFunctionsAreReported(String text) {
        assertThat(new SheetCell(
                                1,
                                SheetCell.Kind.NUMBER,
                                BigDecimal.ONE,
                                "1",
                                null,
                                text,
                                boscard.workbook.CellStyle.GENERAL)
                        .isVolatile())
                .isTrue();
    }

    @Test
    void aVolatileFormulaIsReportedWithTheResultThatIsUsed() {
        RulebookBuilder rulebook =
                with(sheet -> table(sheet, row("KT-1", null, formula("0.5+NOW()*0"), null, "GREEN")));

        assertThat(rulebook.problems()).containsExactly("FORMULA_VOLATILE C14");
        assertThat(rulebook.found().get(0).message()).contains("0.5, is used");
    }

    @Test
    void aLinkToAnotherWorkbookIsReportedWithTheResultThatIsUsed() {
        Path file = XlsxParts.write(
                folder.resolve("a.xlsx"), "", "<row><c r='A1'><f>[1]Plan!$B$2*2</f><v>0.5</v></c></row>");
        SheetCell cell = Workbooks.read(file, "S").get(0).cells().get(0);
        var problems = new Problems();

        new CellConversion(problems).convert(cell, CellRef.of("a.xlsx", "S", 1, 1), ValueType.NUMBER, List.of());

        assertThat(problems.sorted())
                .singleElement()
                .hasToString(
                        "a.xlsx!S!A1: the formula =[1]Plan!$B$2*2 asks another workbook; the stored result, 0.5, is used"
                                + " [FORMULA_EXTERNAL]\n  Maybe replace the formula by its value, since the other workbook can"
                                + " change unseen");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1]Plan!A1                     | true",
                "'[1]Plan 2026'!A1              | true",
                "SUM('[Plan 2026.xlsx]Q1'!B2:B9)| true",
                "[2]!Edge                       | true",
                "'C:\\plans\\[b.xlsx]Q1'!A1     | true",
                "Plan!A1                        | false",
                "Sales[Amount]                  | false",
                "Sales[[#This Row],[2024]]      | false",
                "Sales[2024]+Plan!A1            | false",
                "\"[1]Plan!A1\"                 | false",
            })
    void linksToOtherWorkbooksAreToldFromTables(String text, boolean external) {
        assertThat(OtherWorkbooks.areIn(text)).isEqualTo(external);
    }
}
