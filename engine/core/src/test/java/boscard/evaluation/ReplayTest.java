package boscard.evaluation;

import static boscard.evaluation.Evaluations.AS_OF;
import static boscard.given.Rulebooks.rulebook;
import static boscard.given.Rulebooks.threeBands;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Facts;
import boscard.fact.FiscalCalendar;
import boscard.fact.Kpi;
import boscard.fact.Level;
import boscard.fact.Perspective;
import boscard.fact.Scheme;
import boscard.fact.Scorecard;
import boscard.given.Given;
import boscard.given.Kpis;
import boscard.given.Rulebooks;
import boscard.given.Tables;
import boscard.rulebook.Rulebook;
import boscard.rulebook.Stage;
import boscard.source.Origin;
import boscard.table.FactType;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {

    private static final Kpi REVENUE = Kpis.higher("revenue");
    private static final Kpi CAC = Kpis.kpi("cac")
            .direction(boscard.fact.Direction.LOWER)
            .perspective(Perspective.CUSTOMER)
            .weight("3")
            .build();
    private static final Kpi MARGIN =
            Kpis.kpi("margin").formula("revenue / cac").build();

    private static Replay replay(Rulebook rulebook, Facts facts) {
        var settings = new EvaluationSettings(new AsOf(AS_OF), FiscalCalendar.CALENDAR_YEAR);
        return new Replay(
                facts.byScorecard().get(0),
                rulebook,
                settings,
                Population.of(facts, rulebook.catalogue(), settings.asOf()));
    }

    private static Given drawn(long seed) {
        var random = new SplittableRandom(seed);
        var given = new Given().scorecard("EMEA");
        for (String kpi : new String[] {"revenue", "cac"}) {
            for (String period : new String[] {"2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"}) {
                given.measured(
                        "EMEA",
                        kpi,
                        period,
                        random.nextInt(6) == 0 ? null : Integer.toString(70 + random.nextInt(60)),
                        random.nextInt(6) == 0 ? null : "100");
            }
        }
        return given;
    }

    /** No rules engine is needed to say again what a run said. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void judgesEveryStatusAsTheRunDid(long seed) {
        Rulebooks rulebook = rulebook(REVENUE, CAC, MARGIN).with(threeBands());
        Given given = drawn(seed);
        ScorecardEvaluation run = Evaluations.only(rulebook, given);
        Replay replay = replay(rulebook.build(), given.facts());

        assertThat(run.statuses()).isNotEmpty();
        for (KpiStatus status : run.statuses()) {
            if (status.value() == null) {
                continue;
            }
            Judgement judged = replay.judge(
                            status.kpi(),
                            status.period(),
                            status.value(),
                            rulebook.build().tables())
                    .orElseThrow();
            assertThat(judged.status()).as("%s, seed %d", status.key(), seed).isEqualTo(status.rawStatus());
            assertThat(judged.score()).isEqualTo(status.score());
            Derivation derivation = status.derivation();
            assertThat(judged.row() == null ? null : judged.row().id())
                    .isEqualTo(derivation == null ? null : derivation.ruleId());
        }
    }

    @Test
    void aNodeIsRolledUpFromThePartsThatAreSaid() {
        Rulebooks rulebook = rulebook(REVENUE, CAC).with(threeBands());
        Given given = drawn(1);
        ScorecardEvaluation run = Evaluations.only(rulebook, given);
        Map<String, java.util.List<NodePart>> parts =
                replay(rulebook.build(), given.facts()).nodeParts(run.statuses());

        assertThat(run.nodes()).isNotEmpty().allSatisfy(node -> {
            java.util.List<NodePart> children = Objects.requireNonNull(parts.get(Replay.nodeKey(node)));
            assertThat(children).hasSize(node.children());
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal weights = BigDecimal.ZERO;
            for (NodePart child : children) {
                if (child.applicable() && child.score() != null) {
                    sum = sum.add(child.weight().multiply(child.score()));
                    weights = weights.add(child.weight());
                }
            }
            if (node.score() != null) {
                assertThat(boscard.fact.Decimals.ratio(sum, weights)).isEqualTo(node.score());
            }
        });
    }

    @Test
    void factsOfATypeAreThoseThatTablesWereMatchedWith() {
        var checks = Tables.table("Checks", Stage.STATUS, HitPolicy.COLLECT, KpiStatus.class)
                .when("kpi", Operator.EQUAL)
                .then("finding")
                .row("SC-1", "revenue", "ST9_EVERY")
                .build();
        Rulebooks rulebook = rulebook(REVENUE).with(threeBands(), checks);
        var given = new Given()
                .measured("EMEA", "revenue", "2026-Q2", "80", "100")
                .measured("EMEA", "revenue", "2026-Q3", "95", "100");
        ScorecardEvaluation run = Evaluations.only(rulebook, given);
        Replay replay = replay(rulebook.build(), given.facts());
        var concluded = Replay.Concluded.of(run);

        assertThat(replay.factsOf(FactType.of(KpiStatus.class), concluded))
                .containsExactly(Evaluations.status(run, "revenue", "2026-Q3"));
        assertThat(replay.factsOf(FactType.of(Performance.class), concluded)).hasSize(2);
        assertThat(replay.factsOf(FactType.of(FindingView.class), concluded))
                .extracting(view -> ((FindingView) view).code())
                .containsExactlyInAnyOrder("ST1_OFF_TARGET", "ST9_EVERY");
    }

    @Test
    void aPopulationIsRestoredWholeFromItsEntries() {
        var given = new Given();
        for (String id : new String[] {"A", "B", "C"}) {
            given.fact(new Scorecard(
                    id,
                    id,
                    Level.TEAM,
                    null,
                    "Owner " + id,
                    "Manager",
                    null,
                    BigDecimal.ONE,
                    null,
                    null,
                    null,
                    null,
                    null,
                    new Origin.Line("scorecards.csv", 2, Map.of())));
            given.measured(id, "revenue", "2026-Q3", id.equals("A") ? "120" : "80", "100");
        }
        given.measured("A", "cac", "2026-Q3", "1", "2");
        Kpi comparedWithPeers = Kpis.kpi("revenue").scheme(Scheme.PEER).build();
        Population population = Population.of(
                given.facts(), rulebook(comparedWithPeers, CAC).build().catalogue(), new AsOf(AS_OF));

        Population restored = Population.restored(population.entries());

        assertThat(restored).usingRecursiveComparison().isEqualTo(population);
        assertThat(restored.entries()).isEqualTo(population.entries());
        assertThat(restored).hasNoNullFieldsOrProperties();
        for (var field : Population.class.getDeclaredFields()) { // one that entries leave out would be empty
            if (!java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
                assertThat(restored).extracting(field.getName()).isNotIn(0, Map.of(), java.util.Set.of());
            }
        }
    }
}
