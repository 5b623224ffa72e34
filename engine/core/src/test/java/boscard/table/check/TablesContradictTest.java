package boscard.table.check;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.KpiStatus;
import boscard.evaluation.Performance;
import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.given.Tables;
import boscard.problem.Problem;
import boscard.rulebook.Stage;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesContradictTest {

    /** Columns kpi, value from, value below, level; then status. */
    private static Tables statuses(String name, HitPolicy policy) {
        return Tables.table(name, Stage.STATUS, policy, Performance.class)
                .when("kpi", Operator.EQUAL)
                .when("value", Operator.AT_LEAST)
                .when("value", Operator.BELOW)
                .when("level", Operator.EQUAL)
                .then("status");
    }

    private static List<String> said(Tables first, Tables second) {
        return said(first.build(), second.build());
    }

    private static List<String> said(DecisionTable first, DecisionTable second) {
        return TableAnalysis.between(first, second, Given.RATIOS, null).stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void twoStatusesForOneNumberAreReportedWithTheCellsOfBoth() {
        assertThat(said(
                        statuses("Ours", HitPolicy.FIRST)
                                .row("OU-1", "win_rate", "0.3", null, null, Status.GREEN)
                                .row("OU-2", "win_rate", null, "0.3", null, Status.RED),
                        statuses("Theirs", HitPolicy.UNIQUE)
                                .row("TH-1", "win_rate", "0.25", null, null, Status.GREEN)
                                .row("TH-2", "win_rate", null, "0.25", null, Status.RED)))
                .containsExactly("""
                        status.xlsx!Theirs!T2: TH-1 says GREEN and OU-2 of "Ours" (status.xlsx!Ours!T3) says RED about win_rate from 25 % to below 30 %; then neither is taken [ROWS_CONTRADICT]
                          Maybe one of the two tables is a copy; or give their rows conditions that exclude each other""");
    }

    @Test
    void aRowOnAnEdgeIsEnough() {
        assertThat(said(
                        Tables.table("Ours", Stage.STATUS, HitPolicy.FIRST, Performance.class)
                                .when("value", Operator.AT_MOST)
                                .then("status")
                                .row("OU-1", "0.8", Status.RED),
                        statuses("Theirs", HitPolicy.FIRST).row("TH-1", "win_rate", "0.8", null, null, Status.GREEN)))
                .singleElement()
                .asString()
                .contains("about win_rate 80 % exactly;");
    }

    @Test
    void whatAFirstTableLeavesToTheRowsAboveIsNotHeldAgainstItsRow() {
        Tables general = statuses("General", HitPolicy.FIRST)
                .row("GE-1", "win_rate", null, null, null, Status.GREEN)
                .row("GE-2", null, null, null, null, Status.RED);
        assertThat(said(
                        statuses("Special", HitPolicy.FIRST).row("SP-1", "win_rate", null, null, null, Status.GREEN),
                        general))
                .isEmpty();
        assertThat(said(
                        statuses("Special", HitPolicy.FIRST).row("SP-1", "csat", null, null, null, Status.GREEN),
                        general))
                .singleElement()
                .asString()
                .contains("GE-2 says RED and SP-1 of \"Special\"", "about csat;");
    }

    @Test
    void theRowsOfACollectTableAllCount() {
        assertThat(said(
                        statuses("Special", HitPolicy.FIRST).row("SP-1", "win_rate", null, null, null, Status.GREEN),
                        statuses("General", HitPolicy.COLLECT)
                                .row("GE-1", "win_rate", null, null, null, Status.GREEN)
                                .row("GE-2", null, null, null, null, Status.RED)))
                .singleElement()
                .asString()
                .contains("GE-2 says RED and SP-1");
    }

    @Test
    void theNarrowestOfManyContradictionsIsSaidAndTheOthersAreCounted() {
        assertThat(said(
                        statuses("Ours", HitPolicy.FIRST)
                                .row("OU-1", null, "0.5", null, null, Status.GREEN)
                                .row("OU-2", "win_rate", "0.4", "0.5", null, Status.AMBER),
                        statuses("Theirs", HitPolicy.FIRST)
                                .row("TH-1", null, "0.9", null, null, Status.RED)
                                .row("TH-2", "win_rate", "0.4", "0.5", null, Status.RED)))
                .singleElement()
                .asString()
                .contains("TH-2 says RED and OU-2", "win_rate from 40 % to below 50 %", "1 more row of the table");
    }

    @Test
    void tablesThatMeetNowhereOrSayTheSameAreFine() {
        Tables ours = statuses("Ours", HitPolicy.FIRST)
                .row("OU-1", "win_rate", "0.3", null, null, Status.GREEN)
                .row("OU-2", "csat", null, null, null, Status.RED);
        assertThat(said(
                        ours,
                        statuses("Theirs", HitPolicy.FIRST)
                                .row("TH-1", "win_rate", null, "0.3", null, Status.RED)
                                .row("TH-2", "win_rate", "0.5", null, null, Status.GREEN)
                                .row("TH-3", "nrr", null, null, null, Status.AMBER)))
                .isEmpty();
    }

    @Test
    void tablesOfOtherFactsOrWithoutStatusesAreNotCompared() {
        DecisionTable statuses = statuses("Ours", HitPolicy.FIRST)
                .row("OU-1", null, null, null, null, Status.GREEN)
                .build();
        assertThat(said(
                        statuses,
                        Tables.table("Findings", Stage.STATUS, HitPolicy.FIRST, Performance.class)
                                .when("kpi", Operator.EQUAL)
                                .then("severity")
                                .row("FI-1", "win_rate", Severity.FAIL)
                                .build()))
                .isEmpty();
        assertThat(said(
                        statuses,
                        Tables.table("Theirs", Stage.STATUS, HitPolicy.FIRST, KpiStatus.class)
                                .when("kpi", Operator.EQUAL)
                                .then("status")
                                .row("TH-1", null, Status.RED)
                                .build()))
                .isEmpty();
    }
}
