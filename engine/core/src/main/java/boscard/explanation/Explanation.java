package boscard.explanation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One explanation: a heading and what is under it. Text and JSON are made from this one tree.
 *
 * @param text a sentence or a comparison, for people
 * @param address where it stands, as text; null when it stands nowhere
 * @param children in reading order
 */
public record Explanation(String text, @Nullable String address, List<Explanation> children) {

    public Explanation {
        children = List.copyOf(children);
    }

    static Explanation leaf(String text, @Nullable Object address) {
        return new Explanation(text, address == null ? null : address.toString(), List.of());
    }
}
