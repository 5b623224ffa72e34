package boscard.intake.value;

import java.util.HashMap;
import java.util.Map;

/** Takes a text as it is. Equal texts become one object, up to a bound, since ids repeat in every row. */
public final class TextReader implements ValueReader {

    private static final int REMEMBERED = 10_000;

    private final Map<String, String> known = new HashMap<>();

    @Override
    public String read(String text, Remarks remarks) {
        if (isEscaped(text)) {
            return text.substring(1);
        }
        String same = known.get(text);
        if (same != null) {
            return same;
        }
        if (known.size() < REMEMBERED) {
            known.put(text, text);
        }
        return text;
    }

    /** An apostrophe in front keeps spreadsheets from taking a text for a formula; it is no part of the text. */
    private static boolean isEscaped(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@'".indexOf(text.charAt(1)) >= 0;
    }
}
