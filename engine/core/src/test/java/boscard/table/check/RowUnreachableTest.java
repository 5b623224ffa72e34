package boscard.table.check;

import static boscard.table.check.Given.said;
import static boscard.table.check.Given.thresholds;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.Status;
import boscard.fact.Level;
import boscard.given.Tables;
import boscard.table.HitPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowUnreachableTest {

    private static List<String> check(Tables table) {
        return said(table, new RowUnreachable(Cover.MOST_STEPS));
    }

    @Test
    void aRowBelowOneThatTakesAllOfItIsNeverReached() {
        assertThat(check(thresholds(HitPolicy.FIRST)
                        .row("KT-001", "win_rate", null, "0.2", null, null, null, Status.AMBER)
                        .row("KT-002", "win_rate", null, "0.3", null, null, null, Status.GREEN)))
                .containsExactly("""
                        D3: KT-002 is never reached: KT-001 (D2) above takes all of it, win_rate from 30 % [ROW_UNREACHABLE]
                          Maybe move it above KT-001, or delete it""");
    }

    @Test
    void aRowThatSeveralRowsTakeTogetherIsNeverReached() {
        assertThat(check(thresholds(HitPolicy.FIRST)
                        .row("A", "x", null, null, null, "0.5", null, Status.RED)
                        .row("B", "x", null, "0.9", null, null, null, Status.GREEN)
                        .row("NOT NEEDED", "x", Level.REP, "0.45", null, null, "1", Status.GREEN)
                        .row("C", "x", null, "0.5", "0.9", null, null, Status.AMBER)
                        .row("D", "x", null, "0.4", null, null, null, Status.RED)))
                .filteredOn(problem -> problem.contains("D is never"))
                .singleElement()
                .asString()
                .contains("A (A2:U2), B (A3:U3) and C (A5:U5) above together take all of it, x from 40 %");
    }

    @Test
    void aRowThatKeepsOneValueOrOnlyTheMissingOneIsReached() {
        assertThat(check(thresholds(HitPolicy.FIRST)
                        .row("A", "x", null, null, null, "0.5", null, Status.RED)
                        .row("B", "x", null, "0.500000000001", null, null, null, Status.GREEN)
                        .row("ONE VALUE", "x", null, "0", null, null, null, Status.AMBER)))
                .isEmpty();
        assertThat(check(thresholds(HitPolicy.FIRST)
                        .row("A", "x", null, null, null, "0.5", null, Status.RED)
                        .row("B", "x", null, "0.5", null, null, null, Status.GREEN)
                        .row("MISSING", "x", null, null, null, null, null, Status.AMBER)))
                .isEmpty();
    }

    @Test
    void everyLevelTogetherIsAnyLevelButForAScorecardThatHasNone() {
        Tables levels = thresholds(HitPolicy.FIRST)
                .row("A", "x", Level.REP, "0", null, null, null, Status.RED)
                .row("B", "x", Level.TEAM, "0", null, null, null, Status.RED)
                .row("C", "x", Level.REGION, "0", null, null, null, Status.RED)
                .row("D", "x", Level.COMPANY, "0", null, null, null, Status.RED)
                .row("NO LEVEL", "x", null, "0", null, null, null, Status.GREEN);
        assertThat(check(levels)).isEmpty();
    }

    @Test
    void aRowWithTheSameConditionsIsTheMatterOfOtherChecks() {
        assertThat(check(thresholds(HitPolicy.FIRST)
                        .row("A", "x", null, "0", null, null, null, Status.RED)
                        .row("B", "x", null, "0.0", null, null, null, Status.GREEN)))
                .isEmpty();
    }

    @Test
    void aTableTooEntangledToDecideIsSaidToBeSo() {
        Tables table = thresholds(HitPolicy.FIRST)
                .row("A", "x", null, null, null, "0.5", null, Status.RED)
                .row("B", "x", null, "0.9", null, null, null, Status.GREEN)
                .row("C", "x", null, "0.5", "0.9", null, null, Status.AMBER)
                .row("D", "x", null, "0.4", null, null, null, Status.RED);
        assertThat(said(table, new RowUnreachable(5))).containsExactly("""
                        A5:U5: whether D can be reached would take too long to find out [TABLE_ENTANGLED]
                          Maybe divide the table, or let its rows overlap less""");
    }
}
