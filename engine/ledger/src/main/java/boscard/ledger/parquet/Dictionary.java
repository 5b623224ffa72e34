package boscard.ledger.parquet;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The different values of a column in the order in which they first came, so that a row needs only the number of its
 * value. Not thread-safe.
 */
final class Dictionary {

    /** Another one in each process, so that nobody can prepare texts that all fall into one place; no byte shows it. */
    private static final int FACTOR = ThreadLocalRandom.current().nextInt() | 1;

    private static final int SMALLEST = 16;

    private final ParquetType type;
    private final GrowingBytes page = new GrowingBytes();
    private int[] starts = new int[SMALLEST];
    private int[] hashes = new int[SMALLEST];
    private int[] slots = new int[2 * SMALLEST]; // number of the value + 1; 0 is free
    private int size;
    private int last;

    Dictionary(ParquetType type) {
        this.type = type;
    }

    /** How many different values there are. */
    int size() {
        return size;
    }

    /** All values, as a page of the file holds them. */
    GrowingBytes page() {
        return page;
    }

    /** The number of a value, which is added when it is new. */
    int numberOf(byte[] bytes, int from, int length) {
        if (size > 0 && isValue(last, bytes, from, length)) { // most columns repeat the row before
            return last;
        }
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = hash * FACTOR + bytes[i];
        }
        hash ^= hash >>> 15;
        int slot = hash & (slots.length - 1);
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (hashes[number] == hash && isValue(number, bytes, from, length)) {
                last = number;
                return number;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = size + 1;
        last = size;
        add(hash, bytes, from, length);
        return last;
    }

    private void add(int hash, byte[] bytes, int from, int length) {
        if (size + 1 == starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
            hashes = Arrays.copyOf(hashes, starts.length);
        }
        hashes[size] = hash;
        if (type == ParquetType.TEXT) {
            page.putInt(length);
        }
        page.put(bytes, from, length);
        starts[++size] = page.size;
        if (2 * size > slots.length) {
            enlarge();
        }
    }

    private void enlarge() {
        slots = new int[4 * slots.length];
        for (int number = 0; number < size; number++) {
            int slot = hashes[number] & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = number + 1;
        }
    }

    private int start(int number) {
        return starts[number] + (type == ParquetType.TEXT ? Integer.BYTES : 0);
    }

    private boolean isValue(int number, byte[] bytes, int from, int length) {
        int start = start(number);
        return starts[number + 1] - start == length
                && Arrays.equals(page.array, start, start + length, bytes, from, from + length);
    }

    /** The number of the least value, or of the greatest; null when nobody says which one that is. */
    byte @Nullable [] extreme(boolean greatest, int longest) {
        if (size == 0 || type == ParquetType.DECIMAL || type == ParquetType.YES_NO) {
            return null;
        }
        int found = 0;
        for (int number = 1; number < size; number++) {
            int order = compare(number, found);
            if (greatest ? order > 0 : order < 0) {
                found = number;
            }
        }
        int start = start(found);
        int length = starts[found + 1] - start;
        return length > longest ? null : Arrays.copyOfRange(page.array, start, start + length);
    }

    private int compare(int one, int other) {
        int first = start(one);
        int second = start(other);
        return type == ParquetType.TEXT
                ? Arrays.compareUnsigned(page.array, first, starts[one + 1], page.array, second, starts[other + 1])
                : Integer.compare(number(first), number(second));
    }

    private int number(int at) {
        byte[] bytes = page.array;
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16 | bytes[at + 3] << 24;
    }

    void clear() {
        page.clear();
        Arrays.fill(slots, 0);
        size = 0;
        last = 0;
    }
}
