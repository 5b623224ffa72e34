package boscard.benchmarks.harness;

import boscard.benchmarks.peer.Judge;
import boscard.benchmarks.peer.PreparedFact;
import boscard.drools.DroolsCompiler;
import boscard.evaluation.AsOf;
import boscard.evaluation.Batch;
import boscard.evaluation.EvaluationSettings;
import boscard.evaluation.Population;
import boscard.evaluation.ScorecardEvaluation;
import boscard.fact.Facts;
import boscard.fact.FiscalCalendar;
import boscard.fact.Kpi;
import boscard.fact.Measurement;
import boscard.indicator.Attainment;
import boscard.indicator.Statistics;
import boscard.intake.FactsImporter;
import boscard.intake.ImportSettings;
import boscard.intake.ImportedFacts;
import boscard.ledger.FactsDigest;
import boscard.ledger.PreparedEvaluation;
import boscard.rulebook.CompilationCache;
import boscard.rulebook.CompiledRulebook;
import boscard.rulebook.IndexingCompiler;
import boscard.rulebook.Rulebook;
import boscard.workbook.RulebookFolder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The parts of an evaluation alone, warm: each on 2,000 measurements of ten scorecards, time of all of them together.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Micro {

    private static final Workload FACTS = new Workload(10, 20, 10, 200, false, 6);

    /** Rows of the table. */
    @Param({"200", "5000"})
    public int rows = 200;

    /** Home of the project and a folder to write into; {@link #run} sets them. */
    @Param("")
    public String home = "";

    @Param("")
    public String scratch = "";

    private Path measurements = Path.of("");
    private List<PreparedFact> prepared = List.of();
    private Judge judge = facts -> List.of();
    private final List<ScorecardEvaluation> evaluations = new ArrayList<>();
    private List<BigDecimal> actuals = List.of();
    private Inputs inputs = new Inputs();

    /** What needs a rulebook. */
    private static final class Inputs {
        private @org.jspecify.annotations.Nullable Rulebook rulebook;
        private @org.jspecify.annotations.Nullable Facts facts;

        Rulebook rulebook() {
            return Objects.requireNonNull(rulebook);
        }

        Facts facts() {
            return Objects.requireNonNull(facts);
        }
    }

    /**
     * Runs all of them.
     *
     * @param quick once each, without warming up: to see that they run
     */
    static void run(Path home, Path scratch, boolean quick) throws RunnerException {
        var options = new OptionsBuilder()
                .include(Micro.class.getName() + "\\.")
                .param("home", home.toString())
                .param("scratch", scratch.toString())
                .shouldFailOnError(true);
        Options chosen = quick
                ? options.param("rows", "40")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(1))
                        .build()
                : options.forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.seconds(2))
                        .build();
        new Runner(chosen).run();
    }

    @Setup(Level.Trial)
    public void prepare() throws IOException {
        var workload =
                new Workload(FACTS.scorecards(), FACTS.kpis(), FACTS.months(), rows, FACTS.oneShape(), FACTS.seed());
        var files = new WorkloadFiles(workload, Path.of(scratch).resolve("micro-" + rows));
        files.writeForBoscard(Path.of(home).resolve("spreadsheets"));
        measurements = files.facts();
        prepared = Files.readAllLines(files.preparedFacts()).stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new PreparedFact(cells[0], cells[1], cells[2], new BigDecimal(cells[3])))
                .toList();
        judge = new BoscardTables().load(files.rulebook());
        inputs = new Inputs();
        inputs.rulebook = RulebookFolder.load(files.rulebook()).rulebook();
        inputs.facts = imported().facts();
        actuals = inputs.facts().of(Measurement.class).stream()
                .map(measurement -> Objects.requireNonNull(measurement.actual().valueOrNull()))
                .toList();
        CompiledRulebook compiled = indexOfTables();
        AsOf day = AsOf.newestCompletePeriod(inputs.facts()).orElseThrow();
        new Batch(
                        compiled,
                        new EvaluationSettings(day, FiscalCalendar.CALENDAR_YEAR),
                        Population.of(inputs.facts(), inputs.rulebook().catalogue(), day),
                        1)
                .evaluate(inputs.facts().byScorecard(), evaluations::add);
    }

    /** Facts inserted, matched with the table, and the session emptied. */
    @Benchmark
    public List<String> tableMatch() throws Exception {
        return judge.judge(prepared);
    }

    @Benchmark
    public void attainments(Blackhole seen) {
        Kpi kpi = inputs.rulebook().catalogue().kpis().iterator().next();
        for (BigDecimal actual : actuals) {
            seen.consume(Attainment.of(kpi, actual, BigDecimal.valueOf(250)));
        }
    }

    @Benchmark
    public void medians(Blackhole seen) {
        for (int i = 0; i < actuals.size(); i += 10) {
            seen.consume(Statistics.median(actuals.subList(i, i + 10)));
        }
    }

    @Benchmark
    public ImportedFacts imported() {
        return new FactsImporter()
                .importFacts(
                        List.of(measurements),
                        ImportSettings.of(inputs.rulebook().catalogue()));
    }

    /** Rows and digests of conclusions, all but the file. */
    @Benchmark
    public void ledgerRows(Blackhole seen) {
        evaluations.forEach(evaluation -> seen.consume(PreparedEvaluation.of(evaluation)));
    }

    @Benchmark
    public String digestOfFacts() {
        return FactsDigest.of(inputs.facts());
    }

    /** What an edited cell costs: the rows of all tables into their index. */
    @Benchmark
    public CompiledRulebook indexOfTables() {
        return new IndexingCompiler(() -> new DroolsCompiler(CompilationCache.NONE)).compile(inputs.rulebook());
    }

    /** The same tables for Drools, as {@code verify --engine drools} compiles them. */
    @Benchmark
    public CompiledRulebook compileOfAStructure() {
        return new DroolsCompiler(CompilationCache.NONE).compile(inputs.rulebook());
    }
}
