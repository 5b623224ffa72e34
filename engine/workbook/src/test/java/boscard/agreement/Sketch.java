package boscard.agreement;

import boscard.rulebook.Stage;
import boscard.table.HitPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A decision table as somebody would draw it: what stands in its code rows and its cells. Plain data, so that it can be
 * written as a workbook, cut down, and printed.
 *
 * @param factType simple name of the fact that it compares
 * @param conditions left to right
 * @param verbs of the outcome columns
 */
record Sketch(
        String name,
        Stage stage,
        HitPolicy policy,
        String factType,
        List<Column> conditions,
        List<String> verbs,
        List<Line> lines) {

    /**
     * A condition column.
     *
     * @param negative whether the snippet is one that stock Drools lets a missing value pass: != and not in
     */
    record Column(String property, String snippet, boolean negative) {}

    /** A row: a cell per condition, null when it is empty, and one per verb. */
    record Line(String id, List<@Nullable Object> cells, List<Object> outcomes) {

        /** The outcome as both engines can say it. */
        String outcome(List<String> verbs) {
            var said = new ArrayList<String>();
            for (int i = 0; i < verbs.size(); i++) {
                said.add(verbs.get(i) + " " + outcomes.get(i));
            }
            return said.stream().sorted().collect(Collectors.joining(", "));
        }
    }

    Sketch withLines(List<Line> other) {
        return new Sketch(name, stage, policy, factType, conditions, verbs, other);
    }

    Sketch withPolicy(HitPolicy other) {
        return new Sketch(name, stage, other, factType, conditions, verbs, lines);
    }

    Sketch named(String other) {
        return new Sketch(other, stage, policy, factType, conditions, verbs, lines);
    }

    /** The same table without a condition column. */
    Sketch withoutColumn(int index) {
        return reordered(java.util.stream.IntStream.range(0, conditions.size())
                .filter(i -> i != index)
                .boxed()
                .toList());
    }

    /** The same table with the condition columns of these positions, in this order. */
    Sketch reordered(List<Integer> order) {
        return new Sketch(
                name,
                stage,
                policy,
                factType,
                order.stream().map(conditions::get).toList(),
                verbs,
                lines.stream()
                        .map(line -> {
                            var cells = new ArrayList<@Nullable Object>();
                            order.forEach(index -> cells.add(line.cells.get(index)));
                            return new Line(line.id, cells, line.outcomes);
                        })
                        .toList());
    }

    /** Whether a row of this id compares a property that the fact lacks with != or not in. */
    boolean lacksNegative(String id, Predicate<String> isMissing) {
        for (Line line : lines) {
            for (int i = 0; line.id.equals(id) && i < conditions.size(); i++) {
                if (line.cells.get(i) != null
                        && conditions.get(i).negative()
                        && isMissing.test(conditions.get(i).property())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The table as a person would write it down. */
    @Override
    public String toString() {
        var text =
                new StringBuilder(name + ", " + policy.name() + " over " + factType + " in stage " + stage.agendaGroup()
                        + "\n  id | "
                        + conditions.stream().map(Column::snippet).collect(Collectors.joining(" | ")) + " | "
                        + String.join(" | ", verbs));
        for (Line line : lines) {
            text.append("\n  ").append(line.id);
            line.cells.forEach(cell -> text.append(" | ").append(cell == null ? "" : shown(cell)));
            line.outcomes.forEach(cell -> text.append(" | ").append(cell));
        }
        return text.toString();
    }

    private static String shown(Object cell) {
        return cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
    }

    /** A fact as a map, so that it can be printed and cut down. */
    record Given(String factType, Map<String, Object> values) {

        boolean isMissing(String property) {
            return !values.containsKey(property);
        }

        @Override
        public String toString() {
            return factType
                    + values.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(one -> one.getKey() + " " + shown(one.getValue()))
                            .collect(Collectors.joining(", ", "(", ")"));
        }
    }
}
