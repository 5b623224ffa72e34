package boscard.table.match;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of one fact, each read at most once and only when a row asks for it. Not thread-safe; lives for a look-up.
 */
final class FactValues {

    private static final Object MISSING = new Object();

    /** No place is that far: the farthest is -{@link Long#MAX_VALUE}. */
    private static final long UNPLACED = Long.MIN_VALUE;

    private final Slot[] slots;
    private final Object fact;
    private final @Nullable Object[] values; // null until read
    private final long[] places;

    FactValues(Slot[] slots, Object fact) {
        this.slots = slots;
        this.fact = fact;
        this.values = new @Nullable Object[slots.length];
        this.places = new long[slots.length];
        Arrays.fill(places, UNPLACED);
    }

    /** Null when it is missing. */
    @Nullable
    Object value(int slot) {
        Object value = values[slot];
        if (value == null) {
            value = slots[slot].property().valueOf(fact);
            values[slot] = value == null ? MISSING : value;
        }
        return value == MISSING ? null : value;
    }

    boolean isMissing(int slot) {
        return value(slot) == null;
    }

    /** Of a value that is not missing, on the line of its property. */
    long place(int slot) {
        long place = places[slot];
        if (place == UNPLACED) {
            place = slots[slot].line().place(Objects.requireNonNull(value(slot)));
            places[slot] = place;
        }
        return place;
    }
}
