package boscard.workbook.report;

/** Text as the content of an XML element or of an attribute in double quotes. */
final class Xml {

    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private Xml() {}

    static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        append(text, escaped);
        return escaped.toString();
    }

    /** Control characters and halves of surrogate pairs, which no XML can hold, become question marks. */
    static void append(String text, StringBuilder to) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            to.append(text, done, i).append(replacement(c));
            done = i + 1;
        }
        to.append(text, done, text.length());
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c != '<' && c != '>' && c != '&' && c != '"' && !(c >= 0xD800 && c <= 0xDFFF) && c < 0xFFFE;
    }

    private static String replacement(char c) {
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '\t' -> "&#9;";
            case '\n' -> "&#10;";
            case '\r' -> "&#13;";
            default -> "?";
        };
    }
}
