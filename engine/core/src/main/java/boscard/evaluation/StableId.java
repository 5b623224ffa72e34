package boscard.evaluation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that are the same in every run: 16 hexadecimal digits of SHA-256 over code and subject. */
final class StableId {

    private static final int BYTES = 8;

    private static final MessageDigest FRESH = sha256();

    private StableId() {}

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    static String of(String code, Subject subject) {
        String text = String.join(
                "\u001f",
                code,
                subject.scorecard(),
                orEmpty(subject.kpi()),
                orEmpty(subject.goal()),
                orEmpty(subject.period()),
                orEmpty(subject.other()));
        try {
            var sha = (MessageDigest) FRESH.clone(); // a look-up among the providers costs more than the digest
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("The digests of Java can be cloned", impossible);
        }
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
