package boscard.evaluation.check;

import boscard.problem.Suggestion;
import boscard.rulebook.Rulebook;
import boscard.table.Cell;
import boscard.table.ConditionColumn.Comparison;
import boscard.table.DecisionTable;
import boscard.table.Operator;
import boscard.table.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the cells of a rulebook's tables ask for by name. */
final class Compared {

    private Compared() {}

    /** A cell that asks whether a property is some value. */
    record Naming(DecisionTable table, Row row, Cell cell, Object value) {}

    /** Every value that a cell of the property names, with {@code ==} or in a list, in reading order. */
    static List<Naming> values(DecisionTable table, String property) {
        var found = new ArrayList<Naming>();
        table.rows().forEach(row -> addValues(table, row, property, found));
        return found;
    }

    private static void addValues(DecisionTable table, Row row, String property, List<Naming> found) {
        for (int i = 0; i < table.conditions().size(); i++) {
            Cell cell = row.conditions().get(i);
            List<Comparison> comparisons = table.conditions().get(i).comparisons();
            for (int j = 0; cell != null && j < comparisons.size(); j++) {
                Comparison comparison = comparisons.get(j);
                boolean names = comparison.operator() == Operator.EQUAL || comparison.operator() == Operator.ONE_OF;
                if (names && comparison.property().name().equals(property)) {
                    for (Object value : each(cell.operands().get(j))) {
                        found.add(new Naming(table, row, cell, value));
                    }
                }
            }
        }
    }

    /** The values that cells of tables over a fact type name, each with its first cell and how many name it. */
    static Map<Object, List<Naming>> byValue(Rulebook rulebook, String factType, String property) {
        var byValue = new LinkedHashMap<Object, List<Naming>>();
        for (DecisionTable table : rulebook.tables()) {
            if (table.factType().name().equals(factType)) {
                values(table, property)
                        .forEach(one -> byValue.computeIfAbsent(one.value(), value -> new ArrayList<>())
                                .add(one));
            }
        }
        return byValue;
    }

    /** Whether a row has a cell that names what the property is. */
    static boolean names(DecisionTable table, Row row, String property) {
        var found = new ArrayList<Naming>();
        addValues(table, row, property, found);
        return !found.isEmpty();
    }

    static Iterable<?> each(Object operand) {
        return operand instanceof Set<?> several ? several : List.of(operand);
    }

    /** {@code "; 3 more cells ask for it"}, or nothing. */
    static String more(List<?> all) {
        int more = all.size() - 1;
        return more == 0 ? "" : more == 1 ? "; 1 more cell asks for it" : "; " + more + " more cells ask for it";
    }

    /**
     * The nearest of some codes or names. Those that differ in a number are other ones and no slip of the hand:
     * SMART_A2 is not meant by SMART_A1.
     */
    static Optional<String> nearest(String written, Collection<String> known) {
        return Suggestion.nearest(
                written,
                known.stream()
                        .filter(name -> digits(name).equals(digits(written)))
                        .toList());
    }

    private static String digits(String name) {
        return name.replaceAll("\\D", "");
    }
}
