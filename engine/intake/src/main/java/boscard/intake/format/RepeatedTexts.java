package boscard.intake.format;

import org.jspecify.annotations.Nullable;

/**
 * The texts of one column that come again and again: the same characters give the same object, without making it anew.
 * A column that does not repeat itself is left alone after a while. Not thread-safe.
 */
final class RepeatedTexts {

    private static final int PLACES = 256;
    private static final int LONGEST = 40;
    private static final int TRIES = 2_000;

    private final @Nullable String[] texts = new String[PLACES];
    private int tries;
    private int hits;
    private boolean given;

    String of(char[] buffer, int offset, int length) {
        if (given || length > LONGEST) {
            return new String(buffer, offset, length);
        }
        int hash = length;
        for (int i = offset, end = offset + length; i < end; i++) {
            hash = hash * 31 + buffer[i];
        }
        int place = (hash ^ hash >>> 8 ^ hash >>> 16) & PLACES - 1;
        String text = texts[place];
        if (text != null && isSame(text, buffer, offset, length)) {
            hits++;
        } else {
            text = new String(buffer, offset, length);
            texts[place] = text;
        }
        if (++tries == TRIES) {
            given = hits < TRIES / 4;
            tries = 0;
            hits = 0;
        }
        return text;
    }

    private static boolean isSame(String text, char[] buffer, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != buffer[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
