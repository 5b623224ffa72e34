package boscard.html;

import java.util.HashMap;
import java.util.Map;

/** Names for places on the page, made of a kind and a number: what facts are called never becomes a name. */
final class Anchors {

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> last = new HashMap<>();

    /** The same name for the same parts, whether the place is written or linked to first. */
    String of(String kind, String... parts) {
        return names.computeIfAbsent(kind + '\u0000' + String.join("\u0000", parts), key -> {
            int number = last.merge(kind, 1, Integer::sum);
            return kind + "-" + number;
        });
    }
}
