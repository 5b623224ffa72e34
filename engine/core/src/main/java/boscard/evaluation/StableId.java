package boscard.evaluation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that are the same in every run: 16 hexadecimal digits of SHA-256 over code and subject. */
final class StableId {

    private static final int BYTES = 8;

    private StableId() {}

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
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
