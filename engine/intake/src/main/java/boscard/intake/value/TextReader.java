package boscard.intake.value;

import boscard.fact.SpreadsheetText;
import java.util.HashMap;
import java.util.Map;

/** Takes a text as it is. Equal texts become one object, up to a bound, since ids repeat in every row. */
public final class TextReader implements ValueReader {

    private static final int REMEMBERED = 10_000;

    private final Map<String, String> known = new HashMap<>();

    @Override
    public String read(String written, Remarks remarks) {
        String text = SpreadsheetText.unescaped(written);
        String same = known.get(text);
        if (same != null) {
            return same;
        }
        if (known.size() < REMEMBERED) {
            known.put(text, text);
        }
        return text;
    }
}
