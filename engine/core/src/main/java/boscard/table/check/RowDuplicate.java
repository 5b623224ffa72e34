package boscard.table.check;

import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.table.HitPolicy;
import boscard.table.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row with the same conditions and the same outcome as one above it. In a UNIQUE table the two overlap instead. */
final class RowDuplicate implements TableCheck {

    /** A row, and the row above that it repeats. */
    record Case(int row, int other) {}

    @Override
    public void inspect(AnalysedTable table, InWords words, Problems problems) {
        if (table.table().policy() == HitPolicy.UNIQUE) {
            return;
        }
        for (Case found : find(table)) {
            Row other = table.row(found.other);
            problems.add(
                    ProblemCode.ROW_DUPLICATE,
                    table.row(found.row).at(),
                    table.row(found.row).id() + " says the same as " + other.id() + " ("
                            + other.at().address() + ") under the same conditions",
                    "delete one of the two");
        }
    }

    List<Case> find(AnalysedTable table) {
        var cases = new ArrayList<Case>();
        for (List<Integer> same : rowsByConditions(table)) {
            for (int i = 1; i < same.size(); i++) {
                for (int other : same.subList(0, i)) {
                    if (table.sameOutcome(same.get(i), other)) {
                        cases.add(new Case(same.get(i), other));
                        break;
                    }
                }
            }
        }
        return cases;
    }

    /**
     * The positions of rows that accept the same, where there are several of them; rows that accept nothing left out.
     */
    static List<List<Integer>> rowsByConditions(AnalysedTable table) {
        Map<Region, List<Integer>> byRegion = new HashMap<>();
        for (int row = 0; row < table.rows().size(); row++) {
            if (!table.region(row).isEmpty()) {
                byRegion.computeIfAbsent(table.region(row), region -> new ArrayList<>())
                        .add(row);
            }
        }
        return byRegion.values().stream().filter(rows -> rows.size() > 1).toList();
    }
}
