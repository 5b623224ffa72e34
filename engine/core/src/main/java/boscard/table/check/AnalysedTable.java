package boscard.table.check;

import boscard.table.Cell;
import boscard.table.ConditionColumn;
import boscard.table.ConditionColumn.Comparison;
import boscard.table.DecisionTable;
import boscard.table.FactType.Property;
import boscard.table.Operator;
import boscard.table.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A decision table and the region of each of its rows. Immutable; made once and shared by all checks of the table. */
final class AnalysedTable {

    private final DecisionTable table;
    private final List<Axis> axes;
    private final List<Region> regions;
    private final Neighbours neighbours;

    /** By position: a number for each different outcome. */
    private final int[] outcomes;

    AnalysedTable(DecisionTable table) {
        this.table = table;
        var operands = new LinkedHashMap<Property, List<Object>>();
        for (ConditionColumn column : table.conditions()) {
            column.comparisons().forEach(one -> operands.putIfAbsent(one.property(), new ArrayList<>()));
        }
        for (Row row : table.rows()) {
            forEach(row, (cell, comparison, operand) -> {
                List<Object> named = Objects.requireNonNull(operands.get(comparison.property()));
                if (operand instanceof Set<?> several) {
                    named.addAll(several);
                } else {
                    named.add(operand);
                }
            });
        }
        this.axes = operands.entrySet().stream()
                .map(entry -> new Axis(entry.getKey(), table.factType().mayBeMissing(entry.getKey()), entry.getValue()))
                .toList();
        var known = new HashMap<Region, Region>(); // rows with the same conditions share one
        this.regions = table.rows().stream()
                .map(this::regionOf)
                .map(region -> known.computeIfAbsent(region, same -> same))
                .toList();
        this.neighbours = new Neighbours(axes, regions);
        var numbers = new HashMap<Map<String, Object>, Integer>();
        this.outcomes = table.rows().stream()
                .mapToInt(row -> numbers.computeIfAbsent(row.outcome(), outcome -> numbers.size()))
                .toArray();
    }

    private Region regionOf(Row row) {
        Parts[] parts = new Parts[axes.size()];
        Arrays.setAll(parts, axis -> axes.get(axis).all());
        forEach(row, (cell, comparison, operand) -> {
            int axis = axisOf(comparison.property());
            Parts accepted = axes.get(axis).accepted(comparison.operator(), operand);
            parts[axis] = parts[axis].and(accepted);
        });
        return new Region(parts);
    }

    /** Told of each comparison of the filled cells of a row. */
    interface Visitor {
        void visit(Cell cell, Comparison comparison, Object operand);
    }

    void forEach(Row row, Visitor visitor) {
        for (int i = 0; i < table.conditions().size(); i++) {
            Cell cell = row.conditions().get(i);
            List<Comparison> comparisons = table.conditions().get(i).comparisons();
            for (int j = 0; cell != null && j < comparisons.size(); j++) {
                visitor.visit(cell, comparisons.get(j), cell.operands().get(j));
            }
        }
    }

    DecisionTable table() {
        return table;
    }

    List<Row> rows() {
        return table.rows();
    }

    Row row(int position) {
        return table.rows().get(position);
    }

    List<Axis> axes() {
        return axes;
    }

    /** The axis of a property; -1 when no column compares it. */
    int axisOf(Property property) {
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i).property().equals(property)) {
                return i;
            }
        }
        return -1;
    }

    /** The axis of the property with a name; -1 when no column compares it. */
    int axisNamed(String property) {
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i).property().name().equals(property)) {
                return i;
            }
        }
        return -1;
    }

    /** By position of the row; rows that accept the same have the same object. */
    List<Region> regions() {
        return regions;
    }

    Region region(int position) {
        return regions.get(position);
    }

    /** Everything that a fact can be. */
    Region everything() {
        return new Region(axes.stream().map(Axis::all).toArray(Parts[]::new));
    }

    /**
     * A part of a region that can be said in a few words: on each axis one run of numbers or dates, or one word; the
     * missing value only where there is nothing else.
     */
    Region narrowed(Region region) {
        Region narrow = region;
        for (int i = 0; i < axes.size(); i++) {
            Axis axis = axes.get(i);
            Parts parts = region.on(i);
            if (!parts.contains(axis.present())) {
                Parts present = parts.and(axis.present());
                Parts run = present.isEmpty() ? parts : present.run(0);
                narrow = narrow.with(i, axis.isOrdered() ? run : Parts.single(run.first()));
            }
        }
        return narrow;
    }

    /** Positions of the rows whose regions meet a region, in table order. */
    int[] rowsAt(Region region) {
        return neighbours.of(region);
    }

    /** Positions of the rows above a row that accept something it accepts, in table order. */
    int[] rowsAbove(int position) {
        int[] rows = rowsAt(regions.get(position));
        int end = Arrays.binarySearch(rows, position);
        return Arrays.copyOf(rows, Math.max(0, end)); // a row that accepts nothing is not among them
    }

    /** The first cell of a row on an axis; null when the row accepts everything there. */
    @Nullable
    Cell cellOn(int axis, Row row) {
        return cell(axis, row, (comparison, operand) -> true);
    }

    /**
     * The cell of a row that bounds it from below, or from above, at an edge, or that names the edge; null when none
     * does.
     */
    @Nullable
    Cell cellAt(int axis, Row row, @Nullable Object edge, boolean lower) {
        if (edge == null) {
            return null;
        }
        Cell bounding =
                cell(axis, row, (comparison, operand) -> bounds(comparison.operator(), lower) && names(operand, edge));
        return bounding != null
                ? bounding
                : cell(
                        axis,
                        row,
                        (comparison, operand) -> !comparison.operator().isOrdering() && names(operand, edge));
    }

    private static boolean bounds(Operator operator, boolean lower) {
        return lower
                ? operator == Operator.AT_LEAST || operator == Operator.ABOVE
                : operator == Operator.AT_MOST || operator == Operator.BELOW;
    }

    private static boolean names(Object operand, Object edge) {
        return operand instanceof Set<?> several
                ? several.stream().anyMatch(one -> Operator.EQUAL.test(edge, one))
                : Operator.EQUAL.test(edge, operand);
    }

    private @Nullable Cell cell(int axis, Row row, BiPredicate<Comparison, Object> wanted) {
        var found = new ArrayList<Cell>();
        forEach(row, (cell, comparison, operand) -> {
            if (comparison.property().equals(axes.get(axis).property()) && wanted.test(comparison, operand)) {
                found.add(cell);
            }
        });
        return found.isEmpty() ? null : found.get(0);
    }

    /** Whether two rows conclude the same. */
    boolean sameOutcome(int one, int other) {
        return outcomes[one] == outcomes[other];
    }
}
