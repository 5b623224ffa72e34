package boscard.table.match;

import boscard.table.Operator;
import java.util.Set;

/** What a row asks of one property. A missing value meets none. */
sealed interface Demand {

    /** Number of the property among those that the table compares. */
    int slot();

    boolean isMetBy(FactValues fact);

    /** The value is one of these; never a number, since equal numbers need not be equal objects. */
    record OneOf(int slot, Set<Object> allowed) implements Demand {
        @Override
        public boolean isMetBy(FactValues fact) {
            Object value = fact.value(slot);
            return value != null && allowed.contains(value);
        }
    }

    /**
     * The value lies here.
     *
     * @param low lowest place, itself included
     * @param high highest place, itself included
     */
    record Between(int slot, long low, long high) implements Demand {

        /** Everything that fits the comparison, by places. */
        static Between of(int slot, Operator operator, long edge) {
            return switch (operator) {
                case EQUAL -> new Between(slot, edge, edge);
                case AT_LEAST -> new Between(slot, edge, Long.MAX_VALUE);
                case ABOVE -> new Between(slot, edge + 1, Long.MAX_VALUE);
                case AT_MOST -> new Between(slot, -Long.MAX_VALUE, edge);
                case BELOW -> new Between(slot, -Long.MAX_VALUE, edge - 1);
                case NOT_EQUAL, ONE_OF, NONE_OF -> throw new IllegalArgumentException(operator + " has no two ends");
            };
        }

        Between and(Between other) {
            return new Between(slot, Math.max(low, other.low), Math.min(high, other.high));
        }

        @Override
        public boolean isMetBy(FactValues fact) {
            if (fact.isMissing(slot)) {
                return false;
            }
            long place = fact.place(slot);
            return low <= place && place <= high;
        }
    }

    /** Anything else, compared as the reference interpreter does. */
    record Compared(int slot, Operator operator, Object operand) implements Demand {
        @Override
        public boolean isMetBy(FactValues fact) {
            Object value = fact.value(slot);
            return value != null && operator.test(value, operand);
        }
    }
}
