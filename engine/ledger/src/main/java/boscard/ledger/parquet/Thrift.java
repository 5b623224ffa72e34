package boscard.ledger.parquet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Structures in Thrift's compact protocol, in which Parquet keeps its headers. Fields must come in the order of their
 * numbers. Not thread-safe.
 */
final class Thrift {

    static final int I32 = 5;
    static final int BINARY = 8;
    static final int STRUCT = 12;

    private static final int I64 = 6;
    private static final int LIST = 9;
    private static final int LONG_LIST = 15;

    private final GrowingBytes out;
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    /** Begins with the fields of the outermost structure, which {@link #end} ends. */
    Thrift(GrowingBytes out) {
        this.out = out;
    }

    private void field(int number, int type) {
        out.put((number - last) << 4 | type); // no structure here has a gap of 16
        last = number;
    }

    Thrift number(int field, int value) {
        field(field, I32);
        item(value);
        return this;
    }

    Thrift number(int field, long value) {
        field(field, I64);
        item(value);
        return this;
    }

    Thrift text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Thrift bytes(int field, byte[] value) {
        field(field, BINARY);
        item(value);
        return this;
    }

    Thrift begin(int field) {
        field(field, STRUCT);
        return beginItem();
    }

    /** Its items follow. */
    Thrift list(int field, int type, int size) {
        field(field, LIST);
        if (size < LONG_LIST) {
            out.put(size << 4 | type);
        } else {
            out.put(LONG_LIST << 4 | type);
            out.putVariable(size);
        }
        return this;
    }

    Thrift item(long value) {
        out.putVariable(value << 1 ^ value >> 63);
        return this;
    }

    Thrift item(String value) {
        return item(value.getBytes(StandardCharsets.UTF_8));
    }

    private Thrift item(byte[] value) {
        out.putVariable(value.length);
        out.put(value, 0, value.length);
        return this;
    }

    Thrift beginItem() {
        outer.push(last);
        last = 0;
        return this;
    }

    Thrift end() {
        out.put(0);
        last = outer.isEmpty() ? 0 : outer.pop();
        return this;
    }
}
