package boscard.table.check;

import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.table.HitPolicy;
import boscard.table.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * A row that could be deleted without changing anything that people read, because a wider row of the same table says
 * the same for the same reason: in a FIRST table one below it with nothing else between them, in a COLLECT table any.
 */
final class RowRedundant implements TableCheck {

    /** A row, and the wider one that says the same. */
    record Case(int row, int wider) {}

    @Override
    public void inspect(AnalysedTable table, InWords words, Problems problems) {
        for (Case found : find(table)) {
            Meeting meeting = Meeting.of(table, found.row, found.wider, table.region(found.row));
            problems.add(
                    ProblemCode.ROW_REDUNDANT,
                    meeting.at(),
                    table.row(found.row).id() + " adds nothing: " + meeting.other() + " says the same about all of it, "
                            + words.say(table.narrowed(table.region(found.row)), List.of(found.row)),
                    "delete it, unless it is there for people to see");
        }
    }

    List<Case> find(AnalysedTable table) {
        HitPolicy policy = table.table().policy();
        var cases = new ArrayList<Case>();
        for (int row = 0; row < table.rows().size(); row++) {
            if (!table.region(row).isEmpty() && policy != HitPolicy.UNIQUE) {
                int wider = wider(table, row, policy == HitPolicy.FIRST);
                if (wider >= 0) {
                    cases.add(new Case(row, wider));
                }
            }
        }
        return cases;
    }

    private static int wider(AnalysedTable table, int position, boolean first) {
        Row row = table.row(position);
        Region region = table.region(position);
        for (int other : table.rowsAt(region)) {
            if (other == position || (first && other < position)) {
                continue;
            }
            boolean same = table.sameOutcome(position, other);
            if (same
                    && table.region(other) != region
                    && table.region(other).contains(region)
                    && row.notes().equals(table.row(other).notes())) {
                return other;
            } else if (first && !same) {
                return -1;
            }
        }
        return -1;
    }
}
