package boscard.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.workbook.SheetCell.Kind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the format allows and not every writer uses. */
class XlsxSourceTest {

    @TempDir
    Path folder;

    private List<SheetCell> cells(String row) {
        return rows(row, "", "").get(0).cells();
    }

    private List<SheetRow> rows(String rows, String texts, String properties) {
        return Workbooks.read(
                XlsxParts.write(folder.resolve("a.xlsx"), "", "<sheetData>" + rows + "</sheetData>", texts, properties),
                "S");
    }

    @Test
    void rowsAndCellsWithoutAddressFollowTheirPredecessor() {
        List<SheetRow> rows = rows("<row/><row><c><v>1</v></c><c r='D2'><v>2</v></c><c><v>3</v></c></row>", "", "");

        assertThat(rows.get(0).number()).isEqualTo(2);
        assertThat(rows.get(0).cells().stream().map(SheetCell::column)).containsExactly(1, 4, 5);
    }

    @Test
    void textsInRunsAreOneTextWithoutTheReadingAid() {
        List<SheetRow> rows = rows(
                "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>",
                "<si><t>plain</t></si><si><r><t>win </t></r><r><rPr><b/></rPr><t>rate</t></r><rPh><t>x</t></rPh></si>",
                "");

        assertThat(rows.get(0).cells().stream().map(SheetCell::text)).containsExactly("plain", "win rate");
    }

    @Test
    void escapedCharactersAreDecodedOnce() {
        assertThat(cells("<row><c t='inlineStr'><is><t>a_x000D_b _x005F_x000D_ _xyz</t></is></c></row>")
                        .get(0)
                        .text())
                .isEqualTo("a\rb _x000D_ _xyz");
    }

    @Test
    void aFormulaWithoutStoredResultIsToldFromAnEmptyText() {
        List<SheetCell> cells = cells(
                "<row><c><f>1+1</f></c><c t='str'><f>\"\"</f><v></v></c><c t='str'><f>A1</f></c><c s='1'/></row>");

        assertThat(cells.stream().map(SheetCell::kind)).containsExactly(Kind.UNCACHED, Kind.TEXT, Kind.UNCACHED);
        assertThat(cells.get(1).isBlank()).isTrue();
    }

    @Test
    void followersOfASharedFormulaHaveItsText() {
        List<SheetCell> cells = cells("<row><c><f t='shared' si='0' ref='A1:B1'>NOW()</f><v>1</v></c>"
                + "<c><f t='shared' si='0'/><v>2</v></c></row>");

        assertThat(cells.stream().map(SheetCell::formula)).containsExactly("NOW()", "NOW()");
        assertThat(cells.get(1).isVolatile()).isTrue();
    }

    @Test
    void datesOfBothCalendarsAreTheDaysThatExcelShows() {
        String row = "<row><c s='1'><v>46001.5</v></c></row>";

        assertThat(rows(row, "", "").get(0).cells().get(0).date()).isEqualTo(LocalDateTime.of(2025, 12, 10, 12, 0));
        assertThat(rows(row, "", "date1904='1'").get(0).cells().get(0).date())
                .isEqualTo(LocalDateTime.of(2029, 12, 11, 12, 0));
        assertThat(rows(row, "", "date1904='1'").get(0).shown(1)).isEqualTo("11/12/2029");
    }

    @ParameterizedTest
    @CsvSource({"1, 1900-01-01", "59, 1900-02-28", "61, 1900-03-01", "2958465, 9999-12-31"})
    void daysAroundTheInventedLeapDayAreRight(String serial, LocalDate day) {
        SheetCell cell = cells("<row><c s='1'><v>" + serial + "</v></c></row>").get(0);

        assertThat(Objects.requireNonNull(cell.date()).toLocalDate()).isEqualTo(day);
    }

    @Test
    void numbersBeyondTheCalendarStayNumbers() {
        assertThat(cells("<row><c s='1'><v>-1</v></c><c s='1'><v>3000000</v></c></row>").stream()
                        .map(SheetCell::kind))
                .containsOnly(Kind.NUMBER);
    }

    @Test
    void datesAsTextOfTheStrictFormatAreDates() {
        SheetCell cell = cells("<row><c t='d'><v>2026-03-31</v></c></row>").get(0);

        assertThat(cell.kind()).isEqualTo(Kind.DATE);
        assertThat(cell.date()).isEqualTo(LocalDateTime.of(2026, 3, 31, 0, 0));
    }

    @Test
    void struckOutCellsAreMarked() {
        assertThat(cells("<row><c s='2'><v>1</v></c><c s='1'><v>1</v></c></row>").stream()
                        .map(cell -> cell.style().struckOut()))
                .containsExactly(true, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "General                         | false",
                "0.00E+00                        | false",
                "yyyy-mm-dd                      | true",
                "[$-409]d mmm yyyy;@             | true",
                "mmm yy                          | true",
                "[Red]0.0                        | false",
                "0\" days\"                      | false",
                "#,##0\\ \\d                     | false",
                "[h]:mm:ss                       | false",
                "hh:mm                           | false",
                "dd.mm.yyyy hh:mm                | true",
                "_-* #,##0.00\\ [$SEK]_-         | false",
                "0;\"dd\"                        | false"
            })
    void onlyFormatsWithADayOrMonthAreDates(String format, boolean date) {
        assertThat(NumberFormats.isDate(format)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"NOW(), true", "today( ), true", "SUM(A1), false", "'\"NOW()\"', false", "MYNOW(), false"})
    void volatileFunctionsAreRecognised(String formula, boolean isVolatile) {
        assertThat(VolatileFunctions.occurIn(formula)).isEqualTo(isVolatile);
    }
}
