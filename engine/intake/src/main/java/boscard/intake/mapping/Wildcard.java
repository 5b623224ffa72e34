package boscard.intake.mapping;

import boscard.intake.value.Spaces;
import java.util.Locale;

/**
 * A text in which {@code *} stands for any characters and {@code ?} for one. Case and outer spaces do not count. Takes
 * time in proportion to the two lengths, whatever the pattern. Immutable; safe for any thread.
 */
public final class Wildcard {

    private final String written;
    private final String pattern;

    public Wildcard(String pattern) {
        this.written = pattern;
        this.pattern = plain(pattern);
    }

    public boolean fits(String text) {
        String plain = plain(text);
        int at = 0;
        int inPattern = 0;
        int star = -1;
        int atStar = 0;
        while (at < plain.length()) {
            char expected = inPattern < pattern.length() ? pattern.charAt(inPattern) : 0;
            if (expected == '*') {
                star = inPattern++;
                atStar = at;
            } else if (inPattern < pattern.length() && (expected == '?' || expected == plain.charAt(at))) {
                inPattern++;
                at++;
            } else if (star >= 0) { // let the last star take one character more
                inPattern = star + 1;
                at = ++atStar;
            } else {
                return false;
            }
        }
        while (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
            inPattern++;
        }
        return inPattern == pattern.length();
    }

    private static String plain(String text) {
        return Spaces.strip(text).toLowerCase(Locale.ROOT).replace('\u00a0', ' ');
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Wildcard wildcard && wildcard.pattern.equals(pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return written;
    }
}
