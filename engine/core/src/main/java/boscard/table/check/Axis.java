package boscard.table.check;

import boscard.table.FactType.Property;
import boscard.table.Operator;
import boscard.table.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything one property can be, in parts that the cells of a table do not tell apart: the missing value, each value
 * that a cell names, and what lies between and beside them. Numbers and dates are in order. A part always has a value;
 * between the whole numbers 1 and 2 there is none, and no part. Immutable.
 */
final class Axis {

    /** One part. */
    sealed interface Part {}

    /** The property has no value. */
    record Missing() implements Part {}

    /** One value. */
    record Exactly(Object value) implements Part {}

    /** All numbers or dates between two that cells name; null where there is no edge. */
    record Between(@Nullable Object lower, @Nullable Object upper) implements Part {}

    /** Every text that no cell names. */
    record Other(Set<String> named) implements Part {}

    /** Where a value stands: its own part, or -1 when the property cannot be that value, and the parts beside it. */
    private record Place(int below, int at, int above) {}

    private static final int MOST_DECIMALS = 40;

    private final Property property;
    private final List<Part> parts = new ArrayList<>();
    private final Map<Object, Place> places;
    private final Parts all;
    private final Parts present;

    /**
     * Divides a property.
     *
     * @param operands the values that cells name, of the property's type
     */
    Axis(Property property, boolean mayBeMissing, Collection<Object> operands) {
        this.property = property;
        this.places = isOrdered() ? new TreeMap<>() : new HashMap<>();
        if (mayBeMissing) {
            parts.add(new Missing());
        }
        int first = parts.size();
        switch (property.type()) {
            case NUMBER, DATE -> divide(new TreeSet<>(operands));
            case YES_NO -> name(List.of(Boolean.FALSE, Boolean.TRUE));
            case CHOICE -> name(property.choices());
            case TEXT -> {
                var texts = new TreeSet<>(operands);
                name(texts);
                var named = new TreeSet<String>();
                texts.forEach(text -> named.add((String) text));
                parts.add(new Other(named));
            }
        }
        this.all = Parts.run(0, parts.size() - 1);
        this.present = Parts.run(first, parts.size() - 1);
    }

    private void name(Collection<?> values) {
        for (Object value : values) {
            places.put(value, new Place(parts.size() - 1, parts.size(), parts.size() + 1));
            parts.add(new Exactly(value));
        }
    }

    private void divide(TreeSet<Object> edges) {
        Object before = null;
        for (Object edge : edges) {
            addBetween(before, edge);
            int below = parts.size() - 1;
            boolean possible = !isWhole() || isWhole((BigDecimal) edge);
            if (possible) {
                parts.add(new Exactly(edge));
            }
            places.put(edge, new Place(below, possible ? below + 1 : -1, parts.size()));
            before = edge;
        }
        addBetween(before, null);
    }

    private void addBetween(@Nullable Object lower, @Nullable Object upper) {
        if (sampleBetween(lower, upper) != null) {
            parts.add(new Between(lower, upper));
        }
    }

    Property property() {
        return property;
    }

    int size() {
        return parts.size();
    }

    Part part(int number) {
        return parts.get(number);
    }

    /** Every part, the missing value too. */
    Parts all() {
        return all;
    }

    /** Every part but the missing value. */
    Parts present() {
        return present;
    }

    /** The parts that a comparison accepts; never the missing value. */
    Parts accepted(Operator operator, Object operand) {
        return switch (operator) {
            case EQUAL -> at(operand);
            case NOT_EQUAL -> present.without(at(operand));
            case AT_LEAST -> from(place(operand).at >= 0 ? place(operand).at : place(operand).above);
            case ABOVE -> from(place(operand).above);
            case AT_MOST -> upTo(place(operand).at >= 0 ? place(operand).at : place(operand).below);
            case BELOW -> upTo(place(operand).below);
            case ONE_OF -> anyOf((Set<?>) operand);
            case NONE_OF -> present.without(anyOf((Set<?>) operand));
        };
    }

    private Parts anyOf(Set<?> operands) {
        Parts any = Parts.NONE;
        for (Object operand : operands) {
            any = any.or(at(operand));
        }
        return any;
    }

    private Parts at(Object operand) {
        int at = place(operand).at;
        return at < 0 ? Parts.NONE : Parts.single(at);
    }

    private Place place(Object operand) {
        Place place = places.get(operand);
        if (place == null) {
            throw new IllegalArgumentException(operand + " is none of the values that cells compare with " + property);
        }
        return place;
    }

    private Parts from(int part) {
        return Parts.run(Math.max(part, present.first()), parts.size() - 1);
    }

    private Parts upTo(int part) {
        return Parts.run(present.first(), part);
    }

    /** The part of one value; -1 when the property cannot be that, or no cell names it. */
    int partOf(Object value) {
        Place place = places.get(value);
        return place == null ? -1 : place.at;
    }

    /** A value of the part; null for the missing value. */
    @Nullable
    Object sample(int part) {
        Part kind = parts.get(part);
        if (kind instanceof Exactly exactly) {
            return exactly.value;
        } else if (kind instanceof Between between) {
            return sampleBetween(between.lower, between.upper);
        } else if (kind instanceof Other other) {
            String text = "other";
            while (other.named.contains(text)) {
                text += "_";
            }
            return text;
        }
        return null;
    }

    /** Whether the parts are in order: those of numbers and dates. */
    boolean isOrdered() {
        return property.type() == ValueType.NUMBER || property.type() == ValueType.DATE;
    }

    private boolean isWhole() {
        return property.javaType() == int.class || property.javaType() == Integer.class;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    /** A value strictly between two edges; null when there is none. */
    private @Nullable Object sampleBetween(@Nullable Object lower, @Nullable Object upper) {
        if (property.type() == ValueType.DATE) {
            LocalDate day = lower != null
                    ? ((LocalDate) lower).plusDays(1)
                    : upper != null ? ((LocalDate) upper).minusDays(1) : LocalDate.of(2000, 1, 1);
            return upper == null || day.isBefore((LocalDate) upper) ? day : null;
        }
        var from = (BigDecimal) lower;
        var to = (BigDecimal) upper;
        if (isWhole()) {
            BigDecimal number = from != null
                    ? from.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE)
                    : to != null ? to.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE) : BigDecimal.ZERO;
            return to == null || number.compareTo(to) < 0 ? number : null;
        } else if (from == null) {
            return to == null ? BigDecimal.ZERO : to.subtract(BigDecimal.ONE);
        } else if (to == null) {
            return from.add(BigDecimal.ONE);
        }
        return shortest(from, to);
    }

    /** The number between two others that has the fewest decimals. */
    private static BigDecimal shortest(BigDecimal from, BigDecimal to) {
        BigDecimal middle = from.add(to).divide(BigDecimal.valueOf(2)); // exact: a half always ends
        for (int decimals = 0; decimals < MOST_DECIMALS; decimals++) {
            BigDecimal rounded = middle.setScale(decimals, RoundingMode.HALF_UP);
            if (rounded.compareTo(from) > 0 && rounded.compareTo(to) < 0) {
                return rounded;
            }
        }
        return middle;
    }

    @Override
    public String toString() {
        return property + " " + Arrays.toString(parts.toArray());
    }
}
