package boscard.cases;

import boscard.evaluation.AsOf;
import boscard.evaluation.Batch;
import boscard.evaluation.EvaluationSettings;
import boscard.evaluation.Population;
import boscard.evaluation.ScorecardEvaluation;
import boscard.fact.Fact;
import boscard.fact.Facts;
import boscard.fact.FiscalCalendar;
import boscard.problem.Problem;
import boscard.problem.Problems;
import boscard.rulebook.CompiledRulebook;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** All cases of a rulebook, run one after the other. */
public final class RulebookCases {

    private static final List<String> PARTS = List.of("rules", "spreadsheets");

    private RulebookCases() {}

    /**
     * What a case came to.
     *
     * @param file within the rulebook, such as {@code rules/cases/smart.yaml}
     * @param complaints what is not as expected, in words; empty when the case holds
     */
    public record Result(String file, String name, List<String> complaints) {

        public Result {
            complaints = List.copyOf(complaints);
        }

        public boolean passed() {
            return complaints.isEmpty();
        }
    }

    /**
     * All results in the order of the files.
     *
     * @param problems of files and cases that cannot be read; they are left out
     */
    public record Results(List<Result> results, List<Problem> problems) {

        public Results {
            results = List.copyOf(results);
            problems = List.copyOf(problems);
        }

        public long failed() {
            return results.stream().filter(result -> !result.passed()).count();
        }
    }

    /**
     * Runs the cases.
     *
     * @param folder of the rulebook
     */
    public static Results run(Path folder, CompiledRulebook compiled) {
        var results = new ArrayList<Result>();
        var problems = new Problems();
        for (String part : PARTS) {
            for (CaseFile file : CaseFile.in(folder.resolve(part).resolve("cases"), problems)) {
                file.cases().forEach(one -> results.add(run(file, one, compiled)));
            }
        }
        return new Results(results, problems.sorted());
    }

    private static Result run(CaseFile file, CaseFile.Case one, CompiledRulebook compiled) {
        var complaints = new ArrayList<String>();
        try {
            CompiledRulebook changed = one.changes().of(compiled);
            List<ScorecardEvaluation> evaluations = evaluate(changed, one.facts(), one.asOf());
            Concluded concluded = Concluded.of(evaluations);
            one.expected().forEach(expectation -> complaints.add(expectation.complaint(concluded)));
            one.forbidden().forEach(forbidden -> complaints.add(forbidden.complaintIfAny(concluded)));
            if (one.tellsFates()) {
                complaints.addAll(new Fates(changed.rulebook(), one.facts(), one.asOf(), evaluations)
                        .complaints(one.notFired(), one.notEvaluated()));
            }
        } catch (IllegalArgumentException unknown) {
            complaints.add(String.valueOf(unknown.getMessage()));
        }
        complaints.removeIf(String::isEmpty);
        return new Result(file.name(), one.name(), complaints);
    }

    /** Evaluates facts as one batch, every scorecard after the other. */
    static List<ScorecardEvaluation> evaluate(CompiledRulebook compiled, List<Fact> list, LocalDate day) {
        Facts facts = Facts.of(list);
        var asOf = new AsOf(day);
        var settings = new EvaluationSettings(asOf, FiscalCalendar.CALENDAR_YEAR);
        var evaluations = new ArrayList<ScorecardEvaluation>();
        new Batch(compiled, settings, Population.of(facts, compiled.rulebook(), asOf), 1)
                .evaluate(facts.byScorecard(), evaluations::add);
        return evaluations;
    }
}
