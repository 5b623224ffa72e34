package boscard.benchmarks.harness;

import boscard.drools.DroolsCompiler;
import boscard.evaluation.AsOf;
import boscard.evaluation.Batch;
import boscard.evaluation.EvaluationSettings;
import boscard.evaluation.Population;
import boscard.fact.Facts;
import boscard.fact.FiscalCalendar;
import boscard.fact.Measurement;
import boscard.fact.ScorecardFacts;
import boscard.intake.FactsImporter;
import boscard.intake.ImportSettings;
import boscard.rulebook.CompilationCache;
import boscard.rulebook.CompiledRulebook;
import boscard.rulebook.IndexingCompiler;
import boscard.rulebook.Rulebook;
import boscard.workbook.RulebookFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Evaluation alone, warm, in one process: the whole shipped rulebook beside its status tables alone, over the same
 * facts, and the memory that evaluations leave behind. Nothing is stored.
 */
final class WholeRulebook {

    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 30);

    private final Rulebook rulebook;
    private final Facts facts;
    private final EvaluationSettings settings;

    WholeRulebook(Path home, Path folder) {
        this.rulebook = RulebookFolder.load(home).rulebook();
        this.settings = new EvaluationSettings(new AsOf(AS_OF), FiscalCalendar.CALENDAR_YEAR);
        this.facts = new FactsImporter()
                .importFacts(List.of(folder), ImportSettings.of(rulebook.catalogue()))
                .facts();
    }

    private static CompiledRulebook compile(Rulebook rulebook) {
        return new IndexingCompiler(() -> new DroolsCompiler(CompilationCache.NONE)).compile(rulebook);
    }

    private Rulebook statusAlone() {
        return new Rulebook(
                rulebook.catalogue(),
                rulebook.parameters(),
                rulebook.tables().stream()
                        .filter(table -> table.concludes("status"))
                        .toList(),
                List.of(),
                rulebook.words(),
                rulebook.holidays(),
                rulebook.digest());
    }

    /** Lines of medians, taking turns. */
    String measure(int rounds) {
        List<ScorecardFacts> scorecards = facts.byScorecard();
        CompiledRulebook whole = compile(rulebook);
        CompiledRulebook status = compile(statusAlone());
        var times = new ArrayList<List<Long>>();
        for (int i = 0; i < 3; i++) {
            times.add(new ArrayList<>());
        }
        for (int round = -1; round < rounds; round++) { // the first one warms up
            long[] took = {
                evaluate(status, scorecards, 1), evaluate(whole, scorecards, 1), evaluate(whole, scorecards, 2)
            };
            for (int i = 0; round >= 0 && i < took.length; i++) {
                times.get(i).add(took[i]);
            }
        }
        double statusAlone = median(times.get(0));
        double one = median(times.get(1));
        double two = median(times.get(2));
        long early = leftBehind(whole, scorecards.subList(0, scorecards.size() / 5));
        long late = leftBehind(whole, scorecards);
        return String.format(
                Locale.ROOT,
                "%,d scorecards, %,d measurements, %,d other facts; medians of %d, evaluation alone%n"
                        + "  status tables alone       %8.0f ms%n"
                        + "  whole rulebook            %8.0f ms   %.2f x status%n"
                        + "  whole rulebook, 2 workers %8.0f ms   %.2f times as fast%n"
                        + "  heap in use after a fifth of the scorecards %,d KB, after all %,d KB",
                scorecards.size(),
                facts.of(Measurement.class).size(),
                facts.byScorecard().stream().mapToInt(WholeRulebook::others).sum(),
                rounds,
                statusAlone,
                one,
                one / statusAlone,
                two,
                one / two,
                early / 1024,
                late / 1024);
    }

    private static int others(ScorecardFacts one) {
        return one.goals().size()
                + one.milestones().size()
                + one.initiatives().size()
                + one.activities().size()
                + one.reviews().size()
                + one.targetChanges().size()
                + one.deals().size();
    }

    private Batch batch(CompiledRulebook compiled, int workers) {
        var population = Population.of(facts, compiled.rulebook(), settings.asOf());
        return new Batch(compiled, settings, population, workers);
    }

    private long evaluate(CompiledRulebook compiled, List<ScorecardFacts> scorecards, int workers) {
        Batch batch = batch(compiled, workers);
        var conclusions = new AtomicLong();
        long start = System.nanoTime();
        batch.evaluate(
                scorecards,
                evaluation -> conclusions.addAndGet(evaluation.statuses().size()
                        + (long) evaluation.findings().size()));
        long took = System.nanoTime() - start;
        if (conclusions.get() == 0) {
            throw new IllegalStateException("nothing was concluded");
        }
        return took;
    }

    /** Bytes in use, garbage taken out, when the last scorecard has been evaluated and the session is still open. */
    private long leftBehind(CompiledRulebook compiled, List<ScorecardFacts> scorecards) {
        var seen = new int[1];
        var used = new long[1];
        batch(compiled, 1).evaluate(scorecards, evaluation -> {
            if (++seen[0] == scorecards.size()) {
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                used[0] = runtime.totalMemory() - runtime.freeMemory();
            }
        });
        return used[0];
    }

    private static double median(List<Long> nanos) {
        Collections.sort(nanos);
        return nanos.get(nanos.size() / 2) / 1e6;
    }
}
