package boscard.intake;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * The rows of several tables, one table behind the other. For one thread, or for any number when nothing is changed.
 */
final class JoinedRows extends AbstractList<Candidate> implements RandomAccess {

    private final List<TableRows> tables;
    private final int[] ends;

    JoinedRows(List<TableRows> tables) {
        this.tables = tables.stream().filter(table -> !table.isEmpty()).toList();
        this.ends = new int[this.tables.size()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end = Math.addExact(end, this.tables.get(i).size());
            ends[i] = end;
        }
    }

    private int tableOf(int index) {
        if (ends.length == 1) {
            return 0;
        }
        int found = Arrays.binarySearch(ends, index);
        return found >= 0 ? found + 1 : -1 - found;
    }

    private int start(int table) {
        return table == 0 ? 0 : ends[table - 1];
    }

    @Override
    public Candidate get(int index) {
        int table = tableOf(index);
        return tables.get(table).get(index - start(table));
    }

    boolean isOpen(int index) {
        int table = tableOf(index);
        return tables.get(table).isOpen(index - start(table));
    }

    /** A number for the value of a field: see {@link ValueColumn#number}. */
    int number(int index, int position, ValueNumbers numbers) {
        int table = tableOf(index);
        return tables.get(table).column(position).number(index - start(table), numbers);
    }

    @Override
    public int size() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }
}
