package boscard.workbook;

import static boscard.workbook.RulebookBuilder.table;
import static boscard.workbook.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody sees, or sees struck out, counts all the same and is reported: hiding is no way to switch off. */
class HiddenPartsTest {

    @TempDir
    Path folder;

    private RulebookBuilder with(Consumer<Sheet> content) {
        var rulebook = new RulebookBuilder(folder);
        rulebook.tables.put("Thresholds", content);
        return rulebook;
    }

    private static @Nullable Object[] good(String id) {
        return row(id, "win_rate", 0.5, 0.9, "AMBER", "agreed");
    }

    private static void strikeOut(Sheet sheet, int row, int... columns) {
        Font font = sheet.getWorkbook().createFont();
        font.setStrikeout(true);
        CellStyle style = sheet.getWorkbook().createCellStyle();
        style.setFont(font);
        for (int column : columns) {
            sheet.getRow(row - 1).getCell(column - 1).setCellStyle(style);
        }
    }

    private static void reports(RulebookBuilder rulebook, String... problems) {
        assertThat(rulebook.problems()).containsExactly(problems);
        assertThat(rulebook.rows()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {".xlsx", ".xls"})
    void aHiddenRowCountsAndIsReported(String extension) {
        RulebookBuilder rulebook = with(sheet -> {
            table(sheet, good("KT-1"), good("KT-2"));
            sheet.getRow(13).setZeroHeight(true);
        });
        rulebook.extension = extension;

        reports(rulebook, "ROW_HIDDEN 14:14");
    }

    @Test
    void aRowThatAFilterHidesCountsAndIsReported() {
        reports(
                with(sheet -> {
                    table(sheet, good("KT-1"), good("KT-2"));
                    sheet.setAutoFilter(new CellRangeAddress(12, 14, 0, 5));
                    sheet.getRow(14).setZeroHeight(true); // as Excel marks what the filter leaves out
                }),
                "ROW_HIDDEN 15:15");
    }

    @Test
    void aFoldedGroupOfRowsCountsAndIsReportedAndAnOpenOneIsFine() {
        Consumer<Sheet> grouped = sheet -> {
            table(sheet, good("KT-1"), good("KT-2"));
            sheet.groupRow(13, 13);
        };
        reports(with(grouped));
        reports(with(grouped.andThen(sheet -> sheet.setRowGroupCollapsed(13, true))), "ROW_HIDDEN 14:14");
    }

    @Test
    void aRowOfNoHeightIsHidden() {
        Path file = XlsxParts.write(
                folder.resolve("a.xlsx"),
                "",
                "<row r='1' ht='0' customHeight='1'><c><v>1</v></c></row><row r='2' ht='15'><c><v>1</v></c></row>");

        assertThat(Workbooks.read(file, "S").stream().map(SheetRow::hidden)).containsExactly(true, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {".xlsx", ".xls"})
    void aHiddenColumnCountsAndIsReportedAtItsHeading(String extension) {
        RulebookBuilder rulebook = with(sheet -> {
            table(sheet, good("KT-1"), good("KT-2"));
            sheet.setColumnHidden(2, true);
        });
        rulebook.extension = extension;

        reports(rulebook, "COLUMN_HIDDEN C13");
        assertThat(rulebook.found().get(0).message())
                .isEqualTo("the column \"From\" is hidden and counts all the same");
        assertThat(rulebook.rows().get(0).conditions().get(1)).isNotNull();
    }

    @Test
    void aHiddenColumnBesideATableIsNobodysBusiness() {
        reports(with(sheet -> {
            table(sheet, good("KT-1"), good("KT-2"));
            sheet.setColumnHidden(8, true);
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HIDDEN", "VERY_HIDDEN"})
    void aHiddenSheetWithTablesCountsAndIsReported(String visibility) {
        RulebookBuilder rulebook = with(sheet -> {
            table(sheet, good("KT-1"), good("KT-2"));
            sheet.getWorkbook().createSheet("Notes");
            sheet.getWorkbook().setSheetVisibility(0, SheetVisibility.valueOf(visibility));
        });

        assertThat(rulebook.problems()).containsExactly("SHEET_HIDDEN Thresholds");
        assertThat(rulebook.rows()).hasSize(2);
    }

    @Test
    void aHiddenSheetWithoutTablesIsNobodysBusiness() {
        reports(with(sheet -> {
            table(sheet, good("KT-1"), good("KT-2"));
            sheet.getWorkbook().createSheet("Lists").createRow(0).createCell(0).setCellValue("AMBER");
            sheet.getWorkbook().setSheetVisibility(1, SheetVisibility.HIDDEN);
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {".xlsx", ".xls"})
    void aStruckOutRowCountsAndIsReportedOnce(String extension) {
        RulebookBuilder rulebook = with(sheet -> {
            table(sheet, good("KT-1"), good("KT-2"));
            strikeOut(sheet, 15, 1, 2, 3, 4, 5, 6);
        });
        rulebook.extension = extension;

        reports(rulebook, "ROW_STRUCK_OUT 15:15");
    }

    @Test
    void aStruckOutConditionCountsAndIsReportedAndAStruckOutNoteIsANote() {
        reports(
                with(sheet -> {
                    table(sheet, good("KT-1"), good("KT-2"));
                    strikeOut(sheet, 14, 3, 6);
                }),
                "ROW_STRUCK_OUT C14");
    }

    @Test
    void hiddenCodeRowsAreAsTheyShouldBe() {
        assertThat(with(sheet -> table(sheet, good("KT-1"))).problems()).isEqualTo(List.of());
    }
}
