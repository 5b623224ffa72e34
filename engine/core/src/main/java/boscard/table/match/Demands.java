package boscard.table.match;

import boscard.table.Cell;
import boscard.table.ConditionColumn;
import boscard.table.ConditionColumn.Comparison;
import boscard.table.DecisionTable;
import boscard.table.FactType.Property;
import boscard.table.Operator;
import boscard.table.Row;
import boscard.table.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the cells of a table into demands: all cells of a row about one property become one set of values or one
 * stretch of the line, whatever columns they stand in.
 */
final class Demands {

    private final Slot[] slots;
    private final List<Candidate> candidates = new ArrayList<>();

    private Demands(Slot[] slots) {
        this.slots = slots;
    }

    static Demands of(DecisionTable table) {
        var numbers = new HashMap<String, Integer>();
        var demands = new Demands(slots(table, numbers));
        for (Row row : table.rows()) {
            demands.add(table, row, numbers);
        }
        return demands;
    }

    Slot[] slots() {
        return slots;
    }

    /** In sheet order, without the rows that no fact can ever meet. */
    List<Candidate> candidates() {
        return candidates;
    }

    private static Slot[] slots(DecisionTable table, Map<String, Integer> numbers) {
        var edges = new LinkedHashMap<Property, Set<Object>>();
        for (int i = 0; i < table.conditions().size(); i++) {
            List<Comparison> comparisons = table.conditions().get(i).comparisons();
            for (int j = 0; j < comparisons.size(); j++) {
                Set<Object> known = edges.computeIfAbsent(comparisons.get(j).property(), property -> new HashSet<>());
                if (hasEdge(comparisons.get(j))) {
                    for (Row row : table.rows()) {
                        Cell cell = row.conditions().get(i);
                        if (cell != null) {
                            known.add(cell.operands().get(j));
                        }
                    }
                }
            }
        }
        var slots = new ArrayList<Slot>();
        edges.forEach((property, known) -> {
            numbers.put(property.name(), slots.size());
            slots.add(new Slot(property, NumberLine.of(known)));
        });
        return slots.toArray(Slot[]::new);
    }

    private static boolean hasEdge(Comparison comparison) {
        ValueType type = comparison.property().type();
        return comparison.operator().isOrdering()
                || comparison.operator() == Operator.EQUAL && (type == ValueType.NUMBER || type == ValueType.DATE);
    }

    private void add(DecisionTable table, Row row, Map<String, Integer> numbers) {
        var allowed = new Demand.@Nullable OneOf[slots.length];
        var between = new Demand.@Nullable Between[slots.length];
        var all = new ArrayList<Demand>();
        for (int i = 0; i < table.conditions().size(); i++) {
            Cell cell = row.conditions().get(i);
            ConditionColumn column = table.conditions().get(i);
            for (int j = 0; cell != null && j < column.comparisons().size(); j++) {
                Comparison comparison = column.comparisons().get(j);
                int slot =
                        Objects.requireNonNull(numbers.get(comparison.property().name()));
                Demand demand = demand(slot, comparison, cell.operands().get(j));
                if (demand instanceof Demand.OneOf values) {
                    Demand.OneOf before = allowed[slot];
                    allowed[slot] = before == null ? values : both(before, values);
                } else if (demand instanceof Demand.Between stretch) {
                    Demand.Between before = between[slot];
                    between[slot] = before == null ? stretch : before.and(stretch);
                } else {
                    all.add(demand);
                }
            }
        }
        for (int slot = slots.length - 1; slot >= 0; slot--) { // what can be looked up is asked first
            Demand.OneOf values = allowed[slot];
            Demand.Between stretch = between[slot];
            if (values != null && values.allowed().isEmpty() || stretch != null && stretch.low() > stretch.high()) {
                return; // its cells contradict each other
            }
            if (stretch != null) {
                all.add(0, stretch);
            }
            if (values != null) {
                all.add(0, values);
            }
        }
        candidates.add(new Candidate(row, List.copyOf(all)));
    }

    private Demand demand(int slot, Comparison comparison, Object operand) {
        Operator operator = comparison.operator();
        if (hasEdge(comparison)) {
            NumberLine line = slots[slot].line();
            return line.holds(operand)
                    ? Demand.Between.of(slot, operator, line.place(operand))
                    : new Demand.Compared(slot, operator, operand);
        } else if (operator == Operator.EQUAL) {
            return new Demand.OneOf(slot, Set.of(operand));
        } else if (operator == Operator.ONE_OF && comparison.property().type() != ValueType.NUMBER) {
            return new Demand.OneOf(slot, Set.copyOf((Set<?>) operand));
        }
        return new Demand.Compared(slot, operator, operand);
    }

    private static Demand.OneOf both(Demand.OneOf one, Demand.OneOf other) {
        var common = new HashSet<>(one.allowed());
        common.retainAll(other.allowed());
        return new Demand.OneOf(one.slot(), Set.copyOf(common));
    }
}
