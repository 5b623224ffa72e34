package boscard.app;

import boscard.ledger.Ledger;
import boscard.ledger.RowAccount;
import boscard.ledger.RunListing;
import boscard.ledger.RunManifest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The runs there are. */
@Command(name = "runs", description = "Lists the runs, the latest first.", mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {

    private static final int DIGITS = 12;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--runs", paramLabel = "DIR", defaultValue = "runs", description = "Folder of the runs.")
    private Path runs = Path.of("runs");

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RunListing listing = Ledger.at(runs).list();
        for (RunManifest run : listing.runs()) {
            long read = run.accounts().stream().mapToLong(RowAccount::read).sum();
            long rejected =
                    run.accounts().stream().mapToLong(RowAccount::rejected).sum();
            out.println(run.id() + "  as of " + run.asOf() + "  " + read + " rows read, " + rejected + " rejected, "
                    + run.rows("findings") + " findings  results "
                    + run.resultsDigest().substring(0, DIGITS) + "  rulebook "
                    + run.rulebookDigest().substring(0, DIGITS));
        }
        if (listing.runs().isEmpty()) {
            out.println("There are no runs in " + runs + " yet; boscard evaluate makes one.");
        }
        ProblemList.print(listing.problems(), spec.commandLine().getErr());
        return listing.problems().stream().anyMatch(boscard.problem.Problem::isError)
                ? ExitCode.PROBLEMS
                : ExitCode.FINE;
    }
}
