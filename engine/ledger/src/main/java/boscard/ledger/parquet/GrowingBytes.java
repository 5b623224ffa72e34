package boscard.ledger.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Bytes that are put one after the other. Not thread-safe. */
final class GrowingBytes {

    private static final int SMALLEST = 64;

    byte[] array = new byte[SMALLEST];
    int size;

    private void room(int more) {
        if (size + more > array.length) {
            array = Arrays.copyOf(array, Math.max(Math.addExact(size, more), 2 * array.length));
        }
    }

    void put(int value) {
        room(1);
        array[size++] = (byte) value;
    }

    void put(byte[] bytes, int from, int length) {
        room(length);
        System.arraycopy(bytes, from, array, size, length);
        size += length;
    }

    /** Four bytes, the least first. */
    void putInt(int value) {
        room(Integer.BYTES);
        array[size++] = (byte) value;
        array[size++] = (byte) (value >>> 8);
        array[size++] = (byte) (value >>> 16);
        array[size++] = (byte) (value >>> 24);
    }

    /** Seven bits a byte, the least first. */
    void putVariable(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            put((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        put((int) rest);
    }

    void clear() {
        size = 0;
        if (array.length > 1 << 20) {
            array = new byte[SMALLEST]; // one large text need not stay
        }
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(array, 0, size);
    }
}
