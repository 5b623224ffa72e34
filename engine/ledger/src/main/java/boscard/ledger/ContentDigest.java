package boscard.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over rows as {@link RowBuffer} has them, table by table. Every value is preceded by its length, every table
 * by its name and the number of its rows, so that no two different contents read alike. Not thread-safe.
 */
final class ContentDigest {

    private final MessageDigest digest = sha256();

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** So many rows of a table follow. */
    void table(RunTable table, int rows) {
        text(table.name());
        number(rows);
    }

    void rows(RowBuffer rows) {
        rows.feed(digest);
    }

    void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        digest.update(bytes);
    }

    private void number(int number) {
        digest.update(
                new byte[] {(byte) (number >>> 24), (byte) (number >>> 16), (byte) (number >>> 8), (byte) number});
    }

    /** The digest so far, in hexadecimal; the next one starts afresh. */
    String take() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
