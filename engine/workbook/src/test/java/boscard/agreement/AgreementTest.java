package boscard.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.agreement.Sketch.Given;
import boscard.agreement.Smallest.Example;
import boscard.rulebook.Rulebook;
import boscard.rulebook.Stage;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The index, prepared Drools, the reference interpreter and stock Drools say the same about 2,100 generated tables:
 * which rows match which facts, and what they conclude, in a first stage and in one that compares what the first
 * concludes. Stock Drools takes long to build anything, so many tables are built at once.
 */
class AgreementTest {

    private static final int TABLES_PER_BATCH = 300;
    private static final int FACTS_PER_BATCH = 90;

    /** Always the same ones; {@code -Dseed=N} repeats a batch, {@code -Dtables=N} tries at least so many tables. */
    static LongStream seeds() {
        String repeated = System.getProperty("seed");
        long batches = (Long.getLong("tables", 2_100) + TABLES_PER_BATCH - 1) / TABLES_PER_BATCH;
        return repeated != null ? LongStream.of(Long.parseLong(repeated)) : LongStream.range(0, batches);
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void fourEnginesAgree(long seed) {
        var sketches = new Sketches(seed);
        var example = new Example(sketches.tables(TABLES_PER_BATCH), sketches.facts(FACTS_PER_BATCH));
        Rulebook rulebook = LoadedSketches.load(example.tables(), ".xlsx");
        SortedSet<Verdict> interpreted = BoscardEngines.interpreted(rulebook, example.tables(), example.facts());
        SortedSet<Verdict> indexed = BoscardEngines.indexed(rulebook, example.tables(), example.facts());
        if (!indexed.equals(interpreted)) {
            fail(seed, example, AgreementTest::indexDisagrees);
        }
        SortedSet<Verdict> prepared = BoscardEngines.prepared(rulebook, example.tables(), example.facts());
        if (!prepared.equals(interpreted)) {
            fail(seed, example, AgreementTest::preparedDisagrees);
        }
        SortedSet<Verdict> stock = StockEngine.judge(example.tables(), example.facts());
        if (!stock.equals(interpreted)) {
            fail(seed, example, AgreementTest::stockDisagrees);
        }
        assertSomethingHappened(example, interpreted);
    }

    private static boolean indexDisagrees(Example example) {
        Rulebook rulebook = LoadedSketches.load(example.tables(), ".xlsx");
        return !BoscardEngines.indexed(rulebook, example.tables(), example.facts())
                .equals(BoscardEngines.interpreted(rulebook, example.tables(), example.facts()));
    }

    private static boolean preparedDisagrees(Example example) {
        Rulebook rulebook = LoadedSketches.load(example.tables(), ".xlsx");
        return !BoscardEngines.prepared(rulebook, example.tables(), example.facts())
                .equals(BoscardEngines.interpreted(rulebook, example.tables(), example.facts()));
    }

    private static boolean stockDisagrees(Example example) {
        Rulebook rulebook = LoadedSketches.load(example.tables(), ".xlsx");
        return !StockEngine.judge(example.tables(), example.facts())
                .equals(BoscardEngines.interpreted(rulebook, example.tables(), example.facts()));
    }

    private static void fail(long seed, Example example, java.util.function.Predicate<Example> fails) {
        Example smallest = Smallest.of(example, fails);
        Rulebook rulebook = LoadedSketches.load(smallest.tables(), ".xlsx");
        SortedSet<Verdict> interpreted = BoscardEngines.interpreted(rulebook, smallest.tables(), smallest.facts());
        SortedSet<Verdict> indexed = BoscardEngines.indexed(rulebook, smallest.tables(), smallest.facts());
        SortedSet<Verdict> prepared = BoscardEngines.prepared(rulebook, smallest.tables(), smallest.facts());
        SortedSet<Verdict> stock = StockEngine.judge(smallest.tables(), smallest.facts());
        throw new AssertionError("repeat with -Dseed=" + seed + "; the smallest that still fails:\n" + smallest
                + "\ninterpreted " + interpreted + "\nindexed     " + indexed + "\nprepared    " + prepared
                + "\nstock       " + stock);
    }

    /** A test in which hardly anything matches would prove little. */
    private static void assertSomethingHappened(Example example, SortedSet<Verdict> verdicts) {
        var matched = new TreeSet<String>();
        verdicts.forEach(verdict -> matched.add(verdict.table()));
        assertThat(matched).hasSizeGreaterThan(TABLES_PER_BATCH / 2);
        List<Given> facts = example.facts();
        assertThat(facts).anyMatch(fact -> fact.isMissing("value"));
        assertThat(example.tables().stream()
                        .filter(table -> table.stage() == Stage.RECOMMENDATIONS)
                        .map(Sketch::name))
                .as("tables over conclusions")
                .anyMatch(matched::contains);
    }
}
