package boscard.intake.value;

import boscard.fact.SpreadsheetText;
import java.util.ArrayList;
import java.util.List;

/** Reads ids joined by {@code ;}. Empty parts are left out; order is kept. */
public final class ListReader implements ValueReader {

    @Override
    public List<String> read(String written, Remarks remarks) {
        String text = SpreadsheetText.unescaped(written);
        var parts = new ArrayList<String>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf(';', start);
            if (end < 0) {
                end = text.length();
            }
            String part = Spaces.strip(text.substring(start, end));
            if (!part.isEmpty()) {
                parts.add(part);
            }
            start = end + 1;
        }
        return List.copyOf(parts);
    }
}
