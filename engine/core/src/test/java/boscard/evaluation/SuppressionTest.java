package boscard.evaluation;

import static boscard.evaluation.Evaluations.finding;
import static boscard.evaluation.Evaluations.only;
import static boscard.evaluation.Evaluations.status;
import static boscard.given.Rulebooks.rulebook;
import static boscard.given.Rulebooks.threeBands;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Kpi;
import boscard.given.Given;
import boscard.given.Kpis;
import boscard.rulebook.Stage;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    private static final Kpi SMALL = Kpis.kpi("revenue").plausible("0", "1000").build();

    /** Red in both quarters; the second value is implausible. */
    private static ScorecardEvaluation evaluated(Effect effect, Scope scope) {
        return only(
                rulebook(SMALL).with(threeBands()).with(StatusTest.doubts(effect, scope)),
                new Given()
                        .measured("EMEA", "revenue", "2026-Q2", "50", "100")
                        .measured("EMEA", "revenue", "2026-Q3", "5000", "9000"));
    }

    private static Finding offTarget(ScorecardEvaluation evaluation, String period) {
        return evaluation.findings().stream()
                .filter(one -> one.code().equals("ST1_OFF_TARGET") && period.equals(one.period()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSuppressedFindingIsStillWrittenWithItsNumbersAndItsCause() {
        ScorecardEvaluation evaluation = evaluated(Effect.SUPPRESS, Scope.MEASUREMENT);
        Finding cause = finding(evaluation, "Q1_IMPLAUSIBLE");
        Finding silenced = offTarget(evaluation, "2026-Q3");
        assertThat(silenced.state()).isEqualTo(FindingState.SUPPRESSED);
        assertThat(silenced.suppressedBy()).containsExactly(cause.id());
        assertThat(silenced.value()).isEqualByComparingTo("5000");
        assertThat(silenced.message()).endsWith("(withheld: Q1_IMPLAUSIBLE)");
        KpiStatus status = status(evaluation, "revenue", "2026-Q3");
        assertThat(status.status()).isEqualTo(Status.SUSPECT);
        assertThat(status.rawStatus()).isEqualTo(Status.RED);
        assertThat(status.periodsRed()).isZero();
    }

    @Test
    void eachSuppressionIsRecordedWithTheRowThatOrderedIt() {
        ScorecardEvaluation evaluation = evaluated(Effect.SUPPRESS, Scope.MEASUREMENT);
        assertThat(evaluation.suppressions())
                .containsExactly(new Suppression(
                        "EMEA",
                        offTarget(evaluation, "2026-Q3").id(),
                        finding(evaluation, "Q1_IMPLAUSIBLE").id(),
                        Effect.SUPPRESS,
                        Scope.MEASUREMENT,
                        "SUP-1",
                        boscard.source.CellRef.of("quality.xlsx", "Suppressions", 2, 1)
                                .across(1, 21)));
    }

    @Test
    void aDoubtAboutOneMeasurementLeavesTheOtherPeriodsAlone() {
        ScorecardEvaluation evaluation = evaluated(Effect.SUPPRESS, Scope.MEASUREMENT);
        assertThat(offTarget(evaluation, "2026-Q2").state()).isEqualTo(FindingState.ACTIVE);
        assertThat(status(evaluation, "revenue", "2026-Q2").status()).isEqualTo(Status.RED);
    }

    @Test
    void aDoubtAboutTheSeriesReachesAllItsPeriods() {
        ScorecardEvaluation evaluation = evaluated(Effect.SUPPRESS, Scope.SERIES);
        assertThat(evaluation.statuses()).map(KpiStatus::status).containsOnly(Status.SUSPECT);
        assertThat(evaluation.suppressions()).hasSize(2);
    }

    @Test
    void aQualifiedFindingStaysActiveWithLowConfidenceAndItsCauseInTheMessage() {
        ScorecardEvaluation evaluation = evaluated(Effect.QUALIFY, Scope.MEASUREMENT);
        Finding qualified = offTarget(evaluation, "2026-Q3");
        assertThat(qualified.state()).isEqualTo(FindingState.QUALIFIED);
        assertThat(qualified.confidence()).isEqualTo("LOW");
        assertThat(qualified.message()).endsWith("(low confidence: Q1_IMPLAUSIBLE)");
        assertThat(status(evaluation, "revenue", "2026-Q3").status()).isEqualTo(Status.RED);
        assertThat(offTarget(evaluation, "2026-Q2").confidence()).isEqualTo("HIGH");
    }

    @Test
    void whenOneCauseQualifiesAndAnotherSuppressesSuppressionWinsAndBothAreNamed() {
        var tables = StatusTest.doubts(Effect.QUALIFY, Scope.MEASUREMENT);
        var more = StatusTest.doubts(Effect.SUPPRESS, Scope.SERIES);
        ScorecardEvaluation evaluation = only(
                rulebook(SMALL).with(threeBands()).with(tables).with(more[1]),
                new Given().measured("EMEA", "revenue", "2026-Q3", "5000", "9000"));
        assertThat(offTarget(evaluation, "2026-Q3").state()).isEqualTo(FindingState.SUPPRESSED);
        assertThat(evaluation.suppressions())
                .map(Suppression::effect)
                .containsExactlyInAnyOrder(Effect.QUALIFY, Effect.SUPPRESS);
    }

    @Test
    void qualityFindingsThemselvesAreNeverWithheld() {
        ScorecardEvaluation evaluation = evaluated(Effect.SUPPRESS, Scope.SCORECARD);
        assertThat(evaluation.findings())
                .filteredOn(one -> one.stage() == Stage.QUALITY)
                .isNotEmpty()
                .allMatch(one -> one.state() == FindingState.ACTIVE);
    }

    @Test
    void aKpiThatIsComputedFromADoubtedOneIsDoubtedToo() {
        Kpi growth = Kpis.kpi("growth").formula("revenue / 9000").build();
        ScorecardEvaluation evaluation = only(
                rulebook(SMALL, growth).with(threeBands()).with(StatusTest.doubts(Effect.SUPPRESS, Scope.MEASUREMENT)),
                new Given()
                        .measured("EMEA", "revenue", "2026-Q3", "5000", "9000")
                        .measured("EMEA", "growth", "2026-Q3", null, "1"));
        assertThat(status(evaluation, "growth", "2026-Q3").status()).isEqualTo(Status.SUSPECT);
    }
}
