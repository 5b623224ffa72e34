package boscard.app;

import boscard.evaluation.AsOf;
import boscard.evaluation.EvaluationSettings;
import boscard.evaluation.Evaluator;
import boscard.evaluation.Reevaluation;
import boscard.evaluation.Status;
import boscard.explanation.comparison.Comparison;
import boscard.fact.Facts;
import boscard.intake.FactsImporter;
import boscard.intake.ImportedFacts;
import boscard.problem.InvalidFacts;
import boscard.problem.InvalidInput;
import boscard.problem.InvalidRulebook;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.rulebook.CompiledRulebook;
import boscard.rulebook.Rulebook;
import boscard.rulebook.RulebookCompiler;
import boscard.rulebook.change.Change;
import boscard.rulebook.change.RulebookChanges;
import boscard.source.LineRef;
import boscard.workbook.KnownWorkbooks;
import boscard.workbook.LoadedRulebook;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Evaluates again at every save. */
@Command(
        name = "watch",
        description = {
            "Evaluates again whenever a workbook, a rule file or a file of facts is saved, and prints what differs.",
            "",
            "A workbook that cannot be used shows its problems, and the last good rulebook stays. Nothing is stored; Ctrl-C"
                    + " ends."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample%n",
        footer = "  boscard watch samples/01-first/facts --rulebook our-rulebook")
final class WatchCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FACTS", description = "Files, or folders of files: CSV, Excel, JSON.")
    private List<Path> facts = List.of();

    @Mixin
    private RulebookOption rulebookOption = new RulebookOption();

    @Mixin
    private FactsOptions reading = new FactsOptions();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day to look from; without it, the end of the newest complete period.")
    private @Nullable LocalDate asOf;

    @Mixin
    private WorkersOption workers = new WorkersOption();

    @Option(names = "--all", description = "Every line, not only the first ones of each list.")
    private boolean all;

    private @Nullable RulebookCompiler compiler;
    private final KnownWorkbooks workbooks = new KnownWorkbooks();
    private final AtomicBoolean ending = new AtomicBoolean();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        var watched = new ArrayList<>(facts);
        if (reading.mapping() != null) {
            watched.add(reading.mapping());
        }
        Path rules = rulebookOption.folder();
        try (var files = new SavedFiles(List.of(rules.resolve("spreadsheets"), rules.resolve("rules")), watched)) {
            Reevaluation state = first(out);
            out.println("Watching " + rules + " and " + names(facts) + "; Ctrl-C ends.");
            out.flush();
            try (var end = new EndOfProcess(ending)) {
                for (Set<Path> saved = files.next(); !ending.get(); saved = files.next()) {
                    state = again(state, saved, files, out);
                    out.flush();
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
        out.println("Ended.");
        out.flush();
        return ExitCode.FINE;
    }

    private Reevaluation first(PrintWriter out) {
        LoadedRulebook loaded = rulebookOption.load(workbooks);
        ProblemList.print(loaded.warnings(), out);
        CompiledRulebook compiled = compiler().compile(loaded.rulebook());
        ImportedFacts imported = imported(loaded.rulebook());
        ProblemList.print(imported.problems(), out);
        Reevaluation state =
                Reevaluation.first(compiled, imported.facts(), settings(compiled, imported.facts()), workers.count());
        out.println(
                "As of " + state.asOf().date() + ": " + state.concluded().size() + " scorecards, " + statuses(state));
        return state;
    }

    /** The answer to a save; the state stays when it is no good. */
    private Reevaluation again(Reevaluation before, Set<Path> saved, SavedFiles files, PrintWriter out) {
        long began = System.nanoTime();
        out.println();
        out.println("Saved: " + names(saved));
        try {
            Reevaluation after = next(before, saved, files);
            RulebookChanges changes = RulebookChanges.of(
                    before.compiled().rulebook(), after.compiled().rulebook());
            Comparison comparison = RunComparison.ofEvaluations(
                    before,
                    after,
                    changes,
                    before.asOf().equals(after.asOf())
                            ? List.of()
                            : List.of(new boscard.explanation.comparison.Cause.OfSetting(
                                    "as-of date",
                                    before.asOf().date().toString(),
                                    after.asOf().date().toString())));
            ComparisonText.print(comparison, all, out);
            out.println("Answered after %.2f s".formatted((System.nanoTime() - began) / 1e9));
            return after;
        } catch (IllegalStateException interrupted) {
            if (ending.get()) {
                return before; // Ctrl-C came in the middle of an evaluation
            }
            throw interrupted;
        } catch (InvalidInput wrong) {
            ProblemList.print(wrong.problems(), out);
            out.println(
                    wrong instanceof InvalidRulebook
                            ? "The last good rulebook stays; save again when this is put right."
                            : "The last good facts stay; save again when this is put right.");
            return before;
        }
    }

    private Reevaluation next(Reevaluation before, Set<Path> saved, SavedFiles files) {
        CompiledRulebook compiled = before.compiled();
        Rulebook rulebook = compiled.rulebook();
        if (files.ofRulebook(saved)) {
            rulebook = rulebookOption.load(workbooks).rulebook();
            var problems = Evaluator.check(rulebook.catalogue(), rulebook.parameters());
            if (problems.stream().anyMatch(Problem::isError)) {
                throw new InvalidRulebook(problems);
            }
            compiled = compiler().compile(rulebook);
        }
        Facts known = before.allFacts();
        boolean reread = files.ofFacts(saved)
                || RulebookChanges.of(before.compiled().rulebook(), rulebook).all().stream()
                        .anyMatch(Change.ValueChanged.class::isInstance);
        if (reread) {
            ImportedFacts imported = imported(rulebook);
            ProblemList.print(imported.problems(), spec.commandLine().getOut());
            known = imported.facts();
        }
        return before.next(compiled, known, settings(compiled, known), workers.count());
    }

    private ImportedFacts imported(Rulebook rulebook) {
        return new FactsImporter().importFacts(facts, reading.settings(rulebook, Calendars.of(rulebook.parameters())));
    }

    private EvaluationSettings settings(CompiledRulebook compiled, Facts of) {
        AsOf day = asOf != null
                ? new AsOf(asOf)
                : AsOf.newestCompletePeriod(of)
                        .orElseThrow(() -> new InvalidFacts(List.of(Problem.of(
                                ProblemCode.NO_FACTS,
                                LineRef.ofFile(facts.get(0).toString()),
                                "no measurement with an actual was accepted, so there is nothing to evaluate"))));
        return new EvaluationSettings(day, Calendars.of(compiled.rulebook().parameters()));
    }

    private static String statuses(Reevaluation evaluated) {
        var counts = new EnumMap<Status, Integer>(Status.class);
        evaluated
                .concluded()
                .values()
                .forEach(one -> one.statuses().forEach(status -> counts.merge(status.status(), 1, Integer::sum)));
        var parts = new ArrayList<String>();
        counts.forEach((status, count) -> parts.add("%,d %s".formatted(count, status)));
        return String.join(", ", parts);
    }

    private static String names(Iterable<Path> paths) {
        var names = new TreeSet<String>();
        paths.forEach(path -> names.add(String.valueOf(path.getFileName())));
        return String.join(", ", names);
    }

    /** Ctrl-C ends the loop and waits for the answer that is being printed. */
    private static final class EndOfProcess implements AutoCloseable {

        private static final long LONGEST_MILLIS = 2_000;
        private final Thread hook;

        EndOfProcess(AtomicBoolean ending) {
            Thread main = Thread.currentThread();
            this.hook = new Thread(
                    () -> {
                        ending.set(true);
                        main.interrupt();
                        try {
                            main.join(LONGEST_MILLIS);
                        } catch (InterruptedException enough) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    "boscard-end");
            Runtime.getRuntime().addShutdownHook(hook);
        }

        @Override
        public void close() {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException endingAlready) {
                // then it runs
            }
        }
    }

    /** One for all saves; made when it is needed, because every command is made, and looked into, at each start. */
    private RulebookCompiler compiler() {
        RulebookCompiler known = compiler;
        if (known == null) {
            known = Engine.INDEX.compiler();
            compiler = known;
        }
        return known;
    }
}
