package boscard.table.check;

import static boscard.table.check.Given.findings;
import static boscard.table.check.Given.said;
import static boscard.table.check.Given.thresholds;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.table.HitPolicy;
import org.junit.jupiter.api.Test;

class RowDuplicateTest {

    @Test
    void aRowThatSaysTheSameUnderTheSameConditionsIsADuplicateHoweverItIsWritten() {
        assertThat(said(
                        thresholds(HitPolicy.FIRST)
                                .row("KT-001", "x", null, "0.8", "1", "2", null, Status.GREEN)
                                .row("KT-002", "x", null, "0.80", "1.0", null, null, Status.GREEN),
                        new RowDuplicate()))
                .containsExactly("""
                        A3:U3: KT-002 says the same as KT-001 (A2:U2) under the same conditions [ROW_DUPLICATE]
                          Maybe delete one of the two""");
    }

    @Test
    void aRowThatSaysSomethingElseIsNone() {
        assertThat(said(
                        findings(HitPolicy.COLLECT)
                                .row("A", "share", "0.8", null, null, null, "ONE", Severity.WARN)
                                .row("B", "share", "0.8", null, null, null, "TWO", Severity.WARN)
                                .row("C", "share", null, "0.8", null, null, "ONE", Severity.WARN),
                        new RowDuplicate()))
                .isEmpty();
    }

    @Test
    void everyCopyIsReportedOnce() {
        assertThat(said(
                        findings(HitPolicy.COLLECT)
                                .row("A", "share", "0.8", null, null, null, "ONE", Severity.WARN)
                                .row("B", "share", "0.8", null, null, null, "ONE", Severity.WARN)
                                .row("C", "share", "0.8", null, null, null, "ONE", Severity.WARN),
                        new RowDuplicate()))
                .hasSize(2)
                .allMatch(problem -> problem.contains("the same as A "));
    }

    @Test
    void inAUniqueTableTheTwoOverlapInstead() {
        assertThat(said(
                        thresholds(HitPolicy.UNIQUE)
                                .row("A", "x", null, "0.8", null, null, null, Status.GREEN)
                                .row("B", "x", null, "0.8", null, null, null, Status.GREEN),
                        new RowDuplicate()))
                .isEmpty();
    }
}
