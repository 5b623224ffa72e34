package boscard.evaluation;

import static boscard.evaluation.Evaluations.node;
import static boscard.evaluation.Evaluations.only;
import static boscard.given.Rulebooks.rulebook;
import static boscard.given.Rulebooks.threeBands;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.NodeScore.Kind;
import boscard.fact.Kpi;
import boscard.fact.Perspective;
import boscard.fact.Reading;
import boscard.given.Given;
import boscard.given.Kpis;
import boscard.given.Rulebooks;
import boscard.given.Tables;
import boscard.indicator.Qualifier;
import boscard.indicator.RollUpMethod;
import boscard.rulebook.Stage;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Actuals are given of a target of 100: 110 scores 100, 100 scores 66.67, 95 scores 50, 90 scores 33.33, 80 scores 0.
 */
class NodeRulesTest {

    private static DecisionTable rules(@Nullable Object... perspective) {
        return Tables.table("Roll-up", Stage.STATUS, HitPolicy.FIRST, Node.class)
                .when("kind", Operator.EQUAL)
                .then("method")
                .then("ownKpi")
                .then("greenFrom")
                .then("amberFrom")
                .row("RO-001", perspective)
                .row("RO-002", null, RollUpMethod.WEIGHTED, null, null, null)
                .build();
    }

    private static DecisionTable method(RollUpMethod method) {
        return rules(Kind.PERSPECTIVE, method, null, null, null);
    }

    private static Given quarter(@Nullable String... actuals) {
        var given = new Given();
        for (int i = 0; i < actuals.length; i++) {
            given.measured("EMEA", "k" + i, "2026-Q3", actuals[i], "100");
        }
        return given;
    }

    private static Rulebooks weighing(String... weights) {
        var all = new ArrayList<Kpi>();
        for (int i = 0; i < weights.length; i++) {
            all.add(Kpis.kpi("k" + i).weight(weights[i]).build());
        }
        return rulebook(all.toArray(Kpi[]::new)).with(threeBands());
    }

    private static NodeScore perspective(Rulebooks rulebook, Given given) {
        return node(only(rulebook, given), Kind.PERSPECTIVE, "2026-Q3");
    }

    @ParameterizedTest
    @CsvSource({
        "WEIGHTED, 80, AMBER, GREEN",
        "AVERAGE, 50, AMBER, AMBER",
        "WORST, 0, RED, RED",
        "BEST, 100, AMBER, GREEN",
        "MIN, 0, RED, RED",
        "MAX, 100, AMBER, GREEN"
    })
    void aRowChoosesTheMethodAndTheVetoStands(RollUpMethod method, String score, Status status, Status raw) {
        NodeScore node = perspective(
                weighing("7", "1", "2").with(method(method)).parameter("veto_weight", "0.1"),
                quarter("110", "80", "95"));
        assertThat(node.method()).isEqualTo(method);
        assertThat(node.row()).isEqualTo("RO-001");
        assertThat(node.rawStatus()).isEqualTo(raw);
        assertThat(node.status()).isEqualTo(status);
        assertThat(node.score()).isEqualByComparingTo(score);
        assertThat(node.vetoBy()).isEqualTo(raw == Status.GREEN ? "k1" : null);
    }

    @Test
    void onlyTheNodesOfTheRowAreRolledUpSo() {
        ScorecardEvaluation evaluation = only(weighing("1", "1").with(method(RollUpMethod.MIN)), quarter("110", "90"));
        assertThat(node(evaluation, Kind.PERSPECTIVE, "2026-Q3").score()).isEqualByComparingTo("33.333333333333");
        assertThat(node(evaluation, Kind.SCORECARD, "2026-Q3").method()).isEqualTo(RollUpMethod.WEIGHTED);
        assertThat(node(evaluation, Kind.SCORECARD, "2026-Q3").row()).isEqualTo("RO-002");
    }

    @Test
    void anOvertypedEdgeBelongsToTheBetterBand() {
        Object sixty = new BigDecimal("60");
        Object fifty = new BigDecimal("50");
        DecisionTable edges = rules(Kind.PERSPECTIVE, null, null, sixty, fifty);
        assertThat(perspective(weighing("1").with(edges), quarter("95")).status())
                .isEqualTo(Status.AMBER);
        assertThat(perspective(weighing("1").with(edges), quarter("94.9999")).status())
                .isEqualTo(Status.RED);
        assertThat(perspective(weighing("1").with(edges), quarter("98")).status())
                .isEqualTo(Status.GREEN);
        assertThat(perspective(weighing("1").with(edges), quarter("97.9999")).status())
                .isEqualTo(Status.AMBER);
    }

    @Test
    void aNodeMayHaveTheScoreOfAKpiOfItsOwnAndNoVeto() {
        NodeScore node = perspective(
                weighing("1", "1", "1").with(rules(Kind.PERSPECTIVE, RollUpMethod.SELF, "k1", null, null)),
                quarter("50", "110", "50"));
        assertThat(node.score()).isEqualByComparingTo("100");
        assertThat(node.status()).isEqualTo(Status.GREEN);
        assertThat(node.coverage()).isEqualByComparingTo("1");
        assertThat(node.vetoBy()).isNull();
        assertThat(node.red()).as("they are still counted").isEqualTo(2);
    }

    @Test
    void aNodeWhoseOwnKpiHasNoScoreHasNoneAndSaysWhy() {
        var self = rules(Kind.PERSPECTIVE, RollUpMethod.SELF, "k1", null, null);
        NodeScore blank = perspective(weighing("1", "1").with(self), quarter("110", null));
        assertThat(blank.status()).isEqualTo(Status.NO_DATA);
        assertThat(blank.unscored()).isEqualTo("its own KPI k1 has no score: NO_DATA");
        NodeScore unmeasured = perspective(weighing("1", "1").with(self), quarter("110"));
        assertThat(unmeasured.unscored()).isEqualTo("its own KPI k1 is not measured, or not scored");
        NodeScore unnamed = perspective(
                weighing("1").with(rules(Kind.PERSPECTIVE, RollUpMethod.SELF, null, null, null)), quarter("110"));
        assertThat(unnamed.unscored()).isEqualTo("its method is SELF, and no KPI of its own is named");
        var given = quarter("110").measured("EMEA", "k1", "2026-Q3", Reading.NOT_APPLICABLE, Reading.BLANK);
        assertThat(perspective(weighing("1", "1").with(self), given).status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void whatHasNoScoreCountsInNoMethodAndLowersCoverageInEach() {
        for (RollUpMethod method : RollUpMethod.values()) {
            if (method != RollUpMethod.SELF) {
                NodeScore node = perspective(weighing("3", "1").with(method(method)), quarter("95", null));
                assertThat(node.score()).as(method.toString()).isEqualByComparingTo("50");
                assertThat(node.coverage()).isEqualByComparingTo("0.75");
                assertThat(node.qualifiers()).containsExactly(Qualifier.PARTIAL);
                NodeScore thin = perspective(weighing("1", "3").with(method(method)), quarter("95", null));
                assertThat(thin.status()).isEqualTo(Status.NO_DATA);
                assertThat(thin.unscored())
                        .isEqualTo("only 25.0 % of the weight below it has a score, 60.0 % is needed");
            }
        }
    }

    @Test
    void weightsThatAddUpToZeroAreSaidAndNeverTakenForNotApplicable() {
        var given = quarter("110", "95");
        Rulebooks weightless = weighing("1", "1").perspective(Perspective.FINANCIAL, "0");
        ScorecardEvaluation evaluation = only(weightless, given);
        NodeScore top = node(evaluation, Kind.SCORECARD, "2026-Q3");
        assertThat(top.status()).isEqualTo(Status.NO_DATA);
        assertThat(top.unscored()).isEqualTo("the weights of what is below it add up to 0");
        assertThat(node(evaluation, Kind.PERSPECTIVE, "2026-Q3").score()).isEqualByComparingTo("75");
        NodeScore mean = node(
                only(
                        weighing("1", "1")
                                .perspective(Perspective.FINANCIAL, "0")
                                .with(rules(Kind.SCORECARD, RollUpMethod.AVERAGE, null, null, null)),
                        given),
                Kind.SCORECARD,
                "2026-Q3");
        assertThat(mean.score()).as("a mean needs no weights").isEqualByComparingTo("75");
        assertThat(mean.coverage()).isEqualByComparingTo("1");
    }

    @Test
    void aScoreThatIsCarriedForwardSaysFromWhen() {
        var given = new Given()
                .measured("EMEA", "k0", "2026-Q2", "110", "100")
                .measured("EMEA", "k0", "2026-Q3", null, "100")
                .measured("EMEA", "k1", "2026-Q3", "110", "100");
        Kpi carried = Kpis.kpi("k0").whenMissing("CARRY_FORWARD:1").build();
        NodeScore node = perspective(rulebook(carried, Kpis.higher("k1")).with(threeBands()), given);
        assertThat(node.qualifiers()).containsExactly(Qualifier.STALE);
        assertThat(node.coverage()).isEqualByComparingTo("1");
    }
}
