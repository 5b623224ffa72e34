package boscard.app;

import boscard.evaluation.AsOf;
import boscard.evaluation.Batch;
import boscard.evaluation.EvaluationSettings;
import boscard.evaluation.Finding;
import boscard.evaluation.Population;
import boscard.evaluation.Replay;
import boscard.evaluation.ScorecardEvaluation;
import boscard.evaluation.check.RulebookAnalysis;
import boscard.explanation.Explainer;
import boscard.explanation.Explanation;
import boscard.fact.FactKind;
import boscard.fact.Facts;
import boscard.fact.FiscalCalendar;
import boscard.fact.ScorecardFacts;
import boscard.intake.FactsImporter;
import boscard.intake.FileAccount;
import boscard.intake.ImportedFacts;
import boscard.ledger.PreparedEvaluation;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
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
    private static final int SOME_FACTS = 8;

    /** Nobody scrolls through more, and the workbook would take a quarter of the time of a large run. */
    private static final int MOST_REPORTED = 5_000;

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
    private FactsOptions reading = new FactsOptions();

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

    @Option(
            names = "--report",
            negatable = true,
            description = "The workbook report.xlsx in the folder of the run, or none (default: for up to 5,000 "
                    + "measurements; boscard report writes it at any time).")
    private @Nullable Boolean reported;

    @Option(names = "--all", description = "All scorecards and recommendations, not only the first ones.")
    private boolean all;

    @Override
    public Integer call() throws Exception {
        HeadStart.forRules(rulebookOption.folder());
        LoadedRulebook loaded = rulebookOption.load();
        Rulebook rulebook = loaded.rulebook();
        FiscalCalendar calendar = Calendars.of(rulebook.parameters());
        Beside<CompiledRulebook> compiling =
                Beside.start("compile", () -> Engine.INDEX.compiler().compile(rulebook));
        ImportedFacts imported =
                new FactsImporter().importFacts(facts, maxRejected.in(reading.settings(rulebook, calendar)));
        AsOf day = asOf(imported);

        var settings = new EvaluationSettings(day, calendar);
        List<ScorecardFacts> scorecards = imported.facts().byScorecard();
        Population population = Population.of(imported.facts(), rulebook, day);
        var summary = new Summary(rulebook, day, rulebook.parameters().whole("max_recommendations"));
        var problems = new ArrayList<>(imported.problems());
        problems.addAll(loaded.warnings());
        problems.addAll(RulebookAnalysis.overlaps(rulebook));
        try (RunWriter run = runs.ledger().begin(header(rulebook, day, calendar));
                XlsxReport report = withReport(imported.facts()) ? report(run, rulebook, day) : null) {
            try (Beside<?> storing = Beside.start("facts", () -> {
                run.facts(imported.facts());
                run.population(population);
                return run;
            })) {
                Progress progress =
                        Progress.of(scorecards.size(), spec.commandLine().getErr());
                new Batch(compiling.result(), settings, population, workers.count())
                        .evaluate(scorecards, Evaluated::of, evaluated -> {
                            store(evaluated, run, report);
                            summary.add(evaluated.evaluation());
                            progress.done();
                        });
                progress.end();
                storing.result();
            }
            if (report != null) {
                report.explainWith(explaining(rulebook, scorecards, settings, population));
            }
            List<Problem> ofTheRun = List.copyOf(problems);
            try (Beside<?> reporting = Beside.start("report", () -> {
                if (report != null) {
                    report.finish(ofTheRun, reportAccounts(imported.accounts()));
                }
                return REPORT;
            })) {
                run.store(ofTheRun);
                reporting.result();
            }
            RunManifest manifest = run.finish(accounts(imported.accounts()));
            problems.addAll(summary.problems());
            print(summary, imported, problems, manifest, report != null);
        }
        return problems.stream().anyMatch(Problem::isError) ? ExitCode.PROBLEMS : ExitCode.FINE;
    }

    /** Explains the few findings that the report explains; nothing is prepared before it is asked. */
    private static BiFunction<ScorecardEvaluation, Finding, Optional<Explanation>> explaining(
            Rulebook rulebook, List<ScorecardFacts> scorecards, EvaluationSettings settings, Population population) {
        var explainers = new HashMap<String, Optional<Explainer>>();
        return (evaluation, finding) -> explainers
                .computeIfAbsent(
                        finding.scorecard(),
                        id -> scorecards.stream()
                                .filter(one -> one.id().equals(id))
                                .findFirst()
                                .map(facts -> new Explainer(
                                        rulebook,
                                        new Replay(facts, rulebook, settings, population),
                                        Replay.Concluded.of(evaluation),
                                        SOME_FACTS)))
                .map(explainer -> explainer.why(finding));
    }

    private boolean withReport(Facts accepted) {
        return reported == null ? accepted.count(FactKind.MEASUREMENTS) <= MOST_REPORTED : reported;
    }

    /** What a worker hands on. */
    private record Evaluated(ScorecardEvaluation evaluation, PreparedEvaluation rows) {
        static Evaluated of(ScorecardEvaluation evaluation) {
            return new Evaluated(evaluation, PreparedEvaluation.of(evaluation));
        }
    }

    private static void store(Evaluated evaluated, RunWriter run, @Nullable XlsxReport report) {
        run.add(evaluated.rows());
        if (report == null) {
            return;
        }
        try {
            report.add(evaluated.evaluation());
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

    private void print(
            Summary summary, ImportedFacts imported, List<Problem> problems, RunManifest manifest, boolean withReport) {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = runs.folder().resolve(manifest.id());
        if (format == Format.JSON) {
            SummaryJson.print(summary, imported, problems, manifest, folder, out);
        } else {
            var text = new SummaryText(out, all);
            text.print(summary, imported, folder, withReport ? folder.resolve(REPORT) : null);
            text.problems(problems);
        }
        out.flush();
    }
}
