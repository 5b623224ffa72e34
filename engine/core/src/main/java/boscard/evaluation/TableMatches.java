package boscard.evaluation;

import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.rulebook.RuleSession.MatchListener;
import boscard.table.DecisionTable;
import boscard.table.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers which rows matched which fact, and lets each table's hit policy choose. Not thread-safe. */
final class TableMatches implements MatchListener {

    /** The rows of one table that matched one fact, and those of them that count. */
    record Decision(DecisionTable table, Object fact, List<Row> chosen, List<Row> lost) {

        /** What to say when no row was chosen: several rows of a UNIQUE table match. */
        Problem severalRows() {
            return Problem.of(
                    ProblemCode.HIT_POLICY_VIOLATED,
                    lost.get(0).at(),
                    "rows " + String.join(", ", lost.stream().map(Row::id).toList()) + " of the UNIQUE table \""
                            + table.name() + "\" all match "
                            + subject() + "; none of them was taken",
                    "the rows overlap; or the table should be FIRST.");
        }

        /** What the fact is about, in a line: {@code TEAM-NORTH | win_rate | 2026-Q3}. */
        String subject() {
            Subject subject = Evidence.of(fact).subject();
            return Stream.of(subject.scorecard(), subject.kpi(), subject.goal(), subject.period(), subject.other())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" | "));
        }
    }

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

    private final Map<Key, List<Row>> matched = new LinkedHashMap<>();

    @Override
    public void matched(DecisionTable table, Row row, Object fact) {
        matched.computeIfAbsent(new Key(table, fact), key -> new ArrayList<>(2)).add(row);
    }

    /** What was decided since the last call. */
    List<Decision> drain() {
        var decisions = new ArrayList<Decision>(matched.size());
        matched.forEach((key, rows) -> {
            rows.sort(Comparator.comparingInt(Row::position));
            List<Row> chosen = key.table().policy().choose(rows);
            List<Row> lost = chosen.size() == rows.size()
                    ? List.of()
                    : rows.stream().filter(row -> !chosen.contains(row)).toList();
            decisions.add(new Decision(key.table(), key.fact(), List.copyOf(chosen), lost));
        });
        matched.clear();
        return decisions;
    }
}
