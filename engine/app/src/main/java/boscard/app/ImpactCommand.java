package boscard.app;

import boscard.explanation.comparison.Comparison;
import boscard.ledger.Ledger;
import boscard.ledger.StoredRun;
import boscard.workbook.LoadedRulebook;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a changed rulebook would change. */
@Command(
        name = "impact",
        description = {
            "Evaluates the stored facts of a run with a changed rulebook, and prints what would differ and why.",
            "",
            "Needs nothing but the run and the rulebook: the facts come from the run. Nothing is stored."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples%n",
        footer = {"  boscard impact --rulebook our-rulebook", "  boscard impact --rulebook our-rulebook 8c1d --all"})
final class ImpactCommand implements Callable<Integer> {

    private enum Format {
        TEXT,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private RulebookOption rulebookOption = new RulebookOption();

    @Parameters(paramLabel = "RUN", arity = "0..1", description = "Which run (default: latest).")
    private String run = Ledger.LATEST;

    @Mixin
    private RunsOption runs = new RunsOption();

    @Option(names = "--format", defaultValue = "TEXT", description = "text or json (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Mixin
    private WorkersOption workers = new WorkersOption();

    @Option(names = "--all", description = "Every line, not only the first ones of each list.")
    private boolean all;

    @Override
    public Integer call() throws Exception {
        StoredRun stored = runs.ledger().open(run);
        LoadedRulebook changed = rulebookOption.load();
        ProblemList.print(changed.warnings(), spec.commandLine().getErr());
        Comparison comparison = RunComparison.impact(stored, changed.rulebook(), workers.count());
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            ComparisonJson.print(comparison, out);
        } else {
            out.println("From " + stored.manifest().id() + " to the rulebook in " + rulebookOption.folder());
            ComparisonText.print(comparison, all, out);
        }
        return ExitCode.FINE;
    }
}
