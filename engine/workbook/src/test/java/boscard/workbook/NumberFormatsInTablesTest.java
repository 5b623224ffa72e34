package boscard.workbook;

import static boscard.workbook.Workbooks.formatted;
import static boscard.workbook.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.table.Cell;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number counts by its value whatever its format; what the analyst sees is kept beside it. */
class NumberFormatsInTablesTest {

    @TempDir
    Path folder;

    private Cell from(Object content, String extension) {
        var rulebook = new RulebookBuilder(folder).thresholds(row("KT-1", "revenue", content, null, "GREEN"));
        rulebook.extension = extension;
        assertThat(rulebook.problems()).isEmpty();
        return Objects.requireNonNull(rulebook.rows().get(0).conditions().get(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "0.8          | 0%                                     | 0.8          | 80%",
                "0.795        | 0%                                     | 0.795        | 80%", // rounded on the screen
                // only
                "1            | 0%                                     | 1            | 100%",
                "0.8          | 0\\%                                   | 0.8          | 1%", // escaped: no percentage
                "1234.5       | $#,##0.00                              | 1234.5       | $1,234.50",
                "1234.5       | [$€-407] #,##0.00                      | 1234.5       | € 1,234.50",
                "-1234.5      | #,##0.00_);(#,##0.00)                  | -1234.5      | (1,234.50)",
                "1234567      | #,##0                                  | 1234567      | 1,234,567",
                "1234567      | #,##0,                                 | 1234567      | 1,235", // shown in thousands
                "0            | _(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_) | 0         | -", // accounting shows 0 as a
                // dash
                "1500000      | 0.0,,\"M\"                             | 1500000      | 1.5M",
                "90           | 0\" days\"                             | 90           | 90 days",
                "0.0005       | 0.00E+00                               | 0.0005       | 5.00E-04",
                "5            | \"at least \"0                         | 5            | at least 5",
                "0.75         | # ?/?                                  | 0.75         | 3/4",
                "3            | ;;;                                    | 3            | ''", // hidden by its format
            })
    void aFormatChangesWhatIsSeenAndNotWhatCounts(double value, String format, BigDecimal counts, String shown) {
        Cell cell = from(formatted(value, format), ".xlsx");

        assertThat(cell.operands()).containsExactly(counts);
        assertThat(cell.stored()).isEqualTo(counts.toPlainString());
        assertThat(cell.raw().strip()).isEqualTo(shown);
        assertThat(from(formatted(value, format), ".xls").operands()).containsExactly(counts);
    }

    @ParameterizedTest
    @CsvSource({
        "123456789012, 123456789012",
        "1234567890123, 1234567890123",
        "123456789012345, 123456789012345",
        "1234567890123456, 1234567890123456",
        "12345678901234568, 12345678901234568",
        "99999999999999999, 100000000000000000", // 17 digits are more than Excel holds
        "0.123456789012345, 0.123456789012345",
        "12345678901.25, 12345678901.25",
        "0.1, 0.1",
    })
    void longNumbersAreExactlyWhatExcelHolds(double typed, BigDecimal counts) {
        assertThat(from(typed, ".xlsx").operands()).containsExactly(counts);
        assertThat(from(typed, ".xls").operands()).containsExactly(counts);
    }

    @Test
    void aSumOfTenthsIsTheTenthThatPeopleSee() {
        assertThat(from(0.1 + 0.2, ".xlsx").operands()).containsExactly(new BigDecimal("0.3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.9          | 0.9",
                "+0.9         | 0.9",
                "-5           | -5",
                "\u22125      | -5", // the minus of a typesetter
                "90%          | 0.9",
                "90\u00a0%    | 0.9",
                "\uff19\uff10\uff05 | 0.9", // wide digits
            })
    void aNumberStoredAsTextIsReadWithAWarning(String written, BigDecimal counts) {
        var rulebook = new RulebookBuilder(folder).thresholds(row("KT-1", "revenue", written, null, "GREEN"));

        assertThat(rulebook.problems()).containsExactly("NUMBER_AS_TEXT C14");
        assertThat(Objects.requireNonNull(rulebook.rows().get(0).conditions().get(1))
                        .operands())
                .containsExactly(counts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,9          | 0.9, with a decimal point",
                "12,5 %       | 12.5 %, with a decimal point",
                "1,234,567    | 1234567, without separators; the number format of the cell shows them",
                "1.234.567    | 1234567, without separators; the number format of the cell shows them",
                "1.234.567,5  | 1234567.5, without separators; the number format of the cell shows them",
                "1.234,5      | 1234.5, without separators; the number format of the cell shows them",
                "12 500       | 12500, without separators; the number format of the cell shows them",
                "-12\u202f500,5 | -12500.5, without separators; the number format of the cell shows them",
                "80% - 90%    | the lower edge in one column and the upper edge in another",
                "0.8 to 0.9   | the lower edge in one column and the upper edge in another",
                "0.8..0.9     | the lower edge in one column and the upper edge in another",
                "EUR 500      | the number alone; what stands beside it belongs to the number format of the cell, or into a note",
                "90 days      | the number alone; what stands beside it belongs to the number format of the cell, or into a note",
            })
    void aTextThatIsNoNumberIsReportedWithWhatToDo(String written, String advice) {
        var rulebook = new RulebookBuilder(folder).thresholds(row("KT-1", "revenue", written, null, "GREEN"));

        assertThat(rulebook.message())
                .isEqualTo("kpi-thresholds.xlsx!Thresholds!C14: a number is expected here, not \"" + written
                        + "\" [CELL_TYPE]\n  Maybe " + advice);
    }

    @Test
    void aNumberInATextColumnThatIsShownOtherwiseIsReported() {
        var rulebook = new RulebookBuilder(folder)
                .thresholds(
                        row(formatted(7, "000"), "revenue", 0.9, null, "GREEN"), row(12, "revenue", 0.5, null, "RED"));

        assertThat(rulebook.message())
                .isEqualTo(
                        "kpi-thresholds.xlsx!Thresholds!A14: a text is expected here, and \"007\" is the number 7 with a"
                                + " format [CELL_TYPE]\n  Maybe format the cell as Text and type it again");
    }

    @ParameterizedTest
    @CsvSource({"h:mm, 12:00", "[h]:mm, 12:00", "mm:ss, 00:00", "h:mm AM/PM, 12:00 PM"})
    void aNumberThatExcelTurnedIntoATimeIsReported(String format, String shown) {
        var rulebook =
                new RulebookBuilder(folder).thresholds(row("KT-1", "revenue", formatted(0.5, format), null, "GREEN"));

        assertThat(rulebook.message())
                .isEqualTo("kpi-thresholds.xlsx!Thresholds!C14: a number is expected here, and " + shown
                        + " is a time, which Excel stores as 0.5 of a day [CELL_TYPE]\n  Maybe format the cell as Number"
                        + " and type the number again, in the unit of the column");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0\" h\"", "0.0\\s", "[$h-409]0.0", "[Red]0.0", "0.00E+00"})
    void aUnitInTheFormatMakesNoTimeOfANumber(String format) {
        var rulebook =
                new RulebookBuilder(folder).thresholds(row("KT-1", "revenue", formatted(0.5, format), null, "GREEN"));

        assertThat(rulebook.problems()).isEmpty();
    }

    @Test
    void leadingZerosOfATextStay() {
        var rulebook = new RulebookBuilder(folder).thresholds(row("007", "revenue", 0.9, null, "GREEN"));

        assertThat(rulebook.problems()).isEmpty();
        assertThat(rulebook.rows().get(0).id()).isEqualTo("007");
    }
}
