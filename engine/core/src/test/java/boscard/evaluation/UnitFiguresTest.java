package boscard.evaluation;

import static boscard.given.Rulebooks.rulebook;
import static boscard.given.Rulebooks.threeBands;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.drools.DroolsCompiler;
import boscard.fact.Aggregation;
import boscard.fact.FiscalCalendar;
import boscard.fact.Kpi;
import boscard.fact.Level;
import boscard.fact.Reading;
import boscard.fact.Scorecard;
import boscard.fact.Unit;
import boscard.given.Given;
import boscard.given.Kpis;
import boscard.given.Rulebooks;
import boscard.given.Tables;
import boscard.indicator.Qualifier;
import boscard.rulebook.CompilationCache;
import boscard.rulebook.CompiledRulebook;
import boscard.rulebook.Stage;
import boscard.source.Origin;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scorecards computed from their units: DOMAIN.md sections 3, Aggregation, and 4.6. */
class UnitFiguresTest {

    private static final DroolsCompiler COMPILER = new DroolsCompiler(CompilationCache.NONE);

    private static final Kpi WON = Kpis.kpi("won").weight("0").build();
    private static final Kpi LOST = Kpis.kpi("lost").weight("0").build();
    private static final Kpi WIN_RATE = Kpis.kpi("win_rate")
            .formula("won/(won+lost)")
            .unit(Unit.RATIO)
            .timeAggregation(Aggregation.RATIO_OF_SUMS)
            .build();
    private static final Kpi REVENUE = Kpis.higher("revenue");

    private static Rulebooks units(String mode) {
        return rulebook(WON, LOST, WIN_RATE, REVENUE).with(threeBands()).parameter("unit_roll_up", mode);
    }

    private static Given company() {
        return new Given()
                .scorecard("REGION", null)
                .scorecard("NORTH", "REGION")
                .scorecard("SOUTH", "REGION");
    }

    private static List<ScorecardEvaluation> all(Rulebooks rulebook, Given given) {
        CompiledRulebook compiled = COMPILER.compile(rulebook.build());
        var settings = new EvaluationSettings(new AsOf(Evaluations.AS_OF), FiscalCalendar.CALENDAR_YEAR);
        Population population = Population.of(given.facts(), compiled.rulebook(), settings.asOf());
        Population again = Population.restored(population.entries());
        assertThat(again.entries()).as("what is stored with a run").isEqualTo(population.entries());
        var evaluations = new ArrayList<ScorecardEvaluation>();
        new Batch(compiled, settings, population, 1).evaluate(given.facts().byScorecard(), evaluations::add);
        var restored = new ArrayList<ScorecardEvaluation>();
        new Batch(compiled, settings, again, 1).evaluate(given.facts().byScorecard(), restored::add);
        assertThat(restored.stream().map(ScorecardEvaluation::nodes).toList())
                .isEqualTo(evaluations.stream().map(ScorecardEvaluation::nodes).toList());
        return evaluations;
    }

    private static ScorecardEvaluation region(Rulebooks rulebook, Given given) {
        return all(rulebook, given).stream()
                .filter(one -> one.scorecard().scorecard().equals("REGION"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRatioOfAParentIsTheRatioOfItsUnitsSums() {
        var given = company()
                .measured("NORTH", "won", "2026-Q3", "90", null)
                .measured("NORTH", "lost", "2026-Q3", "10", null)
                .measured("SOUTH", "won", "2026-Q3", "1", null)
                .measured("SOUTH", "lost", "2026-Q3", "9", null)
                .measured("REGION", "win_rate", "2026-Q3", null, "0.8");
        KpiStatus rate = Evaluations.status(region(units("EMPTY"), given), "win_rate", "2026-Q3");
        assertThat(rate.value()).as("91 of 110, not the mean of 90 % and 10 %").isEqualByComparingTo("0.827272727273");
        assertThat(rate.target().valueOrNull()).as("its own target").isEqualByComparingTo("0.8");
        assertThat(rate.status()).isEqualTo(Status.GREEN);
        assertThat(rate.qualifiers()).containsExactly(Qualifier.FROM_UNITS);
        assertThat(java.util.Objects.requireNonNull(rate.derivation()).facts().toString())
                .as("the lines of both units")
                .contains("measurements.csv:5", "measurements.csv:6", "measurements.csv:7", "measurements.csv:8");
    }

    @Test
    void unitsOfUnitsAreBroughtTogetherFromTheLowestUp() {
        var given = new Given()
                .scorecard("COMPANY", null)
                .scorecard("REGION", "COMPANY")
                .scorecard("NORTH", "REGION")
                .scorecard("SOUTH", "REGION")
                .scorecard("OTHER", "COMPANY")
                .measured("NORTH", "revenue", "2026-Q3", "60", "50")
                .measured("SOUTH", "revenue", "2026-Q3", "40", "50")
                .measured("OTHER", "revenue", "2026-Q3", "100", "100");
        KpiStatus company = all(units("EMPTY"), given).stream()
                .filter(one -> one.scorecard().scorecard().equals("COMPANY"))
                .map(one -> Evaluations.status(one, "revenue", "2026-Q3"))
                .findFirst()
                .orElseThrow();
        assertThat(company.value()).isEqualByComparingTo("200");
        assertThat(company.target().valueOrNull()).isEqualByComparingTo("200");
    }

    @Test
    void aUnitWithoutAValueMakesTheTotalMissingUnlessPartialSumsAreAllowed() {
        var given = company()
                .measured("NORTH", "revenue", "2026-Q3", "60", "50")
                .measured("SOUTH", "revenue", "2026-Q3", null, "50");
        KpiStatus strict = Evaluations.status(region(units("EMPTY"), given), "revenue", "2026-Q3");
        assertThat(strict.status()).isEqualTo(Status.NO_DATA);
        assertThat(strict.actual()).isEqualTo(Reading.BLANK);
        KpiStatus partial = Evaluations.status(
                region(units("EMPTY").parameter("allow_partial_sum", "Y"), given), "revenue", "2026-Q3");
        assertThat(partial.value()).isEqualByComparingTo("60");
        assertThat(partial.qualifiers()).containsExactly(Qualifier.PARTIAL, Qualifier.FROM_UNITS);
    }

    @Test
    void whatDoesNotApplyToAUnitLeavesTheSum() {
        var given = company()
                .measured("NORTH", "revenue", "2026-Q3", "60", "50")
                .measured("SOUTH", "revenue", "2026-Q3", Reading.NOT_APPLICABLE, Reading.NOT_APPLICABLE);
        KpiStatus status = Evaluations.status(region(units("EMPTY"), given), "revenue", "2026-Q3");
        assertThat(status.value()).isEqualByComparingTo("60");
        assertThat(status.qualifiers()).containsExactly(Qualifier.FROM_UNITS);
    }

    @Test
    void aScorecardThatReportsIsTakenForAllItWantsUnlessAllAreComputed() {
        var given = company()
                .measured("REGION", "revenue", "2026-Q3", "100", "100")
                .measured("NORTH", "won", "2026-Q3", "1", null)
                .measured("NORTH", "lost", "2026-Q3", "1", null);
        assertThat(region(units("EMPTY"), given).statuses()).map(KpiStatus::kpi).containsExactly("revenue");
        assertThat(region(units("ALL"), given).statuses()).map(KpiStatus::kpi).containsExactly("revenue", "win_rate");
        assertThat(region(units("ALL"), given).statuses().get(0).value())
                .as("what is reported stands")
                .isEqualByComparingTo("100");
    }

    @Test
    void noneComputesNothing() {
        var given = company().measured("NORTH", "revenue", "2026-Q3", "60", "50");
        assertThat(region(units("NONE"), given).statuses()).isEmpty();
    }

    @Test
    void whatCannotBeAddedOverUnitsIsNotGuessed() {
        Kpi median = Kpis.kpi("median")
                .timeAggregation(Aggregation.MEDIAN_OF_RECORDS)
                .unit(Unit.DAYS)
                .build();
        var given = company().measured("NORTH", "median", "2026-Q3", "60", "50");
        assertThat(region(rulebook(median).with(threeBands()).parameter("unit_roll_up", "ALL"), given)
                        .statuses())
                .isEmpty();
    }

    @Test
    void aCircleOfParentsIsNotWalkedForEver() {
        var given = new Given().scorecard("A", "B").scorecard("B", "A").measured("A", "revenue", "2026-Q3", "60", "50");
        assertThat(all(units("ALL"), given)).hasSize(2);
    }

    @Test
    void aSumOfMonthsWithAMissingOneIsMissingUnlessPartialSumsAreAllowed() {
        Kpi part = Kpis.kpi("part").weight("0").build();
        Kpi whole = Kpis.kpi("whole").formula("part").build();
        var given = new Given()
                .measured("EMEA", "part", "2026-07", "10", null)
                .measured("EMEA", "part", "2026-08", Reading.BLANK, Reading.BLANK)
                .measured("EMEA", "part", "2026-09", "30", null)
                .measured("EMEA", "whole", "2026-Q3", null, "100");
        Rulebooks strict = rulebook(part, whole).with(threeBands());
        assertThat(Evaluations.status(Evaluations.only(strict, given), "whole", "2026-Q3")
                        .status())
                .isEqualTo(Status.NO_DATA);
        KpiStatus partial = Evaluations.status(
                Evaluations.only(rulebook(part, whole).with(threeBands()).parameter("allow_partial_sum", "Y"), given),
                "whole",
                "2026-Q3");
        assertThat(partial.value()).isEqualByComparingTo("40");
        assertThat(partial.qualifiers()).containsExactly(Qualifier.PARTIAL);
    }

    private static Scorecard unit(String id, @org.jspecify.annotations.Nullable String parent, String currency) {
        return new Scorecard(
                id,
                "Team " + id,
                Level.TEAM,
                parent,
                null,
                null,
                null,
                BigDecimal.ONE,
                currency,
                null,
                null,
                null,
                null,
                new Origin.Line("scorecards.csv", 2, Map.of()));
    }

    private static DecisionTable currencies() {
        return Tables.table("Checks", Stage.QUALITY, HitPolicy.COLLECT, Indicator.class)
                .when("name", Operator.EQUAL)
                .then("finding")
                .then("message")
                .row("QT-1", "unit_currencies", "Q4_MIXED_CURRENCY", "{kpi} in {period}: {other}")
                .build();
    }

    @Test
    void amountsInSeveralCurrenciesHaveNoTotalAtAnyLevelAndTheFindingNamesTheLineOfEachUnit() {
        Kpi amount = Kpis.kpi("amount").unit(Unit.CURRENCY).build();
        var rulebook = rulebook(amount).with(threeBands()).with(currencies()).parameter("unit_roll_up", "EMPTY");
        var given = new Given()
                .fact(unit("COMPANY", null, "EUR"))
                .fact(unit("REGION", "COMPANY", "EUR"))
                .fact(unit("NORTH", "REGION", "EUR"))
                .fact(unit("SOUTH", "REGION", "USD"))
                .fact(unit("OTHER", "COMPANY", "EUR"))
                .measured("NORTH", "amount", "2026-Q3", "60", "50")
                .measured("SOUTH", "amount", "2026-Q3", "40", "50")
                .measured("OTHER", "amount", "2026-Q3", "40", "50");
        List<ScorecardEvaluation> all = all(rulebook, given);
        for (String parent : List.of("REGION", "COMPANY")) {
            ScorecardEvaluation one = all.stream()
                    .filter(evaluation -> evaluation.scorecard().scorecard().equals(parent))
                    .findFirst()
                    .orElseThrow();
            assertThat(Evaluations.status(one, "amount", "2026-Q3").status()).isEqualTo(Status.NO_DATA);
            Finding finding = Evaluations.finding(one, "Q4_MIXED_CURRENCY");
            assertThat(finding.message()).isEqualTo("Amount in 2026-Q3: in EUR and USD");
            assertThat(finding.derivation().facts().toString()).contains("measurements.csv:7", "measurements.csv:8");
        }
        assertThat(all.stream().filter(one -> one.scorecard().scorecard().equals("NORTH")))
                .allSatisfy(north ->
                        assertThat(north.findings()).extracting(Finding::code).doesNotContain("Q4_MIXED_CURRENCY"));
    }
}
