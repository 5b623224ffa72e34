package boscard.table.check;

import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.table.HitPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A row of a FIRST table that never counts, because the rows above it take everything that it accepts. */
final class RowUnreachable implements TableCheck {

    /** With more rows than this, those that cover a row are not thinned out to the fewest. */
    private static final int FEW = 12;

    private final int mostSteps;

    /** @param mostSteps see {@link Cover} */
    RowUnreachable(int mostSteps) {
        this.mostSteps = mostSteps;
    }

    /**
     * A row that is never reached.
     *
     * @param covering positions of rows above that together accept all that it accepts; empty when that stayed open
     */
    record Case(int row, Set<Integer> covering) {}

    @Override
    public void inspect(AnalysedTable table, InWords words, Problems problems) {
        if (table.table().policy() != HitPolicy.FIRST) {
            return;
        }
        var open = new ArrayList<Integer>();
        for (Case found : find(table)) {
            if (found.covering.isEmpty()) {
                open.add(found.row);
            } else {
                report(table, words, found, problems);
            }
        }
        if (!open.isEmpty()) {
            problems.add(
                    ProblemCode.TABLE_ENTANGLED,
                    table.row(open.get(0)).at(),
                    "whether "
                            + InWords.list(open.stream()
                                    .map(row -> table.row(row).id())
                                    .toList())
                            + " can be reached would take too long to find out",
                    "divide the table, or let its rows overlap less");
        }
    }

    private static void report(AnalysedTable table, InWords words, Case found, Problems problems) {
        Region witness = table.narrowed(table.region(found.row));
        int first = found.covering.iterator().next();
        Meeting meeting = Meeting.of(table, found.row, first, table.region(found.row));
        boolean one = found.covering.size() == 1;
        String covering = one
                ? meeting.other()
                : InWords.list(found.covering.stream()
                        .map(row ->
                                table.row(row).id() + " (" + table.row(row).at().address() + ")")
                        .toList());
        problems.add(
                ProblemCode.ROW_UNREACHABLE,
                meeting.at(),
                table.row(found.row).id() + " is never reached: " + covering
                        + (one ? " above takes all of it, " : " above together take all of it, ")
                        + words.say(witness, List.of(found.row)),
                one ? "move it above " + table.row(first).id() + ", or delete it" : "delete it");
    }

    /** Every row that is never reached, but for those with the same conditions as a row above. */
    List<Case> find(AnalysedTable table) {
        var cases = new ArrayList<Case>();
        var conditions = new HashSet<Region>();
        var cover = new Cover(table.regions(), mostSteps);
        for (int row = 0; row < table.rows().size(); row++) {
            Region region = table.region(row);
            boolean repeated = !conditions.add(region);
            int[] above = repeated ? new int[0] : table.rowsAbove(row);
            if (above.length > 0 && cover.uncovered(region, above) == null) {
                cases.add(new Case(row, cover.isOpen() ? Set.of() : fewest(cover, region)));
            }
        }
        return cases;
    }

    /** Leaves out rows that are not needed to cover a region. */
    private static Set<Integer> fewest(Cover cover, Region region) {
        var needed = new TreeSet<>(cover.used());
        if (needed.size() <= FEW) {
            for (int row : List.copyOf(needed)) {
                var without = new TreeSet<>(needed);
                without.remove(row);
                if (cover.uncovered(region, positions(without)) == null && !cover.isOpen()) {
                    needed.remove(row);
                }
            }
        }
        return needed;
    }

    private static int[] positions(Set<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }
}
