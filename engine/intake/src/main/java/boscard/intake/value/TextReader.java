package boscard.intake.value;

import boscard.fact.SpreadsheetText;
import boscard.problem.ProblemCode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Takes a text as it is. Equal texts become one object, up to a bound, since ids repeat in every row. */
public final class TextReader implements ValueReader {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int REMEMBERED = 10_000;

    private final Map<String, String> known = new HashMap<>();
    private String lastWritten = "";
    private String last = "";

    @Override
    public String read(String written, Remarks remarks) {
        if (written == lastWritten) {
            return last;
        }
        String text = kept(SpreadsheetText.unescaped(written), remarks);
        lastWritten = written;
        last = text;
        return text;
    }

    private String kept(String text, Remarks remarks) {
        String same = known.get(text);
        if (same != null) {
            return same;
        }
        remarkOnGarbled(text, remarks);
        if (known.size() < REMEMBERED) {
            known.put(text, text);
        }
        return text;
    }

    /** A number cell in a column of text is an id; beyond 15 digits the spreadsheet has changed it. */
    @Override
    public String readTyped(RawValue value, Remarks remarks) {
        if (value instanceof RawValue.Number number && NumberReader.isBeyondSpreadsheets(number.value())) {
            remarks.once(
                    ProblemCode.NUMBER_LARGE,
                    "the id " + value.text() + " has more than 15 digits; a spreadsheet keeps only the first 15",
                    "format the column as text and type the ids again.");
        }
        return read(value.text(), remarks);
    }

    /** UTF-8 that somebody took for Windows-1252: an é has become Ã©. */
    private static void remarkOnGarbled(String text, Remarks remarks) {
        for (int i = 0; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == 'Ã' || c == 'Â') && isContinuation(text.charAt(i + 1)) || c == 'â' && text.charAt(i + 1) == '€') {
                String meant = new String(text.getBytes(WINDOWS), StandardCharsets.UTF_8);
                remarks.once(
                        ProblemCode.TEXT_GARBLED,
                        "\"" + text + "\" looks like UTF-8 that was read as another encoding; it is kept",
                        meant.indexOf('\uFFFD') < 0 ? meant + " is meant; export the file again." : null);
                return;
            }
        }
    }

    private static boolean isContinuation(char c) {
        return c >= '\u0080' && c <= '\u00bf' || c == '€' || c == '™' || c == '‰' || c == '‡' || c == 'œ';
    }
}
