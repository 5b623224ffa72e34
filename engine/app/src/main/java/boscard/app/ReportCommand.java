package boscard.app;

import boscard.html.Card;
import boscard.html.HtmlReport;
import boscard.html.Limits;
import boscard.html.RunPage;
import boscard.ledger.Ledger;
import boscard.ledger.RunManifest;
import boscard.ledger.StoredRun;
import boscard.problem.Problem;
import boscard.workbook.report.FileAccount;
import boscard.workbook.report.ReportHeader;
import boscard.workbook.report.XlsxReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The reports of a stored run. */
@Command(
        name = "report",
        description = "Writes a run as one page for a browser, or as a workbook.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples%n",
        footer = {
            "  boscard report --html report.html",
            "  boscard report 2026-11-24T031500Z-3f9a --xlsx report.xlsx --html report.html"
        })
final class ReportCommand implements Callable<Integer> {

    private static final int SOME_FACTS = 12;

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

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "One page with everything in it; a browser opens it without a network.")
    private @Nullable Path html;

    @Option(names = "--xlsx", paramLabel = "FILE", description = "A workbook with links to the cells and files.")
    private @Nullable Path xlsx;

    @Option(
            names = "--cards",
            paramLabel = "N",
            description = "How many scorecards the page tells in detail, the worst ones (default: 25).")
    private int cards = Limits.USUAL.cards();

    @Override
    public Integer call() throws Exception {
        if (html == null && xlsx == null) {
            throw new ParameterException(spec.commandLine(), "Name a file with --html or --xlsx, or both");
        }
        if (cards < 0) {
            throw new ParameterException(spec.commandLine(), "--cards is at least 0, not " + cards);
        }
        StoredRun stored = runs.ledger().open(run);
        PrintWriter out = spec.commandLine().getOut();
        try (var explainers = new RunExplainer(stored)) {
            if (html != null) {
                page(stored, explainers, html);
                out.println("Page     " + html);
            }
            if (xlsx != null) {
                workbook(stored, explainers, xlsx);
                out.println("Workbook " + xlsx);
            }
        } catch (UncheckedIOException | IOException failure) {
            throw new ParameterException(
                    spec.commandLine(), "the report cannot be written: " + failure.getMessage(), failure);
        }
        out.flush();
        return ExitCode.FINE;
    }

    /** Written aside and put in its place, so that what was there stays whole until the new page is. */
    private void page(StoredRun stored, RunExplainer explainers, Path file) throws Exception {
        RunManifest manifest = stored.manifest();
        var about = new RunPage(
                manifest.id(),
                manifest.asOf(),
                manifest.rulebookDigest(),
                manifest.engineVersion(),
                manifest.inputs(),
                counts(manifest),
                "boscard findings " + manifest.id() + (runs.isUsual() ? "" : " --runs " + runs.folder()));
        Limits usual = Limits.USUAL;
        var report = new HtmlReport(
                about,
                explainers.rulebook(),
                new Limits(usual.rows(), cards, usual.findings(), usual.recommendations()));
        Path aside = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            try (Writer out = Files.newBufferedWriter(aside, StandardCharsets.UTF_8)) {
                report.write(out, stored.latestScores(), stored.scorecardNames(), id -> card(explainers, id));
            }
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static String counts(RunManifest manifest) {
        return String.format(
                Locale.ROOT,
                "%,d scorecards, %,d statuses, %,d findings, %,d recommendations; problems of the facts and the rulebook: %,d",
                manifest.rows("scorecards"),
                manifest.rows("results"),
                manifest.rows("findings"),
                manifest.rows("recommendations"),
                manifest.rows("problems"));
    }

    private static Optional<Card> card(RunExplainer explainers, String scorecard) {
        try {
            return explainers
                    .of(scorecard, SOME_FACTS)
                    .map(own -> new Card(own.concluded(), own.replay(), own.explainer()));
        } catch (RuntimeException known) {
            throw known;
        } catch (Exception failure) {
            throw new IllegalStateException("The rulebook of the run could not be loaded", failure);
        }
    }

    private void workbook(StoredRun stored, RunExplainer explainers, Path file) throws Exception {
        RunManifest manifest = stored.manifest();
        var header = new ReportHeader(
                manifest.id(),
                manifest.asOf(),
                manifest.rulebookDigest(),
                String.join(", ", manifest.inputs()),
                ReportHeader.pathFrom(file, stored.rulebook()),
                ReportHeader.pathFrom(file, Path.of("")), // facts are named from where boscard is called
                explainers.rulebook().catalogue(),
                manifest.engineVersion());
        try (XlsxReport report = XlsxReport.create(file, header);
                Stream<Problem> problems = stored.problems()) {
            report.explainWith((evaluation, finding) -> card(
                            explainers, evaluation.scorecard().scorecard())
                    .map(one -> one.explainer().why(finding)));
            stored.evaluations(evaluation -> {
                try {
                    report.add(evaluation);
                } catch (IOException full) {
                    throw new UncheckedIOException(full);
                }
            });
            List<FileAccount> accounts = manifest.accounts().stream()
                    .map(account -> new FileAccount(
                            account.sheet().isEmpty() ? account.file() : account.file() + "!" + account.sheet(),
                            account.kind(),
                            account.read(),
                            account.accepted(),
                            account.rejected(),
                            account.skipped()))
                    .toList();
            report.finish(problems.toList(), accounts);
        }
    }
}
