package boscard.app;

import boscard.explanation.comparison.Comparison;
import boscard.ledger.Ledger;
import boscard.ledger.StoredRun;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What differs between two runs. */
@Command(
        name = "compare",
        description = {
            "Prints what differs between two runs: statuses moved, scores, findings and recommendations, each with the"
                    + " changed cells, rules or facts that caused it.",
            "",
            "Rows are told apart by their id and facts by their key, so an inserted or sorted row is no difference."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples%n",
        footer = {"  boscard compare 2026-06-30T080000Z-1a2b latest", "  boscard compare 1a2b 3c4d --format json"})
final class CompareCommand implements Callable<Integer> {

    private enum Format {
        TEXT,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "BEFORE",
            description = "A run: its id, its beginning or its last four digits.")
    @SuppressWarnings("NullAway.Init") // picocli requires it
    private String before;

    @Parameters(index = "1", paramLabel = "AFTER", arity = "0..1", description = "A later run (default: latest).")
    private String after = Ledger.LATEST;

    @Mixin
    private RunsOption runs = new RunsOption();

    @Option(names = "--format", defaultValue = "TEXT", description = "text or json (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Option(names = "--all", description = "Every line, not only the first ones of each list.")
    private boolean all;

    @Override
    public Integer call() throws Exception {
        StoredRun from = runs.ledger().open(before);
        StoredRun to = runs.ledger().open(after);
        Comparison comparison = RunComparison.ofRuns(from, to);
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            ComparisonJson.print(comparison, out);
        } else {
            out.println("From " + from.manifest().id() + " to " + to.manifest().id());
            ComparisonText.print(comparison, all, out);
        }
        return ExitCode.FINE;
    }
}
