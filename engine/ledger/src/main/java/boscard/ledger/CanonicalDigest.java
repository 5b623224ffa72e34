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

    private final MessageDigest digest = sha256();

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
        digest.update((byte) mark);
        digest.update((byte) (length >>> 24));
        digest.update((byte) (length >>> 16));
        digest.update((byte) (length >>> 8));
        digest.update((byte) length);
        digest.update(bytes);
    }

    /** The digest so far, in hexadecimal; the next one starts afresh. */
    String take() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
