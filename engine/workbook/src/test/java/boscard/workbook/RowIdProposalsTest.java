package boscard.workbook;

import static boscard.workbook.RulebookBuilder.table;
import static boscard.workbook.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row without an id is proposed the next one of its table. */
class RowIdProposalsTest {

    @TempDir
    Path folder;

    private static @Nullable Object[] row14(@Nullable String id) {
        return row(id, "win_rate", 0.9, null, "GREEN");
    }

    @Test
    void theNextNumberOfTheTablesPrefixIsProposedToEachRow() {
        var rulebook =
                new RulebookBuilder(folder).thresholds(row14("KT-009"), row14(null), row14("KT-002"), row14(" "));

        assertThat(rulebook.problems()).containsExactly("ROW_WITHOUT_ID A15", "ROW_WITHOUT_ID A17");
        assertThat(rulebook.found().stream().map(Problem::advice))
                .containsExactly("KT-010, which no other row has", "KT-011, which no other row has");
    }

    @Test
    void aRowThatWasCopiedWithItsIdIsProposedTheNextOneToo() {
        var rulebook = new RulebookBuilder(folder).thresholds(row14("KT-009"), row14("KT-009"), row14("KT-030"));

        assertThat(rulebook.message())
                .isEqualTo("kpi-thresholds.xlsx!Thresholds!A15: the row id KT-009 is taken by"
                        + " kpi-thresholds.xlsx!Thresholds!A14 [ROW_ID_DUPLICATE]\n  Maybe the row was copied; KT-031 is"
                        + " free");
    }

    @Test
    void idsOfLaterTablesCountToo() {
        var rulebook = new RulebookBuilder(folder).thresholds(row14("KT-1"), row14(null));
        rulebook.tables.put("Second", sheet -> table(sheet, row14("KT-7")));

        assertThat(rulebook.found().get(0).advice()).startsWith("KT-8,");
    }

    @Test
    void theMostUsedPrefixOfTheTableIsTaken() {
        var proposals = new RowIdProposals(List.of("A-1", "B-01", "B-02", "C-99"));

        assertThat(proposals.next("Any", List.of("A-1", "B-01", "B-02"))).isEqualTo("B-03");
        assertThat(proposals.next("Any", List.of("A-1", "B-01", "B-02"))).isEqualTo("B-04");
        assertThat(proposals.next("Any", List.of("A-1"))).isEqualTo("A-2");
    }

    @Test
    void aTableWithoutIdsTakesTheFirstLettersOfItsName() {
        var proposals = new RowIdProposals(List.of());

        assertThat(proposals.next("KPI thresholds", List.of())).isEqualTo("KT-001");
        assertThat(proposals.next("KPI thresholds", List.of())).isEqualTo("KT-002");
        assertThat(proposals.next("***", List.of("first", "second"))).isEqualTo("ROW-001");
    }

    @Test
    void numbersGrowBeyondTheirWidth() {
        assertThat(new RowIdProposals(List.of("KT-999")).next("T", List.of("KT-999")))
                .isEqualTo("KT-1000");
    }
}
