package boscard.problem;

/** A text on one line, whatever the file that it quotes holds. */
final class OneLine {

    private OneLine() {}

    /** Line breaks as spaces, other control characters and those that turn the direction of a text as their code. */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (ControlCharacters.contain(text.charAt(i))) {
                return rewritten(text);
            }
        }
        return text;
    }

    private static String rewritten(String text) {
        var line = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lineBreak = c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
            if (lineBreak) {
                boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
                line.append(pair ? "" : " ");
            } else if (ControlCharacters.contain(c)) {
                line.append(String.format("U+%04X", (int) c));
            } else {
                line.append(c);
            }
        }
        return line.toString();
    }
}
