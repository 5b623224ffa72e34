package boscard.evaluation;

import static boscard.evaluation.Evaluations.finding;
import static boscard.evaluation.Evaluations.only;
import static boscard.evaluation.Evaluations.status;
import static boscard.given.Rulebooks.rulebook;
import static boscard.given.Rulebooks.threeBands;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Aggregation;
import boscard.fact.Direction;
import boscard.fact.Kpi;
import boscard.fact.Reading;
import boscard.fact.Unit;
import boscard.given.Given;
import boscard.given.Kpis;
import boscard.given.Rulebooks;
import boscard.given.Tables;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.rulebook.Stage;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTest {

    private static final Kpi REVENUE = Kpis.higher("revenue");

    /** A quality check that fires on every RATIO above 1, and the row that withholds ST1 for it. */
    static DecisionTable[] doubts(Effect effect, Scope scope) {
        return new DecisionTable[] {
            Tables.table("Checks", Stage.QUALITY, HitPolicy.COLLECT, Indicator.class)
                    .when("name", Operator.EQUAL)
                    .when("value", Operator.AT_LEAST)
                    .then("finding")
                    .then("message")
                    .row("QT-1", "implausible", "1", "Q1_IMPLAUSIBLE", "{kpi} in {period} is implausible")
                    .build(),
            Tables.table("Suppressions", Stage.QUALITY, HitPolicy.COLLECT, FindingView.class)
                    .when("code", Operator.EQUAL)
                    .then("withhold")
                    .then("how")
                    .then("scope")
                    .row("SUP-1", "Q1_IMPLAUSIBLE", "ST1_OFF_TARGET", effect, scope)
                    .build()
        };
    }

    private static KpiStatus judged(Kpi kpi, @Nullable String actual, @Nullable String target) {
        return status(
                only(
                        rulebook(kpi).with(threeBands()),
                        new Given().measured("EMEA", kpi.id(), "2026-Q3", actual, target)),
                kpi.id(),
                "2026-Q3");
    }

    @ParameterizedTest
    @CsvSource({"100, GREEN", "99.999999, AMBER", "90, AMBER", "89.999999, RED", "0, RED", "-50, RED", "250, GREEN"})
    void aValueOnAnEdgeHasTheBetterBandWhenHigherIsBetter(String actual, Status expected) {
        assertThat(judged(REVENUE, actual, "100").status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"100, GREEN", "100.000001, AMBER", "110, AMBER", "110.000001, RED", "0, GREEN", "1000, RED"})
    void aValueOnAnEdgeHasTheBetterBandWhenLowerIsBetter(String actual, Status expected) {
        assertThat(judged(Kpis.lower("cac"), actual, "100").status()).isEqualTo(expected);
    }

    private static DecisionTable one(String name, String row, String from, Status status) {
        return Tables.table(name, Stage.STATUS, HitPolicy.FIRST, Performance.class)
                .when("attainment", Operator.AT_LEAST)
                .then("status")
                .row(row, from, status)
                .build();
    }

    @Test
    void ofTwoTablesThatSayDifferentThingsNeitherIsTakenAndTheRowsAreNamed() {
        var given = new Given()
                .measured("EMEA", "revenue", "2026-Q2", "80", "100")
                .measured("EMEA", "revenue", "2026-Q3", "90", "100");
        for (boolean turned : new boolean[] {false, true}) {
            DecisionTable ours = one("Ours", "OU-1", "0.8", Status.GREEN);
            DecisionTable theirs = one("Theirs", "TH-1", "0.9", Status.AMBER);
            Rulebooks rulebook = rulebook(REVENUE).with(turned ? theirs : ours).with(turned ? ours : theirs);
            ScorecardEvaluation evaluation = only(rulebook, given);
            assertThat(status(evaluation, "revenue", "2026-Q2").status()).isEqualTo(Status.GREEN);
            assertThat(status(evaluation, "revenue", "2026-Q3").status()).isEqualTo(Status.NO_TARGET);
            assertThat(evaluation.problems()).singleElement().hasToString("""
                    status.xlsx!Theirs!A2:U2: TH-1 says AMBER and OU-1 (status.xlsx!Ours!A2:U2) says GREEN about EMEA | revenue | 2026-Q3; neither was taken [ROWS_CONTRADICT]
                      Maybe their conditions should exclude each other; boscard check names where they meet""");
        }
    }

    @Test
    void twoTablesMaySayTheSame() {
        var given = new Given().measured("EMEA", "revenue", "2026-Q3", "90", "100");
        Rulebooks rulebook = rulebook(REVENUE)
                .with(one("Theirs", "TH-1", "0.9", Status.GREEN))
                .with(one("Ours", "OU-1", "0.8", Status.GREEN));
        ScorecardEvaluation evaluation = only(rulebook, given);
        KpiStatus status = status(evaluation, "revenue", "2026-Q3");
        assertThat(status.status()).isEqualTo(Status.GREEN);
        assertThat(status.derivation())
                .isNotNull()
                .extracting(Derivation::ruleId)
                .isEqualTo("OU-1");
        assertThat(evaluation.problems()).isEmpty();
    }

    @Test
    void exactlyEightyPercentIsEightyPercent() {
        DecisionTable eighty = Tables.table("Thresholds", Stage.STATUS, HitPolicy.FIRST, Performance.class)
                .when("attainment", Operator.AT_LEAST)
                .then("status")
                .row("KT-1", "0.8", Status.GREEN)
                .row("KT-2", null, Status.RED)
                .build();
        var given = new Given().measured("EMEA", "win_rate", "2026-Q3", "0.24", "0.30");
        Kpi winRate = Kpis.kpi("win_rate").unit(Unit.RATIO).build();
        KpiStatus status = status(only(rulebook(winRate).with(eighty), given), "win_rate", "2026-Q3");
        assertThat(status.status()).isEqualTo(Status.GREEN);
        assertThat(status.attainment()).isEqualByComparingTo("0.8");
    }

    @Test
    void whatHasNoBandIsSaidInTheOrderOfTheSpecification() {
        Kpi ratio = Kpis.kpi("win_rate").unit(Unit.RATIO).plausible(null, "1").build();
        var given = new Given()
                .measured("EMEA", "win_rate", "2025-Q3", Reading.NOT_APPLICABLE, Reading.of("0.3"))
                .measured("EMEA", "win_rate", "2025-Q4", Reading.BLANK, Reading.of("0.3"))
                .measured("EMEA", "win_rate", "2026-Q1", "30", "0.3") // implausible, and would be green
                .measured("EMEA", "win_rate", "2026-Q2", "0.25", null)
                .measured("EMEA", "win_rate", "2026-Q3", "0.3", "0.3")
                .measured("EMEA", "win_rate", "2026-Q4", null, "0.3")
                .measured("EMEA", "win_rate", "2027-Q1", Reading.NOT_APPLICABLE, Reading.BLANK);
        ScorecardEvaluation evaluation =
                only(rulebook(ratio).with(threeBands()).with(doubts(Effect.SUPPRESS, Scope.MEASUREMENT)), given);
        assertThat(evaluation.statuses())
                .map(KpiStatus::status)
                .containsExactly(
                        Status.NOT_APPLICABLE,
                        Status.NO_DATA,
                        Status.SUSPECT,
                        Status.NO_TARGET,
                        Status.GREEN,
                        Status.NOT_STARTED,
                        Status.NOT_APPLICABLE);
        assertThat(status(evaluation, "win_rate", "2026-Q1").rawStatus()).isEqualTo(Status.GREEN);
    }

    @ParameterizedTest
    @CsvSource({"BLANK", "UNREADABLE", "NOT_REPORTED", "ZERO_DENOMINATOR", "ZERO_BASE", "REJECTED"})
    void aMissingActualIsNoDataAndNeverGreenEvenWhereARowAcceptsAnything(Reading.Reason reason) {
        DecisionTable alwaysGreen = Tables.table("Thresholds", Stage.STATUS, HitPolicy.FIRST, Performance.class)
                .when("kpi", Operator.EQUAL)
                .then("status")
                .row("KT-1", null, Status.GREEN)
                .build();
        var given = new Given().measured("EMEA", "revenue", "2026-Q3", new Reading.Missing(reason), Reading.of("100"));
        ScorecardEvaluation evaluation = only(rulebook(REVENUE).with(alwaysGreen), given);
        KpiStatus status = status(evaluation, "revenue", "2026-Q3");
        assertThat(status.status()).isEqualTo(Status.NO_DATA);
        assertThat(status.score()).isNull();
        assertThat(evaluation.nodes()).noneMatch(node -> node.status().isGreen());
    }

    @Test
    void aTrueZeroIsJudgedAndIsNotMissing() {
        assertThat(judged(REVENUE, "0", "100").status()).isEqualTo(Status.RED);
        assertThat(judged(Kpis.lower("complaints"), "0", "0").status()).isEqualTo(Status.GREEN);
    }

    @Test
    void withoutTargetThereIsNoTargetAndNoScore() {
        KpiStatus status = judged(REVENUE, "100", null);
        assertThat(status.status()).isEqualTo(Status.NO_TARGET);
        assertThat(status.score()).isNull();
        assertThat(status.derivation()).isNull();
    }

    @Test
    void aFuturePeriodHasNotStarted() {
        var given = new Given().measured("EMEA", "revenue", "2026-Q4", "100", "100");
        assertThat(status(only(rulebook(REVENUE).with(threeBands()), given), "revenue", "2026-Q4")
                        .status())
                .isEqualTo(Status.NOT_STARTED);
    }

    @Test
    void theStatusNamesTheRowThatDecidedAndTheRowsThatLost() {
        KpiStatus status = judged(REVENUE, "95", "100");
        Derivation derivation = java.util.Objects.requireNonNull(status.derivation());
        assertThat(derivation.ruleId()).isEqualTo("KT-002");
        assertThat(derivation.rule()).hasToString("status.xlsx!Thresholds!A3:U3");
        assertThat(derivation.lostRows()).containsExactly("KT-003");
        assertThat(derivation.facts())
                .map(Object::toString)
                .containsExactly("measurements.csv:2 (actual)", "measurements.csv:2 (target)");
    }

    @ParameterizedTest
    @CsvSource({
        "100, 66.666666666667",
        "90, 33.333333333333",
        "95, 50",
        "105, 83.333333333333",
        "110, 100",
        "80, 0",
        "0, 0"
    })
    void scoreIsLinearBetweenTheEdgesWhenHigherIsBetter(String actual, String score) {
        assertThat(judged(REVENUE, actual, "100").score()).isEqualByComparingTo(score);
    }

    @ParameterizedTest
    @CsvSource({"100, 66.666666666667", "110, 33.333333333333", "105, 50", "90, 100", "120, 0", "500, 0"})
    void scoreIsLinearBetweenTheEdgesWhenLowerIsBetter(String actual, String score) {
        assertThat(judged(Kpis.lower("cac"), actual, "100").score()).isEqualByComparingTo(score);
    }

    @ParameterizedTest
    @CsvSource({"700, 66.666666666667", "500, 33.333333333333", "900, 100", "300, 0", "600, 50"})
    void goal700AndRed500ScoreAValueItself(String actual, String score) {
        DecisionTable absolute = Tables.table("Thresholds", Stage.STATUS, HitPolicy.FIRST, Performance.class)
                .when("value", Operator.AT_LEAST)
                .then("status")
                .row("KT-1", "700", Status.GREEN)
                .row("KT-2", "500", Status.AMBER)
                .row("KT-3", null, Status.RED)
                .build();
        var given = new Given().measured("EMEA", "revenue", "2026-Q3", actual, null);
        ScorecardEvaluation evaluation = only(rulebook(REVENUE).with(absolute), given);
        KpiStatus status = status(evaluation, "revenue", "2026-Q3");
        assertThat(status.status().isBand()).isTrue();
        assertThat(status.score()).isEqualByComparingTo(score);
    }

    /** 3 to 5 is green, 2 to 3 and above 5 amber, below 2 red. */
    private static KpiStatus coverage(String actual) {
        DecisionTable table = Tables.table("Thresholds", Stage.STATUS, HitPolicy.FIRST, Performance.class)
                .when("kpi", Operator.EQUAL)
                .when("value", Operator.AT_LEAST)
                .when("value", Operator.AT_MOST)
                .then("status")
                .row("KT-1", "pipeline_coverage", "3", "5", Status.GREEN)
                .row("KT-2", "pipeline_coverage", "2", null, Status.AMBER)
                .row("KT-3", "pipeline_coverage", null, null, Status.RED)
                .build();
        Kpi kpi = Kpis.kpi("pipeline_coverage")
                .range("3", "5")
                .unit(Unit.MULTIPLE)
                .build();
        return status(
                only(rulebook(kpi).with(table), new Given().measured("EMEA", kpi.id(), "2026-Q3", actual, null)),
                kpi.id(),
                "2026-Q3");
    }

    @ParameterizedTest
    @CsvSource({
        "3, GREEN, 100",
        "5, GREEN, 100",
        "4, GREEN, 100",
        "2.999999999999, AMBER, 66.666666666633",
        "2.5, AMBER, 50",
        "2, AMBER, 33.333333333333",
        "1.999999999999, RED, 0",
        "0, RED, 0",
        "5.5, AMBER, 50",
        "6, AMBER, 33.333333333333",
        "60, AMBER, 33.333333333333"
    })
    void pipelineCoverageIsBestBetweenItsEdgesAndAmberWithoutEndAbove(String actual, Status band, String score) {
        KpiStatus status = coverage(actual);
        assertThat(status.status()).isEqualTo(band);
        if (!status.status().isRed()) {
            assertThat(status.score()).isEqualByComparingTo(score);
        } else {
            assertThat(status.score()).isNotNull().isLessThan(new java.math.BigDecimal("33.333333333334"));
        }
    }

    @Test
    void bandsOfFiveCountAsGreenAmberAndRed() {
        DecisionTable five = Tables.table("Thresholds", Stage.STATUS, HitPolicy.FIRST, Performance.class)
                .when("attainment", Operator.AT_LEAST)
                .then("status")
                .row("KT-1", "1.1", Status.OUTSTANDING)
                .row("KT-2", "1", Status.ON_TARGET)
                .row("KT-3", "0.9", Status.WATCH)
                .row("KT-4", "0.75", Status.OFF)
                .row("KT-5", "-1000000", Status.CRITICAL)
                .build();
        var given = new Given();
        String[] actuals = {"110", "100", "90", "75", "74.9"};
        for (int i = 0; i < actuals.length; i++) {
            given.measured("S" + i, "revenue", "2026-Q3", actuals[i], "100");
        }
        List<KpiStatus> statuses = Evaluations.of(rulebook(REVENUE).with(five), given.facts()).stream()
                .map(evaluation -> evaluation.statuses().get(0))
                .toList();
        assertThat(statuses)
                .map(KpiStatus::status)
                .containsExactly(Status.OUTSTANDING, Status.ON_TARGET, Status.WATCH, Status.OFF, Status.CRITICAL);
        assertThat(statuses)
                .map(status -> status.status().family())
                .containsExactly(Status.GREEN, Status.GREEN, Status.AMBER, Status.RED, Status.RED);
        assertThat(statuses.get(1).score()).isEqualByComparingTo("60");
    }

    @Test
    void redPeriodsInARowAreCountedAndAGapStartsAgain() {
        var given = new Given()
                .measured("EMEA", "revenue", "2025-Q1", "50", "100")
                .measured("EMEA", "revenue", "2025-Q2", "50", "100")
                .measured("EMEA", "revenue", "2025-Q4", "50", "100") // Q3 was not reported
                .measured("EMEA", "revenue", "2026-Q1", "50", "100")
                .measured("EMEA", "revenue", "2026-Q2", "100", "100")
                .measured("EMEA", "revenue", "2026-Q3", "50", "100");
        ScorecardEvaluation evaluation = only(rulebook(REVENUE).with(threeBands()), given);
        assertThat(evaluation.statuses()).map(KpiStatus::periodsRed).containsExactly(1, 2, 1, 2, 0, 1);
        assertThat(status(evaluation, "revenue", "2026-Q1").redSince()).isEqualTo(LocalDate.of(2025, 10, 1));
        assertThat(status(evaluation, "revenue", "2026-Q2").redSince()).isNull();
    }

    @Test
    void aPeriodWithoutDataEndsARunOfRedOnes() {
        var given = new Given()
                .measured("EMEA", "revenue", "2026-Q1", "50", "100")
                .measured("EMEA", "revenue", "2026-Q2", null, "100")
                .measured("EMEA", "revenue", "2026-Q3", "50", "100");
        assertThat(only(rulebook(REVENUE).with(threeBands()), given).statuses())
                .map(KpiStatus::periodsRed)
                .containsExactly(1, 0, 1);
    }

    @Test
    void theNewestClosedPeriodIsTheLatest() {
        var given = new Given()
                .measured("EMEA", "revenue", "2026-Q2", "50", "100")
                .measured("EMEA", "revenue", "2026-Q3", "50", "100")
                .measured("EMEA", "revenue", "2026-Q4", null, "100");
        assertThat(only(rulebook(REVENUE).with(threeBands()), given).statuses())
                .map(KpiStatus::latest)
                .containsExactly(false, true, false);
    }

    @Test
    void offTargetSaysTheNumbersTheEdgeAndHowFarItIs() {
        Kpi winRate = Kpis.kpi("win_rate").unit(Unit.RATIO).build();
        var given = new Given().scorecard("EMEA").measured("EMEA", "win_rate", "2026-Q3", "0.241", "0.30");
        Finding off = finding(only(rulebook(winRate).with(threeBands()), given), "ST1_OFF_TARGET");
        assertThat(off.severity()).isEqualTo(Severity.FAIL);
        assertThat(off.status()).isEqualTo(Status.RED);
        assertThat(off.message())
                .isEqualTo("Win rate of Team EMEA in 2026-Q3 is 24.1 %, target 30.0 %: attained 80.3 %, "
                        + "below the amber line of 90.0 %; 2.9 points to amber");
        assertThat(off.counterfactual()).isEqualTo("AMBER from 27.0 % (+2.9 points); GREEN from 30.0 % (+5.9 points)");
        assertThat(off.threshold()).isEqualByComparingTo("0.27");
    }

    @Test
    void amberWarnsRedFailsAndACriticalKpiIsCritical() {
        Rulebooks rules = rulebook(REVENUE).with(threeBands());
        assertThat(finding(only(rules, new Given().measured("E", "revenue", "2026-Q3", "95", "100")), "ST1_OFF_TARGET")
                        .severity())
                .isEqualTo(Severity.WARN);
        assertThat(finding(
                                only(
                                        rules.parameter("critical_kpis", "; REVENUE"),
                                        new Given().measured("E", "revenue", "2026-Q3", "5", "100")),
                                "ST1_OFF_TARGET")
                        .severity())
                .isEqualTo(Severity.CRITICAL);
    }

    @Test
    void growthIsNotMeasuredBeforeThereIsAYearToGrowFrom() {
        Kpi growth = Kpis.kpi("growth")
                .formula("(revenue - prior(revenue)) / prior(revenue)")
                .build();
        var given = new Given();
        for (int year = 2025; year <= 2026; year++) {
            for (int quarter = 1; quarter <= 3; quarter++) {
                given.measured("E", "revenue", year + "-Q" + quarter, "100", null);
            }
        }
        assertThat(only(rulebook(REVENUE, growth).with(threeBands()), given).statuses())
                .filteredOn(status -> status.kpi().equals("growth"))
                .extracting(KpiStatus::period)
                .containsExactly("2026-Q1", "2026-Q2", "2026-Q3");
    }

    @Test
    void greenFindsNothing() {
        var given = new Given().measured("EMEA", "revenue", "2026-Q3", "100", "100");
        assertThat(only(rulebook(REVENUE).with(threeBands()), given).findings()).isEmpty();
    }

    @Test
    void growthFromABaselineIsPositiveWhenBetterAndExactOnItsEdge() {
        DecisionTable growth = Tables.table("Thresholds", Stage.STATUS, HitPolicy.FIRST, Performance.class)
                .when("growth", Operator.AT_LEAST)
                .then("status")
                .row("KT-1", "0", Status.GREEN)
                .row("KT-2", "-0.1", Status.AMBER)
                .row("KT-3", "-1000000", Status.RED)
                .build();
        Kpi lower = Kpis.lower("cac");
        for (var expected :
                List.of(List.of("80", Status.GREEN), List.of("88", Status.AMBER), List.of("88.0001", Status.RED))) {
            var given = new Given().measuredWithPrior("EMEA", "cac", "2026-Q3", (String) expected.get(0), "80");
            assertThat(status(only(rulebook(lower).with(growth), given), "cac", "2026-Q3")
                            .status())
                    .isEqualTo(expected.get(1));
        }
    }

    @Test
    void aCurrentPeriodHasAPaceAndARatioHasNone() {
        DecisionTable pace = Tables.table("Thresholds", Stage.STATUS, HitPolicy.FIRST, Performance.class)
                .when("pace", Operator.AT_LEAST)
                .when("attainment", Operator.AT_LEAST)
                .then("status")
                .row("PACE", "1", null, Status.GREEN)
                .row("FULL", null, "0", Status.RED)
                .build();
        Kpi ratio =
                Kpis.kpi("win_rate").timeAggregation(Aggregation.RATIO_OF_SUMS).build();
        // June 2026 has 22 working days, 11 of them up to the 15th
        var given = new Given()
                .measured("E", "revenue", "2026-06", "50", "100")
                .measured("E", "win_rate", "2026-06", "50", "100");
        ScorecardEvaluation evaluation = Evaluations.of(
                        rulebook(REVENUE, ratio).with(pace), given.facts(), LocalDate.of(2026, 6, 15))
                .get(0);
        assertThat(status(evaluation, "revenue", "2026-06").status()).isEqualTo(Status.GREEN);
        assertThat(status(evaluation, "win_rate", "2026-06").status()).isEqualTo(Status.RED);
        ScorecardEvaluation withHoliday = Evaluations.of(
                        rulebook(REVENUE, ratio).with(pace).holiday("2026-06-22"),
                        given.facts(),
                        LocalDate.of(2026, 6, 15))
                .get(0);
        assertThat(status(withHoliday, "revenue", "2026-06").status())
                .as("11 of 21 working days ask for more than half")
                .isEqualTo(Status.RED);
    }

    @Test
    void formulasAreComputedFromMeasuresAndNameThem() {
        Kpi won = Kpis.kpi("won").weight("0").build();
        Kpi lost = Kpis.kpi("lost").weight("0").build();
        Kpi rate = Kpis.kpi("win_rate")
                .formula("won / (won + lost)")
                .unit(Unit.RATIO)
                .build();
        var given = new Given()
                .measured("E", "won", "2026-Q2", "0", null)
                .measured("E", "lost", "2026-Q2", "0", null)
                .measured("E", "win_rate", "2026-Q2", null, "0.3")
                .measured("E", "won", "2026-Q3", "3", null)
                .measured("E", "lost", "2026-Q3", "7", null)
                .measured("E", "win_rate", "2026-Q3", null, "0.3");
        ScorecardEvaluation evaluation = only(rulebook(won, lost, rate).with(threeBands()), given);
        assertThat(status(evaluation, "win_rate", "2026-Q3").value()).isEqualByComparingTo("0.3");
        assertThat(status(evaluation, "win_rate", "2026-Q3").status()).isEqualTo(Status.GREEN);
        assertThat(status(evaluation, "win_rate", "2026-Q2").actual()).isEqualTo(Reading.ZERO_DENOMINATOR);
        assertThat(status(evaluation, "win_rate", "2026-Q2").status()).isEqualTo(Status.NO_DATA);
        assertThat(java.util.Objects.requireNonNull(
                                status(evaluation, "win_rate", "2026-Q3").derivation())
                        .facts())
                .map(Object::toString)
                .contains("measurements.csv:5", "measurements.csv:6");
        assertThat(evaluation.statuses())
                .as("base measures are not coloured")
                .allMatch(s -> s.kpi().equals("win_rate"));
    }

    @Test
    void severalRowsOfAUniqueTableAreAProblemAndNoneIsTaken() {
        DecisionTable overlapping = Tables.table("Checks", Stage.QUALITY, HitPolicy.UNIQUE, Indicator.class)
                .when("name", Operator.EQUAL)
                .then("finding")
                .row("A", "implausible", "Q1_IMPLAUSIBLE")
                .row("B", "implausible", "Q1_IMPLAUSIBLE")
                .build();
        Kpi small = Kpis.kpi("revenue").plausible("0", "10").build();
        var given = new Given().measured("E", "revenue", "2026-Q3", "100", "100");
        ScorecardEvaluation evaluation = only(rulebook(small).with(overlapping, threeBands()), given);
        assertThat(evaluation.problems()).hasSize(1);
        assertThat(evaluation.problems().get(0).toString())
                .startsWith(
                        "quality.xlsx!Checks!A2:U2: rows A, B of the UNIQUE table \"Checks\" all match E | revenue | 2026-Q3;")
                .contains("[HIT_POLICY_VIOLATED]");
        assertThat(evaluation.findings()).isEmpty();
    }

    @Test
    void severalRowsOfAUniqueStatusTableAreAProblemTooAndLeaveNoTarget() {
        DecisionTable overlapping = Tables.table("Thresholds", Stage.STATUS, HitPolicy.UNIQUE, Performance.class)
                .when("attainment", Operator.AT_LEAST)
                .then("status")
                .row("A", "1", Status.GREEN)
                .row("B", "0.9", Status.AMBER)
                .build();
        ScorecardEvaluation evaluation = only(
                rulebook(REVENUE).with(overlapping), new Given().measured("E", "revenue", "2026-Q3", "100", "100"));
        assertThat(evaluation.problems()).extracting(Problem::code).containsExactly(ProblemCode.HIT_POLICY_VIOLATED);
        assertThat(status(evaluation, "revenue", "2026-Q3").status()).isEqualTo(Status.NO_TARGET);
    }

    @Test
    void percentScoresAreAHundredTimesAttainmentAndCapped() {
        Rulebooks percent = rulebook(REVENUE).with(threeBands()).parameter("score_method", "PERCENT");
        KpiStatus status = status(
                only(percent, new Given().measured("E", "revenue", "2026-Q3", "120", "100")), "revenue", "2026-Q3");
        assertThat(status.rawScore()).isEqualByComparingTo("120");
        assertThat(status.score()).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "50, 50", "0, 0", "-10, 0", "125, 110", "150, 120", "200, 120"})
    void twoPointScoresRunFromTheWorstValueToTheTargetAndOnToTheStretch(String actual, String score) {
        Kpi kpi = Kpis.kpi("revenue").worst("0").stretch("150").build();
        Rulebooks twoPoint = rulebook(kpi)
                .with(threeBands())
                .parameter("score_method", "TWO_POINT")
                .parameter("score_cap", "120");
        assertThat(status(
                                only(twoPoint, new Given().measured("E", "revenue", "2026-Q3", actual, "100")),
                                "revenue",
                                "2026-Q3")
                        .score())
                .isEqualByComparingTo(score);
    }

    @Test
    void twoPointScoresTurnRoundWhenLowerIsBetter() {
        Kpi kpi = Kpis.kpi("cac").direction(Direction.LOWER).worst("200").build();
        Rulebooks twoPoint = rulebook(kpi).with(threeBands()).parameter("score_method", "TWO_POINT");
        assertThat(status(only(twoPoint, new Given().measured("E", "cac", "2026-Q3", "125", "100")), "cac", "2026-Q3")
                        .score())
                .isEqualByComparingTo("75");
    }
}
