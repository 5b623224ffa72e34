package boscard.drools;

import boscard.rulebook.RuleSession.MatchListener;
import boscard.table.DecisionTable;
import boscard.table.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the rows of one session that Drools finds one by one. Not thread-safe. */
final class Matches {

    /** Facts are told apart by identity: two equal indicators are two facts. */
    private record Key(DecisionTable table, Object fact) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.table == table && key.fact == fact;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(table) + System.identityHashCode(fact);
        }
    }

    private final Map<Key, List<Row>> found = new LinkedHashMap<>();

    void add(DecisionTable table, Row row, Object fact) {
        found.computeIfAbsent(new Key(table, fact), key -> new ArrayList<>(2)).add(row);
    }

    /** Tells what was found since the last call. */
    void drain(MatchListener listener) {
        var all = new LinkedHashMap<>(found);
        found.clear();
        all.forEach((key, rows) -> {
            rows.sort(Comparator.comparingInt(Row::position));
            listener.matched(key.table(), key.fact(), List.copyOf(rows));
        });
    }

    /** For a scorecard that failed in the middle. */
    void forget() {
        found.clear();
    }
}
