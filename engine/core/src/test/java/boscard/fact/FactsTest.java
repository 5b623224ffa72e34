package boscard.fact;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.given.Given;
import boscard.source.Origin;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final Origin HERE = new Origin.Computed("for a test");

    private static Goal goal(String id, @Nullable String scorecard) {
        return new Goal(
                id, null, scorecard, null, List.of(), null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, HERE);
    }

    private static Objective objective(String id, @Nullable String scorecard) {
        return new Objective(
                id,
                id,
                "CUSTOMER",
                null,
                scorecard,
                List.of(),
                null,
                null,
                null,
                null,
                ObjectiveStatus.ACTIVE,
                null,
                null,
                null,
                null,
                HERE);
    }

    private static Initiative initiative(String id, @Nullable String goal, @Nullable String scorecard) {
        return new Initiative(
                id,
                id,
                null,
                null,
                goal,
                scorecard,
                null,
                null,
                InitiativeStatus.OPEN,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                HERE);
    }

    private static Milestone milestone(String id, @Nullable String goal, @Nullable String initiative) {
        return new Milestone(id, goal, initiative, id, LocalDate.of(2026, 1, 1), null, HERE);
    }

    private static ScorecardFacts of(Facts facts, String id) {
        return facts.byScorecard().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theOrderOfTheInputChangesNothing() {
        var given = new Given().scorecard("B").scorecard("A");
        for (int month = 1; month <= 9; month++) {
            given.measured("A", "revenue", "2026-0" + month, "1", "1");
            given.measured("B", "revenue", "2026-0" + month, "1", "1");
        }
        for (long seed = 0; seed < 20; seed++) {
            assertThat(given.shuffled(seed).byScorecard())
                    .as("seed %d", seed)
                    .isEqualTo(given.facts().byScorecard());
        }
    }

    @Test
    void aScorecardThatOnlyMeasurementsNameIsJudgedTooAndSaysWhoNamedIt() {
        ScorecardFacts undeclared =
                of(new Given().measured("EMEA", "revenue", "2026-01", "1", "1").facts(), "EMEA");
        assertThat(undeclared.scorecard().name()).isEqualTo("EMEA");
        assertThat(undeclared.scorecard().level()).isNull();
        assertThat(undeclared.scorecard().origin().whole()).hasToString("computed: named by measurements.csv:2");
        assertThat(undeclared.measurements()).hasSize(1);
    }

    @Test
    void aScorecardThatOnlyAGoalNamesIsJudgedToo() {
        Facts facts = new Given().scorecard("A").fact(goal("G-1", "B")).facts();
        assertThat(facts.byScorecard()).map(ScorecardFacts::id).containsExactly("A", "B");
    }

    @Test
    void factsThatAreMadeWhenLookedAtAreMadeForOneScorecardAtATime() {
        var given = new Given();
        for (String scorecard : List.of("A", "B", "C")) {
            given.scorecard(scorecard);
            for (int month = 1; month <= 9; month++) {
                given.measured(scorecard, "revenue", "2026-0" + month, "1", "1");
            }
        }
        List<Measurement> measurements = given.facts().of(Measurement.class);
        var looks = new AtomicInteger();
        var made = new AbstractList<Measurement>() {
            @Override
            public Measurement get(int index) {
                looks.incrementAndGet();
                return measurements.get(index);
            }

            @Override
            public int size() {
                return measurements.size();
            }
        };
        List<ScorecardFacts> byScorecard = Facts.ofSorted(
                        Map.of(FactKind.SCORECARDS, given.facts().of(Scorecard.class), FactKind.MEASUREMENTS, made))
                .byScorecard();
        looks.set(0);

        assertThat(byScorecard.get(1).measurements()).isEqualTo(measurements.subList(9, 18));
        assertThat(looks.get()).as("its nine, and a glance at the kind").isBetween(9, 17);
    }

    @Test
    void aDeclaredScorecardWithoutFactsIsNotLost() {
        assertThat(new Given().scorecard("A").facts().byScorecard()).hasSize(1);
    }

    @Test
    void aGoalWithoutScorecardIsJudgedOnceWithTheTopmost() {
        Facts facts = new Given()
                .scorecard("TEAM", "ZCOMPANY")
                .scorecard("ZCOMPANY")
                .fact(goal("G-1", null))
                .fact(goal("G-2", "TEAM"))
                .facts();
        assertThat(of(facts, "ZCOMPANY").goals()).map(Goal::goal).containsExactly("G-1");
        assertThat(of(facts, "TEAM").goals()).map(Goal::goal).containsExactly("G-2");
    }

    @Test
    void aScorecardThatNobodyDeclaredIsNotTheTopmostOne() {
        Facts facts = new Given()
                .scorecard("COMPANY")
                .measured("A", "revenue", "2026-01", "1", "1")
                .fact(goal("G-1", null))
                .facts();
        assertThat(of(facts, "COMPANY").goals()).hasSize(1);
        assertThat(of(facts, "A").goals()).isEmpty();
    }

    @Test
    void anObjectiveWithoutScorecardBelongsToEach() {
        Facts facts = new Given()
                .scorecard("A")
                .scorecard("B")
                .fact(objective("O-shared", null))
                .fact(objective("O-a", "A"))
                .facts();
        assertThat(of(facts, "A").objectives()).map(Objective::objective).containsExactly("O-a", "O-shared");
        assertThat(of(facts, "B").objectives()).map(Objective::objective).containsExactly("O-shared");
    }

    @Test
    void anInitiativeOfAGoalAndItsMilestonesGoWhereTheGoalGoes() {
        Facts facts = new Given()
                .scorecard("A")
                .scorecard("B")
                .fact(goal("G-b", "B"))
                .fact(initiative("I-1", "G-b", null))
                .fact(milestone("M-1", null, "I-1"))
                .fact(milestone("M-2", "G-b", null))
                .facts();
        assertThat(of(facts, "B").initiatives()).map(Initiative::initiative).containsExactly("I-1");
        assertThat(of(facts, "B").milestones()).map(Milestone::milestone).containsExactly("M-1", "M-2");
        assertThat(of(facts, "A").initiatives()).isEmpty();
        assertThat(of(facts, "A").milestones()).isEmpty();
    }

    @Test
    void factsAreCountedAndListedByKindAndKey() {
        Facts facts = new Given()
                .measured("B", "revenue", "2026-01", "1", "1")
                .measured("A", "revenue", "2026-02", "1", "1")
                .measured("A", "revenue", "2026-01", "1", "1")
                .scorecard("A")
                .facts();
        assertThat(facts.count(FactKind.MEASUREMENTS)).isEqualTo(3);
        assertThat(facts.count(FactKind.GOALS)).isZero();
        assertThat(facts.of(Goal.class)).isEmpty();
        assertThat(facts.all())
                .map(Fact::id)
                .containsExactly("A", "A|revenue|2026-01", "A|revenue|2026-02", "B|revenue|2026-01");
    }
}
