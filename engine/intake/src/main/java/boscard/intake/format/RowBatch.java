package boscard.intake.format;

import boscard.problem.Problem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of delimited text, taken apart: the characters of all cells one behind the other, and where each ends. No
 * object is made for a row or a cell. A {@link DelimitedRow} looks at it. Used again and again.
 */
final class RowBatch {

    private static final int MOST_ROWS = 512;
    private static final int USUAL_CHARACTERS = 1 << 16;
    private static final int USUAL_CELLS = 1 << 13;

    private char[] characters = new char[USUAL_CHARACTERS];
    private int[] ends = new int[USUAL_CELLS];
    private int cells;
    private final int[] firstCells = new int[MOST_ROWS + 1];
    private final int[] numbers = new int[MOST_ROWS];
    private final @Nullable Problem[] broken = new @Nullable Problem[MOST_ROWS];
    private int rows;
    private boolean last;

    /** Empties it; what one very large row needed is given back. */
    void clear() {
        rows = 0;
        cells = 0;
        last = false;
        if (characters.length > 2 * USUAL_CHARACTERS) {
            characters = new char[USUAL_CHARACTERS];
        }
        if (ends.length > 2 * USUAL_CELLS) {
            ends = new int[USUAL_CELLS];
        }
    }

    /** Whether it holds as much as it should; a row more is not to be begun. */
    boolean isFull() {
        return rows == MOST_ROWS || end(cells) >= USUAL_CHARACTERS || cells >= USUAL_CELLS;
    }

    /** There are no rows behind these. */
    void end() {
        last = true;
    }

    boolean isLast() {
        return last;
    }

    /** Begins a row that stands on a line, from 1. */
    void begin(int number) {
        numbers[rows] = number;
        firstCells[rows] = cells;
        broken[rows] = null;
    }

    /** Adds a cell to the row that was begun. */
    void add(char[] buffer, int offset, int length) {
        int start = end(cells);
        int end = start + length;
        if (end > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(end, characters.length * 2));
        }
        if (length < 24) { // shorter than it takes to call for a copy
            for (int i = 0; i < length; i++) {
                characters[start + i] = buffer[offset + i];
            }
        } else {
            System.arraycopy(buffer, offset, characters, start, length);
        }
        if (cells == ends.length) {
            ends = Arrays.copyOf(ends, cells * 2);
        }
        ends[cells++] = end;
    }

    /** Ends the row that was begun. */
    void endRow() {
        firstCells[++rows] = cells;
    }

    /** Ends the row that was begun, without what was read of it. */
    void endBroken(Problem why) {
        broken[rows] = why;
        cells = firstCells[rows];
        endRow();
    }

    /** Ends the row that was begun; it has its cells, and yet it cannot be used. */
    void endMarked(Problem why) {
        broken[rows] = why;
        endRow();
    }

    /** How often a character stands in the row that was begun. */
    int count(char wanted) {
        int count = 0;
        for (int i = end(firstCells[rows]), to = end(cells); i < to; i++) {
            if (characters[i] == wanted) {
                count++;
            }
        }
        return count;
    }

    int rows() {
        return rows;
    }

    int number(int row) {
        return numbers[row];
    }

    @Nullable
    Problem broken(int row) {
        return broken[row];
    }

    /** The first cell of a row, from 0, counted over all rows. */
    int firstCell(int row) {
        return firstCells[row];
    }

    char[] characters() {
        return characters;
    }

    /** Where the characters of the cells before this one end. */
    int end(int cellsBefore) {
        return cellsBefore == 0 ? 0 : ends[cellsBefore - 1];
    }
}
