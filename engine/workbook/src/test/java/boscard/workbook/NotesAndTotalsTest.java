package boscard.workbook;

import static boscard.workbook.RulebookBuilder.table;
import static boscard.workbook.Workbooks.formula;
import static boscard.workbook.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.table.Row;
import java.nio.file.Path;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in, under and beside a table and is no row of it. Data start in row 14. */
class NotesAndTotalsTest {

    @TempDir
    Path folder;

    private RulebookBuilder rulebook;

    @BeforeEach
    void aSoundRulebook() {
        rulebook = new RulebookBuilder(folder);
    }

    private static @Nullable Object[] good(String id) {
        return row(id, "win_rate", 0.5, 0.9, "AMBER", "agreed");
    }

    private void reports(String... problems) {
        assertThat(rulebook.problems()).containsExactly(problems);
        assertThat(rulebook.rows().stream().map(Row::id)).containsExactly("KT-1", "KT-2");
    }

    @Test
    void aBlankRowInsideATableEndsNothing() {
        rulebook.thresholds(good("KT-1"), row(), good("KT-2"));
        reports("ROW_AFTER_BLANK 16:16");
    }

    @Test
    void rowsOfSpacesAndOfFormatsAloneAreBlank() {
        rulebook.thresholds(
                good("KT-1"), row("  ", "\u00a0", null, ""), row(Workbooks.formatted("", "0%")), good("KT-2"));
        reports("ROW_AFTER_BLANK 17:17");
    }

    @Test
    void aSentenceUnderTheTableIsANote() {
        rulebook.thresholds(good("KT-1"), good("KT-2"), row(), row("Agreed with finance in May"));
        reports("NOTE_IN_TABLE A17");
    }

    @Test
    void aSentenceInsideTheTableIsANoteToo() {
        rulebook.thresholds(good("KT-1"), row(null, "From here on: agreed in May"), good("KT-2"));
        reports("NOTE_IN_TABLE B15");
    }

    @Test
    void aNoteThatIsMergedAcrossTheTableIsANote() {
        rulebook.tables.put("Thresholds", sheet -> {
            table(sheet, good("KT-1"), good("KT-2"), row("Agreed with finance in May"));
            sheet.addMergedRegion(new CellRangeAddress(15, 15, 0, 5));
        });
        reports("NOTE_IN_TABLE A16");
    }

    @Test
    void whateverStandsBesideATableIsNotRead() {
        rulebook.thresholds(
                row("KT-1", "win_rate", 0.5, 0.9, "AMBER", "agreed", null, "see mail", formula("1/0")),
                good("KT-2"),
                row(null, null, null, null, null, null, "Total", 5));
        reports();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Total", "TOTAL:", "Grand total", "Subtotal", "Totals", "Total rows", "Sum", "Count"})
    void aRowThatSaysItIsATotalIsNoRow(String word) {
        rulebook.thresholds(good("KT-1"), good("KT-2"), row(word, null, formula("SUM(C14:C15)"), null, "AMBER"));

        reports("NOTE_IN_TABLE A16");
        assertThat(rulebook.found().get(0).message())
                .isEqualTo("taken as a total of the rows, not as a row: \"" + word + "\"");
    }

    @Test
    void aRowWithoutAnIdThatOnlySumsUpIsNoRow() {
        rulebook.thresholds(
                good("KT-1"),
                good("KT-2"),
                row(null, null, formula("SUBTOTAL(101,C14:C15)"), formula("COUNT(D14:D15)")));
        reports("NOTE_IN_TABLE C16");
    }

    @Test
    void anIdThatOnlyBeginsLikeATotalIsAnId() {
        rulebook.thresholds(good("TOTAL-1"), good("Summary"));

        assertThat(rulebook.problems()).isEmpty();
        assertThat(rulebook.rows()).hasSize(2);
    }

    @Test
    void numbersWithoutAnIdAreARowThatLacksItsId() {
        rulebook.thresholds(good("KT-1"), good("KT-2"), row(null, null, 0.7));

        assertThat(rulebook.problems()).containsExactly("ROW_WITHOUT_ID A16", "ROW_WITHOUT_OUTCOME E16");
    }

    @Test
    void aSingleWordUnderATableIsReportedAsARowThatConcludesNothing() {
        rulebook.thresholds(good("KT-1"), good("KT-2"), row("Customers"));

        assertThat(rulebook.problems()).containsExactly("ROW_WITHOUT_OUTCOME E16");
    }
}
