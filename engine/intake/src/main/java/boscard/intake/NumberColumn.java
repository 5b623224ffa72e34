package boscard.intake;

import boscard.fact.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Exact decimals, or readings, in nine bytes each: the digits, and how many of them are decimals. */
final class NumberColumn extends ValueColumn {

    private static final int PIECE_BITS = 13;
    private static final int PIECE = 1 << PIECE_BITS;
    private static final int MOST_SCALE = 100;
    private static final int MOST_DIGITS = 18;
    private static final byte ASIDE = Byte.MAX_VALUE;
    private static final byte NULL = Byte.MIN_VALUE;
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
    private long sameDigits;
    private byte sameScale;
    private final List<long[]> digits = new ArrayList<>();
    private final List<byte[]> scales = new ArrayList<>(); // below 0: no number; ASIDE: see the map
    private long[] latestDigits = new long[0];
    private byte[] latestScales = new byte[0];
    private int appended;
    private final Map<Integer, Object> aside = new HashMap<>();

    /** @param readings whether the values are readings rather than decimals */
    NumberColumn(boolean readings) {
        this.readings = readings;
    }

    /** How a reading without a number is held. */
    static byte scaleOf(Reading withoutNumber) {
        for (int i = 0; i < WITHOUT_NUMBER.length; i++) {
            if (WITHOUT_NUMBER[i].equals(withoutNumber)) {
                return (byte) (-1 - i);
            }
        }
        throw new IllegalArgumentException("It has a number: " + withoutNumber);
    }

    /**
     * Adds a number in its canonical form, or a reading without one.
     *
     * @param scale how many of the digits are decimals; below 0 as {@link #scaleOf} gives it
     */
    void add(long number, byte scale) {
        if (isUniform()) {
            if (size() == 0) {
                sameDigits = number;
                sameScale = scale;
            }
            if (number == sameDigits && scale == sameScale && scale != ASIDE) {
                count();
                return;
            }
            spread();
        }
        append(number, scale);
        count();
    }

    @Override
    void add(@Nullable Object value) {
        byte scale = scale(value);
        if (scale == ASIDE) {
            spread();
            aside.put(size(), Objects.requireNonNull(value));
            append(0, scale);
            count();
        } else {
            add(digits(value), scale);
        }
    }

    @Override
    boolean isSame(@Nullable Object value) {
        byte scale = scale(value);
        return scale != ASIDE && scale == sameScale && digits(value) == sameDigits;
    }

    @Override
    void appendSame() {
        append(sameDigits, sameScale);
    }

    private void append(long number, byte scale) {
        int place = appended++ & PIECE - 1;
        if (place == 0) {
            latestDigits = new long[PIECE];
            latestScales = new byte[PIECE];
            digits.add(latestDigits);
            scales.add(latestScales);
        }
        latestDigits[place] = number;
        latestScales[place] = scale;
    }

    @Override
    @Nullable
    Object get(int row) {
        if (isUniform()) {
            return value(sameDigits, sameScale);
        }
        int piece = row >>> PIECE_BITS;
        int place = row & PIECE - 1;
        byte scale = scales.get(piece)[place];
        return scale == ASIDE ? aside.get(row) : value(digits.get(piece)[place], scale);
    }

    private @Nullable Object value(long number, byte scale) {
        if (scale == NULL) {
            return null;
        }
        if (scale < 0) {
            return WITHOUT_NUMBER[-1 - scale];
        }
        BigDecimal decimal = BigDecimal.valueOf(number, scale);
        return readings ? new Reading.Present(decimal) : decimal;
    }

    @Override
    void set(int row, @Nullable Object value) {
        spread();
        byte scale = scale(value);
        digits.get(row >>> PIECE_BITS)[row & PIECE - 1] = digits(value);
        scales.get(row >>> PIECE_BITS)[row & PIECE - 1] = scale;
        if (scale == ASIDE) {
            aside.put(row, Objects.requireNonNull(value));
        }
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        return value instanceof Reading.Present present ? present.value() : value instanceof BigDecimal it ? it : null;
    }

    private static byte scale(@Nullable Object value) {
        BigDecimal number = number(value);
        if (number != null) {
            int scale = number.scale();
            return scale >= 0 && scale <= MOST_SCALE && number.precision() <= MOST_DIGITS ? (byte) scale : ASIDE;
        }
        return value == null ? NULL : scaleOf((Reading) value);
    }

    private static long digits(@Nullable Object value) {
        BigDecimal number = number(value);
        return number == null || scale(value) == ASIDE
                ? 0
                : number.unscaledValue().longValue();
    }
}
