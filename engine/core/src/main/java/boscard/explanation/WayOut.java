package boscard.explanation;

import boscard.evaluation.Severity;
import boscard.evaluation.TestResult;
import boscard.table.DecisionTable;
import boscard.table.FactType;
import boscard.table.FactType.Property;
import boscard.table.Operator;
import boscard.table.Row;
import boscard.table.TableInterpreter;
import boscard.table.TableInterpreter.Comparing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From where on a table would not find what it found, if one number were another one: the edge at which each row that
 * finds it lets go, until no row does. Each step is judged by the reference interpreter. Immutable.
 */
final class WayOut {

    private static final BigDecimal LEAST = new BigDecimal("1E-12");
    private static final int MOST_ROWS = 50;

    private final DecisionTable table;
    private final Object fact;
    private final String code;

    /**
     * An edge on the way.
     *
     * @param letsGo the comparison of the row that no longer matches beyond it
     * @param next the row that finds the same there; null when none does
     */
    record Step(Comparing letsGo, @Nullable Row next) {

        BigDecimal edge() {
            return (BigDecimal) letsGo.operand();
        }
    }

    /**
     * Prepares.
     *
     * @param fact that the deciding row matched
     * @param code that it found
     */
    WayOut(DecisionTable table, Object fact, String code) {
        this.table = table;
        this.fact = fact;
        this.code = code;
    }

    /**
     * The steps along one number in one direction; empty when no number of that property makes the finding go away.
     *
     * @param first a comparison of the deciding row
     */
    List<Step> along(Comparing first) {
        Property property = first.comparison().property();
        boolean up = isUp(first.comparison().operator());
        var steps = new ArrayList<Step>();
        Comparing letsGo = first;
        while (steps.size() < MOST_ROWS) {
            BigDecimal number = beyond(property, letsGo);
            Row next = finder(property, number);
            steps.add(new Step(letsGo, next));
            if (next == null) {
                return steps;
            }
            Comparing following = null;
            for (Comparing one : TableInterpreter.compare(table, next, with(property, number))) {
                if (one.comparison().property().equals(property)
                        && one.operand() instanceof BigDecimal
                        && one.comparison().operator().isOrdering()
                        && isUp(one.comparison().operator()) == up) {
                    following = one;
                }
            }
            if (following == null) {
                return List.of(); // that row finds it however far the number goes
            }
            letsGo = following;
        }
        return List.of();
    }

    /** Whether the number has to grow for the comparison to fail. */
    static boolean isUp(Operator operator) {
        return operator == Operator.BELOW || operator == Operator.AT_MOST;
    }

    /** The first number at which the comparison fails. */
    private static BigDecimal beyond(Property property, Comparing comparing) {
        BigDecimal edge = (BigDecimal) comparing.operand();
        BigDecimal step = property.javaType() == BigDecimal.class ? LEAST : BigDecimal.ONE;
        return switch (comparing.comparison().operator()) {
            case BELOW, ABOVE -> edge;
            case AT_LEAST -> edge.subtract(step);
            case AT_MOST -> edge.add(step);
            case EQUAL, NOT_EQUAL, ONE_OF, NONE_OF -> throw new IllegalArgumentException("has no order");
        };
    }

    /** The row that would find it with another number; null when none would. */
    private @Nullable Row finder(Property property, BigDecimal number) {
        List<Row> matched = TableInterpreter.match(table, with(property, number));
        return (matched.isEmpty() ? List.<Row>of() : table.policy().choose(matched))
                .stream()
                        .filter(row -> code.equals(row.outcome().get("finding")) && isFinding(row))
                        .findFirst()
                        .orElse(null);
    }

    /** A row of a SMART test may say that the test is passed. */
    private static boolean isFinding(Row row) {
        return !(row.outcome().get("result") instanceof TestResult result)
                || result == TestResult.WARN
                || result == TestResult.FAIL;
    }

    /** How bad the row says it is, as people read it. */
    static String weight(Row row) {
        Object result = row.outcome().get("result");
        Object severity = row.outcome().getOrDefault("severity", Severity.WARN);
        return String.valueOf(result != null ? result : severity);
    }

    /** What tables see of the fact, with another number. */
    private Object with(Property property, BigDecimal number) {
        FactType type = table.factType();
        var values = new HashMap<String, Object>();
        for (Property one : type.properties().values()) {
            Object value = one.equals(property) ? number : one.valueOf(fact);
            if (value != null) {
                values.put(one.name(), value);
            }
        }
        return type.factOf(values);
    }
}
