package boscard.evaluation;

import static boscard.evaluation.Evaluations.AS_OF;
import static boscard.given.Rulebooks.rulebook;
import static boscard.given.Rulebooks.threeBands;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Facts;
import boscard.fact.Kpi;
import boscard.given.Given;
import boscard.given.Kpis;
import boscard.given.Tables;
import boscard.rulebook.CompiledRulebook;
import boscard.rulebook.Stage;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all numbers, tried with many. Each scorecard of a batch is one try. */
class ScorePropertiesTest {

    private static final int TRIES = 40;
    private static final Kpi HIGHER = Kpis.kpi("revenue").build();
    private static final Kpi LOWER = Kpis.lower("cac");
    private static final CompiledRulebook RULEBOOK =
            Evaluations.compile(rulebook(HIGHER, LOWER).with(threeBands()));

    static LongStream seeds() {
        String repeated = System.getProperty("seed");
        return repeated != null ? LongStream.of(Long.parseLong(repeated)) : LongStream.range(0, 5);
    }

    private static BigDecimal drawn(SplittableRandom random, int most) {
        return BigDecimal.valueOf(1L + random.nextInt(most * 100), 2);
    }

    private static List<KpiStatus> statuses(CompiledRulebook rulebook, Facts facts) {
        return Evaluations.of(rulebook, facts, AS_OF, 1).stream()
                .map(evaluation -> evaluation.statuses().get(0))
                .toList();
    }

    private static BigDecimal score(KpiStatus status) {
        return Objects.requireNonNull(status.score());
    }

    private static String id(int number) {
        return "S%04d".formatted(number);
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void moreNeverLowersTheScoreWhenHigherIsBetterAndNeverRaisesItWhenLowerIs(long seed) {
        for (Kpi kpi : List.of(HIGHER, LOWER)) {
            var random = new SplittableRandom(seed);
            BigDecimal target = drawn(random, 100);
            var actuals = new ArrayList<BigDecimal>();
            for (int i = 0; i < TRIES; i++) {
                actuals.add(target.multiply(BigDecimal.valueOf(60L + random.nextInt(80), 2))
                        .add(BigDecimal.valueOf(random.nextInt(3) - 1L, 12)));
            }
            actuals.sort(null);
            var given = new Given();
            for (int i = 0; i < TRIES; i++) {
                given.measured(id(i), kpi.id(), "2026-Q3", actuals.get(i).toPlainString(), target.toPlainString());
            }
            List<KpiStatus> statuses = statuses(RULEBOOK, given.facts());
            for (int i = 1; i < TRIES; i++) {
                int change = score(statuses.get(i)).compareTo(score(statuses.get(i - 1))) * kpi.sign();
                assertThat(change)
                        .as(
                                "repeat with -Dseed=%d: %s of %s and then %s, target %s",
                                seed, kpi.id(), actuals.get(i - 1), actuals.get(i), target)
                        .isNotNegative();
                assertThat(statuses.get(i)
                                        .status()
                                        .compareTo(statuses.get(i - 1).status())
                                * kpi.sign())
                        .isNotPositive();
            }
        }
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void scalingActualAndTargetTogetherChangesNothing(long seed) {
        var random = new SplittableRandom(seed);
        for (Kpi kpi : List.of(HIGHER, LOWER)) {
            var plain = new Given();
            var scaled = new Given();
            for (int i = 0; i < TRIES; i++) {
                BigDecimal actual = drawn(random, 150);
                BigDecimal target = drawn(random, 100);
                BigDecimal factor =
                        new BigDecimal(List.of("1000000", "0.001", "7", "0.3").get(random.nextInt(4)));
                plain.measured(id(i), kpi.id(), "2026-Q3", actual.toPlainString(), target.toPlainString());
                scaled.measured(
                        id(i),
                        kpi.id(),
                        "2026-Q3",
                        actual.multiply(factor).toPlainString(),
                        target.multiply(factor).toPlainString());
            }
            List<KpiStatus> expected = statuses(RULEBOOK, plain.facts());
            List<KpiStatus> found = statuses(RULEBOOK, scaled.facts());
            for (int i = 0; i < TRIES; i++) {
                assertThat(found.get(i).status())
                        .as("-Dseed=%d", seed)
                        .isEqualTo(expected.get(i).status());
                assertThat(found.get(i).score())
                        .as("-Dseed=%d", seed)
                        .isEqualTo(expected.get(i).score());
            }
        }
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void statusAndScoreNeverDisagree(long seed) {
        var random = new SplittableRandom(seed);
        for (Kpi kpi : List.of(HIGHER, LOWER)) {
            var given = new Given();
            for (int i = 0; i < TRIES; i++) {
                given.measured(
                        id(i),
                        kpi.id(),
                        "2026-Q3",
                        drawn(random, 150).toPlainString(),
                        drawn(random, 100).toPlainString());
            }
            assertThat(statuses(RULEBOOK, given.facts()))
                    .allSatisfy(status -> assertThat(NodeRules.NodeRule.PLAIN.bandOf(score(status)))
                            .as("-Dseed=%d %s", seed, status)
                            .isEqualTo(status.status()));
        }
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void anotherScorecardChangesNothingThatIsNotAboutAllOfThem(long seed) {
        var random = new SplittableRandom(seed);
        var given = new Given();
        for (int i = 0; i < TRIES; i++) {
            for (Kpi kpi : List.of(HIGHER, LOWER)) {
                for (String quarter : List.of("2026-Q1", "2026-Q2", "2026-Q3")) {
                    given.measured(
                            id(i),
                            kpi.id(),
                            quarter,
                            random.nextInt(8) == 0 ? null : drawn(random, 150).toPlainString(),
                            drawn(random, 100).toPlainString());
                }
            }
        }
        List<ScorecardEvaluation> before = Evaluations.of(RULEBOOK, given.facts(), AS_OF, 1);
        given.scorecard("T0000", null)
                .measured("T0000", HIGHER.id(), "2026-Q3", drawn(random, 150).toPlainString(), "50")
                .measured("T0000", LOWER.id(), "2026-Q2", drawn(random, 150).toPlainString(), "50");
        List<ScorecardEvaluation> after = Evaluations.of(RULEBOOK, given.facts(), AS_OF, 1);
        assertThat(after).hasSize(TRIES + 1);
        assertThat(after.subList(0, TRIES)).as("-Dseed=%d", seed).isEqualTo(before);
        assertThat(before)
                .as("there is something to change")
                .anyMatch(one -> !one.findings().isEmpty());
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void aNodeScoresBetweenItsLowestAndItsHighestChild(long seed) {
        var random = new SplittableRandom(seed);
        var kpis = new ArrayList<Kpi>();
        for (int i = 0; i < 5; i++) {
            kpis.add(Kpis.kpi("k" + i)
                    .weight(Integer.toString(1 + random.nextInt(9)))
                    .perspective(i < 3 ? "FINANCIAL" : "CUSTOMER")
                    .build());
        }
        var given = new Given();
        for (int i = 0; i < TRIES; i++) {
            for (Kpi kpi : kpis) {
                given.measured(id(i), kpi.id(), "2026-Q3", drawn(random, 150).toPlainString(), "100");
            }
        }
        CompiledRulebook rulebook =
                Evaluations.compile(rulebook(kpis.toArray(Kpi[]::new)).with(threeBands()));
        for (ScorecardEvaluation evaluation : Evaluations.of(rulebook, given.facts(), AS_OF, 1)) {
            for (NodeScore node : evaluation.nodes()) {
                List<BigDecimal> children = evaluation.statuses().stream()
                        .filter(status -> node.kind() == NodeScore.Kind.SCORECARD
                                || status.perspective().equals(node.node()))
                        .map(ScorePropertiesTest::score)
                        .sorted()
                        .toList();
                assertThat(node.score())
                        .as("-Dseed=%d %s", seed, node)
                        .isBetween(children.get(0), children.get(children.size() - 1));
            }
        }
    }

    /** Where the better bands begin, by what the table compares. */
    private static CompiledRulebook comparing(Kpi kpi, String property, String green, String amber, boolean up) {
        DecisionTable table = Tables.table("Thresholds", Stage.STATUS, HitPolicy.FIRST, Performance.class)
                .when(property, up ? Operator.AT_LEAST : Operator.AT_MOST)
                .then("status")
                .row("KT-1", green, Status.GREEN)
                .row("KT-2", amber, Status.AMBER)
                .row("KT-3", null, Status.RED)
                .build();
        return Evaluations.compile(rulebook(kpi).with(table));
    }

    private static Facts measured(Kpi kpi, String property, List<BigDecimal> actuals, List<BigDecimal> others) {
        var given = new Given();
        for (int i = 0; i < actuals.size(); i++) {
            String actual = actuals.get(i).toPlainString();
            String other = others.get(i).toPlainString();
            if (property.equals("growth") || property.equals("rise")) {
                given.measuredWithPrior(id(i), kpi.id(), "2026-Q3", actual, other);
            } else {
                given.measured(id(i), kpi.id(), "2026-Q3", actual, other);
            }
        }
        return given.facts();
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void theValueThatIsSaidToReachABetterBandReachesItAndAnyLessDoesNot(long seed) {
        for (Kpi kpi : List.of(HIGHER, LOWER)) {
            exact(seed, kpi, "attainment", comparing(kpi, "attainment", "1", "0.9", true));
            exact(seed, kpi, "gap", comparing(kpi, "gap", "0", "-7.5", true));
            exact(seed, kpi, "growth", comparing(kpi, "growth", "0.07", "-0.03", true));
            exact(seed, kpi, "rise", comparing(kpi, "rise", "5", "-2.25", true));
            exact(
                    seed,
                    kpi,
                    "value",
                    kpi == HIGHER
                            ? comparing(kpi, "value", "70.5", "50.25", true)
                            : comparing(kpi, "value", "50.25", "70.5", false));
        }
    }

    private static void exact(long seed, Kpi kpi, String property, CompiledRulebook rulebook) {
        var random = new SplittableRandom(seed);
        var actuals = new ArrayList<BigDecimal>();
        var others = new ArrayList<BigDecimal>();
        for (int i = 0; i < TRIES; i++) {
            actuals.add(drawn(random, 150));
            others.add(drawn(random, 100));
        }
        List<ScorecardEvaluation> before = Evaluations.of(rulebook, measured(kpi, property, actuals, others), AS_OF, 1);
        var reached = new ArrayList<BigDecimal>();
        var missed = new ArrayList<BigDecimal>();
        var promised = new ArrayList<@Nullable Finding>();
        for (int i = 0; i < TRIES; i++) {
            Finding off = before.get(i).findings().stream().findFirst().orElse(null);
            BigDecimal said = off == null ? actuals.get(i) : Objects.requireNonNull(off.threshold());
            promised.add(off);
            reached.add(said);
            missed.add(said.subtract(BigDecimal.valueOf(kpi.sign()).movePointLeft(8)));
        }
        List<KpiStatus> better = statuses(rulebook, measured(kpi, property, reached, others));
        List<KpiStatus> almost = statuses(rulebook, measured(kpi, property, missed, others));
        int tried = 0;
        for (int i = 0; i < TRIES; i++) {
            Finding off = promised.get(i);
            if (off != null) {
                tried++;
                Status now = Objects.requireNonNull(off.status());
                Status next = now == Status.RED ? Status.AMBER : Status.GREEN;
                assertThat(better.get(i).status())
                        .as("-Dseed=%d %s of %s: %s", seed, property, kpi.id(), off)
                        .isEqualTo(next);
                assertThat(almost.get(i).status())
                        .as("-Dseed=%d almost, %s of %s: %s", seed, property, kpi.id(), off)
                        .isEqualTo(now);
            }
        }
        assertThat(tried).as("findings among %d tries", TRIES).isGreaterThan(TRIES / 10);
    }
}
