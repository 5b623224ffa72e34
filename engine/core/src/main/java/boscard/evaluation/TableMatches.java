package boscard.evaluation;

import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.rulebook.RuleSession.MatchListener;
import boscard.table.DecisionTable;
import boscard.table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lets each table's hit policy choose among the rows that matched a fact. Not thread-safe. */
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

    private List<Decision> decisions = new ArrayList<>();

    @Override
    public void matched(DecisionTable table, Object fact, List<Row> rows) {
        List<Row> chosen = table.policy().choose(rows);
        decisions.add(new Decision(table, fact, chosen, lost(rows, chosen)));
    }

    private static List<Row> lost(List<Row> matched, List<Row> chosen) {
        if (chosen.size() == matched.size()) {
            return List.of();
        }
        var lost = new ArrayList<>(matched);
        lost.removeIf(row -> chosen.stream().anyMatch(one -> one == row));
        return lost;
    }

    /** What was decided since the last call. */
    List<Decision> drain() {
        List<Decision> drained = decisions;
        decisions = new ArrayList<>();
        return drained;
    }
}
