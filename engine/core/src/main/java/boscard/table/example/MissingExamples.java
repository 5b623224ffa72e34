package boscard.table.example;

import boscard.fact.Decimals;
import boscard.table.Cell;
import boscard.table.ConditionColumn;
import boscard.table.ConditionColumn.Comparison;
import boscard.table.DecisionTable;
import boscard.table.FactType.Property;
import boscard.table.Operator;
import boscard.table.Row;
import boscard.table.TableInterpreter;
import boscard.table.ValueType;
import boscard.table.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Proposes the examples that a table lacks: for every row one that it decides, and for every edge of a number or a day
 * one exactly on it and one just beyond it. A proposal expects what the table says now, so it holds when it is run;
 * whether it is what was meant, its reader must decide. Not thread-safe.
 */
public final class MissingExamples {

    private static final int MOST_TRIES = 4_000;
    private static final int MOST_VALUES = 24;

    /**
     * A proposed example.
     *
     * @param about the row that it is for
     * @param given by name of the property
     * @param percent names of the properties whose number is shown as a percentage
     * @param chosen the rows that count, of which the example expects those of {@link #expected()}; empty when nothing
     *     comes of it
     */
    public record Proposal(
            DecisionTable table, Row about, Map<String, Object> given, Set<String> percent, List<Row> chosen) {

        /**
         * The row whose outcomes are expected: the one it is about if that counts, or the only one; null if none is.
         */
        public @Nullable Row expected() {
            return chosen.contains(about) ? about : chosen.size() == 1 ? chosen.get(0) : null;
        }

        public Proposal {
            given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
            percent = Set.copyOf(percent);
            chosen = List.copyOf(chosen);
        }
    }

    private final DecisionTable table;
    private final Set<String> known = new HashSet<>();
    private final List<Proposal> proposals = new ArrayList<>();
    private final Set<Row> reached = new HashSet<>();
    private final List<Map<Property, Object>> fixed = new ArrayList<>();
    private List<Row> rivals = List.of();

    private MissingExamples(DecisionTable table, List<Trial> trials) {
        this.table = table;
        table.rows().forEach(row -> fixed.add(fixed(row)));
        for (Trial trial : trials) {
            if (trial.table() == table) {
                var given = new LinkedHashMap<String, Object>();
                trial.example().given().forEach((property, cell) -> given.put(property, cell.value()));
                known.add(key(given));
                reached.addAll(trial.reached());
            }
        }
    }

    /**
     * Proposes, in the order of the rows.
     *
     * @param trials the examples there are; those of other tables are passed over
     */
    public static List<Proposal> of(DecisionTable table, List<Trial> trials) {
        var missing = new MissingExamples(table, trials);
        table.rows().forEach(missing::propose);
        return missing.proposals;
    }

    private void propose(Row row) {
        rivals = rivals(row);
        Map<String, Object> inside = reaching(row);
        if (inside == null) {
            return; // no fact was found that this row decides; check says so when it can never be
        }
        if (!reached.contains(row)) {
            known.remove(key(inside)); // an example that gives the same may expect another of several rows
            add(row, inside);
        }
        forEachEdge(row, (comparison, cell, edge) -> {
            String property = comparison.property().name();
            add(row, with(inside, property, edge));
            add(row, with(inside, property, beyond(comparison, edge)));
        });
    }

    private void add(Row about, Map<String, Object> given) {
        if (known.add(key(given))) {
            var proposal = new Proposal(table, about, given, percentages(about), chosen(given));
            Row expected = proposal.expected();
            if (expected != null) {
                reached.add(expected);
            }
            proposals.add(proposal);
        }
    }

    /** Only rivals can match, since the proposal says the same texts and choices as the row that it is for. */
    private List<Row> chosen(Map<String, Object> given) {
        List<Row> matched = matched(given);
        return matched.isEmpty() ? matched : table.policy().choose(matched);
    }

    private List<Row> matched(Map<String, Object> given) {
        Object fact = table.factType().factOf(given);
        return rivals.stream()
                .filter(rival -> TableInterpreter.verdict(table, rival, fact) == Verdict.MATCHED)
                .toList();
    }

    /** Values by property, such that the row counts; null when none are found. */
    private @Nullable Map<String, Object> reaching(Row row) {
        var candidates = new LinkedHashMap<String, List<Object>>();
        for (Map.Entry<Property, List<Bound>> entry : bounds(row).entrySet()) {
            List<Object> values = values(entry.getKey(), entry.getValue());
            if (values.isEmpty()) {
                return null;
            }
            candidates.put(entry.getKey().name(), values);
        }
        return search(row, new ArrayList<>(candidates.entrySet()), new LinkedHashMap<>(), new int[1]);
    }

    private @Nullable Map<String, Object> search(
            Row row, List<Map.Entry<String, List<Object>>> open, Map<String, Object> given, int[] tries) {
        if (open.isEmpty()) {
            tries[0]++;
            return decides(row, given) ? new LinkedHashMap<>(given) : null;
        }
        Map.Entry<String, List<Object>> next = open.get(0);
        for (Object value : next.getValue()) {
            if (tries[0] >= MOST_TRIES) {
                return null;
            }
            given.put(next.getKey(), value);
            Map<String, Object> found = search(row, open.subList(1, open.size()), given, tries);
            if (found != null) {
                return found;
            }
        }
        given.remove(next.getKey());
        return null;
    }

    private boolean decides(Row row, Map<String, Object> given) {
        List<Row> matched = matched(given);
        return matched.contains(row) && table.policy().choose(matched).contains(row);
    }

    /** The rows that could match together with a row: those that do not ask for another text or choice. */
    private List<Row> rivals(Row row) {
        Map<Property, Object> own = fixed.get(row.position());
        var found = new ArrayList<Row>();
        for (Row other : table.rows()) {
            boolean together = fixed.get(other.position()).entrySet().stream().allMatch(cell -> {
                Object mine = own.get(cell.getKey());
                return mine == null || mine.equals(cell.getValue());
            });
            if (together) {
                found.add(other);
            }
        }
        return found;
    }

    private Map<Property, Object> fixed(Row row) {
        var fixed = new LinkedHashMap<Property, Object>();
        forEachComparison(row, (comparison, cell, operand) -> {
            if (comparison.operator() == Operator.EQUAL && comparison.property().type() != ValueType.NUMBER) {
                fixed.put(comparison.property(), operand);
            }
        });
        return fixed;
    }

    private record Bound(Operator operator, Object operand) {}

    private Map<Property, List<Bound>> bounds(Row row) {
        var bounds = new LinkedHashMap<Property, List<Bound>>();
        forEachComparison(
                row,
                (comparison, cell, operand) -> bounds.computeIfAbsent(comparison.property(), key -> new ArrayList<>())
                        .add(new Bound(comparison.operator(), operand)));
        return bounds;
    }

    /**
     * Values that pass all cells of a row on one property: on its edges or just inside first, then near other edges.
     */
    private List<Object> values(Property property, List<Bound> bounds) {
        var values = new LinkedHashSet<Object>();
        bounds.forEach(bound -> values.addAll(near(property, bound)));
        for (Row rival : rivals) {
            if (values.size() >= MOST_VALUES) {
                break;
            }
            forEachComparison(rival, (comparison, cell, operand) -> {
                if (comparison.property() == property) {
                    values.addAll(near(property, new Bound(comparison.operator(), operand)));
                }
            });
        }
        return values.stream()
                .filter(value -> bounds.stream().allMatch(bound -> bound.operator.test(value, bound.operand)))
                .limit(MOST_VALUES)
                .toList();
    }

    private static List<Object> near(Property property, Bound bound) {
        return switch (bound.operator) {
            case EQUAL, AT_LEAST, AT_MOST ->
                List.of(bound.operand, step(property, bound.operand, 1), step(property, bound.operand, -1));
            case ABOVE -> List.of(step(property, bound.operand, 1), bound.operand);
            case BELOW -> List.of(step(property, bound.operand, -1), bound.operand);
            case NOT_EQUAL -> others(property, Set.of(bound.operand));
            case ONE_OF -> List.copyOf((Set<?>) bound.operand);
            case NONE_OF -> others(property, (Set<?>) bound.operand);
        };
    }

    private static List<Object> others(Property property, Set<?> without) {
        return switch (property.type()) {
            case TEXT -> List.of("another");
            case NUMBER, DATE ->
                without.stream()
                        .map(value -> step(property, value, 1))
                        .filter(value -> !without.contains(value))
                        .toList();
            case YES_NO -> without.contains(true) ? List.of(false) : List.of(true);
            case CHOICE ->
                property.choices().stream()
                        .filter(choice -> !without.contains(choice))
                        .toList();
        };
    }

    /** The neighbour on the other side of an edge, where the comparison gives the other answer. */
    private static Object beyond(Comparison comparison, Object edge) {
        boolean downwards = comparison.operator() == Operator.AT_LEAST || comparison.operator() == Operator.BELOW;
        return step(comparison.property(), edge, downwards ? -1 : 1);
    }

    /** The next number with one decimal more, at least two; the next whole number or day where there are no parts. */
    private static Object step(Property property, Object value, int direction) {
        if (value instanceof LocalDate day) {
            return day.plusDays(direction);
        } else if (value instanceof BigDecimal number) {
            boolean whole = property.javaType() != BigDecimal.class;
            int scale = whole ? 0 : Math.max(2, Decimals.canonical(number).scale() + 1);
            return Decimals.canonical(number.add(BigDecimal.valueOf(direction, scale)));
        }
        return value;
    }

    private interface CellConsumer {
        void accept(Comparison comparison, Cell cell, Object operand);
    }

    private void forEachComparison(Row row, CellConsumer consumer) {
        for (int i = 0; i < table.conditions().size(); i++) {
            ConditionColumn column = table.conditions().get(i);
            Cell cell = row.conditions().get(i);
            for (int j = 0; cell != null && j < column.comparisons().size(); j++) {
                consumer.accept(
                        column.comparisons().get(j), cell, cell.operands().get(j));
            }
        }
    }

    private void forEachEdge(Row row, CellConsumer consumer) {
        forEachComparison(row, (comparison, cell, operand) -> {
            if (comparison.operator().isOrdering()) {
                consumer.accept(comparison, cell, operand);
            }
        });
    }

    private Set<String> percentages(Row row) {
        var percent = new HashSet<String>();
        forEachComparison(row, (comparison, cell, operand) -> {
            if (cell.raw().endsWith("%")) {
                percent.add(comparison.property().name());
            }
        });
        return percent;
    }

    private static Map<String, Object> with(Map<String, Object> given, String property, Object value) {
        var changed = new LinkedHashMap<>(given);
        changed.put(property, value);
        return changed;
    }

    /** The same for equal facts: decimals by value. */
    private static String key(Map<String, Object> given) {
        var sorted = new TreeMap<String, String>();
        given.forEach((property, value) -> sorted.put(
                property,
                value instanceof BigDecimal number
                        ? Decimals.canonical(number).toPlainString()
                        : Objects.toString(value)));
        return sorted.toString();
    }
}
