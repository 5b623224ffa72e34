package boscard.table.match;

import boscard.table.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows found for one fact. Not thread-safe. */
final class Found {

    private static final Comparator<Row> SHEET_ORDER = Comparator.comparingInt(Row::position);

    private @Nullable Row only;
    private @Nullable List<Row> several;
    private boolean sorted = true;

    void add(Row row) {
        if (several != null) {
            sorted &= several.get(several.size() - 1).position() < row.position();
            several.add(row);
        } else if (only != null) {
            sorted = only.position() < row.position();
            several = new ArrayList<>(4);
            several.add(only);
            several.add(row);
        } else {
            only = row;
        }
    }

    /** In sheet order. */
    List<Row> rows() {
        if (several == null) {
            return only == null ? List.of() : List.of(only);
        }
        if (!sorted) {
            several.sort(SHEET_ORDER);
        }
        return several;
    }
}
