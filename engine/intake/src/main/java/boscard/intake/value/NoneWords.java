package boscard.intake.value;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words that stand where a value could be and mean that there is none. Case does not count. Immutable; safe for any
 * thread.
 */
public final class NoneWords {

    /** What such a word says. */
    public enum Meaning {
        /** There should be a value, and it was not reported. */
        NOT_REPORTED,
        /** The question does not arise. */
        NOT_APPLICABLE
    }

    /** No words at all: for columns of text, where a word may be a real category. */
    public static final NoneWords NO_WORDS = new NoneWords(Set.of(), Set.of());

    private static final int PLAIN_CHARACTERS = 128;

    private final Map<String, Meaning> meanings;
    private final int longest;
    private final boolean[] beginnings = new boolean[PLAIN_CHARACTERS];

    /** A word in both collections means not applicable. */
    public NoneWords(Collection<String> notReported, Collection<String> notApplicable) {
        var map = new HashMap<String, Meaning>();
        notReported.forEach(word -> map.put(word.toUpperCase(Locale.ROOT), Meaning.NOT_REPORTED));
        notApplicable.forEach(word -> map.put(word.toUpperCase(Locale.ROOT), Meaning.NOT_APPLICABLE));
        this.meanings = Map.copyOf(map);
        for (String word : map.keySet()) {
            char first = word.isEmpty() ? 0 : word.charAt(0);
            if (first < PLAIN_CHARACTERS) {
                beginnings[first] = true;
                beginnings[Character.toLowerCase(first)] = true;
            }
        }
        this.longest = map.keySet().stream().mapToInt(String::length).max().orElse(-1);
    }

    /** What the text says about there being no value; null when it is a value. */
    public @Nullable Meaning of(String text) {
        if (text.length() > longest || text.isEmpty() || !canBegin(text.charAt(0))) {
            return null;
        }
        Meaning exact = meanings.get(text);
        return exact != null ? exact : meanings.get(text.toUpperCase(Locale.ROOT));
    }

    /** Whether a number in its common form is such a word. */
    public boolean hasNumbers() {
        return meanings.keySet().stream()
                .anyMatch(word -> new PlainNumber().read(word.toCharArray(), 0, word.length()));
    }

    /** Saves the look-up for nearly every cell of a column of numbers. */
    private boolean canBegin(char c) {
        return c >= PLAIN_CHARACTERS || beginnings[c];
    }
}
