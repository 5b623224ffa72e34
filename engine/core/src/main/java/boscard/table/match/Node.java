package boscard.table.match;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Part of an index: finds those of its rows that a fact meets. Immutable. */
sealed interface Node {

    void find(FactValues fact, Found found);

    /** A few rows, asked one by one. */
    record Rows(List<Candidate> rows) implements Node {
        @Override
        public void find(FactValues fact, Found found) {
            for (int i = 0; i < rows.size(); i++) {
                Candidate row = rows.get(i);
                if (row.isMetBy(fact)) {
                    found.add(row.row());
                }
            }
        }
    }

    /** Rows by the value that they ask for. */
    record ByValue(
            int slot, Map<Object, Node> byValue, @Nullable Node others) implements Node {
        @Override
        public void find(FactValues fact, Found found) {
            Object value = fact.value(slot);
            Node own = value == null ? null : byValue.get(value);
            if (own != null) {
                own.find(fact, found);
            }
            if (others != null) {
                others.find(fact, found);
            }
        }
    }

    /**
     * Rows by the stretch of the line in which they want the value to lie.
     *
     * @param starts of the stretches, ascending; what lies before the first belongs to no row
     * @param stretches one per start; null where no row wants the value to lie
     */
    record ByPlace(
            int slot,
            long[] starts,
            @Nullable Node[] stretches,
            @Nullable Node others) implements Node {
        @Override
        public void find(FactValues fact, Found found) {
            if (!fact.isMissing(slot)) {
                int at = Arrays.binarySearch(starts, fact.place(slot));
                int stretch = at >= 0 ? at : -at - 2;
                Node own = stretch < 0 ? null : stretches[stretch];
                if (own != null) {
                    own.find(fact, found);
                }
            }
            if (others != null) {
                others.find(fact, found);
            }
        }
    }
}
