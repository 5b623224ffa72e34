package boscard.app;

import boscard.evaluation.AsOf;
import boscard.evaluation.Batch;
import boscard.evaluation.EvaluationSettings;
import boscard.evaluation.Population;
import boscard.evaluation.ScorecardEvaluation;
import boscard.evaluation.check.RulebookAnalysis;
import boscard.fact.Facts;
import boscard.fact.FiscalCalendar;
import boscard.fact.ScorecardFacts;
import boscard.intake.FactsImporter;
import boscard.intake.FileAccount;
import boscard.intake.ImportedFacts;
import boscard.ledger.RowAccount;
import boscard.ledger.RunHeader;
import boscard.ledger.RunManifest;
import boscard.ledger.RunWriter;
import boscard.problem.InvalidFacts;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.rulebook.CompiledRulebook;
import boscard.rulebook.Rulebook;
import boscard.source.LineRef;
import boscard.workbook.LoadedRulebook;
import boscard.workbook.report.ReportHeader;
import boscard.workbook.report.XlsxReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The whole line: import, load, compile, evaluate, store, report. */
@Command(
        name = "evaluate",
        description = "Evaluates facts against a rulebook and keeps the run.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples%n",
        footer = {
            "  boscard evaluate samples/01-first/facts",
            "  boscard evaluate export.csv --mapping export.yaml --as-of 2026-09-30"
        })
final class EvaluateCommand implements Callable<Integer> {

    private static final String REPORT = "report.xlsx";

    /** What the summary is printed as. */
    enum Format {
        TEXT,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FACTS",
            description = "Files, folders or patterns: CSV, Excel, JSON, Parquet, also compressed; queries (.sql).")
    private List<Path> facts = List.of();

    @Mixin
    private RulebookOption rulebookOption = new RulebookOption();

    @Mixin
    private MaxRejectedOption maxRejected = new MaxRejectedOption();

    @Mixin
    private MappingOption mapping = new MappingOption();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day to look from; without it, the end of the newest complete period.")
    private @Nullable LocalDate asOf;

    @Mixin
    private RunsOption runs = new RunsOption();

    @Option(names = "--format", description = "text or json (default: ${DEFAULT-VALUE}).", defaultValue = "TEXT")
    private Format format = Format.TEXT;

    @Mixin
    private WorkersOption workers = new WorkersOption();

    @Option(names = "--all", description = "All scorecards and recommendations, not only the first ones.")
    private boolean all;

    @Override
    public Integer call() throws Exception {
        LoadedRulebook loaded = rulebookOption.load();
        Rulebook rulebook = loaded.rulebook();
        FiscalCalendar calendar = Calendars.of(rulebook.parameters());
        Beside<CompiledRulebook> compiling =
                Beside.start("compile", () -> Engine.INDEX.compiler().compile(rulebook));
        ImportedFacts imported =
                new FactsImporter().importFacts(facts, maxRejected.in(mapping.settings(rulebook, calendar)));
        AsOf day = asOf(imported);

        var settings = new EvaluationSettings(day, calendar);
        List<ScorecardFacts> scorecards = imported.facts().byScorecard();
        Population population = Population.of(imported.facts(), rulebook, day);
        var summary = new Summary(rulebook, day, rulebook.parameters().whole("max_recommendations"));
        var problems = new ArrayList<>(imported.problems());
        problems.addAll(loaded.warnings());
        problems.addAll(RulebookAnalysis.overlaps(rulebook));
        try (RunWriter run = runs.ledger().begin(header(rulebook, day, calendar));
                XlsxReport report = report(run, rulebook, day)) {
            run.facts(imported.facts());
            run.population(population);
            Progress progress =
                    Progress.of(scorecards.size(), spec.commandLine().getErr());
            new Batch(compiling.result(), settings, population, workers.count()).evaluate(scorecards, evaluation -> {
                store(evaluation, run, report);
                summary.add(evaluation);
                progress.done();
            });
            progress.end();
            List<Problem> ofTheRun = List.copyOf(problems);
            try (Beside<?> reporting = Beside.start("report", () -> {
                report.finish(ofTheRun, reportAccounts(imported.accounts()));
                return REPORT;
            })) {
                run.store(ofTheRun);
                reporting.result();
            }
            RunManifest manifest = run.finish(accounts(imported.accounts()));
            problems.addAll(summary.problems());
            print(summary, imported, problems, manifest);
        }
        return problems.stream().anyMatch(Problem::isError) ? ExitCode.PROBLEMS : ExitCode.FINE;
    }

    private static void store(ScorecardEvaluation evaluation, RunWriter run, XlsxReport report) {
        run.add(evaluation);
        try {
            report.add(evaluation);
        } catch (IOException failure) {
            throw new UncheckedIOException("the report cannot be written: " + failure.getMessage(), failure);
        }
    }

    private AsOf asOf(ImportedFacts imported) {
        if (asOf != null) {
            return new AsOf(asOf);
        }
        Facts all = imported.facts();
        return AsOf.newestCompletePeriod(all).orElseThrow(() -> {
            var problems = new ArrayList<>(imported.problems());
            problems.add(Problem.of(
                    ProblemCode.NO_FACTS,
                    LineRef.ofFile(facts.get(0).toString()),
                    "no measurement with an actual was accepted, so there is nothing to evaluate",
                    "the problems above say why; or the file of measurements is missing."));
            return new InvalidFacts(problems);
        });
    }

    private RunHeader header(Rulebook rulebook, AsOf day, FiscalCalendar calendar) {
        return new RunHeader(
                rulebook.digest(),
                rulebookOption.folder(),
                day.date(),
                Version.engine(),
                facts.stream().map(Path::toString).toList(),
                Map.of(
                        "fiscal_year_start_month", Integer.toString(calendar.startMonth()),
                        "fiscal_year_named_by", calendar.namedBy().toString()));
    }

    /** The report lies in the run's folder and links to the rulebook that the run keeps. */
    private XlsxReport report(RunWriter run, Rulebook rulebook, AsOf day) throws IOException {
        Path place = runs.folder().toAbsolutePath().resolve("run").resolve(REPORT);
        return XlsxReport.create(
                run.attachment(REPORT),
                new ReportHeader(
                        "as of " + day.date(),
                        day.date(),
                        rulebook.digest(),
                        String.join(", ", facts.stream().map(Path::toString).toList()),
                        "rulebook",
                        ReportHeader.pathFrom(place, Path.of("").toAbsolutePath()), // facts are named from here,
                        rulebook.catalogue(),
                        Version.engine()));
    }

    private static List<RowAccount> accounts(List<FileAccount> accounts) {
        return accounts.stream()
                .map(account -> new RowAccount(
                        account.file(),
                        account.table(),
                        account.kind().canonicalName(),
                        account.read(),
                        account.accepted(),
                        account.rejected(),
                        account.skippedRows()))
                .toList();
    }

    private static List<boscard.workbook.report.FileAccount> reportAccounts(List<FileAccount> accounts) {
        return accounts.stream()
                .map(account -> new boscard.workbook.report.FileAccount(
                        account.file(),
                        account.kind().canonicalName(),
                        account.read(),
                        account.accepted(),
                        account.rejected(),
                        account.skippedRows()))
                .toList();
    }

    private void print(Summary summary, ImportedFacts imported, List<Problem> problems, RunManifest manifest) {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = runs.folder().resolve(manifest.id());
        if (format == Format.JSON) {
            SummaryJson.print(summary, imported, problems, manifest, folder, out);
        } else {
            var text = new SummaryText(out, all);
            text.print(summary, imported, folder, folder.resolve(REPORT));
            text.problems(problems);
        }
        out.flush();
    }
}
