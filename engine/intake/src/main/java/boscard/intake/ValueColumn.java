package boscard.intake;

import boscard.fact.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one field, row by row. As long as all rows have the same value, that is all it holds; then a reference
 * each, or for readings nine bytes. Grows by pieces, so that nothing is copied. Not thread-safe.
 */
final class ValueColumn {

    private static final int PIECE_BITS = 13;
    private static final int PIECE = 1 << PIECE_BITS;
    private static final int LAST = PIECE - 1;
    private static final int MOST_SCALE = 100;
    private static final byte ASIDE = Byte.MAX_VALUE;
    private static final Reading[] WITHOUT_NUMBER = {
        Reading.BLANK,
        Reading.UNREADABLE,
        Reading.NOT_REPORTED,
        Reading.ZERO_DENOMINATOR,
        Reading.ZERO_BASE,
        Reading.REJECTED,
        Reading.NOT_APPLICABLE
    };

    private final boolean readings;
    private int size;
    private boolean uniform = true;
    private @Nullable Object same;

    private final List<@Nullable Object[]> references = new ArrayList<>();
    private final List<long[]> digits = new ArrayList<>();
    private final List<byte[]> scales = new ArrayList<>(); // below 0: no number; ASIDE: see the map
    private final Map<Integer, Object> aside = new HashMap<>();

    /** @param readings whether all values are readings */
    ValueColumn(boolean readings) {
        this.readings = readings;
    }

    void add(@Nullable Object value) {
        if (uniform) {
            if (size == 0) {
                same = value;
            }
            if (value == same) {
                size++;
                return;
            }
            spread();
        }
        append(size++, value);
    }

    @Nullable
    Object get(int row) {
        if (uniform) {
            return same;
        }
        int piece = row >>> PIECE_BITS;
        int place = row & LAST;
        if (!readings) {
            return references.get(piece)[place];
        }
        byte scale = scales.get(piece)[place];
        if (scale == ASIDE) {
            return aside.get(row);
        }
        return scale < 0
                ? WITHOUT_NUMBER[-1 - scale]
                : new Reading.Present(BigDecimal.valueOf(digits.get(piece)[place], scale));
    }

    void set(int row, @Nullable Object value) {
        if (uniform) {
            if (value == same) {
                return;
            }
            spread();
        }
        put(row, value);
    }

    /** Every row gets a place of its own. */
    private void spread() {
        uniform = false;
        for (int row = 0; row < size; row++) {
            append(row, same);
        }
        same = null;
    }

    private void append(int row, @Nullable Object value) {
        if ((row & LAST) == 0) {
            if (readings) {
                digits.add(new long[PIECE]);
                scales.add(new byte[PIECE]);
            } else {
                references.add(new @Nullable Object[PIECE]);
            }
        }
        put(row, value);
    }

    private void put(int row, @Nullable Object value) {
        int piece = row >>> PIECE_BITS;
        int place = row & LAST;
        if (!readings) {
            references.get(piece)[place] = value;
            return;
        }
        if (value instanceof Reading.Present present) {
            BigDecimal number = present.value();
            int scale = number.scale();
            if (scale >= 0 && scale <= MOST_SCALE && number.precision() <= 18) {
                digits.get(piece)[place] = scale == 0
                        ? number.longValue()
                        : number.movePointRight(scale).longValue();
                scales.get(piece)[place] = (byte) scale;
                return;
            }
        } else {
            for (int i = 0; i < WITHOUT_NUMBER.length; i++) {
                if (WITHOUT_NUMBER[i].equals(value)) {
                    scales.get(piece)[place] = (byte) (-1 - i);
                    return;
                }
            }
        }
        scales.get(piece)[place] = ASIDE;
        if (value != null) {
            aside.put(row, value);
        }
    }
}
