package boscard.intake.format;

import boscard.problem.Problem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row of delimited text. Its cells are characters until somebody asks for a text. One object goes from row to row.
 * Not thread-safe.
 */
public final class DelimitedRow implements RawRow {

    private RowBatch batch;
    private int row;
    private int firstCell;
    private int size;
    private @Nullable String[] texts = new String[16];
    private boolean hasTexts;
    private RepeatedTexts[] repeated = new RepeatedTexts[0];

    DelimitedRow(RowBatch batch) {
        this.batch = batch;
    }

    void moveTo(RowBatch of, int index) {
        batch = of;
        row = index;
        firstCell = of.firstCell(index);
        size = of.firstCell(index + 1) - firstCell;
        if (hasTexts) {
            Arrays.fill(texts, null);
            hasTexts = false;
        }
    }

    /** The characters of many cells; those of a cell are from its start to before its end. Not to be changed. */
    public char[] characters() {
        return batch.characters();
    }

    public int start(int index) {
        return batch.end(firstCell + index);
    }

    public int end(int index) {
        return batch.end(firstCell + index + 1);
    }

    @Override
    public int number() {
        return batch.number(row);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String text(int index) {
        if (index >= size) {
            return "";
        }
        if (index >= texts.length) {
            texts = Arrays.copyOf(texts, Math.max(size, texts.length * 2));
        }
        String text = texts[index];
        if (text == null) {
            text = make(index);
            texts[index] = text;
            hasTexts = true;
        }
        return text;
    }

    private String make(int index) {
        int start = start(index);
        int length = end(index) - start;
        if (length == 0) {
            return "";
        }
        if (index >= repeated.length) {
            int known = repeated.length;
            repeated = Arrays.copyOf(repeated, index + 16);
            for (int i = known; i < repeated.length; i++) {
                repeated[i] = new RepeatedTexts();
            }
        }
        return repeated[index].of(batch.characters(), start, length);
    }

    @Override
    public @Nullable Problem broken() {
        return batch.broken(row);
    }

    @Override
    public boolean hasFixedWidth() {
        return true;
    }
}
