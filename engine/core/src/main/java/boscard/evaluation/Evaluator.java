package boscard.evaluation;

import boscard.fact.Fact;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.ScorecardFacts;
import boscard.fact.StatusOverride;
import boscard.problem.InvalidRulebook;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.rulebook.CompiledRulebook;
import boscard.rulebook.Parameter;
import boscard.rulebook.RuleSession;
import boscard.rulebook.Stage;
import boscard.table.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Evaluates one scorecard after the other: facts in, conclusions out, stage by stage. The same facts always give the
 * same evaluation. Holds one rule session, so each worker needs an evaluator of its own; not thread-safe.
 */
public final class Evaluator implements AutoCloseable {

    private static final List<String> TESTS = List.of(
            "S1", "S2", "S3", "M1", "M2", "M3", "M4", "A1", "A2", "A3", "A4", "A5", "A6", "R1", "R2", "R3", "R4", "T1",
            "T2", "T3", "T4", "T5");

    private static final Pattern RULE = Pattern.compile("rule \"([^\"]+)\"");

    private final CompiledRulebook rulebook;
    private final EvaluationSettings settings;
    private final Population population;
    private final KpiFormulas formulas;
    private final PerformanceBuilder performances;
    private final Scorer scorer;
    private final StatusScales scales = new StatusScales();
    private final boolean indicatorsAreUsed;
    private RuleSession session;

    /**
     * Opens a session.
     *
     * @throws InvalidRulebook when a formula or a parameter is missing or wrong
     */
    public Evaluator(CompiledRulebook rulebook, EvaluationSettings settings, Population population) {
        this.rulebook = rulebook;
        this.settings = settings;
        this.population = population;
        var problems = new Problems();
        this.formulas = KpiFormulas.of(rulebook.rulebook().catalogue(), problems);
        RequiredParameters.check(
                rulebook.rulebook().catalogue(), rulebook.rulebook().parameters(), problems);
        problems.throwIfErrors(InvalidRulebook::new);
        this.performances = new PerformanceBuilder(settings.asOf(), rulebook.rulebook(), population);
        this.scorer = Scorer.of(rulebook.rulebook().parameters());
        this.session = rulebook.newSession();
        this.indicatorsAreUsed = session.isUsed(Indicator.class);
    }

    /** What an evaluator would refuse about a rulebook, without opening one. */
    public static List<Problem> check(KpiCatalogue catalogue, boscard.rulebook.Parameters parameters) {
        var problems = new Problems();
        KpiFormulas.of(catalogue, problems);
        RequiredParameters.check(catalogue, parameters, problems);
        return problems.sorted();
    }

    /**
     * Evaluates a scorecard. When something fails that should not, the evaluation carries the problem and nothing else,
     * and the next scorecard is evaluated as if nothing had happened.
     */
    public ScorecardEvaluation evaluate(ScorecardFacts facts) {
        try {
            ScorecardEvaluation evaluation = run(facts);
            session.clear();
            return evaluation;
        } catch (RuntimeException failure) {
            session.close(); // it may be left half full
            session = rulebook.newSession();
            return failed(facts, failure);
        }
    }

    private static ScorecardEvaluation failed(ScorecardFacts facts, RuntimeException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        Matcher rule = RULE.matcher(String.valueOf(failure.getMessage()));
        String where = rule.find() ? "the rule \"" + rule.group(1) + "\" failed" : "a step failed";
        String why = cause.getMessage() == null
                ? "no reason is known"
                : cause.getMessage().lines().findFirst().orElse("");
        Problem problem = Problem.of(
                ProblemCode.EVALUATION_FAILED,
                facts.scorecard().origin().whole(),
                "scorecard " + facts.id() + " could not be evaluated: " + where + ": " + why,
                "the rule meets a value that is missing; let it ask for null first.");
        return new ScorecardEvaluation(
                facts.scorecard(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(problem));
    }

    private ScorecardEvaluation run(ScorecardFacts facts) {
        var context = new ScorecardContext(facts, rulebook.rulebook(), formulas, population, settings);
        var conclusions = new Conclusions(context, session);
        var problems = new Problems();
        checkWeights(context, problems);
        insertFacts(context);

        stage(Stage.QUALITY, conclusions, () -> QualityIndicators.of(context), problems);

        conclusions.enter(Stage.STATUS);
        List<KpiStatus> statuses = new StatusStage(context, session, conclusions, performances, scorer, scales)
                .run(new TableMatches(), problems);
        checkOverrides(facts, statuses, problems);
        List<NodeScore> nodes = new RollUp(context, statuses).nodes();
        nodes.stream()
                .filter(node -> node.latest() && RollUp.WEIGHTLESS.equals(node.unscored()))
                .forEach(node -> problems.add(weightless(context, node)));
        nodes.stream().filter(NodeScore::latest).forEach(node -> {
            conclusions.latestNodePeriod(node.period());
            session.insert(node);
        });
        stage(Stage.STATUS, conclusions, () -> StatusIndicators.of(context, statuses, nodes), problems);

        if (indicatorsAreUsed) {
            BalanceIndicators.ofStrategyMap(context).forEach(session::insert);
        }
        stage(Stage.SMART, conclusions, () -> GoalIndicators.of(context), problems);
        List<GoalScore> goals = goalScores(context, conclusions);
        goals.forEach(session::insert);

        stage(Stage.BALANCE, conclusions, () -> BalanceIndicators.of(context, statuses), problems);
        stage(Stage.PITFALLS, conclusions, () -> PitfallIndicators.of(context), problems);
        stage(Stage.RECOMMENDATIONS, conclusions, List::of, problems);

        return new ScorecardEvaluation(
                facts.scorecard(),
                statuses,
                nodes,
                goals,
                conclusions.findings().stream().sorted().toList(),
                conclusions.recommendations(),
                conclusions.suppressions().stream()
                        .distinct()
                        .sorted(Comparator.comparing(Suppression::finding)
                                .thenComparing(Suppression::cause)
                                .thenComparing(Suppression::rowId))
                        .toList(),
                problems.sorted());
    }

    /**
     * Runs a stage until nothing new is concluded: what a table concludes may be a fact for a rule, and the reverse.
     */
    private void stage(Stage stage, Conclusions conclusions, Supplier<List<Indicator>> indicators, Problems problems) {
        conclusions.enter(stage);
        if (indicatorsAreUsed) {
            indicators.get().forEach(session::insert);
        }
        var matches = new TableMatches();
        int before;
        do {
            before = conclusions.count();
            session.matchTables(stage, matches);
            for (TableMatches.Decision decision : matches.drain()) {
                if (decision.chosen().isEmpty()) {
                    problems.add(decision.severalRows());
                }
                for (Row row : decision.chosen()) {
                    conclusions.conclude(decision.table(), row, decision.lost(), decision.fact());
                }
            }
            session.fireRules(stage, conclusions, conclusions::firing);
        } while (conclusions.count() > before);
    }

    /**
     * Facts that no rule looks at stay out. The catalogue and the parameters go in for each scorecard anew although
     * they are always the same: a rule that joins nothing else would fire for the first scorecard alone.
     */
    private void insertFacts(ScorecardContext context) {
        ScorecardFacts facts = context.facts();
        Stream.<List<? extends Fact>>of(
                        List.of(facts.scorecard()),
                        facts.objectives(),
                        facts.links(),
                        facts.measurements(),
                        facts.goals(),
                        facts.milestones(),
                        facts.initiatives(),
                        facts.activities(),
                        facts.communications(),
                        facts.reviews(),
                        facts.targetChanges(),
                        facts.deals(),
                        facts.kpiChanges(),
                        facts.clearances(),
                        facts.statusOverrides())
                .filter(list -> !list.isEmpty() && session.isUsed(list.get(0).getClass()))
                .forEach(list -> list.forEach(session::insert));
        if (session.isUsed(Kpi.class)) {
            context.catalogue().kpis().forEach(session::insert);
        }
        if (session.isUsed(Parameter.class)) {
            context.parameters().all().forEach(session::insert);
        }
        session.insert(settings.asOf());
    }

    private static List<GoalScore> goalScores(ScorecardContext context, Conclusions conclusions) {
        var byGoal = new LinkedHashMap<String, List<GoalTest>>();
        conclusions.tests().stream()
                .sorted(Comparator.comparing(GoalTest::goal).thenComparing(test -> TESTS.indexOf(test.test())))
                .forEach(test -> byGoal.computeIfAbsent(test.goal(), goal -> new ArrayList<>())
                        .add(test));
        return context.facts().goals().stream()
                .map(goal -> SmartScore.of(context.id(), goal, byGoal.getOrDefault(goal.goal(), List.of()), TESTS))
                .toList();
    }

    /** A decision about something that was not measured decides nothing. */
    private static void checkOverrides(ScorecardFacts facts, List<KpiStatus> statuses, Problems problems) {
        for (StatusOverride override : facts.statusOverrides()) {
            boolean applied = statuses.stream()
                    .anyMatch(status -> status.kpi().equals(override.kpi())
                            && status.period().equals(override.period().toString()));
            if (!applied) {
                problems.add(
                        ProblemCode.OVERRIDE_UNUSED,
                        override.origin().whole(),
                        "scorecard " + facts.id() + " has no scored KPI " + override.kpi() + " in " + override.period()
                                + " whose status could be decided",
                        "the period is measured at another grain, or the KPI is a base measure.");
            }
        }
    }

    /** Weights that add up to nothing cannot be scored (section 4.7). */
    private static void checkWeights(ScorecardContext context, Problems problems) {
        boolean anyMeasured = context.allSeries().stream().anyMatch(series -> true);
        if (anyMeasured && context.scoredKpis().isEmpty()) {
            problems.add(
                    ProblemCode.WEIGHTS_ZERO,
                    context.facts().scorecard().origin().whole(),
                    "scorecard " + context.id() + " measures no KPI with a weight above 0, so it has no score",
                    "its KPIs are base measures only; give one of them a weight in kpi-catalogue.xlsx.");
        }
    }

    private static Problem weightless(ScorecardContext context, NodeScore node) {
        boscard.source.SourceRef at = context.facts().objectives().stream()
                .filter(objective -> node.kind() == NodeScore.Kind.PERSPECTIVE
                        && objective.perspective().equals(node.node()))
                .map(objective -> objective.origin().of("weight"))
                .findFirst()
                .orElse(boscard.source.CellRef.ofSheet("kpi-catalogue.xlsx", "Perspectives"));
        return Problem.of(
                ProblemCode.WEIGHTS_ZERO,
                at,
                (node.kind() == NodeScore.Kind.SCORECARD
                                ? "scorecard " + node.node()
                                : node.kind().toString().toLowerCase(Locale.ROOT) + " " + node.node() + " of scorecard "
                                        + context.id())
                        + " has no score: " + node.unscored(),
                "one of them should weigh more than 0, or its row of the sheet Roll-up should say AVERAGE.");
    }

    @Override
    public void close() {
        session.close();
    }
}
