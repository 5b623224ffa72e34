package boscard.app;

import boscard.ledger.RowAccount;
import boscard.ledger.RunListing;
import boscard.ledger.RunManifest;
import boscard.problem.Problem;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The runs there are. */
@Command(
        name = "runs",
        description = {
            "Lists the runs, the latest first; options narrow the list.",
            "",
            "A digest is given by its beginning: runs with equal results digests concluded the same."
        },
        mixinStandardHelpOptions = true,
        subcommands = RunsPruneCommand.class,
        footerHeading = "%nExamples%n",
        footer = {"  boscard runs --since 2026-07-01 --rulebook-digest 51d1", "  boscard runs prune --keep 20"})
final class RunsCommand implements Callable<Integer> {

    private static final int DIGITS = 12;

    private enum Format {
        TEXT,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private RunsOption runs = new RunsOption();

    @Option(names = "--since", paramLabel = "DATE", description = "Only runs finished on this day or later (UTC).")
    private @Nullable LocalDate since;

    @Option(names = "--until", paramLabel = "DATE", description = "Only runs finished on this day or earlier (UTC).")
    private @Nullable LocalDate until;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Only runs that look from this day.")
    private @Nullable LocalDate asOf;

    @Option(names = "--rulebook-digest", paramLabel = "DIGEST", description = "Only runs with this rulebook.")
    private String rulebook = "";

    @Option(names = "--facts-digest", paramLabel = "DIGEST", description = "Only runs of these facts.")
    private String facts = "";

    @Option(names = "--results-digest", paramLabel = "DIGEST", description = "Only runs that concluded this.")
    private String results = "";

    @Option(names = "--last", paramLabel = "N", description = "Only the latest N of those.")
    private int last = Integer.MAX_VALUE;

    @Option(names = "--format", defaultValue = "TEXT", description = "text or json (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        RunListing listing = runs.ledger().list();
        List<RunManifest> wanted = listing.runs().stream()
                .filter(this::isWanted)
                .limit(Math.max(0, last))
                .toList();
        if (format == Format.JSON) {
            json(wanted, out);
        } else {
            wanted.forEach(run -> out.println(line(run)));
            if (listing.runs().isEmpty()) {
                out.println("There are no runs in " + runs.folder() + " yet; boscard evaluate makes one.");
            } else if (wanted.isEmpty()) {
                out.println("None of the " + listing.runs().size() + " runs in " + runs.folder() + " is such.");
            }
        }
        ProblemList.print(listing.problems(), spec.commandLine().getErr());
        return listing.problems().stream().anyMatch(Problem::isError) ? ExitCode.PROBLEMS : ExitCode.FINE;
    }

    private boolean isWanted(RunManifest run) {
        LocalDate finished = run.finished().atZone(ZoneOffset.UTC).toLocalDate();
        return (since == null || !finished.isBefore(since))
                && (until == null || !finished.isAfter(until))
                && (asOf == null || run.asOf().equals(asOf))
                && run.rulebookDigest().startsWith(rulebook)
                && run.factsDigest().startsWith(facts)
                && run.resultsDigest().startsWith(results);
    }

    static String line(RunManifest run) {
        long read = run.accounts().stream().mapToLong(RowAccount::read).sum();
        long rejected = run.accounts().stream().mapToLong(RowAccount::rejected).sum();
        return run.id() + "  as of " + run.asOf() + "  " + read + " rows read, " + rejected + " rejected, "
                + run.rows("findings") + " findings  results "
                + run.resultsDigest().substring(0, DIGITS) + "  rulebook "
                + run.rulebookDigest().substring(0, DIGITS);
    }

    private static void json(List<RunManifest> runs, PrintWriter out) throws IOException {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
                .useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeArrayFieldStart("runs");
            for (RunManifest run : runs) {
                json.writeStartObject();
                json.writeStringField("id", run.id());
                json.writeStringField("as_of", run.asOf().toString());
                json.writeStringField("begun", run.begun().toString());
                json.writeStringField("finished", run.finished().toString());
                json.writeStringField("engine_version", run.engineVersion());
                json.writeStringField("rulebook_digest", run.rulebookDigest());
                json.writeStringField("facts_digest", run.factsDigest());
                json.writeStringField("results_digest", run.resultsDigest());
                json.writeNumberField(
                        "read",
                        run.accounts().stream().mapToLong(RowAccount::read).sum());
                json.writeNumberField(
                        "rejected",
                        run.accounts().stream().mapToLong(RowAccount::rejected).sum());
                json.writeNumberField("findings", run.rows("findings"));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.println();
    }
}
