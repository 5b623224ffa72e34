package boscard.evaluation;

import boscard.fact.Decimals;
import boscard.fact.Direction;
import boscard.fact.Kpi;
import boscard.indicator.BandScore;
import boscard.table.Cell;
import boscard.table.ConditionColumn.Comparison;
import boscard.table.DecisionTable;
import boscard.table.FactType.Property;
import boscard.table.Row;
import boscard.table.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The bands that one block of a status table makes on one number: what a score is measured on, and how far the next
 * better band is. Read from the rows, so that a changed cell changes the score too. Immutable.
 */
public final class BandScale {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** Numbers whose edges can be said as values of the KPI. */
    private static final Set<String> AS_VALUE = Set.of("value", "attainment", "gap", "growth", "rise");

    private final Property property;
    private final boolean up;
    private final Map<Status, BigDecimal> edges;
    private final List<Status> bands;
    private final @Nullable RangeEdges range;
    private final Map<Status, MixedEdge> mixed;

    /** An edge on a number of its own. */
    private record MixedEdge(Property property, BigDecimal number) {}

    /** Edges of a range: green inside, amber around it where it has an edge. */
    private record RangeEdges(
            BigDecimal low,
            BigDecimal high,
            @Nullable BigDecimal amberLow,
            @Nullable BigDecimal amberHigh) {}

    private BandScale(
            Property property,
            boolean up,
            Map<Status, BigDecimal> edges,
            List<Status> bands,
            @Nullable RangeEdges range,
            Map<Status, MixedEdge> mixed) {
        this.property = property;
        this.up = up;
        this.edges = edges;
        this.bands = bands;
        this.range = range;
        this.mixed = mixed;
    }

    /**
     * The scale that a deciding row stands on: the rows of the table that name the same KPI, level and so on, and
     * compare the same number. Where these are not all bands (GREEN by the target, AMBER by a fixed value), the scale
     * is mixed, and {@link #of} turns its edges into values.
     *
     * @return null when the rows around it do not make a scale
     */
    static @Nullable BandScale around(DecisionTable table, Row deciding, Kpi kpi) {
        return around(table, blocks(table).getOrDefault(selection(table, deciding), List.of()), deciding, kpi);
    }

    /**
     * The same, where it is known which rows stand together.
     *
     * @param block the rows with the deciding row's {@link #selection}, in sheet order
     */
    static @Nullable BandScale around(DecisionTable table, List<Row> block, Row deciding, Kpi kpi) {
        Set<Property> decidingMeasures = measures(table, deciding);
        Set<Property> measures = decidingMeasures.isEmpty() ? measures(table, block) : decidingMeasures;
        if (measures.size() == 1) {
            Property property = measures.iterator().next();
            List<Row> alike = block.stream() // a row that compares no number is for everything else
                    .filter(row -> measures.containsAll(measures(table, row)))
                    .toList();
            if (isWhole(alike)) {
                return around(table, alike, property, kpi);
            }
        }
        Set<Property> all = measures(table, block);
        return all.size() > 1 && kpi.direction() != Direction.IN_RANGE ? mixed(table, block, all) : null;
    }

    /** Whether some rows have a best and a worst band. */
    private static boolean isWhole(List<Row> rows) {
        return rows.stream().anyMatch(row -> statusOf(row).isGreen())
                && rows.stream().anyMatch(row -> statusOf(row).isRed());
    }

    private static Status statusOf(Row row) {
        return (Status) Objects.requireNonNull(row.outcome().get("status"));
    }

    /** A scale whose edges lie on several numbers; null unless each can be turned into a value. */
    private static @Nullable BandScale mixed(DecisionTable table, List<Row> block, Set<Property> measures) {
        if (!measures.stream().allMatch(property -> AS_VALUE.contains(property.name())) || !isWhole(block)) {
            return null;
        }
        var edges = new EnumMap<Status, MixedEdge>(Status.class);
        for (Row row : block) {
            MixedEdge edge = lowerEdge(table, row);
            if (edge != null) {
                edges.putIfAbsent(statusOf(row), edge);
            }
        }
        var bands = new TreeSet<Status>();
        block.forEach(row -> bands.add(statusOf(row)));
        Property value = measures.stream()
                .filter(property -> property.name().equals("value"))
                .findFirst()
                .orElse(null);
        return value == null || edges.isEmpty()
                ? null
                : new BandScale(value, true, Map.of(), List.copyOf(bands), null, Map.copyOf(edges));
    }

    /** Where the band of a row begins; null when it has no lower edge, or edges on several numbers. */
    private static @Nullable MixedEdge lowerEdge(DecisionTable table, Row row) {
        MixedEdge found = null;
        for (int i = 0; i < table.conditions().size(); i++) {
            Cell cell = row.conditions().get(i);
            List<Comparison> comparisons = table.conditions().get(i).comparisons();
            for (int j = 0; cell != null && j < comparisons.size(); j++) {
                boolean lower = switch (comparisons.get(j).operator()) {
                    case AT_LEAST, ABOVE -> true;
                    case AT_MOST, BELOW, EQUAL, NOT_EQUAL, ONE_OF, NONE_OF -> false;
                };
                if (lower && cell.operands().get(j) instanceof BigDecimal number) {
                    if (found != null) {
                        return null;
                    }
                    found = new MixedEdge(comparisons.get(j).property(), number);
                }
            }
        }
        return found;
    }

    /**
     * The scale for one performance. Only a mixed one differs: its edges become values, and a band that the target
     * turns round, so that it would begin above a better one, is dropped.
     *
     * @return null when no edge is left
     */
    @Nullable
    BandScale of(Kpi kpi, Performance performance, @Nullable BigDecimal baseline) {
        if (mixed.isEmpty()) {
            return this;
        }
        boolean upwards = kpi.sign() > 0;
        var kept = new LinkedHashMap<Status, BigDecimal>();
        BigDecimal better = null;
        Status worst = bands.get(bands.size() - 1);
        for (Status band : bands) {
            MixedEdge edge = mixed.get(band);
            BigDecimal value = edge == null || band == worst
                    ? null
                    : BetterBands.actualFor(kpi, performance, edge.property().name(), edge.number(), baseline);
            if (value != null
                    && (better == null || (upwards ? value.compareTo(better) < 0 : value.compareTo(better) > 0))) {
                kept.put(band, value);
                better = value;
            }
        }
        if (kept.isEmpty()) {
            return null;
        }
        var left = new ArrayList<>(kept.keySet());
        left.add(worst);
        return new BandScale(property, upwards, Collections.unmodifiableMap(kept), List.copyOf(left), null, Map.of());
    }

    private static @Nullable BandScale around(DecisionTable table, List<Row> block, Property property, Kpi kpi) {
        Set<Status> bands = new TreeSet<>();
        block.forEach(row -> bands.add(statusOf(row)));
        boolean isValue = property.name().equals("value");
        if (isValue && kpi.direction() == Direction.IN_RANGE) {
            RangeEdges range = range(table, block);
            return range == null ? null : new BandScale(property, true, Map.of(), List.copyOf(bands), range, Map.of());
        }
        boolean up = !property.name().startsWith("deviation") && !(isValue && kpi.direction() == Direction.LOWER);
        var edges = new EnumMap<Status, BigDecimal>(Status.class);
        for (Row row : block) {
            BigDecimal edge = bound(table, row, up);
            if (edge != null) {
                edges.merge(statusOf(row), edge, up ? BigDecimal::min : BigDecimal::max);
            }
        }
        var inOrder = new ArrayList<>(bands);
        edges.remove(inOrder.get(inOrder.size() - 1)); // the worst band needs none
        return edges.size() == bands.size() - 1 && isMonotonous(edges, up)
                ? new BandScale(
                        property,
                        up,
                        Collections.unmodifiableMap(new LinkedHashMap<>(edges)),
                        Collections.unmodifiableList(inOrder),
                        null,
                        Map.of())
                : null;
    }

    /** Edges get worse from the best band down; a band that a target inverts makes no scale. */
    private static boolean isMonotonous(Map<Status, BigDecimal> edges, boolean up) {
        BigDecimal previous = null;
        for (BigDecimal edge : edges.values()) {
            if (previous != null && (up ? edge.compareTo(previous) >= 0 : edge.compareTo(previous) <= 0)) {
                return false;
            }
            previous = edge;
        }
        return !edges.isEmpty();
    }

    /**
     * How wide amber is on one side of a range, in the KPI's unit.
     *
     * @param below whether below the range; otherwise above it
     * @param otherwise when there is no amber on that side, or it has no end, or the scale is no range
     */
    BigDecimal amberWidth(boolean below, BigDecimal otherwise) {
        BigDecimal outer = range == null ? null : below ? range.amberLow : range.amberHigh;
        if (range == null || outer == null) {
            return otherwise;
        }
        BigDecimal width = below ? range.low.subtract(outer) : outer.subtract(range.high);
        return width.signum() > 0 ? width : otherwise;
    }

    /** The value from which the KPI is green, in its unit; null when the bands lie on another number, or on a range. */
    @Nullable
    BigDecimal greenEdge() {
        BigDecimal edge = null;
        for (Status band : property.name().equals("value") ? bands : List.<Status>of()) {
            edge = band.isGreen() && edges.get(band) != null ? edges.get(band) : edge;
        }
        return edge;
    }

    /** The number that the bands lie on. */
    public Property property() {
        return property;
    }

    /** Best to worst. */
    public List<Status> bands() {
        return bands;
    }

    /** Where a band begins on the scale; null for the worst band and for ranges. */
    public @Nullable BigDecimal edgeOf(Status band) {
        return edges.get(band);
    }

    /** Whether larger numbers on the scale are better. */
    public boolean isUp() {
        return up;
    }

    /** The nearest edge that the number does not reach; null for a range, or when it reaches all. */
    @Nullable
    BigDecimal edgeAbove(Performance performance) {
        if (range == null && property.valueOf(performance) instanceof BigDecimal number) {
            for (int i = bands.size() - 2; i >= 0; i--) {
                BigDecimal edge = edges.get(bands.get(i));
                if (edge != null && (up ? number.compareTo(edge) < 0 : number.compareTo(edge) > 0)) {
                    return edge;
                }
            }
        }
        return null;
    }

    /**
     * Score 0 to 100 of a number on this scale (DOMAIN.md section 4.4, BAND).
     *
     * @param number of {@link #property}
     */
    public BigDecimal score(BigDecimal number) {
        if (range != null) {
            return rangeScore(range, number);
        }
        var ascending = new ArrayList<BigDecimal>();
        edges.values().forEach(edge -> ascending.add(up ? edge : edge.negate()));
        Collections.sort(ascending);
        return BandScore.of(up ? number : number.negate(), ascending);
    }

    /** 100 inside; 200/3 - (100/3) distance / tolerance outside, at least 0, or 100/3 where amber has no outer edge. */
    private static BigDecimal rangeScore(RangeEdges range, BigDecimal value) {
        BigDecimal third = Decimals.HUNDRED.divide(BigDecimal.valueOf(3), Decimals.PRECISION);
        boolean below = value.compareTo(range.low) < 0;
        if (!below && value.compareTo(range.high) <= 0) {
            return Decimals.HUNDRED;
        }
        BigDecimal distance = below ? range.low.subtract(value) : value.subtract(range.high);
        BigDecimal outer = below ? range.amberLow : range.amberHigh;
        BigDecimal tolerance = outer == null
                ? range.high.subtract(range.low).multiply(HALF)
                : (below ? range.low.subtract(outer) : outer.subtract(range.high));
        BigDecimal floor = outer == null ? third : BigDecimal.ZERO;
        if (tolerance.signum() <= 0) {
            return Decimals.computed(floor);
        }
        BigDecimal score = third.multiply(BigDecimal.valueOf(2))
                .subtract(third.multiply(distance).divide(tolerance, Decimals.PRECISION));
        return Decimals.computed(score.max(floor));
    }

    private static @Nullable RangeEdges range(DecisionTable table, List<Row> block) {
        BigDecimal low = null;
        BigDecimal high = null;
        BigDecimal amberLow = null;
        BigDecimal amberHigh = null;
        for (Row row : block) {
            Status status = statusOf(row);
            if (status.isGreen()) {
                low = bound(table, row, true);
                high = bound(table, row, false);
            } else if (status.isAmber()) {
                amberLow = amberLow == null ? bound(table, row, true) : amberLow;
                amberHigh = amberHigh == null ? bound(table, row, false) : amberHigh;
            }
        }
        return low == null || high == null ? null : new RangeEdges(low, high, amberLow, amberHigh);
    }

    /** The lower bound of a row when {@code lower}, else its upper bound; null when it has none. */
    private static @Nullable BigDecimal bound(DecisionTable table, Row row, boolean lower) {
        for (int i = 0; i < table.conditions().size(); i++) {
            Cell cell = row.conditions().get(i);
            List<Comparison> comparisons = table.conditions().get(i).comparisons();
            for (int j = 0; cell != null && j < comparisons.size(); j++) {
                boolean fits = switch (comparisons.get(j).operator()) {
                    case AT_LEAST, ABOVE -> lower;
                    case AT_MOST, BELOW -> !lower;
                    case EQUAL, NOT_EQUAL, ONE_OF, NONE_OF -> false;
                };
                if (fits && cell.operands().get(j) instanceof BigDecimal bound) {
                    return bound;
                }
            }
        }
        return null;
    }

    /** The numbers that the filled cells of rows compare. */
    private static Set<Property> measures(DecisionTable table, List<Row> rows) {
        var found = new HashSet<Property>();
        rows.forEach(row -> found.addAll(measures(table, row)));
        return found;
    }

    /** The numbers that the filled cells of a row compare. */
    private static Set<Property> measures(DecisionTable table, Row row) {
        var found = new HashSet<Property>();
        for (int i = 0; i < table.conditions().size(); i++) {
            Property property = table.conditions().get(i).property();
            if (row.conditions().get(i) != null && property.type() == ValueType.NUMBER) {
                found.add(property);
            }
        }
        return found;
    }

    /** The rows of a table that give a status, by {@link #selection}, each list in sheet order. */
    static Map<List<@Nullable Object>, List<Row>> blocks(DecisionTable table) {
        var blocks = new HashMap<List<@Nullable Object>, List<Row>>();
        for (Row row : table.rows()) {
            if (row.outcome().get("status") instanceof Status) {
                blocks.computeIfAbsent(selection(table, row), key -> new ArrayList<>())
                        .add(row);
            }
        }
        return blocks;
    }

    /** What a row says of KPI, level and so on: the operands of all conditions that compare no number. */
    static List<@Nullable Object> selection(DecisionTable table, Row row) {
        var selection = new ArrayList<@Nullable Object>();
        for (int i = 0; i < table.conditions().size(); i++) {
            if (table.conditions().get(i).property().type() != ValueType.NUMBER) {
                Cell cell = row.conditions().get(i);
                selection.add(cell == null ? null : cell.operands());
            }
        }
        return selection;
    }
}
