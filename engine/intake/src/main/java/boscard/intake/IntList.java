package boscard.intake;

import java.util.ArrayList;
import java.util.List;

/** Whole numbers, one behind the other. Grows by pieces, so that nothing is copied. Not thread-safe while it grows. */
final class IntList {

    private static final int PIECE_BITS = 13;
    private static final int PIECE = 1 << PIECE_BITS;

    private final List<int[]> pieces = new ArrayList<>();
    private int[] latest = new int[0];
    private int size;

    void add(int number) {
        int place = size & PIECE - 1;
        if (place == 0) {
            latest = new int[PIECE];
            pieces.add(latest);
        }
        latest[place] = number;
        size++;
    }

    int get(int index) {
        return pieces.get(index >>> PIECE_BITS)[index & PIECE - 1];
    }

    void set(int index, int number) {
        pieces.get(index >>> PIECE_BITS)[index & PIECE - 1] = number;
    }

    int size() {
        return size;
    }
}
