package boscard.table.check;

import static boscard.table.check.Given.said;
import static boscard.table.check.Given.thresholds;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.KpiStatus;
import boscard.evaluation.Status;
import boscard.fact.Level;
import boscard.given.Tables;
import boscard.rulebook.Stage;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsOverlapTest {

    private static List<String> check(Tables table) {
        return said(table, new RowsOverlap());
    }

    @Test
    void twoRowsOfAUniqueTableThatBothIncludeTheirEdgeAreNamedWithBothCellsAndTheValue() {
        assertThat(check(thresholds(HitPolicy.UNIQUE)
                        .row("KT-003", "win_rate", null, null, "0.8", null, null, Status.AMBER)
                        .row("KT-014", "win_rate", Level.REGION, "0.8", null, null, null, Status.GREEN)))
                .containsExactly("""
                        D3: KT-014 and KT-003 (E2) both match win_rate 80 % exactly, level REGION; in a UNIQUE table neither counts then [ROWS_OVERLAP]
                          Maybe let one begin where the other ends; or the table is meant to be FIRST""");
    }

    @Test
    void anEdgeThatOneRowIncludesAndTheOtherDoesNotIsNoOverlap() {
        assertThat(check(thresholds(HitPolicy.UNIQUE)
                        .row("KT-003", "win_rate", null, null, null, "0.8", null, Status.AMBER)
                        .row("KT-014", "win_rate", null, "0.80", null, null, null, Status.GREEN)))
                .isEmpty();
    }

    @Test
    void theLeastBitOfOverlapIsFoundAndNoneOneBitFurther() {
        assertThat(check(thresholds(HitPolicy.UNIQUE)
                        .row("A", "x", null, null, "0.800000000000000000001", null, null, Status.AMBER)
                        .row("B", "x", null, "0.8000000000000000000009", null, null, null, Status.GREEN)))
                .singleElement()
                .asString()
                .contains("x from 80.00000000000000000009 % up to and including 80.0000000000000000001 %");
        assertThat(check(thresholds(HitPolicy.UNIQUE)
                        .row("A", "x", null, null, "0.8", null, null, Status.AMBER)
                        .row("B", "x", null, "0.800000000000000000001", null, null, null, Status.GREEN)))
                .isEmpty();
    }

    @Test
    void rowsAboutDifferentKpisOrLevelsDoNotOverlap() {
        assertThat(check(thresholds(HitPolicy.UNIQUE)
                        .row("A", "x", Level.REP, "0.5", null, null, null, Status.GREEN)
                        .row("B", "y", Level.REP, "0.5", null, null, null, Status.GREEN)
                        .row("C", "x", Level.TEAM, "0.5", null, null, null, Status.GREEN)))
                .isEmpty();
    }

    @Test
    void aMissingValueIsCommonToRowsThatDoNotAskForIt() {
        assertThat(check(thresholds(HitPolicy.UNIQUE)
                        .row("A", "x", null, null, null, null, "1", Status.GREEN)
                        .row("B", "x", null, "0.5", null, null, null, Status.GREEN)))
                .singleElement()
                .asString()
                .contains("both match x from 50 %, attainment from 1;");
    }

    @Test
    void aRowThatOverlapsWithManyIsReportedOnceAndCountsThem() {
        assertThat(check(thresholds(HitPolicy.UNIQUE)
                        .row("A", "x", null, null, null, null, null, Status.GREEN)
                        .row("B", "y", null, null, null, null, null, Status.GREEN)
                        .row("C", "z", null, null, null, null, null, Status.GREEN)
                        .row("ALL", null, null, "0.5", null, null, null, Status.RED)))
                .singleElement()
                .asString()
                .startsWith("A5:U5: ALL and A (A2:U2) both match x from 50 %")
                .contains("2 more rows above it overlap with it, too");
    }

    @Test
    void datesAndWholeNumbersOverlapOnlyWhereThereIsADayOrANumber() {
        Tables table = Tables.table("T", Stage.PITFALLS, HitPolicy.UNIQUE, KpiStatus.class)
                .when("lastDay", Operator.ABOVE, Operator.BELOW)
                .when("periodsRed", Operator.ABOVE, Operator.BELOW)
                .then("finding");
        LocalDate day = LocalDate.of(2024, 2, 28);
        assertThat(check(table.row("A", List.of(day, day.plusDays(2)), List.of("1", "3"), "X")
                        .row("B", List.of(day.minusDays(9), day.plusDays(1)), null, "X")
                        .row("C", null, List.of("2", "9"), "X")))
                .hasSize(1)
                .singleElement()
                .asString()
                .contains("C and B");
    }

    @Test
    void tablesWithAnotherHitPolicyMayOverlap() {
        for (HitPolicy policy : List.of(HitPolicy.FIRST, HitPolicy.COLLECT)) {
            assertThat(check(thresholds(policy)
                            .row("A", "x", null, null, null, null, null, Status.GREEN)
                            .row("B", "x", null, null, null, null, null, Status.GREEN)))
                    .isEmpty();
        }
    }
}
