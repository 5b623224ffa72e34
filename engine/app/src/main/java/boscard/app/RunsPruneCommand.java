package boscard.app;

import boscard.ledger.Ledger;
import boscard.ledger.RunListing;
import boscard.ledger.RunManifest;
import boscard.problem.Problem;
import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Removes old runs. */
@Command(
        name = "prune",
        description = {
            "Removes all runs but the latest ones, after asking.",
            "",
            "What is no run, and a run that cannot be read, is left alone. Nothing brings a removed run back."
        },
        mixinStandardHelpOptions = true)
final class RunsPruneCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--keep", paramLabel = "N", required = true, description = "How many of the latest runs stay.")
    private int keep;

    @Mixin
    private RunsOption runs = new RunsOption();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() {
        if (keep < 0) {
            throw new ParameterException(spec.commandLine(), "--keep is at least 0, not " + keep);
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Ledger ledger = runs.ledger();
        RunListing listing = ledger.list();
        ProblemList.print(listing.problems(), err);
        List<RunManifest> old = listing.runs()
                .subList(Math.min(keep, listing.runs().size()), listing.runs().size());
        if (old.isEmpty()) {
            out.println("Nothing to remove: there are " + listing.runs().size() + " runs in " + runs.folder() + ".");
            return ExitCode.FINE;
        }
        long bytes = old.stream()
                .flatMap(run -> run.files().values().stream())
                .mapToLong(RunManifest.StoredFile::bytes)
                .sum();
        old.forEach(run -> out.println(RunsCommand.line(run)));
        String what = old.size()
                + (old.size() == 1 ? " run" : " runs")
                + " of %.1f MB in ".formatted(bytes / 1e6)
                + runs.folder();
        out.flush();
        if (!yes && !agreed(what)) {
            out.println("Nothing was removed.");
            return ExitCode.USAGE;
        }
        int removed = 0;
        for (RunManifest run : old) {
            ledger.remove(run.id());
            removed++;
        }
        out.println("Removed " + removed + " of " + listing.runs().size() + " runs; "
                + (listing.runs().size() - removed) + " stay.");
        return listing.problems().stream().anyMatch(Problem::isError) ? ExitCode.PROBLEMS : ExitCode.FINE;
    }

    private boolean agreed(String what) {
        Console console = System.console();
        if (console == null) {
            spec.commandLine().getErr().println("Nobody can be asked here; --yes removes " + what + ".");
            return false;
        }
        String answer = console.readLine("Remove %s? [y/N] ", what);
        return answer != null && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }
}
