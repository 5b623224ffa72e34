package boscard.drools;

import boscard.table.ConditionColumn.Comparison;
import boscard.table.DecisionTable;
import boscard.table.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What all rows of a table have in common that fill the same condition cells: one rule serves them all.
 *
 * @param number among all shapes of the rulebook, from 0
 * @param comparisons of the filled columns, in column order; operand i of a row belongs to comparison i
 */
record Shape(int number, Class<?> factClass, String stage, List<Comparison> comparisons) {

    /**
     * The shapes of some tables, and which row has which; tables of the same structure share their shapes. Numbers
     * follow from the structures alone: rows that are sorted, added or taken away change none, unless a shape comes or
     * goes.
     */
    static final class Index {
        private final Map<Row, Shape> byRow = new IdentityHashMap<>();
        private final List<Shape> shapes = new ArrayList<>();
        private final String structure;

        Index(List<DecisionTable> tables) {
            var structures = new IdentityHashMap<Row, String>();
            var unnumbered = new TreeMap<String, Shape>();
            for (DecisionTable table : tables) {
                for (Row row : table.rows()) {
                    List<Comparison> comparisons = comparisons(table, row);
                    String structure = structure(table, comparisons);
                    structures.put(row, structure);
                    unnumbered.computeIfAbsent(
                            structure, key -> new Shape(-1, table.factType().javaType(), table.stage(), comparisons));
                }
            }
            var numbered = new HashMap<String, Shape>();
            unnumbered.forEach((key, shape) -> {
                Shape next = new Shape(shapes.size(), shape.factClass, shape.stage, shape.comparisons);
                shapes.add(next);
                numbered.put(key, next);
            });
            structures.forEach((row, key) -> byRow.put(row, Objects.requireNonNull(numbered.get(key))));
            structure = String.join("\n", unnumbered.keySet());
        }

        private static List<Comparison> comparisons(DecisionTable table, Row row) {
            var comparisons = new ArrayList<Comparison>();
            for (int i = 0; i < table.conditions().size(); i++) {
                if (row.conditions().get(i) != null) {
                    comparisons.addAll(table.conditions().get(i).comparisons());
                }
            }
            return List.copyOf(comparisons);
        }

        private static String structure(DecisionTable table, List<Comparison> comparisons) {
            var structure = new StringBuilder(table.stage())
                    .append('|')
                    .append(table.factType().javaType().getName());
            for (Comparison comparison : comparisons) {
                structure
                        .append('|')
                        .append(comparison.property().name())
                        .append(' ')
                        .append(comparison.operator());
            }
            return structure.toString();
        }

        /** By identity of the row. */
        Map<Row, Shape> byRow() {
            return byRow;
        }

        List<Shape> shapes() {
            return List.copyOf(shapes);
        }

        /** Equal for rulebooks whose tables have the same structure, whatever their cells say. */
        String structure() {
            return structure;
        }
    }
}
