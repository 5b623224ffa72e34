package boscard.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.agreement.Sketch.Column;
import boscard.agreement.Smallest.Example;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** The shrinker, tried on an engine that is wrong on purpose. */
class SmallestTest {

    /** Takes "from" for "above". */
    private static SortedSet<Verdict> wrong(Example example) {
        List<Sketch> misread = example.tables().stream()
                .map(table -> new Sketch(
                        table.name(),
                        table.stage(),
                        table.policy(),
                        table.factType(),
                        table.conditions().stream()
                                .map(column -> new Column(
                                        column.property(), column.snippet().replace(">=", ">"), column.negative()))
                                .toList(),
                        table.verbs(),
                        table.lines()))
                .toList();
        return BoscardEngines.interpreted(LoadedSketches.load(misread, ".xlsx"), misread, example.facts());
    }

    private static boolean disagree(Example example) {
        return !wrong(example)
                .equals(BoscardEngines.interpreted(
                        LoadedSketches.load(example.tables(), ".xlsx"), example.tables(), example.facts()));
    }

    @Test
    void theSmallestTableOnWhichAnEngineIsWrongHasOneRowOneColumnAndOneFactOnTheEdge() {
        var sketches = new Sketches(7);
        var example = new Example(sketches.tables(24), sketches.facts(30));
        assertThat(disagree(example)).isTrue();

        Example smallest = Smallest.of(example, SmallestTest::disagree);

        assertThat(disagree(smallest)).isTrue();
        assertThat(smallest.facts()).hasSize(1);
        assertThat(smallest.tables()).singleElement().satisfies(table -> {
            assertThat(table.lines()).hasSize(1);
            assertThat(table.conditions()).singleElement().satisfies(column -> {
                assertThat(column.snippet()).contains(">=");
                Object value = smallest.facts().get(0).values().get(column.property());
                String cell =
                        String.valueOf(table.lines().get(0).cells().get(0)).split(", ")[0];
                assertThat(
                                value instanceof BigDecimal number
                                        ? number.compareTo(new BigDecimal(cell)) == 0
                                        : String.valueOf(value).equals(cell))
                        .as("%s", smallest)
                        .isTrue();
            });
        });
        assertThat(smallest.toString())
                .contains(smallest.tables().get(0).name() + ", ")
                .contains("scorecard S");
    }

    @Test
    void nothingCanBeLeftOutOfTheSmallest() {
        var sketches = new Sketches(3);
        var example = new Example(sketches.tables(6), sketches.facts(20));
        Example smallest = Smallest.of(
                example, some -> some.tables().size() >= 2 && some.facts().size() >= 3);
        assertThat(smallest.tables()).hasSize(2).allMatch(table -> table.lines().size() == 1);
        assertThat(smallest.tables()).allMatch(table -> table.conditions().size() == 1);
        assertThat(smallest.facts()).hasSize(3);
    }
}
