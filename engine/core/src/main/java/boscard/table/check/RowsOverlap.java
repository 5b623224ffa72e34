package boscard.table.check;

import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.table.HitPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Rows of a UNIQUE table that match the same fact: then none of them counts. */
final class RowsOverlap implements TableCheck {

    /**
     * A row that overlaps with others above it.
     *
     * @param row position of the lower row
     * @param other position of the topmost row that it overlaps with
     * @param more how many further rows above it overlaps with
     * @param witness all of it matches both rows
     */
    record Case(int row, int other, int more, Region witness) {}

    @Override
    public void inspect(AnalysedTable table, InWords words, Problems problems) {
        if (table.table().policy() != HitPolicy.UNIQUE) {
            return;
        }
        for (Case found : find(table)) {
            Meeting meeting = Meeting.of(table, found.row, found.other, found.witness);
            problems.add(
                    ProblemCode.ROWS_OVERLAP,
                    meeting.at(),
                    table.row(found.row).id() + " and " + meeting.other() + " both match "
                            + words.say(found.witness, List.of(found.row, found.other))
                            + "; in a UNIQUE table neither counts then"
                            + (found.more == 0 ? "" : ". " + found.more + " more rows above it overlap with it, too"),
                    "let one begin where the other ends; or the table is meant to be FIRST");
        }
    }

    /** Every row that overlaps with one above it. */
    List<Case> find(AnalysedTable table) {
        var cases = new ArrayList<Case>();
        for (int row = 0; row < table.rows().size(); row++) {
            int[] above = table.rowsAbove(row);
            if (above.length > 0) {
                Region common = table.region(row).and(table.region(above[0]));
                cases.add(new Case(row, above[0], above.length - 1, table.narrowed(Objects.requireNonNull(common))));
            }
        }
        return cases;
    }
}
