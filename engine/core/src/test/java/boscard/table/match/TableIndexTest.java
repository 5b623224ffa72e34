package boscard.table.match;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.given.GeneratedTable;
import boscard.given.GeneratedTable.Colour;
import boscard.given.GeneratedTable.Sample;
import boscard.given.Tables;
import boscard.rulebook.Stage;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import boscard.table.Row;
import boscard.table.TableInterpreter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableIndexTest {

    private static final int FACTS = 40;

    /** 60 batches of 50 tables, always the same ones; {@code -Dseed=N} repeats one. */
    static LongStream seeds() {
        String repeated = System.getProperty("seed");
        return repeated != null ? LongStream.of(Long.parseLong(repeated)) : LongStream.range(0, 60);
    }

    private static Tables table(String... columns) {
        Tables table = Tables.table("T", Stage.QUALITY, HitPolicy.COLLECT, Sample.class);
        for (String column : columns) {
            String[] parts = column.split(" ");
            table.when(parts[0], Operator.valueOf(parts[1]));
        }
        return table;
    }

    private static Sample fact(@Nullable String text, @Nullable String number) {
        return new Sample(text, number == null ? null : new BigDecimal(number), null, null, null, null, 0);
    }

    private static List<String> ids(List<Row> rows) {
        return rows.stream().map(Row::id).toList();
    }

    private static void assertAgrees(DecisionTable table, TableIndex index, Sample fact, String as) {
        assertThat(ids(index.match(fact))).as("%s: %s", as, fact).isEqualTo(ids(TableInterpreter.match(table, fact)));
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void theIndexSaysWhatTheReferenceInterpreterSaysInTheSameOrder(long seed) {
        for (int i = 0; i < 50; i++) {
            var generated = new GeneratedTable("T", Stage.QUALITY, seed * 50 + i);
            TableIndex index = TableIndex.of(generated.table());
            for (int j = 0; j < FACTS; j++) {
                assertAgrees(generated.table(), index, generated.fact(), "-Dseed=" + seed + "\n" + generated);
            }
        }
    }

    /** So many rows that it is divided by several columns, some of which a row leaves empty. */
    @ParameterizedTest(name = "-Dseed={0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aLargeTableSaysWhatTheReferenceInterpreterSays(long seed) {
        var random = new SplittableRandom(seed);
        Tables made = table(
                "text EQUAL",
                "number AT_LEAST",
                "number BELOW",
                "colour ONE_OF",
                "yes EQUAL",
                "whole EQUAL",
                "other NOT_EQUAL",
                "text NONE_OF");
        for (int i = 0; i < 400; i++) {
            BigDecimal low = BigDecimal.valueOf(random.nextInt(100), 2);
            made.row(
                    "R-" + i,
                    random.nextInt(3) == 0 ? null : "t" + random.nextInt(20),
                    random.nextInt(3) == 0 ? null : low,
                    random.nextInt(3) == 0 ? null : low.add(BigDecimal.valueOf(random.nextInt(-1, 9), 2)),
                    random.nextInt(2) == 0 ? null : List.of(Colour.values()[random.nextInt(3)], Colour.RED),
                    random.nextInt(2) == 0 ? null : random.nextBoolean(),
                    random.nextInt(2) == 0 ? null : BigDecimal.valueOf(random.nextInt(3)),
                    random.nextInt(4) != 0 ? null : BigDecimal.valueOf(random.nextInt(3)),
                    random.nextInt(4) != 0 ? null : List.of("t1", "t" + random.nextInt(20)));
        }
        DecisionTable table = made.build();
        TableIndex index = TableIndex.of(table);
        int matched = 0;
        for (int i = 0; i < 600; i++) {
            var fact = new Sample(
                    random.nextInt(9) == 0 ? null : "t" + random.nextInt(22),
                    random.nextInt(9) == 0 ? null : BigDecimal.valueOf(random.nextInt(1_100), 3),
                    random.nextInt(9) == 0 ? null : BigDecimal.valueOf(random.nextInt(3)),
                    null,
                    random.nextInt(9) == 0 ? null : random.nextBoolean(),
                    random.nextInt(9) == 0 ? null : Colour.values()[random.nextInt(3)],
                    random.nextInt(4));
            assertAgrees(table, index, fact, "seed " + seed);
            matched += index.match(fact).size();
        }
        assertThat(matched).isGreaterThan(600);
    }

    @Test
    void allRowsThatMatchAreFoundInSheetOrderTheOnesThatLoseToo() {
        TableIndex index = TableIndex.of(table("text EQUAL", "number AT_LEAST")
                .row("ANY-TOP", null, null)
                .row("A-HIGH", "a", "0.9")
                .row("B-LOW", "b", "0.1")
                .row("A-LOW", "a", "0.1")
                .row("ANY-LOW", null, "0.2")
                .row("C", "c", null)
                .row("A-ANY", "a", null)
                .build());
        assertThat(ids(index.match(fact("a", "0.95"))))
                .containsExactly("ANY-TOP", "A-HIGH", "A-LOW", "ANY-LOW", "A-ANY");
        assertThat(ids(index.match(fact("b", "0.15")))).containsExactly("ANY-TOP", "B-LOW");
        assertThat(ids(index.match(fact("z", null)))).containsExactly("ANY-TOP");
    }

    @Test
    void equalRowsAreTwoRows() {
        TableIndex index = TableIndex.of(
                table("number EQUAL").row("R-1", "1").row("R-2", "1.00").build());
        assertThat(ids(index.match(fact(null, "1.0")))).containsExactly("R-1", "R-2");
    }

    @Test
    void aRowWhoseCellsContradictEachOtherMatchesNothing() {
        TableIndex index = TableIndex.of(table("number AT_LEAST", "number BELOW", "text EQUAL", "text ONE_OF")
                .row("REVERSED", "0.8", "0.8", null, null)
                .row("NEITHER", null, null, "a", List.of("b", "c"))
                .row("BOTH", null, null, "b", List.of("b", "c"))
                .build());
        assertThat(ids(index.match(fact("a", "0.8")))).isEmpty();
        assertThat(ids(index.match(fact("b", "0.8")))).containsExactly("BOTH");
    }

    @Test
    void edgesTooFineForALongAreComparedExactly() {
        TableIndex index = TableIndex.of(table("number AT_LEAST", "number BELOW")
                .row("FINE", "0.80000000000000000000000000000000001", null)
                .row("COARSE", "0.8", "0.9")
                .row("LARGE", "1E+30", null)
                .build());
        assertThat(ids(index.match(fact(null, "0.8")))).containsExactly("COARSE");
        assertThat(ids(index.match(fact(null, "0.80000000000000000000000000000000001"))))
                .containsExactly("FINE", "COARSE");
        assertThat(ids(index.match(fact(null, "1000000000000000000000000000000"))))
                .containsExactly("FINE", "LARGE");
    }

    @Test
    void aTableWithoutRowsMatchesNothing() {
        assertThat(TableIndex.of(table("number EQUAL").build()).match(fact(null, "1")))
                .isEmpty();
    }

    @Test
    void aFactIsComparedWithAFewOfTheRowsOnly() {
        Tables made = table("text EQUAL", "number AT_LEAST", "number BELOW");
        for (int i = 0; i < 5_000; i++) {
            made.row("R-" + i, "t" + i % 50, BigDecimal.valueOf(i / 50), BigDecimal.valueOf(i / 50 + 1));
        }
        var node = new IndexBuilder(2).build(Demands.of(made.build()).candidates());
        int[] largest = {0};
        look(node, largest);
        assertThat(largest[0]).as("rows asked one by one").isEqualTo(1);
    }

    private static void look(@Nullable Node node, int[] largest) {
        if (node instanceof Node.Rows rows) {
            largest[0] = Math.max(largest[0], rows.rows().size());
        } else if (node instanceof Node.ByValue byValue) {
            byValue.byValue().values().forEach(part -> look(part, largest));
            look(byValue.others(), largest);
        } else if (node instanceof Node.ByPlace byPlace) {
            for (Node part : byPlace.stretches()) {
                look(part, largest);
            }
            look(byPlace.others(), largest);
        }
    }

    /** Overlapping rows stand under many values; the index must not grow out of proportion. */
    @Test
    void rowsThatAllOverlapAreNotCopiedWithoutEnd() {
        Tables made = table("number AT_LEAST", "other AT_LEAST");
        for (int i = 0; i < 3_000; i++) {
            made.row("R-" + i, BigDecimal.valueOf(i), BigDecimal.valueOf(3_000 - i));
        }
        DecisionTable table = made.build();
        TableIndex index = TableIndex.of(table);
        var fact = new Sample(null, BigDecimal.valueOf(1_500), BigDecimal.valueOf(2_000), null, null, null, 0);
        assertAgrees(table, index, fact, "overlapping");
        assertThat(index.match(fact)).hasSize(501);
    }

    @Test
    void oneIndexServesAllThreads() {
        var generated = new GeneratedTable("T", Stage.QUALITY, 7);
        TableIndex index = TableIndex.of(generated.table());
        var facts = new ArrayList<Sample>();
        IntStream.range(0, 200).forEach(i -> facts.add(generated.fact()));
        assertThat(IntStream.range(0, 20_000)
                        .parallel()
                        .filter(i -> {
                            Sample fact = facts.get(i % facts.size());
                            return !index.match(fact).equals(TableInterpreter.match(generated.table(), fact));
                        })
                        .count())
                .isZero();
    }
}
