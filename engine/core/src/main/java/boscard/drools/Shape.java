package boscard.drools;

import boscard.table.ConditionColumn;
import boscard.table.ConditionColumn.Comparison;
import boscard.table.DecisionTable;
import boscard.table.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What all rows of a table have in common that fill the same condition cells: one rule serves them all.
 *
 * @param number among all shapes of the rulebook, from 0
 * @param comparisons of the filled columns, in column order; operand i of a row belongs to comparison i
 */
record Shape(int number, Class<?> factClass, String stage, List<Comparison> comparisons) {

    /** The shapes of some tables, and which row has which; tables of the same structure share their shapes. */
    static final class Index {
        private final Map<String, Shape> byStructure = new LinkedHashMap<>();

        Shape shapeOf(DecisionTable table, Row row) {
            var comparisons = new ArrayList<Comparison>();
            var structure = new StringBuilder(table.stage())
                    .append('|')
                    .append(table.factType().javaType().getName());
            for (int i = 0; i < table.conditions().size(); i++) {
                if (row.conditions().get(i) != null) {
                    ConditionColumn column = table.conditions().get(i);
                    for (Comparison comparison : column.comparisons()) {
                        comparisons.add(comparison);
                        structure
                                .append('|')
                                .append(comparison.property().name())
                                .append(' ')
                                .append(comparison.operator());
                    }
                }
            }
            return byStructure.computeIfAbsent(
                    structure.toString(),
                    key -> new Shape(
                            byStructure.size(), table.factType().javaType(), table.stage(), List.copyOf(comparisons)));
        }

        List<Shape> shapes() {
            return List.copyOf(byStructure.values());
        }

        /** Equal for rulebooks whose tables have the same structure, whatever their cells say. */
        String structure() {
            return String.join("\n", byStructure.keySet());
        }
    }
}
