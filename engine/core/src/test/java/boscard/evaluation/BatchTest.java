package boscard.evaluation;

import static boscard.evaluation.Evaluations.AS_OF;
import static boscard.given.Rulebooks.rulebook;
import static boscard.given.Rulebooks.threeBands;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import boscard.fact.Direction;
import boscard.fact.Facts;
import boscard.fact.FiscalCalendar;
import boscard.fact.Perspective;
import boscard.fact.ScorecardFacts;
import boscard.given.Given;
import boscard.given.Kpis;
import boscard.given.Rulebooks;
import boscard.given.Tables;
import boscard.problem.InvalidRulebook;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.rulebook.CompiledRulebook;
import boscard.rulebook.Stage;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {

    private static final String[] QUARTERS = {"2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"};

    /** Two stages of tables, a rule that joins, a rule that counts, and a recommendation. */
    private static Rulebooks small() {
        return rulebook(
                        Kpis.kpi("revenue").plausible("0", "300").build(),
                        Kpis.kpi("cac")
                                .direction(Direction.LOWER)
                                .perspective(Perspective.CUSTOMER)
                                .whenMissing("CARRY_FORWARD:1")
                                .build(),
                        Kpis.kpi("half").formula("revenue / 2").build())
                .with(threeBands())
                .with(StatusTest.doubts(Effect.SUPPRESS, Scope.MEASUREMENT))
                .with(Tables.table("Actions", Stage.RECOMMENDATIONS, HitPolicy.COLLECT, FindingView.class)
                        .when("code", Operator.EQUAL)
                        .then("recommend")
                        .then("action")
                        .row("REC-1", "ST1_OFF_TARGET", "REC-01", "Raise {kpi} from {value} to {threshold}")
                        .build())
                .rules(
                        "rules/pitfalls.drl",
                        "rule \"Red twice\" agenda-group \"pitfalls\"",
                        "when $s : KpiStatus(latest, periodsRed >= 2)",
                        "then conclude.finding(\"P5\", Severity.FAIL, $s.subject(), \"red \" + $s.periodsRed()); end",
                        "rule \"Many\" agenda-group \"pitfalls\"",
                        "when accumulate(KpiStatus(latest); $n : count(); $n >= 2) Scorecard($id : scorecard)",
                        "then conclude.finding(\"P6\", Severity.INFO, Subject.ofScorecard($id), \"\" + $n); end");
    }

    private static Given random(long seed, int scorecards) {
        var random = new SplittableRandom(seed);
        var given = new Given();
        for (int i = 0; i < scorecards; i++) {
            String id = "S%02d".formatted(i);
            given.scorecard(id, i == 0 ? null : "S00");
            for (String quarter : QUARTERS) {
                for (String kpi : List.of("revenue", "cac", "half")) {
                    if (random.nextInt(8) > 0) {
                        given.measured(id, kpi, quarter, number(random), number(random));
                    }
                }
            }
        }
        return given;
    }

    private static @Nullable String number(SplittableRandom random) {
        int drawn = random.nextInt(12);
        return drawn == 0 ? null : drawn == 1 ? "0" : drawn == 2 ? "1000" : Integer.toString(80 + random.nextInt(40));
    }

    @Test
    void oneTwoAndThreeWorkersGiveEqualResultsInTheSameOrder() {
        CompiledRulebook compiled = Evaluations.compile(small());
        for (long seed = 0; seed < 3; seed++) {
            var facts = random(seed, 25).facts();
            List<ScorecardEvaluation> alone = Evaluations.of(compiled, facts, AS_OF, 1);
            assertThat(alone).hasSize(25);
            assertThat(alone.stream()
                            .flatMap(one -> one.findings().stream())
                            .map(Finding::code)
                            .distinct())
                    .as("the sample is worth comparing")
                    .contains("ST1_OFF_TARGET", "Q1_IMPLAUSIBLE", "P5", "P6");
            for (int workers = 2; workers <= 3; workers++) {
                assertThat(Evaluations.of(compiled, facts, AS_OF, workers))
                        .as("seed %d, %d workers", seed, workers)
                        .isEqualTo(alone);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderOfTheFactsChangesNothing(long seed) {
        CompiledRulebook compiled = Evaluations.compile(small());
        Given given = random(seed, 6);
        assertThat(Evaluations.of(compiled, given.shuffled(seed), AS_OF, 1))
                .isEqualTo(Evaluations.of(compiled, given.facts(), AS_OF, 1));
    }

    @Test
    void aScorecardGetsTheSameAloneAndAsTheLastOfMany() {
        CompiledRulebook compiled = Evaluations.compile(small());
        var facts = random(42, 12).facts();
        var settings = new EvaluationSettings(new AsOf(AS_OF), FiscalCalendar.CALENDAR_YEAR);
        var population = Population.of(facts, compiled.rulebook().catalogue(), settings.asOf());
        try (var longLived = new Evaluator(compiled, settings, population)) {
            for (var one : facts.byScorecard()) {
                try (var own = new Evaluator(compiled, settings, population)) {
                    assertThat(longLived.evaluate(one)).as(one.id()).isEqualTo(own.evaluate(one));
                }
            }
        }
    }

    @Test
    void anotherRunGivesTheSameIdsAndAnotherSubjectAnother() {
        var facts = random(7, 5).facts();
        List<String> ids = Evaluations.of(small(), facts).stream()
                .flatMap(one -> one.findings().stream())
                .map(Finding::id)
                .toList();
        assertThat(Evaluations.of(small(), facts).stream()
                        .flatMap(one -> one.findings().stream())
                        .map(Finding::id))
                .containsExactlyElementsOf(ids);
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{16}"));
        assertThat(StableId.of("ST1_OFF_TARGET", Subject.ofKpi("EMEA", "win_rate", "2026-Q3")))
                .as("an id never changes between versions")
                .isEqualTo("62d93a9c79ec4a9a");
    }

    @Test
    void aScorecardThatFailsIsReportedWithItsAddressAndTheOthersGoOn() {
        Rulebooks rules = small().rules(
                        "rules/balance.drl",
                        "rule \"Trap\" agenda-group \"balance\" when Scorecard(scorecard == \"S02\")",
                        "then throw new IllegalStateException(\"the trap closed\"); end");
        var facts = random(11, 6).facts();
        List<ScorecardEvaluation> without = Evaluations.of(small(), facts);
        for (int workers = 1; workers <= 2; workers++) {
            List<ScorecardEvaluation> with = Evaluations.of(Evaluations.compile(rules), facts, AS_OF, workers);
            assertThat(with).hasSize(6);
            for (int i = 0; i < 6; i++) {
                if (i == 2) {
                    Problem problem = with.get(i).problems().get(0);
                    assertThat(problem.code()).isEqualTo(ProblemCode.EVALUATION_FAILED);
                    assertThat(problem.at())
                            .hasToString(facts.byScorecard()
                                    .get(2)
                                    .scorecard()
                                    .origin()
                                    .whole()
                                    .toString());
                    assertThat(problem.message())
                            .contains("S02", "the trap closed")
                            .doesNotContain("\tat ", "\n");
                    assertThat(with.get(i).statuses()).isEmpty();
                } else {
                    assertThat(with.get(i)).as("scorecard %d", i).isEqualTo(without.get(i));
                }
            }
        }
    }

    @Test
    void aRulebookThatLacksParametersIsRefusedWithAllOfThemAtOnce() {
        Rulebooks rules =
                small().without("coverage_min").without("trend_points").parameter("score_cap", "a lot");
        var refused = catchThrowableOfType(
                InvalidRulebook.class, () -> Evaluations.of(rules, random(1, 3).facts()));
        assertThat(refused.problems()).hasSize(3).allMatch(problem -> problem.code() == ProblemCode.PARAMETER_MISSING);
        assertThat(refused).hasMessageContaining("coverage_min").hasMessageContaining("\"a lot\"");
    }

    @Test
    void aShareTypedAsPercentAndACountThatIsNoneAreRefusedWithWhatIsMeant() {
        Rulebooks rules = small().parameter("coverage_min", "60")
                .parameter("veto_weight", "20")
                .parameter("trend_points", "-6")
                .parameter("g9_neighbours", "2.5");
        var refused = catchThrowableOfType(
                InvalidRulebook.class, () -> Evaluations.of(rules, random(1, 3).facts()));
        assertThat(refused.problems()).hasSize(4).allMatch(problem -> problem.code() == ProblemCode.PARAMETER_MISSING);
        assertThat(refused)
                .hasMessageContaining("\"coverage_min\" must be a share from 0 to 1, where 1 is the whole, not 60")
                .hasMessageContaining("\"trend_points\" must be a whole number from 2 on, not -6")
                .hasMessageContaining("\"g9_neighbours\" must be a whole number from 1 on, not 2.5");
    }

    @Test
    void wrongFormulasAreRefusedWithTheirCells() {
        Rulebooks rules = rulebook(
                Kpis.kpi("a").formula("b + 1").build(),
                Kpis.kpi("b").formula("a + 1").build(),
                Kpis.kpi("c").formula("revenu / 2").build(),
                Kpis.kpi("d").formula("2 *").build(),
                Kpis.higher("revenue"));
        List<Problem> problems =
                Evaluator.check(rules.build().catalogue(), rules.build().parameters());
        assertThat(problems)
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(
                        ProblemCode.FORMULA_CYCLE, ProblemCode.FORMULA_INVALID, ProblemCode.FORMULA_INVALID);
        assertThat(problems).allMatch(problem -> problem.at().toString().startsWith("kpi-catalogue.xlsx!KPIs!F"));
        assertThat(problems).anyMatch(problem -> problem.message().contains("a -> b -> a"));
        assertThat(problems).anyMatch(problem -> "revenue".equals(problem.advice()));
        assertThat(problems).anyMatch(problem -> problem.message().contains("position 4"));
    }

    @Test
    void aBatchNeedsAWorker() {
        CompiledRulebook compiled = Evaluations.compile(small());
        assertThatThrownBy(() -> Evaluations.of(compiled, random(1, 1).facts(), AS_OF, 0))
                .hasMessageContaining("0");
    }

    @Test
    void nothingToEvaluateIsNoFailure() {
        assertThat(Evaluations.of(small(), new Given().facts())).isEmpty();
    }

    @Test
    void recommendationsAnswerTheNewestFindingsAndAreRanked() {
        var given = new Given()
                .measured("E", "revenue", "2026-Q2", "50", "100")
                .measured("E", "revenue", "2026-Q3", "95", "100")
                .measured("E", "cac", "2026-Q3", "200", "100");
        ScorecardEvaluation evaluation = Evaluations.only(small(), given);
        assertThat(evaluation.recommendations()).map(Recommendation::rank).containsExactly(1, 2);
        assertThat(evaluation.recommendations().get(0).action()).isEqualTo("Raise Cac from 200 to 110");
        assertThat(evaluation.recommendations().get(0).due()).isEqualTo(AS_OF.plusDays(14));
        assertThat(evaluation.recommendations())
                .filteredOn(one -> "revenue".equals(one.subject().kpi()))
                .map(Recommendation::action)
                .containsExactly("Raise Revenue from 95 to 100");
    }

    @Test
    void nobodyIsAdvisedOnDoubtedData() {
        var given = new Given().measured("E", "revenue", "2026-Q3", "500", "9000");
        assertThat(Evaluations.only(small(), given).recommendations())
                .noneMatch(one -> "revenue".equals(one.subject().kpi()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatWorkersPrepareArrivesInTheOrderOfTheScorecards(int workers) {
        var facts = random(7, 25).facts();
        List<ScorecardFacts> scorecards = facts.byScorecard();
        var prepared = new ArrayList<String>();

        batch(facts, workers)
                .evaluate(
                        scorecards,
                        evaluation -> evaluation.scorecard().scorecard() + ": "
                                + evaluation.statuses().size(),
                        prepared::add);

        assertThat(prepared)
                .containsExactlyElementsOf(Evaluations.of(Evaluations.compile(small()), facts, AS_OF, 1).stream()
                        .map(one -> one.scorecard().scorecard() + ": "
                                + one.statuses().size())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatPreparingThrowsReachesTheCaller(int workers) {
        var facts = random(7, 9).facts();
        var full = new IllegalStateException("full");

        assertThatThrownBy(() -> batch(facts, workers)
                        .evaluate(
                                facts.byScorecard(),
                                evaluation -> {
                                    throw full;
                                },
                                nothing -> {}))
                .isSameAs(full);
    }

    private static Batch batch(Facts facts, int workers) {
        CompiledRulebook compiled = Evaluations.compile(small());
        return new Batch(
                compiled,
                new EvaluationSettings(new AsOf(AS_OF), FiscalCalendar.CALENDAR_YEAR),
                Population.of(facts, compiled.rulebook().catalogue(), new AsOf(AS_OF)),
                workers);
    }
}
