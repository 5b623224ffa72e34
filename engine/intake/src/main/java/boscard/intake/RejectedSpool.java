package boscard.intake;

import boscard.fact.FactKind;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.ProblemSeverity;
import boscard.source.CellRef;
import boscard.source.Derived;
import boscard.source.LineRef;
import boscard.source.RuleRef;
import boscard.source.SourceRef;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A temporary file of rejected rows, for imports with more of them than memory should hold. Packed by blocks of some
 * rows. The file is there from the first row on and nobody else can open it; it goes when nothing uses it any more.
 * Filled by one thread, then read by one at a time.
 */
final class RejectedSpool {

    private static final int ROWS_OF_A_BLOCK = 64;
    private static final int BYTES_OF_A_BLOCK = 1 << 18; // or fewer rows

    private final ByteArrayOutputStream block = new ByteArrayOutputStream();
    private int rowsOfBlock;
    private int rows;
    private final IntList firstRows = new IntList(); // of each block
    private final List<Long> blocks = new ArrayList<>(); // where each begins
    private long end;
    private @Nullable FileChannel channel;
    private int unpacked = -1; // the block that was looked at last
    private List<RejectedRow> rowsUnpacked = List.of();

    /** @return what it is to be got by */
    int add(RejectedRow row) {
        try {
            if (rowsOfBlock++ == 0) {
                firstRows.add(rows);
            }
            write(row, new DataOutputStream(block));
            if (rowsOfBlock == ROWS_OF_A_BLOCK || block.size() > BYTES_OF_A_BLOCK) {
                pack();
            }
            return rows++;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    RejectedRow get(int row) {
        int wanted = blockOf(row);
        try {
            if (wanted == blocks.size()) {
                pack(); // nothing is added any more
            }
            if (wanted != unpacked) {
                rowsUnpacked = unpack(wanted);
                unpacked = wanted;
            }
            return rowsUnpacked.get(row - firstRows.get(wanted));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private int blockOf(int row) {
        int from = 0;
        int to = firstRows.size();
        while (to - from > 1) {
            int middle = (from + to) >>> 1;
            if (firstRows.get(middle) <= row) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private FileChannel channel() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            Path file = Files.createTempFile("boscard-rejected-", ".tmp");
            open = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            channel = open;
        }
        return open;
    }

    private void pack() throws IOException {
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(block.toByteArray());
            deflater.finish();
            var packed = new byte[block.size() + (block.size() >>> 8) + 1024];
            int length = 0;
            while (!deflater.finished()) {
                length += deflater.deflate(packed, length, packed.length - length);
            }
            ByteBuffer header = ByteBuffer.allocate(2 * Integer.BYTES)
                    .putInt(length)
                    .putInt(block.size())
                    .flip();
            blocks.add(end);
            end += writeFully(header, end);
            end += writeFully(ByteBuffer.wrap(packed, 0, length), end);
        } finally {
            deflater.end();
        }
        block.reset();
        rowsOfBlock = 0;
    }

    private int writeFully(ByteBuffer bytes, long at) throws IOException {
        int length = bytes.remaining();
        long place = at;
        while (bytes.hasRemaining()) {
            place += channel().write(bytes, place);
        }
        return length;
    }

    private List<RejectedRow> unpack(int wanted) throws IOException {
        long at = blocks.get(wanted);
        ByteBuffer header = read(at, 2 * Integer.BYTES);
        ByteBuffer packed = read(at + 2 * Integer.BYTES, header.getInt());
        var plain = new byte[header.getInt()];
        var inflater = new Inflater();
        try {
            inflater.setInput(packed.array());
            int length = 0;
            while (length < plain.length) {
                int more = inflater.inflate(plain, length, plain.length - length);
                if (more == 0) {
                    throw new EOFException("the rejected rows are damaged");
                }
                length += more;
            }
        } catch (DataFormatException damaged) {
            throw new IOException("the rejected rows are damaged", damaged);
        } finally {
            inflater.end();
        }
        var result = new ArrayList<RejectedRow>(ROWS_OF_A_BLOCK);
        var in = new DataInputStream(new ByteArrayInputStream(plain));
        while (in.available() > 0) {
            result.add(read(in));
        }
        return result;
    }

    private ByteBuffer read(long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel().read(bytes, at + bytes.position()) < 0) {
                throw new EOFException("the rejected rows are not all there");
            }
        }
        return bytes.flip();
    }

    private static void write(RejectedRow row, DataOutputStream out) throws IOException {
        out.writeByte(row.kind().ordinal());
        write(row.at(), out);
        out.writeInt(row.cells().size());
        for (Map.Entry<String, String> cell : row.cells().entrySet()) {
            write(cell.getKey(), out);
            write(cell.getValue(), out);
        }
        out.writeInt(row.raw().size());
        for (String cell : row.raw()) {
            write(cell, out);
        }
        out.writeInt(row.problems().size());
        for (Problem problem : row.problems()) {
            out.writeShort(problem.code().ordinal());
            out.writeByte(problem.severity().ordinal());
            write(problem.at(), out);
            write(problem.message(), out);
            String advice = problem.advice();
            out.writeBoolean(advice != null);
            if (advice != null) {
                write(advice, out);
            }
        }
    }

    private static RejectedRow read(DataInputStream in) throws IOException {
        FactKind kind = FactKind.values()[in.readByte()];
        SourceRef at = readAddress(in);
        var cells = new LinkedHashMap<String, String>();
        for (int left = in.readInt(); left > 0; left--) {
            cells.put(readText(in), readText(in));
        }
        var raw = new ArrayList<String>();
        for (int left = in.readInt(); left > 0; left--) {
            raw.add(readText(in));
        }
        var problems = new ArrayList<Problem>();
        for (int left = in.readInt(); left > 0; left--) {
            ProblemCode code = ProblemCode.values()[in.readShort()];
            ProblemSeverity severity = ProblemSeverity.values()[in.readByte()];
            SourceRef place = readAddress(in);
            String message = readText(in);
            problems.add(new Problem(code, severity, place, message, in.readBoolean() ? readText(in) : null));
        }
        return new RejectedRow(kind, at, cells, raw, problems);
    }

    private static void write(SourceRef at, DataOutputStream out) throws IOException {
        if (at instanceof LineRef line) {
            out.writeByte('L');
            write(line.file(), out);
            out.writeInt(line.line());
            out.writeInt(line.column());
            write(line.columnName(), out);
        } else if (at instanceof CellRef cell) {
            out.writeByte('C');
            write(cell.workbook(), out);
            write(cell.sheet(), out);
            out.writeInt(cell.row());
            out.writeInt(cell.column());
            out.writeInt(cell.lastColumn());
        } else if (at instanceof RuleRef rule) {
            out.writeByte('R');
            write(rule.file(), out);
            out.writeInt(rule.line());
            write(rule.rule(), out);
        } else {
            out.writeByte('D');
            write(((Derived) at).how(), out);
        }
    }

    private static SourceRef readAddress(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case 'L' -> new LineRef(readText(in), in.readInt(), in.readInt(), readText(in));
            case 'C' -> new CellRef(readText(in), readText(in), in.readInt(), in.readInt(), in.readInt());
            case 'R' -> new RuleRef(readText(in), in.readInt(), readText(in));
            default -> new Derived(readText(in));
        };
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        var bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
