package boscard.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Writes HTML. Every text and every value of an attribute goes through {@link #escaped}, so that nothing that stands in
 * a fact or a workbook becomes markup. Not thread-safe.
 */
final class Markup {

    private final Appendable out;
    private final Deque<String> open = new ArrayDeque<>();

    Markup(Appendable out) {
        this.out = out;
    }

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn; a value that is null leaves its attribute out
     */
    Markup open(String tag, @Nullable Object... attributes) {
        start(tag, attributes);
        open.push(tag);
        return this;
    }

    /** An element that has no content and no end. */
    Markup empty(String tag, @Nullable Object... attributes) {
        start(tag, attributes);
        return this;
    }

    private void start(String tag, @Nullable Object... attributes) {
        raw("<").raw(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            if (value != null) {
                raw(" ").raw(String.valueOf(attributes[i]))
                        .raw("=\"")
                        .raw(escaped(value.toString()))
                        .raw("\"");
            }
        }
        raw(">");
    }

    Markup close() {
        return raw("</").raw(open.pop()).raw(">");
    }

    /** An element with a text in it. */
    Markup element(String tag, Object text, @Nullable Object... attributes) {
        return open(tag, attributes).text(text).close();
    }

    Markup text(Object text) {
        return raw(escaped(text.toString()));
    }

    Markup line() {
        return raw("\n");
    }

    /** What is markup already: from this package's own resources, or written by another {@link Markup}. */
    Markup raw(CharSequence markup) {
        try {
            out.append(markup);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Safe between tags and in quotes; characters that HTML does not allow become U+FFFD. */
    static String escaped(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    boolean allowed = c == '\n' || c == '\t' || (c >= 0x20 && !(c >= 0x7F && c < 0xA0));
                    boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
                    safe.appendCodePoint(allowed && !lone ? c : 0xFFFD);
                }
            }
        });
        return safe.toString();
    }
}
