package boscard.table.check;

import static boscard.table.check.Given.findings;
import static boscard.table.check.Given.said;
import static boscard.table.check.Given.thresholds;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.table.HitPolicy;
import org.junit.jupiter.api.Test;

class RowsContradictTest {

    @Test
    void rowsOfAFirstTableWithTheSameConditionsAndAnotherOutcomeContradict() {
        assertThat(said(
                        thresholds(HitPolicy.FIRST)
                                .row("KT-001", "win_rate", null, "0.3", null, null, null, Status.GREEN)
                                .row("KT-002", "win_rate", null, "0.3", null, null, null, Status.AMBER),
                        new RowsContradict()))
                .containsExactly("""
                        T3: KT-002 says AMBER and KT-001 (T2) says GREEN about win_rate from 30 %, under the same conditions; the lower one never counts [ROWS_CONTRADICT]
                          Maybe one of the two is left over from a change; delete it""");
    }

    @Test
    void aFindingWithTwoSeveritiesUnderTheSameConditionsContradictsInACollectTable() {
        assertThat(said(
                        findings(HitPolicy.COLLECT)
                                .row("A", "share", null, "0.8", null, null, "ONE", Severity.WARN)
                                .row("B", "share", null, "0.8", null, null, "ONE", Severity.FAIL),
                        new RowsContradict()))
                .singleElement()
                .asString()
                .startsWith("U3: B says ONE FAIL and A (U2) says ONE WARN about share above 80 % [");
    }

    @Test
    void severitiesThatRiseWithTheNumberAndTwoFindingsOfOneNumberDoNot() {
        assertThat(said(
                        findings(HitPolicy.COLLECT)
                                .row("A", "share", null, "0.8", null, null, "ONE", Severity.WARN)
                                .row("B", "share", null, "0.9", null, null, "ONE", Severity.FAIL)
                                .row("C", "share", null, "0.8", null, null, "TWO", Severity.FAIL),
                        new RowsContradict()))
                .isEmpty();
    }

    @Test
    void twoStatusesForOneNumberContradictInACollectTableWhereverTheyMeet() {
        assertThat(said(
                        thresholds(HitPolicy.COLLECT)
                                .row("A", "x", null, "0.3", null, null, null, Status.GREEN)
                                .row("B", "x", null, null, "0.3", null, null, Status.AMBER)
                                .row("C", "x", null, null, null, "0.3", null, Status.RED),
                        new RowsContradict()))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("B says AMBER and A (T2) says GREEN about x 30 % exactly"));
    }
}
