package boscard.workbook;

import static boscard.workbook.Workbooks.formatted;
import static boscard.workbook.Workbooks.formula;
import static boscard.workbook.Workbooks.readRow;
import static boscard.workbook.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boscard.workbook.SheetCell.Kind;
import boscard.workbook.SheetLayout.MergedRegion;
import boscard.workbook.SheetName.Visibility;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader gives of good files, the same from both formats. */
class SpreadsheetFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.xlsx", "a.xls"})
    void everyKindOfCellIsReadWithItsAddress(String name) {
        SheetRow row = readRow(
                folder.resolve(name), "text", 0.8, true, formatted(46001, "yyyy-mm-dd"), formula("1/0"), null, "G");

        assertThat(row.number()).isEqualTo(1);
        assertThat(row.cells().stream().map(SheetCell::kind))
                .containsExactly(Kind.TEXT, Kind.NUMBER, Kind.YES_NO, Kind.DATE, Kind.ERROR, Kind.TEXT);
        assertThat(row.cells().stream().map(SheetCell::text))
                .containsExactly("text", "0.8", "TRUE", "46001", "#DIV/0!", "G");
        assertThat(row.at(row.cells().get(5))).hasToString(name + "!S!G1");
        assertThat(row.cells().get(3).date()).isEqualTo(LocalDateTime.of(2025, 12, 10, 0, 0));
        assertThat(row.cells().get(4).formula()).isEqualTo("1/0");
        assertThat(row.cell(6)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xlsx", "a.xls"})
    void numbersAreTheDecimalsThatWereTyped(String name) {
        SheetRow row =
                readRow(folder.resolve(name), 0.1 + 0.2, 1234567890123456d, 0.8, 1e21, -0.000001234, 123456789012d);

        assertThat(row.cells().stream().map(SheetCell::number))
                .containsExactly(
                        new BigDecimal("0.3"),
                        new BigDecimal("1234567890123456"),
                        new BigDecimal("0.8"),
                        new BigDecimal("1000000000000000000000"),
                        new BigDecimal("-0.000001234"),
                        new BigDecimal("123456789012"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.8    | General     | 0.8",
                "0.8    | 0%          | 80%",
                "0.795  | 0.0%        | 79.5%",
                "0.8    | 0\\ %       | 80 %",
                "0.8    | 0 %         | 80 %",
                "1234.5 | #,##0.00    | 1,234.50",
                "-1234567 | #,##0     | -1,234,567",
                "2.5    | 0           | 3",
                "12     | 0\\ \"days\" | 12 days",
                "-5     | #,##0_);(#,##0) | (5)",
                "46001  | yyyy-mm-dd  | 2025-12-10",
                "46001  | d mmm yyyy  | 10 Dec 2025",
                "12345678901234 | General | 12345678901234"
            })
    void whatTheAnalystSeesIsKept(double value, String format, String shown) {
        SheetRow row = readRow(folder.resolve("a.xlsx"), formatted(value, format));

        assertThat(row.shown(1)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xlsx", "a.xls"})
    void hiddenRowsColumnsAndSheetsAreReadAndMarked(String name) {
        Path file = Workbooks.write(folder.resolve(name), book -> {
            var sheet = book.createSheet("shown");
            Workbooks.fill(sheet, 1, row("a", "b", "c"), row("d"), row("e"));
            sheet.getRow(1).setZeroHeight(true);
            sheet.setColumnHidden(1, true);
            sheet.addMergedRegion(new CellRangeAddress(0, 2, 3, 4));
            book.createSheet("hidden");
            book.setSheetVisibility(1, SheetVisibility.HIDDEN);
            book.createSheet("very");
            book.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
        });

        try (var book = SpreadsheetFile.open(file, name)) {
            assertThat(book.sheets())
                    .containsExactly(
                            new SheetName("shown", Visibility.VISIBLE),
                            new SheetName("hidden", Visibility.HIDDEN),
                            new SheetName("very", Visibility.VERY_HIDDEN));
            var rows = new ArrayList<SheetRow>();
            SheetLayout layout = book.readRows("shown", rows::add);
            assertThat(rows.stream().map(SheetRow::hidden)).containsExactly(false, true, false);
            assertThat(layout.hidesColumn(2)).isTrue();
            assertThat(layout.hidesColumn(1)).isFalse();
            assertThat(layout.mergedAt(2, 5)).contains(new MergedRegion(1, 4, 3, 5));
            assertThat(book.firstRows("shown", 1)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xlsx", "a.xls"})
    void rowsAreNumberedAsExcelShowsThem(String name) {
        Path file = Workbooks.write(folder.resolve(name), book -> {
            var sheet = book.createSheet("S");
            Workbooks.fill(sheet, 3, row("first"));
            Workbooks.fill(sheet, 118, row(null, "second"));
        });

        assertThat(Workbooks.read(file, "S").stream().map(SheetRow::number)).containsExactly(3, 118);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xlsx", "a.xls"})
    void aSheetThatDoesNotExistIsTheCallersMistake(String name) {
        Path file = Workbooks.write(folder.resolve(name), "S", row("x"));

        try (var book = SpreadsheetFile.open(file, name)) {
            assertThatThrownBy(() -> book.readRows("T", sheetRow -> {})).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
