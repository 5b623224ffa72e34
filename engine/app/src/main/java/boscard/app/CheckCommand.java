package boscard.app;

import boscard.drools.DroolsCompiler;
import boscard.evaluation.Evaluator;
import boscard.fact.Kpi;
import boscard.problem.InvalidInput;
import boscard.problem.InvalidRulebook;
import boscard.problem.Problem;
import boscard.rulebook.Rulebook;
import boscard.table.DecisionTable;
import boscard.workbook.LoadedRulebook;
import boscard.workbook.RulebookFolder;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Every problem of a rulebook. */
@Command(
        name = "check",
        description = "Reads and compiles a rulebook and prints every problem with its cell.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private RulebookOption rulebookOption = new RulebookOption();

    @Mixin
    private AnnotateOption annotateOption = new AnnotateOption();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        LoadedRulebook loaded;
        try {
            loaded = rulebookOption.load();
        } catch (InvalidRulebook wrong) {
            List<Problem> all = withThoseOfRules(wrong.problems());
            ProblemList.print(all, out);
            annotate(all);
            return ExitCode.PROBLEMS;
        }
        Rulebook rulebook = loaded.rulebook();
        var problems = new ArrayList<>(loaded.warnings());
        problems.addAll(Evaluator.check(rulebook.catalogue(), rulebook.parameters()));
        try {
            Calendars.of(rulebook.parameters());
            new DroolsCompiler(CompiledRules.ofUser()).compile(rulebook);
        } catch (InvalidInput invalid) {
            problems.addAll(invalid.problems());
        }
        List<Problem> sorted = problems.stream().sorted(Problem.READING_ORDER).toList();
        ProblemList.print(sorted, out);
        boolean wrong = sorted.stream().anyMatch(Problem::isError);
        if (!wrong) {
            describe(rulebook, out);
        }
        return annotate(sorted) && !wrong ? ExitCode.FINE : ExitCode.PROBLEMS;
    }

    private boolean annotate(List<Problem> problems) {
        return annotateOption.write(
                RulebookFolder.spreadsheets(rulebookOption.folder()),
                problems,
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }

    /** Rule files do not need the workbooks, so one check names what is wrong in either. */
    private List<Problem> withThoseOfRules(List<Problem> problems) {
        var all = new TreeSet<>(Problem.READING_ORDER);
        all.addAll(problems);
        try {
            new DroolsCompiler(CompiledRules.ofUser()).check(RulebookFolder.ruleFiles(rulebookOption.folder()));
        } catch (InvalidInput invalid) {
            all.addAll(invalid.problems());
        }
        return List.copyOf(all);
    }

    private void describe(Rulebook rulebook, PrintWriter out) {
        int rows = rulebook.tables().stream()
                .mapToInt(table -> table.rows().size())
                .sum();
        long scored = rulebook.catalogue().kpis().stream().filter(Kpi::isScored).count();
        out.println("The rulebook in " + rulebookOption.folder() + " is fine: "
                + rulebook.catalogue().kpis().size() + " KPIs (" + scored + " scored), "
                + rulebook.tables().size() + " tables with " + rows + " rows, "
                + rulebook.documents().size() + " rule files");
        for (DecisionTable table : rulebook.tables()) {
            out.println("  " + table.at().workbook() + "!" + table.at().sheet() + "  " + table.name() + ", "
                    + table.rows().size() + " rows, stage " + table.stage() + ", "
                    + table.policy().name());
        }
        out.println("  digest " + rulebook.digest());
    }
}
