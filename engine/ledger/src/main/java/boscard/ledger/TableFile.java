package boscard.ledger;

import boscard.ledger.RunManifest.StoredFile;
import boscard.ledger.parquet.ParquetColumn;
import boscard.ledger.parquet.ParquetType;
import boscard.ledger.parquet.ParquetWriter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The file of one table while it is written: spreads rows over columns and takes the digest of the bytes on the way, so
 * that the file need not be read again. Not thread-safe.
 */
final class TableFile implements Closeable {

    private final RunTable table;
    private final Path path;
    private final MessageDigest digest = ContentDigest.sha256();
    private final ParquetWriter parquet;
    private final List<ParquetColumn> columns;
    private final byte[] decimal = new byte[16];
    private byte[] bytes = new byte[0];
    private int at;
    private int column;

    @SuppressWarnings("resource") // the writer closes the stream, and this the writer
    TableFile(RunTable table, Path folder) throws IOException {
        this.table = table;
        this.path = folder.resolve(table.fileName());
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(path), 1 << 14);
        this.parquet = new ParquetWriter(
                new DigestOutputStream(file, digest),
                table.columns().stream().map(Column::field).toList());
        this.columns = parquet.columns();
    }

    RunTable table() {
        return table;
    }

    /** Rows of this table. */
    void append(RowBuffer rows) throws IOException {
        bytes = rows.bytes();
        at = 0;
        for (int row = 0; row < rows.rows(); row++) {
            int begin = at;
            column = 0;
            for (Column one : table.columns()) {
                switch (one.type()) {
                    case TEXT, ADDRESS, WHOLE, DAY, YES_NO -> value(0, 0);
                    case NUMBER -> decimal(0, 0);
                    case TEXTS, ADDRESSES -> texts();
                    case VALUES -> values();
                }
            }
            parquet.endRow(at - begin);
        }
    }

    private int variable() {
        int value = bytes[at++];
        if (value >= 0) {
            return value;
        }
        value &= 0x7F;
        for (int shift = 7; ; shift += 7) {
            int next = bytes[at++];
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private void value(int repetition, int definitionOfMissing) {
        ParquetColumn into = columns.get(column++);
        int length = variable() - 1;
        if (length < 0) {
            into.missing(repetition, definitionOfMissing);
        } else {
            into.value(repetition, bytes, at, length);
            at += length;
        }
    }

    private void decimal(int repetition, int definitionOfMissing) {
        ParquetColumn into = columns.get(column++);
        int length = variable() - 1;
        if (length < 0) {
            into.missing(repetition, definitionOfMissing);
            return;
        }
        int sign = decimal.length - length;
        Arrays.fill(decimal, 0, sign, (byte) (bytes[at] >> Byte.SIZE - 1));
        System.arraycopy(bytes, at, decimal, sign, length);
        at += length;
        into.value(repetition, decimal, 0, decimal.length);
    }

    private void texts() {
        int items = variable() - 1;
        if (items <= 0) {
            columns.get(column++).missing(0, items + 1);
            return;
        }
        for (int i = 0; i < items; i++) {
            value(Math.min(i, 1), 1);
            column--;
        }
        column++;
    }

    private void values() {
        int parts = Column.PARTS_OF_VALUE.size();
        int items = variable() - 1;
        if (items <= 0) {
            for (int i = 0; i < parts; i++) {
                columns.get(column++).missing(0, items + 1);
            }
            return;
        }
        for (int i = 0; i < items; i++) {
            int repetition = Math.min(i, 1);
            for (var part : Column.PARTS_OF_VALUE) {
                if (part.type() == ParquetType.DECIMAL) {
                    decimal(repetition, 2);
                } else {
                    value(repetition, 2);
                }
            }
            column -= parts;
        }
        column += parts;
    }

    /** Ends the file, which is closed then, and says what it holds. */
    StoredFile finish() throws IOException {
        parquet.finish();
        parquet.close();
        return new StoredFile(parquet.rows(), Files.size(path), HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() throws IOException {
        parquet.close();
    }
}
