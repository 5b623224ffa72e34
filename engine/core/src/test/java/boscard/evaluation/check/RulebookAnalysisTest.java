package boscard.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.Effect;
import boscard.evaluation.FindingView;
import boscard.evaluation.Indicator;
import boscard.evaluation.Performance;
import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.evaluation.TestResult;
import boscard.fact.Kpi;
import boscard.fact.Scheme;
import boscard.fact.Unit;
import boscard.given.Kpis;
import boscard.given.Rulebooks;
import boscard.given.Tables;
import boscard.problem.Problem;
import boscard.rulebook.Stage;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulebookAnalysisTest {

    private static final Kpi WIN_RATE =
            Kpis.kpi("win_rate").unit(Unit.RATIO).plausible("0", "1").build();

    private static List<String> check(Rulebooks rulebook) {
        return RulebookAnalysis.problems(rulebook.build()).stream()
                .map(Problem::toString)
                .toList();
    }

    private static Tables statuses(HitPolicy policy) {
        return Tables.table("Thresholds", Stage.STATUS, policy, Performance.class)
                .when("kpi", Operator.EQUAL)
                .when("value", Operator.AT_LEAST)
                .when("value", Operator.BELOW)
                .when("gap", Operator.AT_LEAST)
                .then("status");
    }

    private static DecisionTable findings(@Nullable Object... names) {
        Tables table = Tables.table("Checks", Stage.PITFALLS, HitPolicy.FIRST, Indicator.class)
                .when("name", Operator.EQUAL)
                .then("finding")
                .then("severity");
        for (Object name : names) {
            table.row("PC-" + name, name, "F_" + name, Severity.WARN);
        }
        return table.build();
    }

    private static Tables answers() {
        return Tables.table("Recommendations", Stage.RECOMMENDATIONS, HitPolicy.FIRST, FindingView.class)
                .when("code", Operator.EQUAL)
                .when("status", Operator.EQUAL)
                .then("recommend");
    }

    // ---- several tables

    private static Tables byScheme(String name) {
        return Tables.table(name, Stage.STATUS, HitPolicy.FIRST, Performance.class)
                .when("kpi", Operator.EQUAL)
                .when("scheme", Operator.EQUAL)
                .then("status");
    }

    @Test
    void twoTablesContradictOnlyWhereAKpiOfTheCatalogueCanMeetBoth() {
        DecisionTable ours =
                byScheme("Ours").row("OU-1", "win_rate", null, Status.GREEN).build();
        assertThat(check(Rulebooks.rulebook(WIN_RATE)
                        .with(ours)
                        .with(byScheme("Theirs")
                                .row("TH-1", null, Scheme.FIVE_BAND, Status.RED)
                                .build())))
                .as("win_rate has no scheme")
                .noneMatch(problem -> problem.contains("ROWS_CONTRADICT"));
        assertThat(check(Rulebooks.rulebook(WIN_RATE)
                        .with(ours)
                        .with(byScheme("Theirs")
                                .row("TH-1", null, null, Status.RED)
                                .build())))
                .filteredOn(problem -> problem.contains("ROWS_CONTRADICT"))
                .singleElement()
                .asString()
                .contains("TH-1 says RED and OU-1 of \"Ours\"", "about win_rate; then neither is taken");
    }

    // ---- thresholds

    @Test
    void aThresholdOutsideThePlausibleRangeIsReportedWithWhatWasProbablyMeant() {
        assertThat(check(Rulebooks.rulebook(WIN_RATE)
                        .with(statuses(HitPolicy.FIRST)
                                .row("KT-1", "win_rate", "30", null, null, Status.GREEN)
                                .row("KT-2", "win_rate", null, "30", null, Status.RED)
                                .build())))
                .hasSize(2)
                .first()
                .isEqualTo("""
                        status.xlsx!Thresholds!C2: KT-1 compares the value of win_rate with 3,000.0 %; plausible is 0.0 % to 100.0 % [EDGE_IMPLAUSIBLE]
                          Maybe 30.0 %""");
    }

    @Test
    void theEndsOfThePlausibleRangeArePlausibleAndADifferenceMayBeAsLargeAsTheRange() {
        assertThat(check(Rulebooks.rulebook(WIN_RATE)
                        .with(statuses(HitPolicy.FIRST)
                                .row("KT-1", "win_rate", null, null, "-1", Status.GREEN)
                                .row("KT-2", "win_rate", "1", null, null, Status.GREEN)
                                .row("KT-3", "win_rate", "0", null, null, Status.RED)
                                .build())))
                .isEmpty();
        assertThat(check(Rulebooks.rulebook(WIN_RATE)
                        .with(statuses(HitPolicy.FIRST)
                                .row("KT-1", "win_rate", null, null, "-2", Status.GREEN)
                                .row("KT-2", "win_rate", "0", null, null, Status.GREEN)
                                .build())))
                .singleElement()
                .asString()
                .contains("E2: KT-1 compares the gap of win_rate with -200.0 %");
    }

    @Test
    void aScoredKpiThatNoRowCanJudgeIsReportedAtItsRowOfTheCatalogue() {
        DecisionTable named = statuses(HitPolicy.FIRST)
                .row("KT-1", "win_rate", "0", null, null, Status.GREEN)
                .build();
        Kpi base = Kpis.kpi("leads").weight("0").build();
        assertThat(check(Rulebooks.rulebook(WIN_RATE, Kpis.higher("csat"), base).with(named)))
                .containsExactly("""
                        kpi-catalogue.xlsx!KPIs!2:2: no row gives the scored KPI csat a status [KPI_WITHOUT_THRESHOLDS]
                          Maybe give it rows in kpi-thresholds.xlsx, or the weight 0""");
    }

    @Test
    void theRowsForAnyKpiJudgeOneThatNoRowNamesUnlessItHasNoAttainment() {
        Kpi growth = Kpis.kpi("growth").plausible("-1", "1").build();
        assertThat(check(Rulebooks.rulebook(Kpis.higher("csat"), growth).with(Rulebooks.threeBands())))
                .filteredOn(problem -> problem.contains("KPI_WITHOUT_THRESHOLDS"))
                .singleElement()
                .asString()
                .contains("no row names the scored KPI growth, and the rows for any KPI compare its attainment");
    }

    @Test
    void aGapOfAStatusTableIsInTheUnitOfItsKpiAndEndsWithThePlausibleRange() {
        assertThat(check(Rulebooks.rulebook(WIN_RATE)
                        .with(statuses(HitPolicy.FIRST)
                                .row("KT-1", "win_rate", "0.3", null, null, Status.GREEN)
                                .row("KT-2", "win_rate", "0", "0.25", null, Status.RED)
                                .build())))
                .singleElement()
                .asString()
                .startsWith("status.xlsx!Thresholds!D3: no row says anything about win_rate from 25 % to below 30 %")
                .contains("between KT-2 and KT-1 (C2)");
    }

    @Test
    void whatTheCatalogueSaysOfAKpiIsNoGapOfIt() {
        DecisionTable byDirection = Tables.table("Thresholds", Stage.STATUS, HitPolicy.FIRST, Performance.class)
                .when("kpi", Operator.EQUAL)
                .when("direction", Operator.EQUAL)
                .when("value", Operator.AT_LEAST)
                .then("status")
                .row("KT-1", "win_rate", boscard.fact.Direction.HIGHER, "0", Status.GREEN)
                .build();
        assertThat(check(Rulebooks.rulebook(WIN_RATE).with(byDirection))).isEmpty();
    }

    @Test
    void aKpiThatAnotherTableJudgesIsNoGap() {
        DecisionTable other = Tables.table("More", Stage.STATUS, HitPolicy.FIRST, Performance.class)
                .when("kpi", Operator.EQUAL)
                .when("value", Operator.AT_LEAST)
                .then("status")
                .row("KM-1", "csat", "0", Status.GREEN)
                .build();
        assertThat(check(Rulebooks.rulebook(
                                WIN_RATE, Kpis.kpi("csat").plausible("0", "1").build())
                        .with(
                                statuses(HitPolicy.FIRST)
                                        .row("KT-1", "win_rate", "0", null, null, Status.GREEN)
                                        .build(),
                                other)))
                .isEmpty();
    }

    @Test
    void overlapsAreFoundBeforeAnythingIsEvaluatedAndNothingElseIsLookedFor() {
        var rulebook = Rulebooks.rulebook(WIN_RATE)
                .with(statuses(HitPolicy.UNIQUE)
                        .row("KT-1", "win_rate", "0.3", null, null, Status.GREEN)
                        .row("KT-2", "win_rate", "0.30", "0.25", null, Status.GREEN)
                        .row("KT-3", "win_rate", null, "0.4", null, Status.RED)
                        .build());
        assertThat(RulebookAnalysis.overlaps(rulebook.build()))
                .singleElement()
                .asString()
                .contains("D4: KT-3 and KT-1 (C2) both match win_rate from 30 % to below 40 %");
    }

    // ---- codes

    @Test
    void aFindingThatNothingConcludesIsReportedOnceWithHowManyAsk() {
        assertThat(check(Rulebooks.rulebook()
                        .with(findings("lead_share"))
                        .with(answers()
                                .row("RR-1", "F_lead_shar", null, "REC-1")
                                .row("RR-3", "F_lead_shar", Status.RED, "REC-1")
                                .build())))
                .filteredOn(problem -> problem.contains("FINDING_UNPRODUCED"))
                .containsExactly("""
                        recommendations.xlsx!Recommendations!B2: no table and no rule concludes the finding "F_lead_shar" that is asked for here; 1 more cell asks for it [FINDING_UNPRODUCED]
                          Maybe F_lead_share""");
    }

    @Test
    void rulesConcludeAndAskTooAndCommentsDoNot() {
        String[] rule = {
            "rule \"One\" agenda-group \"pitfalls\" when",
            "  FindingView(code == \"F_lead_share\") // code == \"COMMENTED\"",
            "  FindingView(code matches \"P[1-3]_.*\")",
            "  FindingView(code in (\"MISSING_1\", \"MISSING_2\"))",
            "then conclude.finding(\"P1_X\", Severity.WARN, null, \"\"); conclude.test(\"S1\", TestResult.PASS, null, \"\"); end"
        };
        List<String> problems = check(Rulebooks.rulebook()
                .with(
                        findings("lead_share"),
                        answers().row("RR-1", "SMART_S1", null, "REC-1").build())
                .rules("rules/pitfalls.drl", rule));
        assertThat(problems)
                .filteredOn(problem -> problem.contains("FINDING"))
                .hasSize(2)
                .allMatch(problem -> problem.startsWith(
                        "rules/pitfalls.drl:9: no table and no rule concludes the finding \"MISSING_"));
    }

    @Test
    void nothingIsSaidAboutFindingsThatAreNotConcludedWhenARulePutsItsCodeTogether() {
        String[] rule = {
            "rule \"One\" agenda-group \"pitfalls\" when $i : Indicator() then",
            "conclude.finding(\"F_\" + $i.name(), Severity.WARN, null, \"\"); conclude.finding($i.text(), Severity.WARN, null, \"\"); end"
        };
        assertThat(check(Rulebooks.rulebook()
                        .with(answers()
                                .row("RR-1", "F_long_share", null, "REC-1")
                                .build())
                        .rules("rules/pitfalls.drl", rule)))
                .noneMatch(problem -> problem.contains("FINDING_UNPRODUCED"));
    }

    @Test
    void aFindingThatNobodyAnswersIsReportedWhereItIsConcluded() {
        assertThat(check(Rulebooks.rulebook()
                        .with(findings("lead_share", "long_share"))
                        .with(answers()
                                .row("RR-1", "F_lead_share", null, "REC-1")
                                .build())))
                .containsExactly("""
                        pitfalls.xlsx!Checks!T3: the finding "F_long_share" is concluded, and no recommendation, suppression or rule asks for it [FINDING_UNANSWERED]
                          Maybe a row in recommendations.xlsx says what to do about it""");
    }

    @Test
    void aRowForAnyFindingAnswersAll() {
        assertThat(check(Rulebooks.rulebook()
                        .with(findings("lead_share"))
                        .with(answers().row("RR-1", null, null, "REC-1").build())))
                .isEmpty();
    }

    @Test
    void aCauseAndWhatItWithholdsAreAskedFor() {
        DecisionTable suppressions = Tables.table("Suppressions", Stage.QUALITY, HitPolicy.COLLECT, FindingView.class)
                .when("code", Operator.EQUAL)
                .then("withhold")
                .then("how")
                .row("QS-1", "F_lead_share", "ST1_OFF_TARGET", Effect.SUPPRESS)
                .row("QS-2", "F_lead_share", "F_gone", Effect.SUPPRESS)
                .build();
        assertThat(check(Rulebooks.rulebook().with(findings("lead_share"), suppressions)))
                .singleElement()
                .asString()
                .startsWith("quality.xlsx!Suppressions!T3: no table and no rule concludes the finding \"F_gone\"");
    }

    @Test
    void testsOfGoalsConcludeTheFindingsOfTheirLetter() {
        DecisionTable tests = Tables.table("Tests of goals", Stage.SMART, HitPolicy.FIRST, Indicator.class)
                .when("name", Operator.EQUAL)
                .then("finding")
                .then("result")
                .row("SM-1", "S1_kpi_count", "S1", TestResult.FAIL)
                .build();
        assertThat(check(Rulebooks.rulebook()
                        .with(
                                tests,
                                answers().row("RR-1", "SMART_S1", null, "REC-1").build())))
                .isEmpty();
    }

    // ---- statuses and indicators

    @Test
    void aStatusThatNoTableGivesIsReportedWithTheOnesThatAre() {
        assertThat(check(Rulebooks.rulebook(Kpis.higher("csat"))
                        .with(Rulebooks.threeBands())
                        .with(answers()
                                .row("RR-1", "ST1_OFF_TARGET", Status.WATCH, "REC-1")
                                .row("RR-2", "ST1_OFF_TARGET", Status.SUSPECT, "REC-1")
                                .build())))
                .filteredOn(problem -> problem.contains("STATUS_UNPRODUCED"))
                .containsExactly("""
                        recommendations.xlsx!Recommendations!C2: no status table gives WATCH, only [NOT_APPLICABLE, NOT_STARTED, NO_DATA, SUSPECT, NO_TARGET, GREEN, AMBER, RED] [STATUS_UNPRODUCED]
                          Maybe AMBER""");
    }

    @Test
    void anIndicatorThatNothingComputesIsReportedWithTheNearest() {
        assertThat(check(Rulebooks.rulebook()
                        .with(findings("lead_shar"))
                        .with(answers().row("RR-1", null, null, "REC-1").build())))
                .containsExactly("""
                        pitfalls.xlsx!Checks!B2: no indicator is called "lead_shar", so the row never fits [INDICATOR_UNKNOWN]
                          Maybe lead_share""");
    }
}
