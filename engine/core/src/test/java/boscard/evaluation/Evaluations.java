package boscard.evaluation;

import boscard.drools.DroolsCompiler;
import boscard.fact.Facts;
import boscard.fact.FiscalCalendar;
import boscard.given.Given;
import boscard.given.Rulebooks;
import boscard.rulebook.CompilationCache;
import boscard.rulebook.CompiledRulebook;
import boscard.rulebook.IndexingCompiler;
import boscard.rulebook.Rulebook;
import boscard.rulebook.RulebookCompiler;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Evaluates facts from the end of 2026-Q3 and finds things in what comes out. */
final class Evaluations {

    static final LocalDate AS_OF = LocalDate.of(2026, 9, 30);

    /** Structures and rules that several tests share are built once. */
    private static final DroolsCompiler RULES = new DroolsCompiler(CompilationCache.NONE);

    private static final RulebookCompiler COMPILER = new IndexingCompiler(() -> RULES);

    private Evaluations() {}

    static CompiledRulebook compile(Rulebooks rulebook) {
        return COMPILER.compile(rulebook.build());
    }

    static List<ScorecardEvaluation> of(Rulebooks rulebook, Facts facts) {
        return of(rulebook, facts, AS_OF);
    }

    static List<ScorecardEvaluation> of(Rulebooks rulebook, Facts facts, LocalDate asOf) {
        return of(compile(rulebook), facts, asOf, 1);
    }

    static List<ScorecardEvaluation> of(CompiledRulebook compiled, Facts facts, LocalDate asOf, int workers) {
        Rulebook rulebook = compiled.rulebook();
        var settings = new EvaluationSettings(new AsOf(asOf), FiscalCalendar.CALENDAR_YEAR);
        var population = Population.of(facts, rulebook.catalogue(), settings.asOf());
        var evaluations = new ArrayList<ScorecardEvaluation>();
        new Batch(compiled, settings, population, workers).evaluate(facts.byScorecard(), evaluations::add);
        return evaluations;
    }

    /** The evaluation of the only scorecard. */
    static ScorecardEvaluation only(Rulebooks rulebook, Given given) {
        List<ScorecardEvaluation> all = of(rulebook, given.facts());
        if (all.size() != 1) {
            throw new AssertionError("One scorecard was expected, not " + all.size());
        }
        return all.get(0);
    }

    static KpiStatus status(ScorecardEvaluation evaluation, String kpi, String period) {
        return evaluation.statuses().stream()
                .filter(status -> status.kpi().equals(kpi) && status.period().equals(period))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no status of " + kpi + " in " + period));
    }

    static NodeScore node(ScorecardEvaluation evaluation, NodeScore.Kind kind, String period) {
        return evaluation.nodes().stream()
                .filter(node -> node.kind() == kind && node.period().equals(period))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " in " + period));
    }

    static Finding finding(ScorecardEvaluation evaluation, String code) {
        return evaluation.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " among " + evaluation.findings()));
    }
}
