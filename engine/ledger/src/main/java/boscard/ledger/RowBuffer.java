package boscard.ledger;

import boscard.evaluation.Derivation;
import boscard.evaluation.NamedValue;
import boscard.evaluation.Subject;
import boscard.fact.Decimals;
import boscard.fact.Reading;
import boscard.ledger.parquet.ParquetType;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table as bytes: what the digest takes in and what the table's file is made of, so that each value is put
 * into bytes once. A row is its values in the order of the columns; a value is its length plus one and its bytes,
 * {@code 0} when it is missing; a list is the number of its items plus one and the items. Columns are given by name, in
 * their order; those that are passed over are missing. Not thread-safe.
 */
final class RowBuffer {

    private static final int FULL = 1 << 16;
    private static final int DECIMAL_BYTES = 16;
    private static final long[] POWERS = powersOfTen();

    private final RunTable table;
    private final Texts texts;
    private final AddressText addresses;
    private byte[] bytes = new byte[1024];
    private int size;
    private int[] asides = new int[32]; // beginnings and ends of what the digest passes over
    private int bounds;
    private int column;
    private int rows;
    private @Nullable StringBuilder exact;

    RowBuffer(RunTable table, Texts texts, AddressText addresses) {
        this.table = table;
        this.texts = texts;
        this.addresses = addresses;
    }

    private static long[] powersOfTen() {
        var powers = new long[ParquetType.SCALE + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 10 * powers[i - 1];
        }
        return powers;
    }

    RunTable table() {
        return table;
    }

    /** How many rows there are. */
    int rows() {
        return rows;
    }

    /** Whether it is time to hand the rows on. */
    boolean isFull() {
        return size >= FULL;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Forgets all rows. */
    void clear() {
        size = 0;
        rows = 0;
        bounds = 0;
    }

    /** Takes everything in but what stands aside. */
    void feed(MessageDigest digest) {
        int from = 0;
        for (int i = 0; i < bounds; i += 2) {
            if (asides[i] > from) {
                digest.update(bytes, from, asides[i] - from);
            }
            from = asides[i + 1];
        }
        digest.update(bytes, from, size - from);
    }

    RowBuffer begin() {
        column = 0;
        return this;
    }

    void end() {
        skipTo(RunTable.EXACT);
        if (exact == null) {
            put(0);
        } else {
            putText(exact.toString());
            exact = null;
        }
        rows++;
    }

    /** Goes to a column; those before it are missing. */
    private void skipTo(String name) {
        List<Column> columns = table.columns();
        while (!columns.get(column).name().equals(name)) {
            boolean aside = columns.get(column).isAside();
            if (aside) {
                beginAside();
            }
            put(0);
            if (aside) {
                endAside();
            }
            column++;
            if (column == columns.size()) {
                throw new IllegalStateException(table.name() + " has no column " + name + " here");
            }
        }
    }

    private boolean beginCell(String name) {
        skipTo(name);
        boolean aside = table.columns().get(column).isAside();
        if (aside) {
            beginAside();
        }
        column++;
        return aside;
    }

    private void beginAside() {
        if (bounds > 0 && asides[bounds - 1] == size) {
            bounds--; // goes on where the last one ended
            return;
        }
        if (bounds + 2 > asides.length) {
            asides = Arrays.copyOf(asides, 2 * asides.length);
        }
        asides[bounds++] = size;
    }

    private void endAside() {
        asides[bounds++] = size;
    }

    RowBuffer text(String name, @Nullable String value) {
        if (value != null) {
            boolean aside = beginCell(name);
            putText(value);
            if (aside) {
                endAside();
            }
        }
        return this;
    }

    RowBuffer choice(String name, @Nullable Enum<?> value) {
        return text(name, value == null ? null : value.name());
    }

    RowBuffer whole(String name, @Nullable Integer value) {
        if (value != null) {
            boolean aside = beginCell(name);
            putWhole(value);
            if (aside) {
                endAside();
            }
        }
        return this;
    }

    RowBuffer yesNo(String name, @Nullable Boolean value) {
        if (value != null) {
            beginCell(name);
            put(2);
            put(value ? 1 : 0);
        }
        return this;
    }

    RowBuffer day(String name, @Nullable LocalDate value) {
        if (value != null) {
            beginCell(name);
            putWhole(Math.toIntExact(value.toEpochDay()));
        }
        return this;
    }

    /**
     * A number, by value: 0.80 is stored as 0.8. One that is finer or larger than the column can hold is rounded there,
     * or left out, and its exact text goes to the column {@code exact}.
     */
    RowBuffer number(String name, @Nullable BigDecimal value) {
        if (value != null) {
            beginCell(name);
            if (!putNumber(value)) {
                exact = exact == null ? new StringBuilder() : exact.append(' ');
                exact.append(name).append('=').append(canonical(value));
            }
        }
        return this;
    }

    /** A number and, in a second column, why it is not there. */
    RowBuffer reading(String name, String stateName, Reading value) {
        number(name, value.valueOrNull());
        return text(stateName, value.isPresent() ? null : state(value));
    }

    private static String state(Reading value) {
        return value instanceof Reading.Missing missing ? missing.reason().name() : "NOT_APPLICABLE";
    }

    RowBuffer texts(String name, List<String> values) {
        boolean aside = beginCell(name);
        putVariable(values.size() + 1);
        for (String value : values) {
            putText(value);
        }
        if (aside) {
            endAside();
        }
        return this;
    }

    RowBuffer values(String name, List<NamedValue> values) {
        beginCell(name);
        putVariable(values.size() + 1);
        for (NamedValue value : values) {
            putText(value.name());
            BigDecimal number = value.value();
            if (number == null) {
                put(0);
                put(0);
            } else if (putNumber(number)) {
                put(0);
            } else {
                putText(canonical(number).toString());
            }
            if (value.unit() == null) {
                put(0);
            } else {
                putText(value.unit().name());
            }
            putWhole(value.count());
        }
        return this;
    }

    RowBuffer subject(Subject subject) {
        return text("scorecard", subject.scorecard())
                .text("kpi", subject.kpi())
                .text("goal", subject.goal())
                .text("period", subject.period())
                .text("other", subject.other());
    }

    /** Nothing when no row or rule decided. */
    RowBuffer derivation(@Nullable Derivation derivation) {
        if (derivation == null) {
            return this;
        }
        return text("rule_id", derivation.ruleId())
                .address("rule", derivation.rule())
                .texts("lost_rows", derivation.lostRows())
                .addresses("facts", derivation.facts())
                .texts("builds_on", derivation.buildsOn());
    }

    RowBuffer address(String name, SourceRef at) {
        return text(name, addresses.of(at));
    }

    private RowBuffer addresses(String name, List<SourceRef> all) {
        beginCell(name);
        putVariable(all.size() + 1);
        for (SourceRef at : all) {
            putText(addresses.of(at));
        }
        endAside();
        return this;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), 2 * bytes.length));
        }
    }

    private void put(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    private void putVariable(int value) {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            put(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        put(rest);
    }

    private void putText(String text) {
        byte[] utf8 = texts.utf8(text);
        putVariable(utf8.length + 1);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    private void putWhole(int value) {
        room(1 + Integer.BYTES);
        bytes[size++] = Integer.BYTES + 1;
        bytes[size++] = (byte) value;
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) (value >>> 16);
        bytes[size++] = (byte) (value >>> 24);
    }

    /**
     * The number in units of the last place of its column, the sign first, in as few bytes as it needs; nothing when it
     * is too large.
     *
     * @return whether that is the whole truth
     */
    private boolean putNumber(BigDecimal value) {
        int scale = value.scale();
        if (scale >= 0 && scale <= ParquetType.SCALE && value.precision() <= ParquetType.SCALE) {
            long units = value.unscaledValue().longValue();
            long factor = POWERS[ParquetType.SCALE - scale];
            putUnits(Math.multiplyHigh(units, factor), units * factor);
            return true;
        }
        BigDecimal held = held(value);
        if (held == null) {
            put(0);
            return false;
        }
        byte[] units = held.setScale(ParquetType.SCALE, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .toByteArray();
        put(units.length + 1);
        room(units.length);
        System.arraycopy(units, 0, bytes, size, units.length);
        size += units.length;
        return held.compareTo(value) == 0;
    }

    private void putUnits(long high, long low) {
        int length = DECIMAL_BYTES;
        while (length > 1 && repeatsSign(high, low, length)) {
            length--;
        }
        room(1 + length);
        bytes[size++] = (byte) (length + 1);
        for (int i = length - 1; i >= 0; i--) {
            bytes[size++] = byteAt(high, low, i);
        }
    }

    /** Whether the first of so many bytes says only what the sign of the next one says. */
    private static boolean repeatsSign(long high, long low, int length) {
        return byteAt(high, low, length - 1) == byteAt(high, low, length - 2) >> Byte.SIZE - 1;
    }

    /** A byte by its place, the last one is 0. */
    private static byte byteAt(long high, long low, int place) {
        return (byte) (place < Long.BYTES ? low >> Byte.SIZE * place : high >> Byte.SIZE * (place - Long.BYTES));
    }

    /** The value as its column can hold it, or null when it is too large; never the megabytes of 1E+1000000. */
    private static @Nullable BigDecimal held(BigDecimal value) {
        long before = (long) value.precision() - value.scale();
        if (before > ParquetType.DIGITS - ParquetType.SCALE) {
            return null;
        }
        BigDecimal rounded =
                value.scale() > ParquetType.SCALE ? value.setScale(ParquetType.SCALE, RoundingMode.HALF_EVEN) : value;
        return rounded.precision() - rounded.scale() > ParquetType.DIGITS - ParquetType.SCALE ? null : rounded;
    }

    private static BigDecimal canonical(BigDecimal value) {
        return (long) value.precision() - value.scale() > 1000 ? value.stripTrailingZeros() : Decimals.canonical(value);
    }

    /** Texts as UTF-8. Most columns repeat a few, which are the same objects, so the last ones are remembered. */
    static final class Texts {

        private static final int REMEMBERED = 512; // a power of two

        private final @Nullable String[] known = new @Nullable String[REMEMBERED];
        private final byte[][] encoded = new byte[REMEMBERED][];

        byte[] utf8(String text) {
            int place = (text.hashCode() ^ text.hashCode() >>> 16) & (REMEMBERED - 1);
            if (known[place] == text) { // not equals: it would cost what it spares
                return encoded[place];
            }
            byte[] utf8 = wellFormed(text).getBytes(StandardCharsets.UTF_8);
            known[place] = text;
            encoded[place] = utf8;
            return utf8;
        }
    }

    /** The text with every half of a surrogate pair that lost its other half replaced; UTF-8 cannot hold one. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaceLoneSurrogates(text);
            }
        }
        return text;
    }

    private static String replaceLoneSurrogates(String text) {
        var result = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '\uFFFD' : c)
                .forEach(result::appendCodePoint);
        return result.toString();
    }
}
