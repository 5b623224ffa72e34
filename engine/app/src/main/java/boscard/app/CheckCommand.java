package boscard.app;

import boscard.drools.DroolsCompiler;
import boscard.evaluation.Evaluator;
import boscard.evaluation.check.RulebookAnalysis;
import boscard.fact.Kpi;
import boscard.problem.InvalidInput;
import boscard.problem.Problem;
import boscard.rulebook.Rulebook;
import boscard.table.DecisionTable;
import boscard.workbook.ReadRulebook;
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
        description = "Reads, compares and compiles all of a rulebook and prints every problem with its cell.",
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
        ReadRulebook read = rulebookOption.read();
        var problems = new TreeSet<>(Problem.READING_ORDER); // a problem may be found on two ways
        problems.addAll(read.problems());
        problems.addAll(read.problemsOfTests());
        problems.addAll(read.hasErrors() ? problemsDespite(read) : problemsOf(read.rulebook()));
        List<Problem> sorted = List.copyOf(problems);
        ProblemList.print(sorted, out);
        boolean wrong = sorted.stream().anyMatch(Problem::isError);
        if (!wrong) {
            describe(read.rulebook(), out);
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

    private static List<Problem> problemsOf(Rulebook rulebook) {
        var problems = new ArrayList<>(RulebookAnalysis.problems(rulebook));
        problems.addAll(Evaluator.check(rulebook.catalogue(), rulebook.parameters()));
        try {
            Calendars.of(rulebook.parameters());
            Engine.INDEX.compiler().compile(rulebook);
        } catch (InvalidInput invalid) {
            problems.addAll(invalid.problems());
        }
        return problems;
    }

    /** Rule files do not need the workbooks, and most tables not each other: one check names what is wrong in any. */
    private static List<Problem> problemsDespite(ReadRulebook read) {
        var problems = new ArrayList<>(RulebookAnalysis.problemsOfWhatCouldBeRead(read.withSoundTables()));
        try {
            new DroolsCompiler(CompiledRules.ofUser()).check(read.rulebook().documents());
        } catch (InvalidInput invalid) {
            problems.addAll(invalid.problems());
        }
        return problems;
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
