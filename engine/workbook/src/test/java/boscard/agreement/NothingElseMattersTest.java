package boscard.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.agreement.Sketch.Given;
import boscard.agreement.Sketch.Line;
import boscard.drools.DroolsCompiler;
import boscard.rulebook.CompilationCache;
import boscard.rulebook.CompiledRulebook;
import boscard.rulebook.RuleSession;
import boscard.rulebook.Rulebook;
import boscard.rulebook.RulebookCompiler;
import boscard.table.HitPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must not change a verdict, on generated tables: the order of things, the file they are in, who does the work.
 */
class NothingElseMattersTest {

    private static final int TABLES = 40;
    private static final int FACTS = 45;

    /** Always the same ones; {@code -Dseed=N} repeats one. */
    static LongStream seeds() {
        String repeated = System.getProperty("seed");
        return repeated != null ? LongStream.of(Long.parseLong(repeated)) : LongStream.range(0, 6);
    }

    private static List<Sketch> tables(long seed) {
        return new Sketches(seed).tables(TABLES);
    }

    private static List<Given> facts(long seed) {
        return new Sketches(~seed).facts(FACTS);
    }

    /** What counts after the hit policies, by both engines. */
    private static SortedSet<Verdict> verdicts(List<Sketch> tables, List<Given> facts, String extension) {
        Rulebook rulebook = LoadedSketches.load(tables, extension);
        var chosen = new TreeSet<>(Conclusions.chosen(tables, BoscardEngines.indexed(rulebook, tables, facts)));
        assertThat(chosen)
                .as("the index and Drools")
                .isEqualTo(new TreeSet<>(Conclusions.chosen(tables, BoscardEngines.prepared(rulebook, tables, facts))));
        return chosen;
    }

    private static SortedSet<Verdict> verdicts(List<Sketch> tables, List<Given> facts) {
        return verdicts(tables, facts, ".xlsx");
    }

    private static <T> List<T> shuffled(List<T> some, long seed) {
        var all = new ArrayList<>(some);
        Collections.shuffle(all, new Random(seed));
        return all;
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void theOrderOfTheRowsOfUniqueAndCollectTables(long seed) {
        for (HitPolicy policy : List.of(HitPolicy.UNIQUE, HitPolicy.COLLECT)) {
            List<Sketch> tables =
                    tables(seed).stream().map(table -> table.withPolicy(policy)).toList();
            List<Sketch> shuffled = tables.stream()
                    .map(table -> table.withLines(shuffled(table.lines(), seed)))
                    .toList();
            assertThat(verdicts(shuffled, facts(seed)))
                    .as("-Dseed=%d, %s", seed, policy.name())
                    .isNotEmpty()
                    .isEqualTo(verdicts(tables, facts(seed)));
        }
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void theOrderOfTheColumns(long seed) {
        List<Sketch> turned = tables(seed).stream()
                .map(table -> table.reordered(shuffled(
                        IntStream.range(0, table.conditions().size()).boxed().toList(), seed)))
                .toList();
        assertThat(verdicts(turned, facts(seed)))
                .as("-Dseed=%d", seed)
                .isNotEmpty()
                .isEqualTo(verdicts(tables(seed), facts(seed)));
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void theOrderOfTheTables(long seed) {
        assertThat(verdicts(shuffled(tables(seed), seed), facts(seed)))
                .as("-Dseed=%d", seed)
                .isEqualTo(verdicts(tables(seed), facts(seed)));
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void whetherTheWorkbookIsXlsOrXlsx(long seed) {
        assertThat(verdicts(tables(seed), facts(seed), ".xls"))
                .as("-Dseed=%d", seed)
                .isEqualTo(verdicts(tables(seed), facts(seed), ".xlsx"));
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void rowsAboutOtherThings(long seed) {
        int[] added = {0};
        List<Sketch> more =
                tables(seed).stream().map(table -> withStrangers(table, added)).toList();
        assertThat(added[0]).isPositive();
        assertThat(verdicts(more, facts(seed))).as("-Dseed=%d", seed).isEqualTo(verdicts(tables(seed), facts(seed)));
    }

    /** Rows above and below that only match a text that no fact has. */
    private static Sketch withStrangers(Sketch table, int[] added) {
        for (int i = 0; i < table.conditions().size(); i++) {
            if (table.conditions().get(i).snippet().endsWith("== \"$param\"")
                    && !table.conditions().get(i).property().equals("lastDay")) {
                var cells = new ArrayList<@Nullable Object>(
                        Collections.nCopies(table.conditions().size(), null));
                cells.set(i, "nobody's");
                var lines = new ArrayList<>(table.lines());
                List<Object> outcomes = lines.get(0).outcomes();
                lines.add(0, new Line(table.name() + "-above", cells, outcomes));
                lines.add(new Line(table.name() + "-below", cells, outcomes));
                added[0]++;
                return table.withLines(lines);
            }
        }
        return table;
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void inHowManyBatchesAndByHowManyWorkersTheFactsAreJudged(long seed) throws Exception {
        for (RulebookCompiler engine : List.of(BoscardEngines.indexing(), new DroolsCompiler(CompilationCache.NONE))) {
            inHowManyBatchesAndByHowManyWorkersTheFactsAreJudged(seed, engine);
        }
    }

    private static void inHowManyBatchesAndByHowManyWorkersTheFactsAreJudged(long seed, RulebookCompiler engine)
            throws Exception {
        List<Sketch> tables = tables(seed);
        List<Given> facts = facts(seed);
        CompiledRulebook compiled = engine.compile(LoadedSketches.load(tables, ".xlsx"));
        SortedSet<String> whole = said(judge(compiled, tables, facts), facts);
        List<List<Given>> parts =
                List.of(facts.subList(0, 7), facts.subList(7, 8), facts.subList(8, 30), facts.subList(30, FACTS));
        var one = new TreeSet<String>();
        try (RuleSession session = compiled.newSession()) { // one worker, one part after the other
            for (List<Given> part : parts) {
                one.addAll(said(BoscardEngines.judged(session, tables, part), part));
            }
        }
        assertThat(one).as("-Dseed=%d, one worker", seed).isEqualTo(whole);
        var two = new TreeSet<String>();
        var workers = Executors.newFixedThreadPool(2);
        try {
            List<Callable<SortedSet<String>>> work = parts.stream()
                    .map(part -> (Callable<SortedSet<String>>) () -> said(judge(compiled, tables, part), part))
                    .toList();
            for (var done : workers.invokeAll(work)) {
                two.addAll(done.get());
            }
        } finally {
            workers.shutdown();
        }
        assertThat(two).as("-Dseed=%d, two workers", seed).isEqualTo(whole);
    }

    private static SortedSet<Verdict> judge(CompiledRulebook compiled, List<Sketch> tables, List<Given> facts) {
        try (RuleSession session = compiled.newSession()) {
            return BoscardEngines.judged(session, tables, facts);
        }
    }

    /** Verdicts by what the facts are rather than by their position. */
    private static SortedSet<String> said(SortedSet<Verdict> verdicts, List<Given> facts) {
        return verdicts.stream()
                .map(verdict -> verdict.table() + " " + verdict.row() + " "
                        + (verdict.fact().startsWith("finding")
                                ? verdict.fact()
                                : facts.get(Integer.parseInt(verdict.fact()))))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
