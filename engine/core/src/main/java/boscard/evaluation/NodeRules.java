package boscard.evaluation;

import boscard.indicator.BandScore;
import boscard.indicator.RollUpMethod;
import boscard.rulebook.Rulebook;
import boscard.rulebook.Stage;
import boscard.table.DecisionTable;
import boscard.table.Row;
import boscard.table.TableInterpreter;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How each node is rolled up, as the tables that compare a {@link Node} say: by which method, and from which scores on
 * it is green and amber. Where no row says anything, by weight and with edges at exactly two thirds and one third. The
 * tables are read by the interpreter, since an explanation needs them without a rules engine. Immutable; safe for any
 * thread.
 */
final class NodeRules {

    private static final BigDecimal GREEN_FROM = BandScore.edge(2, 3);
    private static final BigDecimal AMBER_FROM = BandScore.edge(1, 3);

    private final List<DecisionTable> tables;

    private NodeRules(List<DecisionTable> tables) {
        this.tables = tables;
    }

    /**
     * How one node is rolled up.
     *
     * @param greenFrom score, 0 to 100, from which it is green
     * @param amberFrom score from which it is amber; red below
     * @param ownKpi the KPI that stands for the node when its method is SELF; null otherwise
     * @param row what says so; null when no row does
     */
    record NodeRule(
            RollUpMethod method,
            BigDecimal greenFrom,
            BigDecimal amberFrom,
            @Nullable String ownKpi,
            @Nullable Row row) {

        static final NodeRule PLAIN = new NodeRule(RollUpMethod.WEIGHTED, GREEN_FROM, AMBER_FROM, null, null);

        /** The band of a score: an edge belongs to the better one. */
        Status bandOf(BigDecimal score) {
            return score.compareTo(greenFrom) >= 0
                    ? Status.GREEN
                    : score.compareTo(amberFrom) >= 0 ? Status.AMBER : Status.RED;
        }

        private static NodeRule of(Row row) {
            return new NodeRule(
                    row.outcome().get("method") instanceof RollUpMethod method ? method : RollUpMethod.WEIGHTED,
                    row.outcome().get("greenFrom") instanceof BigDecimal edge ? edge : GREEN_FROM,
                    row.outcome().get("amberFrom") instanceof BigDecimal edge ? edge : AMBER_FROM,
                    row.outcome().get("ownKpi") instanceof String kpi ? kpi : null,
                    row);
        }
    }

    static NodeRules of(Rulebook rulebook) {
        return new NodeRules(rulebook.tables(Stage.STATUS).stream()
                .filter(table -> table.factType().javaType() == Node.class)
                .toList());
    }

    /** The first row that counts, of the first table that has one; of a table whose rows exclude one another none. */
    NodeRule of(Node node) {
        for (DecisionTable table : tables) {
            List<Row> matched = TableInterpreter.match(table, node);
            if (!matched.isEmpty()) {
                List<Row> chosen = table.policy().choose(matched);
                if (!chosen.isEmpty()) {
                    return NodeRule.of(chosen.get(0));
                }
            }
        }
        return NodeRule.PLAIN;
    }
}
