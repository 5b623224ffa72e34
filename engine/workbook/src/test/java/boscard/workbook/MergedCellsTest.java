package boscard.workbook;

import static boscard.workbook.RulebookBuilder.table;
import static boscard.workbook.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.problem.ProblemSeverity;
import boscard.table.Cell;
import boscard.table.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Merged cells among the rows of a table. Data start in row 14; columns are Id, KPI, From, Below, Status, Reason. */
class MergedCellsTest {

    @TempDir
    Path folder;

    private RulebookBuilder with(Consumer<Sheet> content) {
        var rulebook = new RulebookBuilder(folder);
        rulebook.tables.put("Thresholds", content);
        return rulebook;
    }

    private static void merge(Sheet sheet, int firstRow, int lastRow, int firstColumn, int lastColumn) {
        sheet.addMergedRegionUnsafe(new CellRangeAddress(firstRow - 1, lastRow - 1, firstColumn - 1, lastColumn - 1));
    }

    private static void threeRows(Sheet sheet, @Nullable Object second, @Nullable Object third) {
        table(
                sheet,
                row("KT-1", "win_rate", 0.9, null, "GREEN"),
                row("KT-2", second, 0.5, 0.9, "AMBER"),
                row("KT-3", third, null, 0.5, "RED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".xlsx", ".xls"})
    void aConditionMergedDownwardsHoldsForEveryRow(String extension) {
        RulebookBuilder rulebook = with(sheet -> {
            threeRows(sheet, null, null);
            merge(sheet, 14, 16, 2, 2);
        });
        rulebook.extension = extension;

        assertThat(rulebook.problems()).containsExactly("CELL_MERGED B14");
        assertThat(rulebook.found().get(0).severity()).isEqualTo(ProblemSeverity.WARNING);
        List<Row> rows = rulebook.rows();
        assertThat(rows).hasSize(3);
        for (Row row : rows) {
            Cell kpi = Objects.requireNonNull(row.conditions().get(0));
            assertThat(kpi.value()).isEqualTo("win_rate");
            assertThat(kpi.at().address()).isEqualTo("B14");
        }
    }

    @Test
    void writtenFollowersThatSayTheSameAreFine() {
        RulebookBuilder rulebook = with(sheet -> {
            threeRows(sheet, "win_rate", "win_rate");
            merge(sheet, 14, 16, 2, 2);
        });

        assertThat(rulebook.problems()).containsExactly("CELL_MERGED B14");
        assertThat(rulebook.rows()).hasSize(3);
    }

    @Test
    void aFollowerThatSaysSomethingElseUnderTheMergeIsAnError() {
        RulebookBuilder rulebook = with(sheet -> {
            threeRows(sheet, "revenue", null);
            merge(sheet, 14, 16, 2, 2);
        });

        assertThat(rulebook.message())
                .isEqualTo("kpi-thresholds.xlsx!Thresholds!B14: merged with cells down to B16, and B15 below it holds"
                        + " \"revenue\", which nobody sees [CELL_MERGED]\n  Maybe unmerge the cells and fill each");
        assertThat(rulebook.found().get(0).isError()).isTrue();
    }

    @Test
    void aMergedOutcomeHoldsForEveryRow() {
        RulebookBuilder rulebook = with(sheet -> {
            table(sheet, row("KT-1", "win_rate", 0.9, null, "GREEN"), row("KT-2", "revenue", 0.9));
            merge(sheet, 14, 15, 5, 5);
        });

        assertThat(rulebook.problems()).containsExactly("CELL_MERGED E14");
        assertThat(rulebook.rows().get(1).outcome())
                .isEqualTo(rulebook.rows().get(0).outcome());
    }

    @Test
    void aMergedReasonIsTheReasonOfEachRowAndNothingToReport() {
        RulebookBuilder rulebook = with(sheet -> {
            table(
                    sheet,
                    row("KT-1", "win_rate", 0.9, null, "GREEN", "agreed"),
                    row("KT-2", "revenue", 0.9, null, "RED"));
            merge(sheet, 14, 15, 6, 6);
        });

        assertThat(rulebook.problems()).isEmpty();
        assertThat(rulebook.rows()).allMatch(row -> "agreed".equals(row.notes().get("Reason")));
    }

    @Test
    void cellsMergedSidewaysAreAnErrorSinceNobodyKnowsWhatWasMeant() {
        RulebookBuilder rulebook = with(sheet -> {
            table(sheet, row("KT-1", "win_rate", 0.9, null, "GREEN"));
            merge(sheet, 14, 14, 3, 4);
        });

        assertThat(rulebook.problems()).containsExactly("CELL_MERGED C14");
        assertThat(rulebook.found().get(0).isError()).isTrue();
    }

    @Test
    void mergedIdsAreAnErrorAndTheRowBelowIsProposedOne() {
        RulebookBuilder rulebook = with(sheet -> {
            table(sheet, row("KT-007", "win_rate", 0.9, null, "GREEN"), row(null, "revenue", 0.9, null, "RED"));
            merge(sheet, 14, 15, 1, 1);
        });

        assertThat(rulebook.problems()).containsExactly("CELL_MERGED A14", "ROW_WITHOUT_ID A15");
        assertThat(rulebook.found().get(1).advice()).startsWith("KT-008");
    }

    @Test
    void emptyMergedCellsMeanAnyValueInEveryRow() {
        RulebookBuilder rulebook = with(sheet -> {
            table(sheet, row("KT-1", null, 0.9, null, "GREEN"), row("KT-2", null, 0.5, null, "AMBER"));
            merge(sheet, 14, 15, 2, 2);
        });

        assertThat(rulebook.problems()).isEmpty();
        assertThat(rulebook.rows()).allMatch(row -> row.conditions().get(0) == null);
    }

    @Test
    void mergedCellsAboveAndBesideATableAreNoMatter() {
        RulebookBuilder rulebook = with(sheet -> {
            table(sheet, row("KT-1", "win_rate", 0.9, null, "GREEN", null, null, "note"));
            merge(sheet, 1, 1, 1, 6);
            merge(sheet, 14, 16, 8, 9);
        });

        assertThat(rulebook.problems()).isEmpty();
    }

    @Test
    void aMergeThatReachesUpIntoTheHeadingsIsAnError() {
        RulebookBuilder rulebook = with(sheet -> {
            table(sheet, row("KT-1", null, 0.9, null, "GREEN"));
            merge(sheet, 13, 14, 2, 2);
        });

        assertThat(rulebook.problems()).containsExactly("CELL_MERGED B13");
        assertThat(rulebook.found().get(0).isError()).isTrue();
    }
}
