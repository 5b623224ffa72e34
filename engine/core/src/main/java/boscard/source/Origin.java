package boscard.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Where a whole fact came from, and where each of its values stands. One object per fact, sharing the column positions
 * with all facts of its file, so that an address costs a few bytes and becomes text only when somebody reads it.
 */
public sealed interface Origin {

    /**
     * Key of the columns for the cell that a record is, in a table where several records share a row: a month among
     * months side by side.
     */
    String CELL = "";

    /** The address of the whole record: its row, or its cell where several records share a row. */
    SourceRef whole();

    /** All addresses that have to be looked at to see the whole record; several when it was put together of several. */
    default List<SourceRef> places() {
        return List.of(whole());
    }

    /** The address of one value, by the canonical name of its field; the whole record when the field has no column. */
    SourceRef of(String field);

    /**
     * A record on a line of a text file.
     *
     * @param columns canonical field name to position and heading; shared by all records of a file
     */
    record Line(String file, int line, Map<String, Column> columns) implements Origin {

        @Override
        public SourceRef whole() {
            Column cell = columns.get(CELL);
            return cell == null ? LineRef.of(file, line) : new LineRef(file, line, cell.position(), cell.heading());
        }

        @Override
        public SourceRef of(String field) {
            Column column = columns.get(field);
            return column == null ? whole() : new LineRef(file, line, column.position(), column.heading());
        }
    }

    /**
     * A record on a row of a sheet.
     *
     * @param columns canonical field name to position and heading; shared by all records of a sheet
     */
    record SheetRow(String workbook, String sheet, int row, Map<String, Column> columns) implements Origin {

        @Override
        public SourceRef whole() {
            Column cell = columns.get(CELL);
            return cell == null
                    ? new CellRef(workbook, sheet, row, 0, 0)
                    : CellRef.of(workbook, sheet, row, cell.position());
        }

        @Override
        public SourceRef of(String field) {
            Column column = columns.get(field);
            return column == null ? whole() : CellRef.of(workbook, sheet, row, column.position());
        }
    }

    /** A record that was computed from others. */
    record Computed(String how) implements Origin {

        @Override
        public SourceRef whole() {
            return new Derived(how);
        }

        @Override
        public SourceRef of(String field) {
            return whole();
        }
    }

    /**
     * A record that was put together of several: actuals of one file, targets of another.
     *
     * @param first the record that the others were added to
     * @param others canonical field name to the record that gave its value
     */
    record Joined(Origin first, Map<String, Origin> others) implements Origin {

        public Joined {
            others = Map.copyOf(others);
        }

        @Override
        public SourceRef whole() {
            return first.whole();
        }

        @Override
        public List<SourceRef> places() {
            var places = new TreeSet<>(first.places());
            others.keySet().forEach(field -> places.add(of(field)));
            return List.copyOf(places);
        }

        @Override
        public SourceRef of(String field) {
            Origin other = others.get(field);
            return other == null ? first.of(field) : other.of(field);
        }
    }

    /** A record with values of others; one that was put together before is not nested. */
    static Origin joined(Origin record, Map<String, Origin> others) {
        if (others.isEmpty()) {
            return record;
        }
        var all = new HashMap<String, Origin>();
        if (record instanceof Joined before) {
            all.putAll(before.others());
        }
        others.forEach((field, other) -> {
            Origin giver = other instanceof Joined joined ? joined.others().get(field) : other;
            all.put(field, giver != null ? giver : ((Joined) other).first());
        });
        return new Joined(record instanceof Joined before ? before.first() : record, all);
    }

    /**
     * A column of an input.
     *
     * @param position from 1
     * @param heading as the file writes it
     */
    record Column(int position, String heading) {}
}
