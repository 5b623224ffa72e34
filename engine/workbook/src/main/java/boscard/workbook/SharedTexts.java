package boscard.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of a workbook, each kept once, and how the format writes a text. */
final class SharedTexts {

    /** A character that XML cannot hold: {@code _x000D_}. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private static final int SHARE_OF_MEMORY = 3;
    private static final int BYTES_OF_A_TEXT = 60; // beyond its characters

    private SharedTexts() {}

    static List<String> read(XmlPart part) throws IOException {
        var texts = new ArrayList<String>();
        long most = Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY;
        long bytes = 0;
        for (String name = part.nextElement(); name != null; name = part.nextElement()) {
            if (name.equals("si")) {
                String text = richText(part, "si");
                texts.add(text);
                bytes += BYTES_OF_A_TEXT + text.length();
                if (bytes > most) {
                    throw new LimitExceeded("the texts of the workbook need more than the " + (most >> 20)
                            + " MB of memory that there are for them; -Xmx gives Java more");
                }
            }
        }
        return texts;
    }

    /** The text of an element with runs of formatted text; the reading aid of Japanese texts is left out. */
    static String richText(XmlPart part, String element) throws IOException {
        String only = "";
        StringBuilder runs = null;
        for (String name = part.nextElementIn(element); name != null; name = part.nextElementIn(element)) {
            if (name.equals("rPh")) {
                while (part.nextElementIn("rPh") != null) {
                    // skipped to its end
                }
            } else if (name.equals("t")) {
                String text = part.text();
                if (runs != null) {
                    runs.append(text);
                } else if (only.isEmpty()) {
                    only = text;
                } else {
                    runs = new StringBuilder(only).append(text);
                }
            }
        }
        return unescaped(runs == null ? only : runs.toString());
    }

    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(code ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(code.group(1), 16))));
    }
}
