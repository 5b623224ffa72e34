package boscard.ledger.parquet;

/**
 * Small numbers as Parquet packs them: eight or more equal ones as one number and how often, others side by side in as
 * many bits as the largest needs, eight at a time.
 */
final class RunLengths {

    private static final int GROUP = 8;

    private RunLengths() {}

    /** Bits for numbers up to and including the largest, at least one. */
    static int width(int largest) {
        return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(largest));
    }

    static void put(int[] values, int count, int width, GrowingBytes out) {
        int at = 0;
        while (at < count) {
            int same = same(values, at, count);
            if (same >= GROUP) {
                out.putVariable((long) same << 1);
                for (int bits = 0; bits < width; bits += Byte.SIZE) {
                    out.put(values[at] >>> bits);
                }
                at += same;
            } else {
                int end = at + GROUP;
                while (end < count && same(values, end, Math.min(count, end + GROUP)) < GROUP) {
                    end += GROUP;
                }
                pack(values, at, Math.min(end, count), (end - at) / GROUP, width, out);
                at = Math.min(end, count);
            }
        }
    }

    private static int same(int[] values, int from, int end) {
        int at = from + 1;
        while (at < end && values[at] == values[from]) {
            at++;
        }
        return at - from;
    }

    private static void pack(int[] values, int from, int end, int groups, int width, GrowingBytes out) {
        out.putVariable((long) groups << 1 | 1);
        long bits = 0;
        int used = 0;
        for (int i = from; i < from + groups * GROUP; i++) {
            bits |= (i < end ? (long) values[i] : 0) << used;
            used += width;
            while (used >= Byte.SIZE) {
                out.put((int) bits);
                bits >>>= Byte.SIZE;
                used -= Byte.SIZE;
            }
        }
    }
}
