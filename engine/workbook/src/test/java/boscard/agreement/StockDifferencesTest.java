package boscard.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boscard.agreement.Sketch.Column;
import boscard.agreement.Sketch.Given;
import boscard.agreement.Sketch.Line;
import boscard.rulebook.Stage;
import boscard.table.HitPolicy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Where stock Drools is known to mean something else by the same workbook, so that generated tables keep away from it.
 * When one of these tests fails, Drools has changed, and the generator may do more.
 */
class StockDifferencesTest {

    private static final Given WITHOUT_NOTE = new Given("KpiStatus", Map.of("kpi", "csat", "scorecard", "S"));

    private static Sketch table(String property, String snippet, boolean negative, @Nullable Object cell) {
        var cells = new java.util.ArrayList<@Nullable Object>();
        cells.add(cell);
        return new Sketch(
                "T",
                Stage.PITFALLS,
                HitPolicy.COLLECT,
                "KpiStatus",
                List.of(new Column(property, snippet, negative)),
                List.of("finding"),
                List.of(new Line("T-0", cells, List.of("X"))));
    }

    private static SortedSet<Verdict> boscard(Sketch table, Given fact) {
        List<Sketch> tables = List.of(table);
        return BoscardEngines.prepared(LoadedSketches.load(tables, ".xlsx"), tables, List.of(fact));
    }

    private static SortedSet<Verdict> stock(Sketch table, Given fact) {
        return StockEngine.judge(List.of(table), List.of(fact), false);
    }

    @Test
    void aMissingValueIsDifferentFromEverythingForStockDroolsAndNotComparedByBoscard() {
        for (Sketch table : List.of(
                table("note", "note != \"$param\"", true, "x"),
                table("note", "forall(&&){note != \"$\"}", true, "x, y"))) {
            assertThat(stock(table, WITHOUT_NOTE)).hasSize(1);
            assertThat(boscard(table, WITHOUT_NOTE)).isEmpty();
            assertThat(StockEngine.judge(List.of(table), List.of(WITHOUT_NOTE))).isEmpty();
        }
    }

    @Test
    void aDecimalWithoutAnEndingIsADoubleForStockDroolsAndExactForBoscard() {
        Sketch table = table("value", "value >= $param", false, new BigDecimal("0.8"));
        Given exactly = new Given("KpiStatus", Map.of("value", new BigDecimal("0.8")));
        assertThat(stock(table, exactly)).isEmpty();
        assertThat(boscard(table("value", "value >= $paramB", false, new BigDecimal("0.8")), exactly))
                .hasSize(1);
    }

    @Test
    void aRowWithoutConditionsForgetsTheFactInStockDrools() {
        Sketch table = table("note", "note == \"$param\"", false, null);
        assertThat(boscard(table, WITHOUT_NOTE)).hasSize(1);
        assertThatThrownBy(() -> stock(table, WITHOUT_NOTE)).isInstanceOf(RuntimeException.class);
    }
}
