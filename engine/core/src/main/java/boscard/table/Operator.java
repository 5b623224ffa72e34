package boscard.table;

import java.math.BigDecimal;
import java.util.Set;

/** How a cell compares with a property. Comparing is exact: decimals by value, whatever their scale. */
public enum Operator {
    EQUAL("=", "=="),
    NOT_EQUAL("is not", "!="),
    AT_LEAST("from", ">="),
    ABOVE("above", ">"),
    AT_MOST("up to and including", "<="),
    BELOW("below", "<"),
    /** The property is one of the values of the cell. */
    ONE_OF("one of", "in"),
    /** The property is none of the values of the cell. */
    NONE_OF("none of", "not in");

    private final String words;
    private final String symbol;

    Operator(String words, String symbol) {
        this.words = words;
        this.symbol = symbol;
    }

    /** For people: {@code from}. */
    public String words() {
        return words;
    }

    /** As a snippet writes it: {@code >=}. */
    public String symbol() {
        return symbol;
    }

    /** Whether the operator needs an order: numbers and dates have one. */
    public boolean isOrdering() {
        return this == AT_LEAST || this == ABOVE || this == AT_MOST || this == BELOW;
    }

    /**
     * Compares.
     *
     * @param value of the property; not null, of the column's type
     * @param operand of the cell, of the same type; a set of them for ONE_OF and NONE_OF
     */
    public boolean test(Object value, Object operand) {
        return switch (this) {
            case EQUAL -> same(value, operand);
            case NOT_EQUAL -> !same(value, operand);
            case AT_LEAST -> order(value, operand) >= 0;
            case ABOVE -> order(value, operand) > 0;
            case AT_MOST -> order(value, operand) <= 0;
            case BELOW -> order(value, operand) < 0;
            case ONE_OF -> contains((Set<?>) operand, value);
            case NONE_OF -> !contains((Set<?>) operand, value);
        };
    }

    private static boolean contains(Set<?> operands, Object value) {
        return operands.stream().anyMatch(operand -> same(value, operand));
    }

    private static boolean same(Object value, Object operand) {
        return value instanceof BigDecimal ? order(value, operand) == 0 : value.equals(operand);
    }

    @SuppressWarnings("unchecked")
    private static int order(Object value, Object operand) {
        return ((Comparable<Object>) value).compareTo(operand);
    }
}
