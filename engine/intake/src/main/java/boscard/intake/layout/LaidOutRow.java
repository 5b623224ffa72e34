package boscard.intake.layout;

import boscard.intake.format.RawRow;
import boscard.intake.value.RawValue;
import boscard.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A record of a table that was laid out: the cells of its row, and behind them those that were made. Used again for
 * each record.
 */
public final class LaidOutRow implements RawRow {

    /** A made cell that stands in no column of the file. */
    static final int NOWHERE = -1;

    private final int columns;
    private final @Nullable String[] texts;
    private final @Nullable RawValue[] typed;
    private final int[] places;
    private RawRow row;
    private @Nullable Problem broken;
    private @Nullable SkipReason skip;

    /**
     * @param first any row, to begin with
     * @param columns of the rows themselves
     * @param made how many are made
     */
    LaidOutRow(RawRow first, int columns, int made) {
        this.row = first;
        this.columns = columns;
        this.texts = new String[made];
        this.typed = new RawValue[made];
        this.places = new int[made];
    }

    void begin(RawRow of) {
        row = of;
        broken = of.broken();
        skip = null;
    }

    /** Fills a made cell with a text. */
    void put(int index, @Nullable String text, int place) {
        texts[index - columns] = text;
        typed[index - columns] = null;
        places[index - columns] = place;
    }

    /** Fills a made cell with what stands in another. */
    void copy(int index, int from) {
        texts[index - columns] = text(from);
        typed[index - columns] = typed(from);
        places[index - columns] = place(from);
    }

    /** Fills a made cell with a value that stands elsewhere. */
    void put(int index, String text, @Nullable RawValue value, int place) {
        put(index, text, place);
        typed[index - columns] = value;
    }

    /** Where a cell stands in the file, from 0; {@link #NOWHERE} when it was made of nothing there. */
    int place(int index) {
        return index < columns ? index : places[index - columns];
    }

    LaidOutRow skipped(SkipReason reason) {
        skip = reason;
        return this;
    }

    LaidOutRow rejected(Problem why) {
        broken = why;
        return this;
    }

    /** Why it is no record; null when it is one. */
    public @Nullable SkipReason skip() {
        return skip;
    }

    /** The row as it stands in the file. */
    public RawRow asInFile() {
        return row;
    }

    @Override
    public int number() {
        return row.number();
    }

    @Override
    public int size() {
        return columns + texts.length;
    }

    @Override
    public String text(int index) {
        if (index < columns) {
            return row.text(index);
        }
        String text = index - columns < texts.length ? texts[index - columns] : null;
        return text == null ? "" : text;
    }

    @Override
    public @Nullable RawValue typed(int index) {
        if (index < columns) {
            return row.typed(index);
        }
        return index - columns < typed.length ? typed[index - columns] : null;
    }

    @Override
    public @Nullable Problem broken() {
        return broken;
    }

    /** The width of the row itself was checked before it was laid out. */
    @Override
    public boolean hasFixedWidth() {
        return false;
    }
}
