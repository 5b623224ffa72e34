package boscard.intake.format;

import boscard.intake.value.RawValue;
import boscard.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A row whose cells the format gives as texts or as values that know their type. Not thread-safe when its cells are
 * filled again.
 */
public final class ContentRow implements RawRow {

    private int number;
    private @Nullable Object[] cells;
    private @Nullable Problem broken;
    private boolean hidden;
    private boolean fixedWidth;

    /** @param cells each a {@link String}, a {@link RawValue}, or null for an empty one; kept, not copied */
    public ContentRow(int number, @Nullable Object[] cells) {
        this.number = number;
        this.cells = cells;
    }

    static ContentRow broken(int number, Problem why) {
        var row = new ContentRow(number, new @Nullable Object[0]);
        row.broken = why;
        return row;
    }

    static ContentRow hidden(int number, @Nullable Object[] cells) {
        var row = new ContentRow(number, cells);
        row.hidden = true;
        return row;
    }

    /** A row of which it is a mistake to have more or fewer cells than the header. */
    static ContentRow ofFixedWidth(int number, @Nullable Object[] cells) {
        var row = new ContentRow(number, cells);
        row.fixedWidth = true;
        return row;
    }

    /** Makes it another row, so that one object can go from row to row. */
    public ContentRow become(int otherNumber, @Nullable Object[] otherCells) {
        number = otherNumber;
        cells = otherCells;
        broken = null;
        return this;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public int size() {
        return cells.length;
    }

    @Override
    public String text(int index) {
        Object cell = index < cells.length ? cells[index] : null;
        if (cell instanceof String text) {
            return text;
        }
        return cell instanceof RawValue value ? value.text() : "";
    }

    @Override
    public @Nullable RawValue typed(int index) {
        return index < cells.length && cells[index] instanceof RawValue value ? value : null;
    }

    @Override
    public @Nullable Problem broken() {
        return broken;
    }

    @Override
    public boolean isHidden() {
        return hidden;
    }

    @Override
    public boolean hasFixedWidth() {
        return fixedWidth;
    }
}
