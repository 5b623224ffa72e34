package boscard.workbook;

import static boscard.workbook.RulebookBuilder.customTable;
import static boscard.workbook.Workbooks.formatted;
import static boscard.workbook.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Level;
import boscard.table.Row;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts, dates and yes-or-no as people type and paste them. One data row, 14; the condition is B14, the outcome C14.
 */
class TextCellsTest {

    @TempDir
    Path folder;

    private RulebookBuilder rulebook;

    @BeforeEach
    void aSoundRulebook() {
        rulebook = new RulebookBuilder(folder);
    }

    private RulebookBuilder given(
            String pattern, String condition, @Nullable Object cell, String action, Object outcome) {
        rulebook.tables.put("Thresholds", sheet -> {
            customTable(
                    sheet,
                    row("METADATA", "CONDITION", "ACTION"),
                    row("id($param)", condition, action),
                    row("Id", "Condition", "Action"),
                    row("R-1", cell, outcome));
            sheet.getRow(10).getCell(1).setCellValue("$x : " + pattern);
        });
        return rulebook;
    }

    private RulebookBuilder compared(String condition, Object cell) {
        return given("KpiStatus", condition, cell, "conclude.message(\"$param\");", "x");
    }

    private String messageOf(String text) {
        Row row = given("KpiStatus", "latest", true, "conclude.message(\"$param\");", text)
                .rows()
                .get(0);
        assertThat(rulebook.problems()).isEmpty();
        return Objects.requireNonNull(row.outcome().get("message")).toString();
    }

    private @Nullable Object operand() {
        return Objects.requireNonNull(rulebook.rows().get(0).conditions().get(0))
                .value();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commas, \"quotes\", 'apostrophes', \\backslashes\\ and \\n",
                "$param $1 ${value} %s {value}",
                "\u201csmart\u201d \u2018quotes\u2019 \u2026 \u2013 \u2014",
                "two\nlines",
                "=1+1",
                "+49 89 1234",
                "-5 % at most",
                "@owner",
                "80\u00a0%",
                "\uff37\uff29\uff24\uff25",
                "a\tb",
                "\ud83d\ude00 \u4e2d\u6587 \u05d0\u05d1",
            })
    void aTextIsTakenAsItIs(String text) {
        assertThat(messageOf(text)).isEqualTo(text);
        rulebook.extension = ".xls";
        assertThat(messageOf(text)).isEqualTo(text);
    }

    @Test
    void theLongestTextThatFitsIntoACellIsTakenWhole() {
        String longest = "x".repeat(32_766) + "y";

        assertThat(messageOf(longest)).isEqualTo(longest);
    }

    @Test
    void aWrongTextOfThatLengthGivesAMessageThatFitsOnALine() {
        compared("kpi == \"$param\"", "x".repeat(32_767));

        assertThat(rulebook.problems()).containsExactly("KPI_UNKNOWN B14");
        assertThat(rulebook.found().get(0).message()).hasSizeLessThan(120);
    }

    @ParameterizedTest
    @ValueSource(strings = {" win_rate", "win_rate\u00a0", "\u200bwin_rate\ufeff", "win_rate\n"})
    void spacesAroundAnIdDoNotCount(String written) {
        compared("kpi == \"$param\"", written);

        assertThat(rulebook.problems()).isEmpty();
        assertThat(operand()).isEqualTo("win_rate");
    }

    @ParameterizedTest
    @CsvSource({
        "win\u200b_rate, U+200B", // zero-width space
        "win_\u00adrate, U+00AD", // soft hyphen
        "win_\u2060rate, U+2060", // word joiner
        "win_ra\ufeffte, U+FEFF",
        "win_\u202erate, U+202E", // turns the direction
        "win_\u009brate, U+009B", // begins a command of a terminal
        "win__x001B_rate, U+001B", // as the format writes an escape
    })
    void aCharacterWithoutWidthInsideAnIdIsTakenOutAndReported(String written, String character) {
        compared("kpi == \"$param\"", written);

        assertThat(rulebook.message())
                .isEqualTo("kpi-thresholds.xlsx!Thresholds!B14: \"win_rate\" holds the character " + character
                        + "; it is read without [CHARACTER_INVISIBLE]\n  Maybe it was copied from a document or a web page;"
                        + " type it again");
        assertThat(operand()).isEqualTo("win_rate");
    }

    @Test
    void aNoBreakSpaceInsideAComparedTextIsASpaceAndReported() {
        compared("note == \"$param\"", "to\u00a0check");

        assertThat(rulebook.problems()).containsExactly("CHARACTER_INVISIBLE B14");
        assertThat(operand()).isEqualTo("to check");
    }

    @Test
    void twoIdsThatOnlyDifferInWhatNobodySeesAreTheSameId() {
        rulebook.thresholds(
                row("KT-1", "win_rate", 0.9, null, "GREEN"), row("KT\u200b-1", "win_rate", 0.5, null, "RED"));

        assertThat(rulebook.problems()).containsExactly("ROW_ID_DUPLICATE A15", "CHARACTER_INVISIBLE A15");
    }

    @Test
    void wideAndSmallLettersOfAChoiceAreUnderstood() {
        given("Performance", "level == Level.$param", "\uff32\uff45\uff50", "conclude.message(\"$param\");", "x");

        assertThat(rulebook.problems()).isEmpty();
        assertThat(operand()).isEqualTo(Level.REP);
    }

    @Test
    void membersOfAListMayStandInCurlyQuotes() {
        given(
                "Performance",
                "kpi in ($param)",
                "\u201cwin_rate\u201d, \"revenue\", ",
                "conclude.message(\"$param\");",
                "x");

        assertThat(rulebook.problems()).isEmpty();
        assertThat(operand()).isEqualTo(Set.of("win_rate", "revenue"));
    }

    @Test
    void aListNamesItsWrongMember() {
        given("Performance", "kpi in ($param)", "win_rate, revenu", "conclude.message(\"$param\");", "x");

        assertThat(rulebook.message())
                .contains("B14: KPI \"revenu\" is not in the catalogue [KPI_UNKNOWN]\n  Maybe revenue");
    }

    // Yes and no

    @ParameterizedTest
    @CsvSource({"Y, true", "yes, true", "TRUE, true", "n, false", "No, false", "false, false"})
    void yesAndNoAreWordsOrTruthValues(String written, boolean value) {
        compared("latest", written);
        assertThat(operand()).isEqualTo(value);
        compared("latest", value);
        assertThat(operand()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "x", "maybe", "ja"})
    void anythingElseIsNeitherYesNorNo(String written) {
        assertThat(compared("latest", written).problems()).containsExactly("CELL_TYPE B14");
    }

    @Test
    void aTruthValueIsNoNumber() {
        assertThat(compared("score >= $param", true).problems()).containsExactly("CELL_TYPE B14");
    }

    // Dates

    @Test
    void aDateIsADayWhateverItsFormat() {
        for (String format : List.of("yyyy-mm-dd", "d.m.yyyy", "[$-409]d mmm yyyy;@", "mmm yy")) {
            compared("lastDay >= \"$param\"", formatted(46001, format));
            assertThat(rulebook.problems()).as(format).isEmpty();
            assertThat(operand()).isEqualTo(LocalDate.of(2025, 12, 10));
        }
    }

    @Test
    void aDateWithATimeIsReportedWithTheDayThatWasProbablyMeant() {
        compared("lastDay >= \"$param\"", formatted(46001.5, "yyyy-mm-dd hh:mm"));

        assertThat(rulebook.message())
                .isEqualTo("kpi-thresholds.xlsx!Thresholds!B14: a day is expected here, and 2025-12-10 12:00 has a time"
                        + " [CELL_TYPE]\n  Maybe 2025-12-10 alone");
    }

    @Test
    void datesOfTheCalendarOf1904AreTheDaysThatExcelShows() {
        for (String extension : List.of(".xlsx")) {
            rulebook.extension = extension;
            given("KpiStatus", "lastDay >= \"$param\"", formatted(46001, "yyyy-mm-dd"), "conclude.due($param);", 7);
            var original = rulebook.tables.get("Thresholds");
            rulebook.tables.put("Thresholds", sheet -> {
                Objects.requireNonNull(original).accept(sheet);
                ((org.apache.poi.xssf.usermodel.XSSFWorkbook) sheet.getWorkbook())
                        .getCTWorkbook()
                        .addNewWorkbookPr()
                        .setDate1904(true);
            });

            assertThat(operand()).isEqualTo(LocalDate.of(2029, 12, 11));
        }
    }

    @Test
    void aDateTypedAsTextIsReadWhenItCanMeanOneDayOnly() {
        assertThat(compared("lastDay >= \"$param\"", "2026-03-31").problems()).isEmpty();
        assertThat(operand()).isEqualTo(LocalDate.of(2026, 3, 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"03/04/2026", "31.3.2026", "Mar 2026", "2026-13-01", "2026-02-29"})
    void anyOtherDateAsTextIsReported(String written) {
        compared("lastDay >= \"$param\"", written);

        assertThat(rulebook.message())
                .isEqualTo("kpi-thresholds.xlsx!Thresholds!B14: a date is expected here, not \"" + written
                        + "\" [CELL_TYPE]\n  Maybe write it as 2026-01-31");
    }

    @Test
    void aNumberThatExcelTurnedIntoADateIsReported() {
        assertThat(compared("score >= $param", formatted(46001, "d-mmm")).problems())
                .containsExactly("CELL_TYPE B14");
    }
}
