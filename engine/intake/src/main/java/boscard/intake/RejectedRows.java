package boscard.intake;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * The rejected rows of one table, in reading order. The first ones are held; all others stand in the spool of the
 * import and are read when somebody looks at them, so that a file of nothing but bad rows costs no memory.
 */
final class RejectedRows extends AbstractList<RejectedRow> implements RandomAccess {

    private static final int MOST_HELD = 1_000;
    private static final int MOST_CHARACTERS = 1 << 20;

    private final RejectedSpool spool;
    private final List<RejectedRow> held = new ArrayList<>();
    private final IntList numbers = new IntList(); // of the rows in the table
    private int characters; // of those that are held
    private final IntList spooled = new IntList(); // where the others are
    private int[] order = new int[0];

    RejectedRows(RejectedSpool spool) {
        this.spool = spool;
    }

    void keep(RejectedRow row) {
        numbers.add(row.at().row());
        if (spooled.size() == 0 && held.size() < MOST_HELD && characters < MOST_CHARACTERS) {
            held.add(row);
            for (String cell : row.raw()) {
                characters += cell.length();
            }
        } else {
            spooled.add(spool.add(row));
        }
    }

    @Override
    public RejectedRow get(int index) {
        int place = order().length == 0 ? index : order[index];
        return place < held.size() ? held.get(place) : spool.get(spooled.get(place - held.size()));
    }

    /** Rows that later checks rejected stand behind all others; here they come where the table has them. */
    private int[] order() {
        if (order.length < size()) {
            var places = new int[size()];
            Arrays.setAll(places, i -> i);
            Sorting.sort(places, (one, other) -> Integer.compare(numbers.get(one), numbers.get(other)));
            order = places;
        }
        return order;
    }

    @Override
    public int size() {
        return numbers.size();
    }

    /** The rows of several tables, one table behind the other. */
    static List<RejectedRow> joined(List<RejectedRows> tables) {
        return new Joined(tables.stream().filter(table -> !table.isEmpty()).toList());
    }

    private static final class Joined extends AbstractList<RejectedRow> {

        private final List<RejectedRows> tables;
        private final int size;

        Joined(List<RejectedRows> tables) {
            this.tables = tables;
            this.size = tables.stream().mapToInt(List::size).reduce(0, Math::addExact);
        }

        @Override
        public RejectedRow get(int index) {
            int rest = index;
            for (RejectedRows table : tables) {
                if (rest < table.size()) {
                    return table.get(rest);
                }
                rest -= table.size();
            }
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
