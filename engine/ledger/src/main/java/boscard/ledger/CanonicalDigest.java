package boscard.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over rows of named values. Each part is preceded by its length, so that no two different rows read alike; a
 * null is left out, so that a column added later changes no digest of old content. Not thread-safe.
 */
final class CanonicalDigest {

    /** Bytes before each part: its mark and its length. */
    private static final int HEAD = 5;

    private final MessageDigest digest = sha256();
    private final byte[] buffer = new byte[8192]; // many small updates would cost more than the digest itself
    private int used;

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    void row(String table) {
        part('#', table);
    }

    void value(String name, @Nullable String value) {
        if (value != null) {
            part('.', name);
            part('=', value);
        }
    }

    private void part(char mark, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = bytes.length;
        if (used + length + HEAD > buffer.length) {
            flush();
        }
        buffer[used++] = (byte) mark;
        buffer[used++] = (byte) (length >>> 24);
        buffer[used++] = (byte) (length >>> 16);
        buffer[used++] = (byte) (length >>> 8);
        buffer[used++] = (byte) length;
        if (used + length > buffer.length) {
            flush();
            digest.update(bytes);
        } else {
            System.arraycopy(bytes, 0, buffer, used, length);
            used += length;
        }
    }

    private void flush() {
        digest.update(buffer, 0, used);
        used = 0;
    }

    /** The digest so far, in hexadecimal; the next one starts afresh. */
    String take() {
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }
}
