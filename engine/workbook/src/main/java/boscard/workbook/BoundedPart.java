package boscard.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what comes out of a zip entry and stops at the limits; the sizes that a zip claims are not believed. */
final class BoundedPart extends FilterInputStream {

    private static final long FREE = 1 << 20; // small parts may be as repetitive as they like

    /** Of one text or comment, which a parser keeps whole; a cell holds 32,767 characters. */
    private static final int LONGEST_TEXT = 2 << 20;

    private final String part;
    private final long packedBytes;
    private final long inflatedBytes;
    private final int ratio;
    private long count;
    private int textBytes; // since the last tag began
    private int opened; // how much of "<!--" was just read
    private int dashes; // in a row, in a comment
    private boolean comment;

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
            watch((byte) next);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            counted(read);
            for (int i = offset; i < offset + read; i++) {
                watch(buffer[i]);
            }
        }
        return read;
    }

    /** Looks for texts and comments that never end. */
    private void watch(byte next) throws LimitExceeded {
        if (comment) {
            if (next == '>' && dashes >= 2) {
                comment = false;
                textBytes = 0;
            }
            dashes = next == '-' ? dashes + 1 : 0;
        } else if (next == '<') {
            textBytes = 0;
            opened = 1;
        } else if (opened > 0) {
            opened = next == "<!--".charAt(opened) ? opened + 1 : 0;
            if (opened == 4) {
                comment = true;
                opened = 0;
                dashes = 0;
            }
        }
        if (++textBytes > LONGEST_TEXT) {
            throw new LimitExceeded(part + " has a text of more than " + LONGEST_TEXT + " bytes");
        }
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
