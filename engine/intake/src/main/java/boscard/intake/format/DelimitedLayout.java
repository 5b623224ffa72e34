package boscard.intake.format;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What is declared about a text file; what is not declared is detected.
 *
 * @param encoding used when the file has no byte order mark; null for UTF-8
 * @param delimiter between cells; null to detect one of {@code , ; tab |}
 */
public record DelimitedLayout(
        @Nullable Charset encoding, @Nullable Character delimiter) {

    /** Nothing is declared. */
    public static final DelimitedLayout DETECTED = new DelimitedLayout(null, null);
}
