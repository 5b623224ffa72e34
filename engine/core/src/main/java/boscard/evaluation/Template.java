package boscard.evaluation;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fills the placeholders of a sentence: {@code {value}} becomes what {@code value} stands for. */
final class Template {

    private Template() {}

    /**
     * Fills in, and begins with a capital letter.
     *
     * @param words gives the text for a name, or null when there is none; an unknown placeholder stays as it is
     */
    static String fill(String template, Function<String, @Nullable String> words) {
        var text = new StringBuilder(template.length() + 64);
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String word = words.apply(template.substring(open + 1, close));
            text.append(template, at, open).append(word == null ? template.substring(open, close + 1) : word);
            at = close + 1;
        }
        text.append(template, at, template.length());
        if (!text.isEmpty()) {
            text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        }
        return text.toString();
    }
}
