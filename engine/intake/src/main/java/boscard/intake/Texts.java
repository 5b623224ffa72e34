package boscard.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of an import, each once, as bytes: a text that stands in a million rows costs four bytes in each, and a
 * million different ones some 25 bytes each beyond their characters. A text is known by its number, from 0; equal texts
 * have one number. Filled by one thread; afterwards safe for any number of them.
 */
final class Texts {

    private static final int CHUNK_BITS = 16;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int HEADER = 4; // bytes: the length, and whether characters take two bytes
    private static final int WIDE = 1 << 31;
    private static final int REMEMBERED = 1 << 14;

    /** A text that was asked for lately. */
    private record Known(int number, String text) {}

    private final List<byte[]> chunks = new ArrayList<>();
    private int used = CHUNK; // bytes of the last chunk
    private final IntList places = new IntList(); // chunk and offset, by number
    private int[] table = new int[1 << 10]; // numbers plus 1, by hash
    private final @Nullable Known[] known = new @Nullable Known[REMEMBERED];

    /** The number of a text. */
    int of(String text) {
        int hash = text.hashCode();
        int place = hash(hash) & table.length - 1;
        while (table[place] != 0) {
            int number = table[place] - 1;
            if (isSame(number, text)) {
                return number;
            }
            place = place + 1 & table.length - 1;
        }
        int number = places.size();
        store(text);
        table[place] = number + 1;
        if (places.size() > table.length / 5 * 3) {
            grow();
        }
        return number;
    }

    String get(int number) {
        Known lately = known[number & REMEMBERED - 1];
        if (lately != null && lately.number == number) {
            return lately.text;
        }
        int length = length(number);
        var characters = new char[length];
        for (int i = 0; i < length; i++) {
            characters[i] = charAt(number, i);
        }
        var text = new String(characters);
        known[number & REMEMBERED - 1] = new Known(number, text);
        return text;
    }

    /** How many there are. */
    int size() {
        return places.size();
    }

    /**
     * The order of two texts as of {@link String#compareTo}, each with a character behind it.
     *
     * @param end the character; -1 for none
     */
    int compare(int one, int other, int end) {
        int lengthOfOne = length(one);
        int lengthOfOther = length(other);
        int common = Math.min(lengthOfOne, lengthOfOther);
        for (int i = 0; i < common; i++) {
            int difference = charAt(one, i) - charAt(other, i);
            if (difference != 0) {
                return difference;
            }
        }
        if (lengthOfOne == lengthOfOther) {
            return 0;
        }
        return lengthOfOne < lengthOfOther ? end - charAt(other, common) : charAt(one, common) - end;
    }

    boolean contains(int number, char wanted) {
        for (int i = length(number) - 1; i >= 0; i--) {
            if (charAt(number, i) == wanted) {
                return true;
            }
        }
        return false;
    }

    private boolean isSame(int number, String text) {
        int place = places.get(number);
        byte[] chunk = chunks.get(place >>> CHUNK_BITS);
        int at = place & CHUNK - 1;
        int length = text.length();
        int header = header(chunk, at);
        if ((header & ~WIDE) != length) {
            return false;
        }
        if (header < 0) {
            for (int i = 0; i < length; i++) {
                if (charAt(number, i) != text.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
        at += HEADER;
        for (int i = 0; i < length; i++) {
            if ((chunk[at + i] & 0xff) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void store(String text) {
        int length = text.length();
        boolean wide = false;
        for (int i = 0; i < length && !wide; i++) {
            wide = text.charAt(i) > 0xff;
        }
        int bytes = HEADER + (wide ? 2 * length : length);
        if (used + bytes > CHUNK) {
            chunks.add(new byte[Math.max(CHUNK, bytes)]);
            used = 0;
        }
        byte[] chunk = chunks.get(chunks.size() - 1);
        places.add(chunks.size() - 1 << CHUNK_BITS | used);
        int header = wide ? length | WIDE : length;
        for (int i = 0; i < HEADER; i++) {
            chunk[used++] = (byte) (header >>> 8 * i);
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            chunk[used++] = (byte) c;
            if (wide) {
                chunk[used++] = (byte) (c >>> 8);
            }
        }
    }

    private static int header(byte[] chunk, int at) {
        return chunk[at] & 0xff
                | (chunk[at + 1] & 0xff) << 8
                | (chunk[at + 2] & 0xff) << 16
                | (chunk[at + 3] & 0xff) << 24;
    }

    private int length(int number) {
        int place = places.get(number);
        return header(chunks.get(place >>> CHUNK_BITS), place & CHUNK - 1) & ~WIDE;
    }

    private char charAt(int number, int index) {
        int place = places.get(number);
        byte[] chunk = chunks.get(place >>> CHUNK_BITS);
        int at = (place & CHUNK - 1) + HEADER;
        if (chunk[at - 1] >= 0) { // the highest bit says whether it is wide
            return (char) (chunk[at + index] & 0xff);
        }
        return (char) (chunk[at + 2 * index] & 0xff | (chunk[at + 2 * index + 1] & 0xff) << 8);
    }

    private void grow() {
        int[] before = table;
        table = new int[before.length * 2];
        for (int entry : before) {
            if (entry != 0) {
                int place = hash(hashOf(entry - 1)) & table.length - 1;
                while (table[place] != 0) {
                    place = place + 1 & table.length - 1;
                }
                table[place] = entry;
            }
        }
    }

    /** As {@link String#hashCode}. */
    private int hashOf(int number) {
        int hash = 0;
        for (int i = 0, length = length(number); i < length; i++) {
            hash = hash * 31 + charAt(number, i);
        }
        return hash;
    }

    private static int hash(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 16;
    }
}
