package boscard.table.check;

import static boscard.table.check.Given.findings;
import static boscard.table.check.Given.said;
import static boscard.table.check.Given.thresholds;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.fact.Level;
import boscard.given.Tables;
import boscard.table.HitPolicy;
import boscard.table.check.Expectation.Bounds;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValuesUncoveredTest {

    private static List<String> check(Tables table, String... kpis) {
        return said(
                table, new ValuesUncovered(new Expectation("kpi", List.of(kpis), Set.of("value"), List.of(), true)));
    }

    @Test
    void aGapBetweenTwoBandsIsNamedWithBothCells() {
        assertThat(check(
                        thresholds(HitPolicy.FIRST)
                                .row("KT-001", "win_rate", null, "0.3", null, null, null, Status.GREEN)
                                .row("KT-002", "win_rate", null, null, null, "0.25", null, Status.RED),
                        "win_rate"))
                .containsExactly("""
                        F3: no row says anything about win_rate from 25 % to below 30 %, between KT-002 and KT-001 (D2) [VALUES_UNCOVERED]
                          Maybe let one row begin where the other ends""");
    }

    @Test
    void oneValueBetweenTwoBandsIsAGap() {
        assertThat(check(
                        thresholds(HitPolicy.FIRST)
                                .row("A", "x", null, "0.300000000001", null, null, null, Status.GREEN)
                                .row("B", "x", null, null, null, "0.3", null, Status.RED),
                        "x"))
                .singleElement()
                .asString()
                .contains("x from 30 % to below 30.0000000001 %");
        assertThat(check(
                        thresholds(HitPolicy.FIRST)
                                .row("A", "x", null, "0.3", null, null, null, Status.GREEN)
                                .row("B", "x", null, null, null, "0.3", null, Status.RED),
                        "x"))
                .isEmpty();
    }

    @Test
    void theRowsForAnyKpiFillAGapOnlyWhereTheirNumberIsThere() {
        assertThat(check(
                        thresholds(HitPolicy.FIRST)
                                .row("A", "x", null, "0.3", null, null, null, Status.GREEN)
                                .row("B", "x", null, null, null, "0.2", null, Status.RED)
                                .row("ANY", null, null, null, null, null, "-99", Status.AMBER),
                        "x"))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("x from 20 % to below 30 %, attainment missing"))
                .anyMatch(problem -> problem.contains("x from 20 % to below 30 %, attainment below -99"));
    }

    @Test
    void aLevelThatNoRowIsAboutIsAGap() {
        assertThat(check(
                        thresholds(HitPolicy.FIRST)
                                .row("A", "x", Level.REP, "0.3", null, null, null, Status.GREEN)
                                .row("B", "x", Level.REP, null, null, "0.3", null, Status.RED),
                        "x"))
                .singleElement()
                .asString()
                .contains("no row says anything about x, level missing");
    }

    @Test
    void aBandThatDoesNotReachDownIsAGapUnlessNoPlausibleValueIsThere() {
        Tables table = thresholds(HitPolicy.FIRST).row("A", "x", null, "0", null, null, null, Status.GREEN);
        assertThat(check(table, "x"))
                .singleElement()
                .asString()
                .startsWith("D2: ")
                .contains("x below 0 %, beyond A");
        var bounds = new Bounds("x", "value", BigDecimal.ZERO, BigDecimal.ONE);
        assertThat(said(
                        table,
                        new ValuesUncovered(
                                new Expectation("kpi", List.of("x"), Set.of("value"), List.of(bounds), true))))
                .isEmpty();
    }

    @Test
    void aGapInTheRowsForAnyKpiIsSaidOnceForAllThatMeetIt() {
        assertThat(check(
                        thresholds(HitPolicy.FIRST)
                                .row("A", null, null, "0.3", null, null, null, Status.GREEN)
                                .row("B", null, null, null, null, "0.2", null, Status.RED)
                                .row("C", "z", null, "0", null, null, null, Status.RED),
                        "x",
                        "y",
                        "z"))
                .singleElement()
                .asString()
                .contains("x and y from 20 % to below 30 %, between");
    }

    @Test
    void testsOfGoalsMayBeSilentBeyondTheirRowsAndBetweenTwoWholeNumbers() {
        var inner = new ValuesUncovered(new Expectation("name", List.of("count", "share"), Set.of(), List.of(), false));
        assertThat(said(
                        findings(HitPolicy.FIRST)
                                .row("A", "count", "1", null, "1", null, "ONE", Severity.WARN)
                                .row("B", "count", "2", null, "3", null, "ONE", Severity.FAIL)
                                .row("C", "share", "0.5", null, "0.75", null, "ONE", Severity.FAIL)
                                .row("D", "share", null, "0.85", null, null, "ONE", Severity.FAIL),
                        inner))
                .singleElement()
                .asString()
                .startsWith("D5: ")
                .contains("share above 75 % up to and including 85 %, between D and C (E4)");
    }
}
