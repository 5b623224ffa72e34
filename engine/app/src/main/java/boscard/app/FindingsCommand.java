package boscard.app;

import boscard.evaluation.Finding;
import boscard.evaluation.FindingState;
import boscard.evaluation.Severity;
import boscard.ledger.FindingFilter;
import boscard.ledger.FindingsExport;
import boscard.ledger.Ledger;
import boscard.ledger.StoredRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The findings of a stored run. */
@Command(
        name = "findings",
        description = "Prints the findings of a run: for people, as JSON Lines, or as CSV.",
        mixinStandardHelpOptions = true)
final class FindingsCommand implements Callable<Integer> {

    /** What is printed. */
    enum Format {
        TEXT,
        JSON,
        CSV
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "RUN",
            defaultValue = Ledger.LATEST,
            description = "Id of a run, its beginning or its last digits (default: the latest).")
    private String run = Ledger.LATEST;

    @Mixin
    private RunsOption runs = new RunsOption();

    @Option(names = "--scorecard", paramLabel = "S", description = "Only of this scorecard.")
    private @Nullable String scorecard;

    @Option(names = "--kpi", paramLabel = "K", description = "Only of this KPI.")
    private @Nullable String kpi;

    @Option(names = "--goal", paramLabel = "G", description = "Only of this goal.")
    private @Nullable String goal;

    @Option(names = "--period", paramLabel = "P", description = "Only of this period, such as 2026-Q3.")
    private @Nullable String period;

    @Option(names = "--code", paramLabel = "C", description = "Only of this check, such as G9_TARGET_OUTLIER.")
    private @Nullable String code;

    @Option(names = "--at-least", paramLabel = "SEVERITY", description = "Only of this severity or worse.")
    private @Nullable Severity atLeast;

    @Option(names = "--state", description = "active, qualified or suppressed.")
    private @Nullable FindingState state;

    @Option(names = "--format", defaultValue = "TEXT", description = "text, json (JSON Lines) or csv.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws IOException {
        StoredRun stored = runs.ledger().open(run);
        var filter = new FindingFilter(null, scorecard, kpi, goal, period, code, atLeast, state);
        PrintWriter out = spec.commandLine().getOut();
        try (Stream<Finding> findings = stored.findings(filter)) {
            switch (format) {
                case JSON -> FindingsExport.toJsonLines(findings, out);
                case CSV -> FindingsExport.toCsv(findings, out);
                case TEXT -> text(findings, out);
            }
        }
        out.flush();
        return ExitCode.FINE;
    }

    private static void text(Stream<Finding> findings, PrintWriter out) {
        var count = new int[1];
        findings.forEach(finding -> {
            count[0]++;
            out.println(finding.severity() + (finding.state() == FindingState.ACTIVE ? "" : " " + finding.state())
                    + "  " + finding.code() + "  " + finding.id());
            out.println("  " + finding.message());
            if (finding.counterfactual() != null) {
                out.println("  " + finding.counterfactual());
            }
            out.println("  rule  " + finding.derivation().ruleId() + "  "
                    + finding.derivation().rule());
            finding.derivation().facts().stream().limit(3).forEach(fact -> out.println("  fact  " + fact));
            int more = finding.derivation().facts().size() - 3;
            if (more > 0) {
                out.println("        and " + more + " more");
            }
        });
        out.println(count[0] == 1 ? "1 finding" : count[0] + " findings");
    }
}
