package boscard.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers for the values of a field, so that they can be compared and sorted without looking at them again. */
final class ValueNumbers {

    private static final int SEEN = 1 << 10;

    private final Map<Object, Integer> numbers = new HashMap<>();
    private final List<@Nullable Object> values = new ArrayList<>();
    private final @Nullable Object[] seen = new @Nullable Object[SEEN]; // the same objects come again and again
    private final int[] numbersOfSeen = new int[SEEN];

    /** The same for equal values; from 0, in the order in which they come first. */
    int of(@Nullable Object value) {
        int place = System.identityHashCode(value) & SEEN - 1;
        if (value != null && seen[place] == value) {
            return numbersOfSeen[place];
        }
        Integer number = numbers.get(value);
        if (number == null) {
            number = values.size();
            numbers.put(value, number);
            values.add(value);
        }
        seen[place] = value;
        numbersOfSeen[place] = number;
        return number;
    }

    int size() {
        return values.size();
    }

    boolean isNull(int number) {
        return values.get(number) == null;
    }

    /** The value as it stands in the id of a fact. */
    String text(int number) {
        return String.valueOf(values.get(number));
    }
}
