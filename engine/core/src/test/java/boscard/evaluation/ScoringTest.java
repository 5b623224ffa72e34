package boscard.evaluation;

import static boscard.given.Rulebooks.rulebook;
import static boscard.given.Rulebooks.threeBands;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Direction;
import boscard.fact.Kpi;
import boscard.given.Given;
import boscard.given.Kpis;
import boscard.given.Rulebooks;
import boscard.given.Tables;
import boscard.indicator.Qualifier;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.rulebook.Stage;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a value becomes a score: DOMAIN.md sections 4.2 and 4.4. */
class ScoringTest {

    private static Rulebooks twoPoint(Kpi kpi, String cap) {
        return rulebook(kpi)
                .with(threeBands())
                .parameter("score_method", "TWO_POINT")
                .parameter("score_cap", cap);
    }

    private static ScorecardEvaluation of(Rulebooks rulebook, String kpi, String actual, @Nullable String target) {
        return Evaluations.only(rulebook, new Given().measured("EMEA", kpi, "2026-Q3", actual, target));
    }

    private static KpiStatus only(ScorecardEvaluation evaluation) {
        assertThat(evaluation.statuses()).hasSize(1);
        return evaluation.statuses().get(0);
    }

    @ParameterizedTest
    @CsvSource({"60, 0", "59, 0", "80, 50", "100, 100", "110, 100", "120, 100"})
    void betweenItsTwoPointsAScoreIsLinearAndCapped(String actual, String score) {
        Kpi kpi = Kpis.kpi("k").worst("60").stretch("120").build();
        assertThat(only(of(twoPoint(kpi, "100"), "k", actual, "100")).score()).isEqualByComparingTo(score);
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "110, 110", "120, 120", "130, 120"})
    void beyondItsTargetAKpiWithAStretchPointEarnsUpToTwentyMoreWhereTheCapAllows(String actual, String score) {
        Kpi kpi = Kpis.kpi("k").worst("60").stretch("120").build();
        assertThat(only(of(twoPoint(kpi, "120"), "k", actual, "100")).score()).isEqualByComparingTo(score);
    }

    @ParameterizedTest
    @CsvSource({"140, 0", "120, 50", "100, 100", "90, 110", "80, 120", "70, 120"})
    void whereLessIsBetterTheTwoPointsLieTheOtherWayRound(String actual, String score) {
        Kpi kpi = Kpis.kpi("k")
                .direction(Direction.LOWER)
                .worst("140")
                .stretch("80")
                .build();
        assertThat(only(of(twoPoint(kpi, "120"), "k", actual, "100")).score()).isEqualByComparingTo(score);
    }

    @Test
    void aWorstPointThatIsTheTargetIsBinary() {
        Kpi kpi = Kpis.kpi("k").worst("100").build();
        assertThat(only(of(twoPoint(kpi, "100"), "k", "100", "100")).score()).isEqualByComparingTo("100");
        assertThat(only(of(twoPoint(kpi, "100"), "k", "99.99", "100")).score()).isEqualByComparingTo("0");
    }

    private static void isFault(Kpi kpi, String... words) {
        ScorecardEvaluation evaluation = of(twoPoint(kpi, "120"), "k", "95", "100");
        assertThat(only(evaluation).score()).isNull();
        assertThat(only(evaluation).status()).as("it still has a status").matches(Status::isBand);
        assertThat(evaluation.problems()).hasSize(1);
        Problem problem = evaluation.problems().get(0);
        assertThat(problem.code()).isEqualTo(ProblemCode.SCORE_POINTS);
        assertThat(problem.at().toString()).startsWith("kpi-catalogue.xlsx!KPIs");
        assertThat(problem.message()).contains(words);
    }

    @Test
    void pointsInTheWrongOrderAreErrorsAndGiveNoScore() {
        isFault(Kpis.kpi("k").worst("101").build(), "worst point of k, 101, is better than its target of 2026-Q3, 100");
        isFault(Kpis.kpi("k").worst("60").stretch("99").build(), "stretch point of k, 99, is worse than its target");
        isFault(
                Kpis.kpi("k").direction(Direction.LOWER).worst("99").build(),
                "worst point of k, 99, is better than its target");
        isFault(
                Kpis.kpi("k")
                        .direction(Direction.LOWER)
                        .worst("140")
                        .stretch("101")
                        .build(),
                "stretch point of k, 101, is worse than its target");
        isFault(Kpis.higher("k"), "k has no worst point");
    }

    @Test
    void rangesAndYesOrNoScoreTheirAttainmentSinceTheyHaveNoWorstPoint() {
        assertThat(only(of(twoPoint(Kpis.binary("k"), "100"), "k", "1", null)).score())
                .isEqualByComparingTo("100");
        assertThat(only(of(twoPoint(Kpis.inRange("k", "2", "4"), "100"), "k", "4.5", null))
                        .score())
                .as("half of the tolerance of 1")
                .isEqualByComparingTo("50");
    }

    @ParameterizedTest
    @CsvSource({"95, 95, 95", "100, 100, 100", "130, 100, 130", "-20, 0, -20"})
    void percentIsAttainmentAndBothTheRawAndTheCappedScoreAreKept(String actual, String capped, String raw) {
        KpiStatus status = only(of(
                rulebook(Kpis.higher("k")).with(threeBands()).parameter("score_method", "PERCENT"),
                "k",
                actual,
                "100"));
        assertThat(status.score()).isEqualByComparingTo(capped);
        assertThat(status.rawScore()).isEqualByComparingTo(raw);
    }

    private static DecisionTable absolute(Operator better, Operator worse) {
        return Tables.table("Thresholds", Stage.STATUS, HitPolicy.FIRST, Performance.class)
                .when("value", better)
                .when("value", worse)
                .then("status")
                .row("KT-001", "50", null, Status.GREEN)
                .row("KT-002", better == Operator.AT_LEAST ? "40" : "60", null, Status.AMBER)
                .row("KT-003", null, better == Operator.AT_LEAST ? "40" : "60", Status.RED)
                .build();
    }

    @Test
    void withoutATargetTheGreenEdgeOfAbsoluteBandsStandsInAndIsLabelled() {
        KpiStatus higher =
                only(of(rulebook(Kpis.higher("k")).with(absolute(Operator.AT_LEAST, Operator.BELOW)), "k", "45", null));
        assertThat(higher.attainment()).isEqualByComparingTo("0.9");
        assertThat(higher.qualifiers()).containsExactly(Qualifier.GREEN_EDGE);
        KpiStatus lower =
                only(of(rulebook(Kpis.lower("k")).with(absolute(Operator.AT_MOST, Operator.ABOVE)), "k", "55", null));
        assertThat(lower.attainment()).isEqualByComparingTo("0.9");
        assertThat(lower.qualifiers()).containsExactly(Qualifier.GREEN_EDGE);
    }

    @Test
    void withATargetItIsTheTarget() {
        KpiStatus status =
                only(of(rulebook(Kpis.higher("k")).with(absolute(Operator.AT_LEAST, Operator.BELOW)), "k", "45", "90"));
        assertThat(status.attainment()).isEqualByComparingTo("0.5");
        assertThat(status.qualifiers()).isEmpty();
    }

    @Test
    void theGreenEdgeLetsPercentScoreAKpiWithoutTarget() {
        Rulebooks rulebook = rulebook(Kpis.higher("k"))
                .with(absolute(Operator.AT_LEAST, Operator.BELOW))
                .parameter("score_method", "PERCENT");
        assertThat(only(of(rulebook, "k", "45", null)).score()).isEqualByComparingTo("90");
    }

    @Test
    void bandsOnAnotherNumberHaveNoGreenEdgeToStandIn() {
        KpiStatus status = only(of(rulebook(Kpis.higher("k")).with(threeBands()), "k", "45", null));
        assertThat(status.attainment()).isNull();
        assertThat(status.status()).isEqualTo(Status.NO_TARGET);
    }

    /** Range 10 to 20; amber from 6 below, open above. */
    private static DecisionTable range(String kpi) {
        return Tables.table("Thresholds", Stage.STATUS, HitPolicy.FIRST, Performance.class)
                .when("kpi", Operator.EQUAL)
                .when("value", Operator.AT_LEAST)
                .when("value", Operator.AT_MOST)
                .when("value", Operator.BELOW)
                .then("status")
                .row("KT-001", kpi, "10", "20", null, Status.GREEN)
                .row("KT-002", kpi, "6", null, null, Status.AMBER)
                .row("KT-003", kpi, null, null, "6", Status.RED)
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        // below the amber band is 4 wide; above it is open, so half of the range, 5, is the tolerance
        "10, 1, 100, GREEN", "20, 1, 100, GREEN", "8, 0.5, 50, AMBER", "6, 0, 33.333333333333, AMBER",
        "5.99, 0, 33.25, RED", "2, 0, 0, RED", "22.5, 0.5, 50, AMBER", "25, 0, 33.333333333333, AMBER",
        "90, 0, 33.333333333333, AMBER"
    })
    void outsideItsRangeAKpiLosesAsFarAsItsAmberBandReaches(
            String actual, String attainment, String score, Status status) {
        KpiStatus found = only(of(rulebook(Kpis.inRange("k", "10", "20")).with(range("k")), "k", actual, null));
        assertThat(found.attainment()).isEqualByComparingTo(attainment);
        assertThat(found.score()).isEqualByComparingTo(score);
        assertThat(found.status()).isEqualTo(status);
    }

    @Test
    void howFarARangeReachesWithoutAnAmberBandIsAParameter() {
        Rulebooks rulebook = rulebook(Kpis.inRange("k", "10", "20")).with(range("k"));
        assertThat(only(of(rulebook.parameter("range_tolerance", "1"), "k", "22.5", null))
                        .attainment())
                .isEqualByComparingTo("0.75");
        assertThat(only(of(rulebook.parameter("range_tolerance", "1"), "k", "8", null))
                        .attainment())
                .as("the amber band below has an edge")
                .isEqualByComparingTo("0.5");
    }
}
