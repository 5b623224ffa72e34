package boscard.ledger.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes the pages of a file, compressed where that is worth it. Not thread-safe. */
final class PageWriter {

    private static final int DATA = 0;
    private static final int DICTIONARY = 2;
    private static final int PLAIN = 0;
    private static final int RUN_LENGTHS = 3;
    private static final int NUMBERS_OF_DICTIONARY = 8;

    /** A gzip member gains nothing on less. */
    private static final int LEAST_TO_COMPRESS = 256;

    private static final byte[] GZIP_HEAD = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private final OutputStream out;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final CRC32 check = new CRC32();
    private final GrowingBytes body = new GrowingBytes();
    private final GrowingBytes compressed = new GrowingBytes();
    private final GrowingBytes head = new GrowingBytes();
    private final byte[] part = new byte[1 << 13];
    private boolean isCompressed;
    private long uncompressed;
    private long position;

    PageWriter(OutputStream out) {
        this.out = out;
    }

    long position() {
        return position;
    }

    void raw(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    void raw(GrowingBytes bytes) throws IOException {
        bytes.writeTo(out);
        position += bytes.size;
    }

    /** The content of the next page of data, empty. */
    GrowingBytes body() {
        body.clear();
        return body;
    }

    /** Begins the pages of a column; all of them are compressed, or none is. */
    void begin(int bytes) {
        isCompressed = bytes >= LEAST_TO_COMPRESS;
        uncompressed = 0;
    }

    boolean isCompressed() {
        return isCompressed;
    }

    /** Bytes of the column so far, heads included, as they would be without compression. */
    long uncompressed() {
        return uncompressed;
    }

    void dictionary(GrowingBytes page, int values) throws IOException {
        GrowingBytes content = content(page);
        Thrift thrift = head(DICTIONARY, page.size, content.size);
        thrift.begin(7).number(1, values).number(2, PLAIN).end().end();
        write(page, content);
    }

    /** What {@link #body} gave, filled. */
    void data(int values, boolean withDictionary) throws IOException {
        GrowingBytes content = content(body);
        Thrift thrift = head(DATA, body.size, content.size);
        thrift.begin(5)
                .number(1, values)
                .number(2, withDictionary ? NUMBERS_OF_DICTIONARY : PLAIN)
                .number(3, RUN_LENGTHS)
                .number(4, RUN_LENGTHS)
                .end()
                .end();
        write(body, content);
    }

    private Thrift head(int kind, int size, int stored) {
        head.clear();
        return new Thrift(head).number(1, kind).number(2, size).number(3, stored);
    }

    private void write(GrowingBytes page, GrowingBytes content) throws IOException {
        uncompressed += head.size + page.size;
        raw(head);
        raw(content);
    }

    private GrowingBytes content(GrowingBytes page) {
        if (!isCompressed) {
            return page;
        }
        compressed.clear();
        compressed.put(GZIP_HEAD, 0, GZIP_HEAD.length);
        deflater.reset();
        deflater.setInput(page.array, 0, page.size);
        deflater.finish();
        while (!deflater.finished()) {
            compressed.put(part, 0, deflater.deflate(part));
        }
        check.reset();
        check.update(page.array, 0, page.size);
        compressed.putInt((int) check.getValue());
        compressed.putInt(page.size);
        return compressed;
    }

    /** Frees what the compression holds outside the heap. */
    void end() {
        deflater.end();
    }
}
