package boscard.evaluation;

import static boscard.evaluation.Evaluations.node;
import static boscard.evaluation.Evaluations.only;
import static boscard.given.Rulebooks.rulebook;
import static boscard.given.Rulebooks.threeBands;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.NodeScore.Kind;
import boscard.fact.Frequency;
import boscard.fact.Kpi;
import boscard.fact.Perspective;
import boscard.fact.Reading;
import boscard.given.Given;
import boscard.given.Kpis;
import boscard.given.Rulebooks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Actuals are given of a target of 100: 110 scores 100, 100 scores 66.67, 95 scores 50, 90 scores 33.33, 80 scores 0.
 */
class RollUpTest {

    private static final String GREEN_EDGE = "66.666666666667";

    private static Kpi weighing(String id, String weight) {
        return Kpis.kpi(id).weight(weight).build();
    }

    private static Kpi whenMissing(String id, String policy) {
        return Kpis.kpi(id).whenMissing(policy).build();
    }

    private static Given quarter(@Nullable String... actuals) {
        var given = new Given();
        for (int i = 0; i < actuals.length; i++) {
            given.measured("EMEA", "k" + i, "2026-Q3", actuals[i], "100");
        }
        return given;
    }

    private static NodeScore top(Rulebooks rulebook, Given given) {
        return node(only(rulebook.with(threeBands()), given), Kind.SCORECARD, "2026-Q3");
    }

    /** Coverage is that of a node's own children, so it is seen where the KPIs are. */
    private static NodeScore perspective(Rulebooks rulebook, Given given) {
        return node(only(rulebook.with(threeBands()), given), Kind.PERSPECTIVE, "2026-Q3");
    }

    private static Rulebooks equal(int kpis) {
        var all = new ArrayList<Kpi>();
        for (int i = 0; i < kpis; i++) {
            all.add(Kpis.higher("k" + i));
        }
        return rulebook(all.toArray(Kpi[]::new));
    }

    @Test
    void aScoreIsTheWeightedMeanOfItsChildren() {
        NodeScore top = top(rulebook(weighing("k0", "3"), weighing("k1", "1")), quarter("110", "95"));
        assertThat(top.score()).isEqualByComparingTo("87.5");
        assertThat(top.coverage()).isEqualByComparingTo("1");
        assertThat(top.weight()).isEqualByComparingTo("4");
    }

    @Test
    void onlyTheProportionOfWeightsCounts() {
        NodeScore small = top(rulebook(weighing("k0", "0.03"), weighing("k1", "0.01")), quarter("110", "95"));
        assertThat(small.score()).isEqualByComparingTo("87.5");
    }

    @Test
    void childrenThatAreAllJustGreenGiveAGreenNode() {
        NodeScore top = top(
                rulebook(weighing("k0", "1"), weighing("k1", "1"), weighing("k2", "7")), quarter("100", "100", "100"));
        assertThat(top.score()).isEqualByComparingTo(GREEN_EDGE);
        assertThat(top.status()).isEqualTo(Status.GREEN);
        assertThat(top(equal(3), quarter("90", "90", "90")).status()).isEqualTo(Status.AMBER);
    }

    @Test
    void coverageOfExactlyTheMinimumIsScoredAndBelowItIsNoData() {
        NodeScore three = perspective(equal(5), quarter("100", "100", "100", null, null));
        assertThat(three.coverage()).isEqualByComparingTo("0.6");
        assertThat(three.status()).isEqualTo(Status.GREEN);
        NodeScore two = perspective(equal(5), quarter("100", "100", null, null, null));
        assertThat(two.coverage()).isEqualByComparingTo("0.4");
        assertThat(two.status()).isEqualTo(Status.NO_DATA);
        assertThat(two.score()).isNull();
    }

    @Test
    void withoutAnyDataANodeIsNoDataAndNeverGreen() {
        NodeScore top = top(equal(2), quarter(null, null));
        assertThat(top.status()).isEqualTo(Status.NO_DATA);
        assertThat(top.coverage()).isEqualByComparingTo("0");
    }

    @Test
    void notApplicableChildrenLeaveBothSums() {
        var given = quarter("100", "100").measured("EMEA", "k2", "2026-Q3", Reading.NOT_APPLICABLE, Reading.BLANK);
        NodeScore top = top(equal(3), given);
        assertThat(top.coverage()).isEqualByComparingTo("1");
        assertThat(top.score()).isEqualByComparingTo(GREEN_EDGE);
    }

    @Test
    void whenNothingIsApplicableTheNodeIsNot() {
        var given = new Given().measured("EMEA", "k0", "2026-Q3", Reading.NOT_APPLICABLE, Reading.BLANK);
        assertThat(top(equal(1), given).status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void aHeavyRedChildForbidsGreenAndTheScoreIsKept() {
        NodeScore vetoed = top(rulebook(weighing("k0", "4"), weighing("k1", "1")), quarter("110", "50"));
        assertThat(vetoed.score()).isEqualByComparingTo("80");
        assertThat(vetoed.rawStatus()).isEqualTo(Status.GREEN);
        NodeScore perspective = node(
                only(rulebook(weighing("k0", "4"), weighing("k1", "1")).with(threeBands()), quarter("110", "50")),
                Kind.PERSPECTIVE,
                "2026-Q3");
        assertThat(perspective.status()).isEqualTo(Status.AMBER);
        assertThat(perspective.vetoBy()).isEqualTo("k1");
        assertThat(perspective.red()).isEqualTo(1);
    }

    @Test
    void aLightRedChildForbidsNothingUnlessItIsCritical() {
        Kpi[] kpis = {weighing("k0", "81"), weighing("k1", "19")};
        assertThat(top(rulebook(kpis), quarter("110", "50")).vetoBy()).isNull();
        NodeScore perspective = node(
                only(rulebook(kpis).with(threeBands()).parameter("critical_kpis", "k1"), quarter("110", "50")),
                Kind.PERSPECTIVE,
                "2026-Q3");
        assertThat(perspective.vetoBy()).isEqualTo("k1");
        assertThat(perspective.status()).isEqualTo(Status.AMBER);
    }

    @Test
    void aRedNodeAloneIsRedAndNotVetoed() {
        NodeScore top = top(equal(1), quarter("50"));
        assertThat(top.status()).isEqualTo(Status.RED);
        assertThat(top.vetoBy()).isNull();
    }

    @Test
    void perspectivesWeighWhatTheirKpisWeighUnlessSaidOtherwise() {
        Kpi financial = weighing("k0", "3");
        Kpi customer = Kpis.kpi("k1").perspective(Perspective.CUSTOMER).build();
        assertThat(top(rulebook(financial, customer), quarter("110", "95")).score())
                .isEqualByComparingTo("87.5");
        assertThat(top(
                                rulebook(financial, customer)
                                        .perspective(Perspective.FINANCIAL, "1")
                                        .perspective(Perspective.CUSTOMER, "1"),
                                quarter("110", "95"))
                        .score())
                .isEqualByComparingTo("75");
    }

    @Test
    void kpisOfAnObjectiveAreRolledUpThroughIt() {
        var given = quarter("110", "95", "80").objective("O-1", Perspective.FINANCIAL, "6", "k0", "k1");
        ScorecardEvaluation evaluation = only(equal(3).with(threeBands()), given);
        assertThat(node(evaluation, Kind.OBJECTIVE, "2026-Q3").score()).isEqualByComparingTo("75");
        assertThat(node(evaluation, Kind.PERSPECTIVE, "2026-Q3").score())
                .as("(6 x 75 + 1 x 0) / 7")
                .isEqualByComparingTo("64.285714285714");
    }

    @Test
    void anOldValueIsCarriedForwardAsFarAsThePolicySays() {
        var given = new Given()
                .measured("EMEA", "k0", "2025-Q4", "110", "100")
                .measured("EMEA", "k0", "2026-Q1", null, "100")
                .measured("EMEA", "k0", "2026-Q2", null, "100")
                .measured("EMEA", "k0", "2026-Q3", null, "100");
        ScorecardEvaluation evaluation =
                only(rulebook(whenMissing("k0", "CARRY_FORWARD:2")).with(threeBands()), given);
        assertThat(node(evaluation, Kind.SCORECARD, "2026-Q1").score()).isEqualByComparingTo("100");
        assertThat(node(evaluation, Kind.SCORECARD, "2026-Q2").score()).isEqualByComparingTo("100");
        assertThat(node(evaluation, Kind.SCORECARD, "2026-Q3").status()).isEqualTo(Status.NO_DATA);
        assertThat(evaluation.statuses().get(1).status())
                .as("the measurement itself stays without data")
                .isEqualTo(Status.NO_DATA);
    }

    @Test
    void aRowThatIsNotThereIsMissingLikeABlankOne() {
        var given = new Given()
                .measured("EMEA", "k0", "2026-Q2", "110", "100")
                .measured("EMEA", "k1", "2026-Q2", "110", "100")
                .measured("EMEA", "k1", "2026-Q3", "110", "100");
        assertThat(perspective(equal(2).parameter("coverage_min", "0.5"), given).coverage())
                .isEqualByComparingTo("0.5");
        assertThat(perspective(rulebook(whenMissing("k0", "CARRY_FORWARD:1"), Kpis.higher("k1")), given)
                        .coverage())
                .isEqualByComparingTo("1");
    }

    @Test
    void aDoubtedValueIsNotCarriedForward() {
        Kpi kpi = Kpis.kpi("k0")
                .whenMissing("CARRY_FORWARD:2")
                .plausible("0", "1000")
                .build();
        var given = new Given()
                .measured("EMEA", "k0", "2026-Q1", "100", "100")
                .measured("EMEA", "k0", "2026-Q2", "9000", "100") // implausible
                .measured("EMEA", "k0", "2026-Q3", null, "100");
        NodeScore top = top(rulebook(kpi).with(StatusTest.doubts(Effect.SUPPRESS, Scope.MEASUREMENT)), given);
        assertThat(top.score()).as("the score of 2026-Q1").isEqualByComparingTo(GREEN_EDGE);
    }

    @Test
    void oneMissingChildMayTakeItsParentWithIt() {
        Kpi[] kpis = {Kpis.higher("k0"), weighing("k1", "9"), whenMissing("k2", "NO_DATA_PARENT")};
        assertThat(top(rulebook(kpis), quarter("110", "110", "110")).status()).isEqualTo(Status.GREEN);
        ScorecardEvaluation evaluation = only(rulebook(kpis).with(threeBands()), quarter("110", "110", null));
        NodeScore perspective = node(evaluation, Kind.PERSPECTIVE, "2026-Q3");
        assertThat(perspective.coverage()).isGreaterThan(new java.math.BigDecimal("0.9"));
        assertThat(perspective.status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void aMissingValueMayBePenalisedWithoutBecomingAStatus() {
        ScorecardEvaluation evaluation = only(
                rulebook(Kpis.higher("k0"), whenMissing("k1", "PENALISE")).with(threeBands()), quarter("110", null));
        assertThat(node(evaluation, Kind.SCORECARD, "2026-Q3").score()).isEqualByComparingTo("50");
        assertThat(Evaluations.status(evaluation, "k1", "2026-Q3").status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void aDoubtedValueLeavesTheRollUpAndLowersCoverage() {
        Kpi doubted = Kpis.kpi("k1").plausible("0", "1000").build();
        NodeScore top = perspective(
                rulebook(Kpis.higher("k0"), doubted)
                        .parameter("coverage_min", "0.5")
                        .with(StatusTest.doubts(Effect.SUPPRESS, Scope.MEASUREMENT)),
                quarter("95", "9000"));
        assertThat(top.score()).isEqualByComparingTo("50");
        assertThat(top.coverage()).isEqualByComparingTo("0.5");
    }

    @Test
    void aYearlyKpiCountsInEveryMonthWithItsNewestClosedYear() {
        Kpi monthly = Kpis.kpi("k0").frequency(Frequency.M).build();
        Kpi yearly = Kpis.kpi("k1").frequency(Frequency.Y).build();
        var given = new Given()
                .measured("EMEA", "k0", "2025-11", "110", "100")
                .measured("EMEA", "k0", "2026-01", "110", "100")
                .measured("EMEA", "k1", "2025", "95", "100");
        ScorecardEvaluation evaluation = only(rulebook(monthly, yearly).with(threeBands()), given);
        assertThat(node(evaluation, Kind.SCORECARD, "2026-01").score()).isEqualByComparingTo("75");
        assertThat(node(evaluation, Kind.SCORECARD, "2025-11").score())
                .as("2025 was not closed yet")
                .isEqualByComparingTo("100");
    }

    @Test
    void periodsThatAreNotClosedAreNotRolledUp() {
        var given = quarter("100").measured("EMEA", "k0", "2026-Q4", "100", "100");
        List<NodeScore> nodes = only(equal(1).with(threeBands()), given).nodes();
        assertThat(nodes).map(NodeScore::period).containsOnly("2026-Q3");
        assertThat(nodes).allMatch(NodeScore::latest);
    }
}
