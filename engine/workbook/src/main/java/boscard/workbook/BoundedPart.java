package boscard.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what comes out of a zip entry and stops at the limits; the sizes that a zip claims are not believed. */
final class BoundedPart extends FilterInputStream {

    private static final long FREE = 1 << 20; // small parts may be as repetitive as they like

    private final String part;
    private final long packedBytes;
    private final long inflatedBytes;
    private final int ratio;
    private long count;

    BoundedPart(InputStream in, String part, long packedBytes, long inflatedBytes, int ratio) {
        super(in);
        this.part = part;
        this.packedBytes = Math.max(1, packedBytes);
        this.inflatedBytes = inflatedBytes;
        this.ratio = ratio;
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        if (next >= 0) {
            counted(1);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            counted(read);
        }
        return read;
    }

    private void counted(int bytes) throws LimitExceeded {
        count += bytes;
        if (count > inflatedBytes) {
            throw new LimitExceeded(part + " unpacks to more than " + inflatedBytes + " bytes");
        }
        if (count > FREE && count / packedBytes >= ratio) {
            throw new LimitExceeded(part + " unpacks to more than " + ratio + " times its size");
        }
    }
}
