package boscard.ledger.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one Parquet file: give each column its value or values, then {@link #endRow}, row by row; {@link #finish} ends
 * the file. Rows are kept until a group of them is full. Equal rows in equal order give equal bytes. Not thread-safe.
 */
public final class ParquetWriter implements Closeable {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private static final int VERSION = 2;
    private static final int OPTIONAL = 1;
    private static final int REQUIRED = 0;
    private static final int REPEATED = 2;
    private static final int LIST = 3;

    /** Who reads one scorecard reads the groups that have it, so a group is not large. */
    private static final int ROWS = 16_384;

    private static final long BYTES = 32L << 20;

    private final OutputStream out;
    private final PageWriter pages;
    private final List<ParquetField> fields;
    private final List<ParquetColumn> columns = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private long rows;
    private int inGroup;
    private long bytesInGroup;

    /** A group of rows that was written. */
    private record Group(int rows, List<ParquetColumn.Chunk> chunks) {}

    public ParquetWriter(OutputStream out, List<ParquetField> fields) throws IOException {
        this.out = out;
        this.pages = new PageWriter(out);
        this.fields = List.copyOf(fields);
        for (ParquetField field : fields) {
            if (field.isStructured()) {
                field.parts()
                        .forEach(part -> columns.add(new ParquetColumn(
                                part.type(), List.of(field.name(), "list", "element", part.name()), 3, true)));
            } else if (field.isList()) {
                columns.add(new ParquetColumn(field.type(), List.of(field.name(), "list", "element"), 2, true));
            } else {
                columns.add(new ParquetColumn(field.type(), List.of(field.name()), 1, false));
            }
        }
        pages.raw(MAGIC);
    }

    /** The columns in the order of the fields; a list of structures has one for each part. */
    public List<ParquetColumn> columns() {
        return columns;
    }

    /** How many rows were ended. */
    public long rows() {
        return rows;
    }

    /**
     * Ends a row; every column has got its value.
     *
     * @param bytes about how much of the memory it takes
     */
    public void endRow(long bytes) throws IOException {
        rows++;
        inGroup++;
        bytesInGroup += bytes;
        if (inGroup == ROWS || bytesInGroup >= BYTES) {
            writeGroup();
        }
    }

    private void writeGroup() throws IOException {
        var chunks = new ArrayList<ParquetColumn.Chunk>(columns.size());
        for (ParquetColumn column : columns) {
            chunks.add(column.write(pages));
        }
        groups.add(new Group(inGroup, chunks));
        inGroup = 0;
        bytesInGroup = 0;
    }

    /** Writes what is left and the end of the file; leaves the stream open. */
    public void finish() throws IOException {
        if (inGroup > 0) {
            writeGroup();
        }
        var foot = new GrowingBytes();
        var file = new Thrift(foot);
        file.number(1, VERSION);
        describeColumns(file);
        file.number(3, rows);
        file.list(4, Thrift.STRUCT, groups.size());
        for (Group group : groups) {
            file.beginItem().list(1, Thrift.STRUCT, columns.size());
            group.chunks().forEach(chunk -> chunk.describe(file));
            long size = group.chunks().stream()
                    .mapToLong(ParquetColumn.Chunk::uncompressed)
                    .sum();
            file.number(2, size).number(3, (long) group.rows()).end();
        }
        file.text(6, "boscard");
        file.list(7, Thrift.STRUCT, columns.size());
        for (int i = 0; i < columns.size(); i++) {
            file.beginItem().begin(1).end().end(); // least and greatest are by the order of the type
        }
        file.end();
        int length = foot.size;
        foot.putInt(length);
        pages.raw(foot);
        pages.raw(MAGIC);
        out.flush();
    }

    private void describeColumns(Thrift file) {
        int elements = 1;
        for (ParquetField field : fields) {
            elements += field.isList() ? 3 + field.parts().size() : 1;
        }
        file.list(2, Thrift.STRUCT, elements);
        file.beginItem().text(4, "rows").number(5, fields.size()).end();
        for (ParquetField field : fields) {
            if (!field.isList()) {
                describe(field.name(), field.type(), OPTIONAL, file);
                continue;
            }
            file.beginItem()
                    .number(3, OPTIONAL)
                    .text(4, field.name())
                    .number(5, 1)
                    .number(6, LIST)
                    .end();
            file.beginItem().number(3, REPEATED).text(4, "list").number(5, 1).end();
            if (field.isStructured()) {
                file.beginItem()
                        .number(3, REQUIRED)
                        .text(4, "element")
                        .number(5, field.parts().size())
                        .end();
                field.parts().forEach(part -> describe(part.name(), part.type(), OPTIONAL, file));
            } else {
                describe("element", field.type(), REQUIRED, file);
            }
        }
    }

    private static void describe(String name, ParquetType type, int repetition, Thrift file) {
        file.beginItem().number(1, type.physical);
        if (type == ParquetType.DECIMAL) {
            file.number(2, type.width);
        }
        file.number(3, repetition).text(4, name);
        if (type.converted >= 0) {
            file.number(6, type.converted);
        }
        if (type == ParquetType.DECIMAL) {
            file.number(7, ParquetType.SCALE).number(8, ParquetType.DIGITS);
        }
        file.end();
    }

    /** Frees memory and closes the stream; a file that was not finished is not one. */
    @Override
    public void close() throws IOException {
        pages.end();
        out.close();
    }
}
