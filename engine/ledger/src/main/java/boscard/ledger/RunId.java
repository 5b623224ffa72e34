package boscard.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Names of runs: UTC time and the first digits of the digest of the results, {@code 2026-11-24T031500Z-3f9a}. */
final class RunId {

    /** Digits after the time. */
    static final int SUFFIX = 4;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d{6}Z-[0-9a-f]{4}");

    private RunId() {}

    static String of(Instant time, String suffix) {
        return TIME.format(time) + "-" + suffix;
    }

    static boolean isOne(String name) {
        return FORM.matcher(name).matches();
    }
}
