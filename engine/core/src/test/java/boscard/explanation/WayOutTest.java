package boscard.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.Indicator;
import boscard.evaluation.Severity;
import boscard.given.Tables;
import boscard.rulebook.Stage;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import boscard.table.TableInterpreter;
import boscard.table.TableInterpreter.Comparing;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From where on a check would find nothing. */
class WayOutTest {

    private static Tables checks() {
        return Tables.table("Checks", Stage.PITFALLS, HitPolicy.FIRST, Indicator.class)
                .when("name", Operator.EQUAL)
                .when("value", Operator.BELOW)
                .when("value", Operator.AT_LEAST)
                .then("finding")
                .then("severity");
    }

    private static Indicator share(String value) {
        return new Indicator(
                "share", "A", null, null, null, null, null, new BigDecimal(value), null, null, 0, null, List.of(), "",
                List.of());
    }

    private static List<String> ways(DecisionTable table, Indicator fact) {
        var row = TableInterpreter.match(table, fact).get(0);
        return TableInterpreter.compare(table, row, fact).stream()
                .filter(one -> one.operand() instanceof BigDecimal)
                .flatMap((Comparing one) -> new WayOut(table, fact, "B1").along(one).stream())
                .map(step -> step.letsGo().comparison().operator() + " " + step.edge() + " -> "
                        + (step.next() == null ? "nothing" : step.next().id()))
                .toList();
    }

    @Test
    void aMilderRowBelowFindsTheSameUntilItLetsGoToo() {
        DecisionTable table = checks()
                .row("R-1", "share", "0.5", null, "B1", Severity.FAIL)
                .row("R-2", "share", "0.7", null, "B1", Severity.WARN)
                .build();
        assertThat(ways(table, share("0.248"))).containsExactly("BELOW 0.5 -> R-2", "BELOW 0.7 -> nothing");
        assertThat(ways(table, share("0.6"))).containsExactly("BELOW 0.7 -> nothing");
    }

    @Test
    void whatAnotherRowFindsHoweverFarTheNumberGoesHasNoWayOut() {
        DecisionTable table = checks()
                .row("R-1", "share", "0.5", null, "B1", Severity.FAIL)
                .row("R-2", "share", null, null, "B1", Severity.WARN)
                .build();
        assertThat(ways(table, share("0.2"))).isEmpty();
    }

    @Test
    void anEdgeThatBelongsToTheRowIsLeftJustBesideIt() {
        DecisionTable table = checks()
                .row("R-1", "share", null, "0.5", "B1", Severity.FAIL)
                .row("R-2", "share", "0.5", null, "B2", Severity.WARN)
                .build();
        assertThat(ways(table, share("0.5"))).containsExactly("AT_LEAST 0.5 -> nothing");
    }

    @Test
    void bothEndsOfARangeAreWaysOut() {
        DecisionTable table = checks()
                .row("R-1", "share", "0.7", "0.5", "B1", Severity.FAIL)
                .build();
        assertThat(ways(table, share("0.6"))).containsExactly("BELOW 0.7 -> nothing", "AT_LEAST 0.5 -> nothing");
    }
}
