package boscard.explanation;

import static boscard.given.Rulebooks.rulebook;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.drools.DroolsCompiler;
import boscard.evaluation.AsOf;
import boscard.evaluation.Effect;
import boscard.evaluation.EvaluationSettings;
import boscard.evaluation.Evaluator;
import boscard.evaluation.Finding;
import boscard.evaluation.FindingView;
import boscard.evaluation.Indicator;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.Population;
import boscard.evaluation.Replay;
import boscard.evaluation.Replay.Concluded;
import boscard.evaluation.Scope;
import boscard.evaluation.ScorecardEvaluation;
import boscard.evaluation.Subject;
import boscard.explanation.Explanation.Kind;
import boscard.fact.Facts;
import boscard.fact.FiscalCalendar;
import boscard.fact.Kpi;
import boscard.fact.ScorecardFacts;
import boscard.fact.Unit;
import boscard.given.Given;
import boscard.given.Kpis;
import boscard.given.Rulebooks;
import boscard.given.Tables;
import boscard.rulebook.CompilationCache;
import boscard.rulebook.IndexingCompiler;
import boscard.rulebook.Rulebook;
import boscard.rulebook.Stage;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExplainerTest {

    private static final Kpi WIN_RATE =
            Kpis.kpi("win_rate").unit(Unit.RATIO).plausible(null, "1").build();
    private static final Kpi REVENUE = Kpis.kpi("revenue").weight("3").build();
    private static final Kpi PER_DEAL =
            Kpis.kpi("per_deal").formula("revenue / win_rate").weight("0").build();

    /** A specific row above a general one, so that the general one loses. */
    private static final DecisionTable THRESHOLDS = Tables.table(
                    "Thresholds", Stage.STATUS, HitPolicy.FIRST, boscard.evaluation.Performance.class)
            .when("kpi", Operator.EQUAL)
            .when("attainment", Operator.AT_LEAST, Operator.BELOW)
            .then("status")
            .row("KT-1", "win_rate", List.of("0.75", "0.85"), boscard.evaluation.Status.RED)
            .row("KT-2", null, List.of("0.8", "0.95"), boscard.evaluation.Status.AMBER)
            .row("KT-3", null, List.of("0", "0.8"), boscard.evaluation.Status.RED)
            .row("KT-4", null, List.of("0.95", "1000"), boscard.evaluation.Status.GREEN)
            .build();

    private static final DecisionTable CHECKS = Tables.table(
                    "Checks", Stage.QUALITY, HitPolicy.COLLECT, Indicator.class)
            .when("name", Operator.EQUAL)
            .when("value", Operator.AT_LEAST)
            .then("finding")
            .then("message")
            .row("QT-1", "implausible", "1", "Q1_IMPLAUSIBLE", "{kpi} in {period} is implausible")
            .build();

    private static final DecisionTable SUPPRESSIONS = Tables.table(
                    "Suppressions", Stage.QUALITY, HitPolicy.COLLECT, FindingView.class)
            .when("code", Operator.EQUAL)
            .then("withhold")
            .then("how")
            .then("scope")
            .row("SUP-1", "Q1_IMPLAUSIBLE", "ST1_OFF_TARGET", Effect.SUPPRESS, Scope.MEASUREMENT)
            .build();

    private static final DecisionTable RECOMMENDATIONS = Tables.table(
                    "Recommendations", Stage.RECOMMENDATIONS, HitPolicy.FIRST, FindingView.class)
            .when("code", Operator.EQUAL)
            .when("kpi", Operator.EQUAL)
            .then("recommend")
            .then("action")
            .row("RT-1", "ST1_OFF_TARGET", "win_rate", "REC-07", "Coach discovery calls")
            .build();

    private static Rulebook rulebook;
    private static ScorecardEvaluation run;
    private static Explainer explainer;

    @BeforeAll
    static void evaluate() {
        Rulebooks made = rulebook(WIN_RATE, REVENUE, PER_DEAL)
                .with(THRESHOLDS, CHECKS, SUPPRESSIONS, RECOMMENDATIONS)
                .rules(
                        "rules/pitfalls.drl",
                        "// Somebody should act on a red KPI.",
                        "rule \"red without action\"",
                        "  agenda-group \"pitfalls\"",
                        "when",
                        "  $now : KpiStatus(latest, status.red, $kpi : kpi)",
                        "  not Initiative(kpi == $kpi)",
                        "then",
                        "  conclude.finding(\"P5_RED_WITHOUT_ACTION\", Severity.FAIL,",
                        "      Subject.ofKpi($now.scorecard(), $kpi, null), \"nobody acts on \" + $kpi);",
                        "end");
        rulebook = made.build();
        Facts facts = new Given()
                .measured("EMEA", "win_rate", "2026-Q2", "1.2", "1.5")
                .measured("EMEA", "win_rate", "2026-Q3", "0.241", "0.3")
                .measured("EMEA", "revenue", "2026-Q2", null, "100")
                .measured("EMEA", "revenue", "2026-Q3", "99", "100")
                .facts();
        ScorecardFacts own = facts.byScorecard().get(0);
        var settings = new EvaluationSettings(new AsOf(LocalDate.of(2026, 9, 30)), FiscalCalendar.CALENDAR_YEAR);
        Population population = Population.of(facts, rulebook.catalogue(), settings.asOf());
        try (var evaluator = new Evaluator(
                new IndexingCompiler(() -> new DroolsCompiler(CompilationCache.NONE)).compile(rulebook),
                settings,
                population)) {
            run = evaluator.evaluate(own);
        }
        assertThat(run.problems()).isEmpty();
        explainer = new Explainer(rulebook, new Replay(own, rulebook, settings, population), Concluded.of(run));
    }

    private static KpiStatus status(String kpi, String period) {
        return run.statuses().stream()
                .filter(one -> one.kpi().equals(kpi) && one.period().equals(period))
                .findFirst()
                .orElseThrow();
    }

    private static Finding finding(String code) {
        return run.findings().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " among " + run.findings()));
    }

    private static List<Explanation> all(Explanation root, Kind kind) {
        var found = new ArrayList<Explanation>();
        if (root.kind() == kind) {
            found.add(root);
        }
        root.children().forEach(child -> found.addAll(all(child, kind)));
        return found;
    }

    private static List<String> texts(Explanation root, Kind kind) {
        return all(root, kind).stream().map(Explanation::text).toList();
    }

    @Test
    void aStatusNamesItsRowEveryComparedCellAndTheValueInTheUnitOfTheKpi() {
        Explanation why = explainer.why(status("win_rate", "2026-Q3"));

        assertThat(why.text()).isEqualTo("Win rate · EMEA · 2026-Q3 is RED");
        assertThat(texts(why, Kind.NUMBERS))
                .containsExactly("24.1 % of a target of 30.0 %: attained 80.3 %; score 0.0");
        assertThat(all(why, Kind.ROW)).singleElement().satisfies(row -> {
            assertThat(row.text()).isEqualTo("KT-1  Thresholds, row 2");
            assertThat(row.address()).isEqualTo("status.xlsx!Thresholds!A2:U2");
        });
        assertThat(all(why, Kind.CELL))
                .extracting(Explanation::text, Explanation::address)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("kpi         win_rate = win_rate", "B2"),
                        org.assertj.core.groups.Tuple.tuple("attainment  80.3 % from 75.0 %", "C2"),
                        org.assertj.core.groups.Tuple.tuple("attainment  80.3 % below 85.0 %", "C2"));
    }

    @Test
    void factsAreNamedWithTheirLinesAndValues() {
        Explanation why = explainer.why(status("win_rate", "2026-Q3"));

        assertThat(all(why, Kind.NUMBERS).get(0).address()).isEqualTo("measurements.csv:3 (actual)");
        assertThat(all(why, Kind.FACT))
                .extracting(Explanation::text, Explanation::address)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "measurement win_rate 2026-Q3: target 30.0 %", "measurements.csv:3 (target)"));
    }

    @Test
    void aRowThatMatchedTooIsNamedWithTheOneAboveIt() {
        assertThat(texts(explainer.why(status("win_rate", "2026-Q3")), Kind.LOST))
                .containsExactly("KT-2 (attainment [0.8, 0.95] → AMBER) matches too; KT-1 stands above it");
    }

    @Test
    void whatItLedToIsNamedInOrder() {
        assertThat(texts(explainer.why(status("win_rate", "2026-Q3")), Kind.LEADS_TO))
                .satisfiesExactly(
                        pitfall -> assertThat(pitfall)
                                .isEqualTo("leads to P5_RED_WITHOUT_ACTION: nobody acts on win_rate"),
                        action -> assertThat(action)
                                .startsWith("leads to REC-07 \"Coach discovery calls\", scorecard owner by 2026-"));
    }

    @Test
    void whatWouldChangeItIsExactInBothDirections() {
        assertThat(texts(explainer.why(status("win_rate", "2026-Q3")), Kind.CHANGE))
                .containsExactly(
                        "AMBER from 25.5 % (+1.4 points); GREEN from 28.5 % (+4.4 points)",
                        "would be AMBER if KT-1 said 80.3 % instead of 85.0 %");
    }

    @Test
    void aSuppressedStatusSaysWhatTheTableSaysAndWhatWithholdsIt() {
        Explanation why = explainer.why(status("win_rate", "2026-Q2"));

        assertThat(why.text()).endsWith("is SUSPECT");
        assertThat(texts(why, Kind.SUPPRESSION))
                .satisfiesExactly(
                        said -> assertThat(said).isEqualTo("the table says RED, but the data behind it are doubted"),
                        cause -> assertThat(cause)
                                .startsWith("withheld because of Q1_IMPLAUSIBLE: ")
                                .endsWith("(SUP-1)"));
    }

    @Test
    void aQualityFindingSaysItsIndicatorAndWhatItWithholds() {
        Explanation why = explainer.why(finding("Q1_IMPLAUSIBLE"));

        assertThat(texts(why, Kind.INDICATOR))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .startsWith("implausible is ");
        assertThat(texts(why, Kind.SUPPRESSION))
                .containsExactly("withholds ST1_OFF_TARGET of Win rate · EMEA · 2026-Q2 (SUP-1)");
        assertThat(all(why, Kind.FACT))
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact.address()).startsWith("measurements.csv:2"));
    }

    @Test
    void aRuleSaysItsNameFileLineAndDocumentationAndWhatItJoined() {
        Explanation why = explainer.why(finding("P5_RED_WITHOUT_ACTION"));

        assertThat(all(why, Kind.RULE)).singleElement().satisfies(rule -> {
            assertThat(rule.text()).isEqualTo("rule \"red without action\"");
            assertThat(rule.address()).isEqualTo("rules/pitfalls.drl:7");
            assertThat(texts(rule, Kind.RULE_TEXT)).containsExactly("Somebody should act on a red KPI.");
        });
        assertThat(all(why, Kind.FACT)).extracting(Explanation::address).contains("measurements.csv:3 (actual)");
        assertThat(texts(why, Kind.BUILDS_ON)).containsExactly("builds on Win rate being RED in 2026-Q3");
    }

    @Test
    void aRecommendationExplainsTheFindingsThatItAnswers() {
        Explanation why = explainer.why(run.recommendations().get(0));

        assertThat(why.text()).startsWith("REC-07 · Win rate · EMEA");
        assertThat(texts(why, Kind.ROW)).containsExactly("RT-1  Recommendations, row 2", "KT-1  Thresholds, row 2");
        assertThat(texts(why, Kind.BUILDS_ON)).containsExactly("because Win rate · EMEA · 2026-Q3 is RED");
    }

    @Test
    void aNodeSaysWhatItWasRolledUpFrom() {
        var node = run.nodes().stream()
                .filter(one -> one.latest() && one.kind() == boscard.evaluation.NodeScore.Kind.PERSPECTIVE)
                .findFirst()
                .orElseThrow();
        Explanation why = explainer.why(node);

        assertThat(texts(why, Kind.PART))
                .anySatisfy(part -> assertThat(part).contains("Win rate", "RED", "weight 1, 25.0 % of the score"))
                .anySatisfy(part -> assertThat(part).contains("Revenue", "GREEN", "weight 3, 75.0 % of the score"));
    }

    @Test
    void missingIsSaidToBeMissing() {
        assertThat(texts(explainer.why(status("revenue", "2026-Q2")), Kind.WHY_NOT))
                .containsExactly("there is no value (blank), and missing is never zero");
    }

    // ---- why not

    private static final Subject WIN_RATE_Q3 = Subject.ofKpi("EMEA", "win_rate", "2026-Q3");

    private static Explanation not(Subject subject, String wanted) {
        return explainer.whyNot(subject, wanted).orElseThrow();
    }

    private static List<Object> fates(Explanation whyNot) {
        var fates = new ArrayList<Object>();
        whyNot.children().forEach(child -> {
            if (child.details().containsKey("fate")) {
                fates.add(child.details().get("fate"));
            }
        });
        return fates;
    }

    @Test
    void aRowThatDidNotFireSaysWhichCellFailedAndByHowMuch() {
        Explanation whyNot = not(WIN_RATE_Q3, "KT-4");

        assertThat(fates(whyNot)).containsExactly("NOT_FIRED");
        assertThat(all(whyNot, Kind.ROW).get(0).text()).endsWith(": NOT_FIRED, C5 fails");
        assertThat(texts(whyNot, Kind.CELL))
                .containsExactly(
                        "attainment  fails: 80.3 % is below 95.0 %, by 14.7 points",
                        "attainment  80.3 % below 100,000.0 %");
    }

    @Test
    void aRowThatMatchedButLostSaysToWhich() {
        assertThat(all(not(WIN_RATE_Q3, "KT-2"), Kind.ROW).get(0).text())
                .endsWith("NOT_FIRED, all its cells match, but KT-1 stands above it and the first counts");
    }

    @Test
    void aRowThatFiredSaysSo() {
        assertThat(fates(not(WIN_RATE_Q3, "kt-1"))).containsExactly("FIRED");
    }

    @Test
    void aCheckWithoutItsIndicatorIsNotEvaluatedAndSaysWhy() {
        Explanation whyNot = not(Subject.ofKpi("EMEA", "revenue", "2026-Q3"), "Q1");

        assertThat(fates(whyNot)).containsExactly("NOT_EVALUATED");
        assertThat(all(whyNot, Kind.ROW).get(0).text())
                .contains("there is no implausible for this: it does not apply, or there are too few points");
    }

    @Test
    void aRowWithoutAValueToCompareIsNotEvaluated() {
        assertThat(fates(not(Subject.ofKpi("EMEA", "revenue", "2026-Q2"), "KT-3")))
                .containsExactly("NOT_EVALUATED");
    }

    @Test
    void aRuleThatDidNotFireShowsItsConditions() {
        Explanation whyNot = not(Subject.ofKpi("EMEA", "revenue", "2026-Q3"), "P5");

        assertThat(fates(whyNot)).containsExactly("NOT_FIRED");
        assertThat(texts(whyNot, Kind.RULE_TEXT))
                .contains(
                        "Somebody should act on a red KPI.",
                        "$now : KpiStatus(latest, status.red, $kpi : kpi)",
                        "not Initiative(kpi == $kpi)");
        assertThat(fates(not(WIN_RATE_Q3, "P5_RED_WITHOUT_ACTION"))).containsExactly("FIRED");
    }

    @Test
    void aBandIsAskedForByItsName() {
        assertThat(texts(not(WIN_RATE_Q3, "green"), Kind.ROW))
                .containsExactly("KT-4  Thresholds, row 5: NOT_FIRED, C5 fails");
    }

    @Test
    void withoutANameTheNearestMissesAreRankedByHowFarTheyAre() {
        Explanation nearest = explainer.nearestMisses(Subject.ofKpi("EMEA", "revenue", "2026-Q3"));

        assertThat(texts(nearest, Kind.ROW))
                .containsExactly(
                        "KT-2  Thresholds, row 3: NOT_FIRED, C3 fails", // 99 % against 95 %
                        "KT-3  Thresholds, row 4: NOT_FIRED, C4 fails"); // 99 % against 80 %
        assertThat(texts(nearest, Kind.CONCLUSION)).contains("it is GREEN by KT-4");
    }

    @Test
    void nothingOfThatNameIsSaidToBeNothing() {
        assertThat(explainer.whyNot(WIN_RATE_Q3, "KT-99")).isEmpty();
        assertThat(explainer.known()).contains("KT-1", "Q1_IMPLAUSIBLE", "REC-07", "GREEN");
    }

    @Test
    void aSuppressedFindingIsSaidToBeSuppressed() {
        Explanation whyNot = not(Subject.ofKpi("EMEA", "win_rate", "2026-Q2"), "KT-1");
        assertThat(fates(whyNot)).containsExactly("SUPPRESSED");
        assertThat(texts(whyNot, Kind.SUPPRESSION)).isNotEmpty();
    }
}
