package boscard.intake.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens text: a byte order mark decides, then what the mapping declares, then UTF-8. */
final class TextEncoding {

    private static final int MARK = 3;

    private TextEncoding() {}

    static DecodedText open(Path file, @Nullable Charset declared) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), MARK);
        bytes.mark(MARK);
        byte[] start = bytes.readNBytes(MARK);
        bytes.reset();
        int length = markLength(start);
        bytes.skipNBytes(length);
        return new DecodedText(bytes, length, length == 0 && declared != null ? declared : byMark(start));
    }

    private static int markLength(byte[] start) {
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF) ? 2 : 0;
    }

    private static Charset byMark(byte[] start) {
        if (startsWith(start, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(start, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (Byte.toUnsignedInt(bytes[i]) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
