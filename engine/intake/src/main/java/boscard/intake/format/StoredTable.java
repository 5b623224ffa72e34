package boscard.intake.format;

import boscard.intake.value.RawValue;
import boscard.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows held in memory, each cell as a text or a typed value, for formats that give their rows all at once. */
final class StoredTable {

    private final List<Row> rows = new ArrayList<>();
    private int next;

    /** @param cells a {@link String}, a {@link RawValue}, or null for an empty cell; kept, not copied */
    void add(int number, @Nullable Object[] cells) {
        rows.add(new Row(number, cells, null));
    }

    void addBroken(int number, Problem why) {
        rows.add(new Row(number, new Object[0], why));
    }

    @Nullable
    RawRow next() {
        return next < rows.size() ? rows.get(next++) : null;
    }

    private record Row(
            int number, @Nullable Object[] cells, @Nullable Problem broken) implements RawRow {

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
        public boolean hasFixedWidth() {
            return false;
        }
    }
}
