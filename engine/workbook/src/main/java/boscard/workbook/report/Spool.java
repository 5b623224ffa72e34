package boscard.workbook.report;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Bytes that wait: in memory while they are few, then in a temporary file. Not thread-safe. */
final class Spool extends OutputStream {

    private final int held;
    private @Nullable Path file;
    private OutputStream out;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream(1 << 14);

    /** @param held the most bytes in memory */
    Spool(int held) {
        this.held = held;
        this.out = memory;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (file == null && memory.size() + length > held) {
            file = Files.createTempFile("boscard-report-", ".tmp");
            out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
            memory.writeTo(out);
            memory = new ByteArrayOutputStream(0);
        }
        out.write(bytes, offset, length);
    }

    /** Gives all of them; nothing may be written afterwards. */
    void copyTo(OutputStream target) throws IOException {
        out.close();
        if (file == null) {
            memory.writeTo(target);
        } else {
            Files.copy(file, target);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
