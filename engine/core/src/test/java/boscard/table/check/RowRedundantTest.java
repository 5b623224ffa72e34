package boscard.table.check;

import static boscard.table.check.Given.findings;
import static boscard.table.check.Given.said;
import static boscard.table.check.Given.thresholds;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.table.HitPolicy;
import org.junit.jupiter.api.Test;

class RowRedundantTest {

    @Test
    void aRowAboveAWiderOneThatSaysTheSameAddsNothing() {
        assertThat(said(
                        thresholds(HitPolicy.FIRST)
                                .row("KT-001", "x", null, "0.8", null, null, null, Status.GREEN)
                                .row("KT-002", null, null, "0.7", null, null, null, Status.GREEN),
                        new RowRedundant()))
                .containsExactly("""
                        D2: KT-001 adds nothing: KT-002 (D3) says the same about all of it, x from 80 % [ROW_REDUNDANT]
                          Maybe delete it, unless it is there for people to see""");
    }

    @Test
    void aRowInBetweenThatSaysSomethingElseMakesItCount() {
        assertThat(said(
                        thresholds(HitPolicy.FIRST)
                                .row("A", "x", null, "0.8", null, null, null, Status.GREEN)
                                .row("B", null, null, "0.9", null, null, null, Status.AMBER)
                                .row("C", null, null, "0.7", null, null, null, Status.GREEN),
                        new RowRedundant()))
                .isEmpty();
    }

    @Test
    void inACollectTableAWiderRowAnywhereIsEnough() {
        assertThat(said(
                        findings(HitPolicy.COLLECT)
                                .row("WIDE", "share", null, "0.7", null, null, "ONE", Severity.WARN)
                                .row("NARROW", "share", null, "0.8", null, null, "ONE", Severity.WARN)
                                .row("OTHER", "share", null, "0.8", null, null, "TWO", Severity.WARN),
                        new RowRedundant()))
                .singleElement()
                .asString()
                .startsWith("D3: NARROW adds nothing: WIDE (D2)");
    }
}
