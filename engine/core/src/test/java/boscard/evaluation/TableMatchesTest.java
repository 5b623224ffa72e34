package boscard.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.given.GeneratedTable.Sample;
import boscard.given.Tables;
import boscard.rulebook.Stage;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import boscard.table.Row;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of the rows that matched count, and that those that do not are kept. */
class TableMatchesTest {

    private static final Object FACT = new Sample("x", null, null, null, null, null, 0);

    private static DecisionTable table(HitPolicy policy) {
        return Tables.table("T", Stage.STATUS, policy, Sample.class)
                .when("text", Operator.EQUAL)
                .row("A", "x")
                .row("B", "x")
                .row("C", "x")
                .build();
    }

    /** What is decided when these rows match. */
    private static TableMatches.Decision decide(HitPolicy policy, int... rows) {
        DecisionTable table = table(policy);
        var matches = new TableMatches();
        matches.matched(
                table, FACT, Arrays.stream(rows).mapToObj(table.rows()::get).toList());
        List<TableMatches.Decision> decisions = matches.drain();
        assertThat(matches.drain()).as("decided once").isEmpty();
        assertThat(decisions).hasSize(1);
        return decisions.get(0);
    }

    private static List<String> ids(List<Row> rows) {
        return rows.stream().map(Row::id).toList();
    }

    @Test
    void firstKeepsTheRowsBelowTheTopmostInSheetOrder() {
        TableMatches.Decision decision = decide(HitPolicy.FIRST, 0, 1, 2);
        assertThat(ids(decision.chosen())).containsExactly("A");
        assertThat(ids(decision.lost())).containsExactly("B", "C");
    }

    @Test
    void collectLosesNone() {
        TableMatches.Decision decision = decide(HitPolicy.COLLECT, 1, 2);
        assertThat(ids(decision.chosen())).containsExactly("B", "C");
        assertThat(decision.lost()).isEmpty();
    }

    @Test
    void uniqueTakesTheOnlyRowAndKeepsAllOfSeveral() {
        assertThat(ids(decide(HitPolicy.UNIQUE, 1).chosen())).containsExactly("B");
        assertThat(decide(HitPolicy.UNIQUE, 1).lost()).isEmpty();
        TableMatches.Decision several = decide(HitPolicy.UNIQUE, 1, 2);
        assertThat(several.chosen()).isEmpty();
        assertThat(ids(several.lost())).containsExactly("B", "C");
    }

    @Test
    void twoEqualFactsAreDecidedEachForItself() {
        DecisionTable table = table(HitPolicy.FIRST);
        var matches = new TableMatches();
        Object twin = new Sample("x", null, null, null, null, null, 0);
        matches.matched(table, FACT, List.of(table.rows().get(1)));
        matches.matched(table, twin, List.of(table.rows().get(0)));
        assertThat(matches.drain())
                .hasSize(2)
                .allMatch(decision -> decision.lost().isEmpty());
    }
}
