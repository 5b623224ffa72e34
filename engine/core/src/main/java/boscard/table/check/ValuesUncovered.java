package boscard.table.check;

import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.source.CellRef;
import boscard.table.Cell;
import boscard.table.check.Axis.Between;
import boscard.table.check.Axis.Exactly;
import boscard.table.check.Axis.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that are there and that no row says anything about, of a subject that the table is expected to judge. One
 * number after the other is looked at: it has a value, the others may be missing.
 */
final class ValuesUncovered implements TableCheck {

    /**
     * A gap.
     *
     * @param subjects names with the same gap
     * @param axis of the number
     * @param gap no row matches anything of it
     * @param rows positions of the rows about these subjects
     */
    record Case(List<String> subjects, int axis, Region gap, int[] rows) {}

    /** What makes two gaps one problem. */
    private record Key(int axis, Parts run) {}

    private final Expectation expectation;

    ValuesUncovered(Expectation expectation) {
        this.expectation = expectation;
    }

    @Override
    public void inspect(AnalysedTable table, InWords words, Problems problems) {
        for (Case found : find(table)) {
            report(table, words, found, problems);
        }
    }

    private void report(AnalysedTable table, InWords words, Case found, Problems problems) {
        Parts run = found.gap.on(found.axis);
        Neighbour below = neighbour(table, found, run.first(), true);
        Neighbour above = neighbour(table, found, run.last(), false);
        Neighbour at = above == null || (below != null && below.row > above.row) ? below : above;
        Neighbour other = at == below ? above : below;
        String said = words.say(
                found.subjects,
                found.gap,
                axis -> axis == found.axis
                        || Arrays.stream(found.rows)
                                .anyMatch(row -> table.region(row).on(axis)
                                        != table.axes().get(axis).all()));
        problems.add(
                ProblemCode.VALUES_UNCOVERED,
                at != null ? at.cell : table.row(found.rows[0]).at(),
                "no row says anything about " + said + (at == null ? "" : next(table, at, other)),
                "let one row begin where the other ends");
    }

    private static String next(AnalysedTable table, Neighbour at, @Nullable Neighbour other) {
        String row = table.row(at.row).id();
        return other == null
                ? ", beyond " + row
                : ", between " + row + " and " + table.row(other.row).id() + " (" + other.cell.address() + ")";
    }

    /** A row that ends where a gap begins, or begins where it ends, and the cell that says so. */
    private record Neighbour(int row, CellRef cell) {}

    private static @Nullable Neighbour neighbour(AnalysedTable table, Case found, int part, boolean below) {
        Part edge = table.axes().get(found.axis).part(part);
        Object value = edge instanceof Exactly exactly
                ? exactly.value()
                : edge instanceof Between between ? (below ? between.lower() : between.upper()) : null;
        for (int row : found.rows) {
            Parts parts = table.region(row).on(found.axis);
            int next = below ? part - 1 : part + 1;
            Cell cell = table.cellAt(found.axis, table.row(row), value, !below);
            if (cell != null && next >= 0 && next < table.axes().get(found.axis).size() && parts.contains(next)) {
                return new Neighbour(row, cell.at());
            }
        }
        return null;
    }

    List<Case> find(AnalysedTable table) {
        var cases = new LinkedHashMap<Key, Case>();
        for (String subject : expectation.subjects()) {
            Region base = base(table, expectation, subject);
            int[] rows = table.rowsAt(base);
            for (int axis : numbers(table, rows)) {
                for (Region gap : gaps(table, base, rows, axis)) {
                    cases.merge(
                            new Key(axis, gap.on(axis)),
                            new Case(List.of(subject), axis, gap, rows),
                            ValuesUncovered::ofBoth);
                }
            }
        }
        return List.copyOf(cases.values());
    }

    private static Case ofBoth(Case one, Case other) {
        var subjects = new ArrayList<>(one.subjects);
        subjects.addAll(other.subjects);
        return new Case(List.copyOf(subjects), one.axis, one.gap, one.rows);
    }

    /** Everything that a fact about a subject can be. A name that no row has is the part of the other names. */
    static Region base(AnalysedTable table, Expectation expectation, String subject) {
        Region base = table.everything();
        int names = table.axisNamed(expectation.subject());
        if (names >= 0) {
            int part = table.axes().get(names).partOf(subject);
            base = base.with(
                    names,
                    Parts.single(part >= 0 ? part : table.axes().get(names).size() - 1));
        }
        for (String property : expectation.alwaysPresent()) {
            int axis = table.axisNamed(property);
            if (axis >= 0) {
                base = base.with(axis, table.axes().get(axis).present());
            }
        }
        for (Expectation.Fixed fixed : expectation.fixed()) {
            int axis = table.axisNamed(fixed.property());
            if (axis >= 0 && fixed.subject().equals(subject)) {
                base = base.with(axis, base.on(axis).and(only(table.axes().get(axis), fixed.value())));
            }
        }
        for (Expectation.Bounds bounds : expectation.bounds()) {
            int axis = table.axisNamed(bounds.property());
            if (axis >= 0 && bounds.subject().equals(subject)) {
                base = base.with(axis, base.on(axis).and(within(table.axes().get(axis), bounds)));
            }
        }
        return base;
    }

    /** The part of a value, of the missing one, or of the texts that no cell names. */
    private static Parts only(Axis axis, @Nullable Object value) {
        Parts missing = axis.all().without(axis.present());
        if (value == null) {
            return missing;
        }
        int part = axis.partOf(value);
        return Parts.single(part >= 0 ? part : axis.size() - 1);
    }

    /** The parts that hold a number within bounds; and the missing value. */
    private static Parts within(Axis axis, Expectation.Bounds bounds) {
        int first = axis.present().first();
        int last = axis.present().last();
        while (first <= last && !reaches(axis.part(first), bounds.least(), true)) {
            first++;
        }
        while (first <= last && !reaches(axis.part(last), bounds.most(), false)) {
            last--;
        }
        return axis.all().without(axis.present()).or(Parts.run(first, last));
    }

    /** Whether a part goes up to a bound from below, or down to one from above. */
    private static boolean reaches(Part end, @Nullable BigDecimal bound, boolean up) {
        if (bound == null) {
            return true;
        } else if (end instanceof Exactly exactly) {
            int order = ((BigDecimal) exactly.value()).compareTo(bound);
            return up ? order >= 0 : order <= 0;
        }
        Object edge = end instanceof Between between ? (up ? between.upper() : between.lower()) : null;
        int order = edge == null ? 1 : ((BigDecimal) edge).compareTo(bound) * (up ? 1 : -1);
        return order > 0;
    }

    /** The axes of numbers on which a row has a cell. */
    private static TreeSet<Integer> numbers(AnalysedTable table, int[] rows) {
        var axes = new TreeSet<Integer>();
        for (int axis = 0; axis < table.axes().size(); axis++) {
            Parts all = table.axes().get(axis).all();
            int each = axis;
            if (table.axes().get(axis).isOrdered()
                    && Arrays.stream(rows)
                            .anyMatch(row -> !table.region(row).on(each).equals(all))) {
                axes.add(axis);
            }
        }
        return axes;
    }

    private List<Region> gaps(AnalysedTable table, Region base, int[] rows, int axis) {
        Region searched =
                base.with(axis, base.on(axis).and(table.axes().get(axis).present()));
        if (!expectation.ends()) {
            searched = whereRowsSpeak(table, searched, rows, axis);
        }
        var cover = new Cover(table.regions(), Cover.MOST_STEPS);
        var gaps = new ArrayList<Region>();
        Region open = null; // a gap that the next slab may continue
        for (Parts slab : slabs(table, searched.on(axis), rows, axis)) {
            if (isTaken(table, searched.with(axis, slab), rows)) {
                open = null;
                continue;
            }
            Region continued = open == null ? null : open.with(axis, slab);
            if (open != null && continued != null && isFree(table, continued, rows)) {
                open = open.with(axis, open.on(axis).or(slab));
                gaps.set(gaps.size() - 1, open);
            } else {
                Region found = cover.uncovered(searched.with(axis, slab), rows);
                open = found == null
                        ? null
                        : widened(table, found, searched, rows, axis).with(axis, slab);
                if (open != null) {
                    gaps.add(open);
                }
            }
        }
        return gaps.stream()
                .map(table::narrowed)
                .filter(gap -> expectation.ends() || isInner(table, gap, axis))
                .toList();
    }

    /** Runs of parts on an axis that no row tells apart. */
    private static List<Parts> slabs(AnalysedTable table, Parts present, int[] rows, int axis) {
        if (present.isEmpty()) {
            return List.of();
        }
        var starts = new TreeSet<Integer>();
        starts.add(present.first());
        for (int row : rows) {
            Parts parts = table.region(row).on(axis);
            for (int run = 0; run < parts.runCount(); run++) {
                starts.add(Math.max(present.first(), parts.run(run).first()));
                starts.add(Math.max(present.first(), parts.run(run).last() + 1));
            }
        }
        var slabs = new ArrayList<Parts>();
        for (int start : starts) {
            Integer next = starts.higher(start);
            if (start <= present.last()) {
                slabs.add(Parts.run(start, next == null ? present.last() : Math.min(present.last(), next - 1)));
            }
        }
        return slabs;
    }

    /** Whether one row takes all of a region; looked up from below, where the wider rows stand. */
    private static boolean isTaken(AnalysedTable table, Region region, int[] rows) {
        for (int i = rows.length - 1; i >= 0; i--) {
            if (table.region(rows[i]).contains(region)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFree(AnalysedTable table, Region region, int[] rows) {
        return Arrays.stream(rows).noneMatch(row -> table.region(row).meets(region));
    }

    /** Takes off what narrows a gap without need, so that only what matters is said. */
    private static Region widened(AnalysedTable table, Region gap, Region searched, int[] rows, int axis) {
        Region wide = gap;
        for (int other = 0; other < gap.axes(); other++) {
            Region wider = wide.with(other, searched.on(other));
            Parts missing = searched.on(other).without(table.axes().get(other).present());
            if (other != axis && isFree(table, wider, rows)) {
                wide = wider;
            } else if (other != axis && !missing.isEmpty() && isFree(table, wide.with(other, missing), rows)) {
                wide = wide.with(other, missing); // what happens most
            }
        }
        return wide;
    }

    /** On the other axes, only what some row accepts. */
    private static Region whereRowsSpeak(AnalysedTable table, Region searched, int[] rows, int axis) {
        Region spoken = searched;
        for (int other = 0; other < searched.axes(); other++) {
            Parts any = Parts.NONE;
            for (int row : rows) {
                any = any.or(table.region(row).on(other));
            }
            if (other != axis && !any.isEmpty()) {
                spoken = spoken.with(other, spoken.on(other).and(any));
            }
        }
        return spoken;
    }

    /** Whether a gap has rows on both sides, and is more than what lies between two whole numbers in a row. */
    private static boolean isInner(AnalysedTable table, Region gap, int axis) {
        Axis of = table.axes().get(axis);
        Parts run = gap.on(axis);
        if (run.first() <= of.present().first() || run.last() >= of.present().last()) {
            return false;
        }
        return !(of.part(run.first()) instanceof Between from
                && of.part(run.last()) instanceof Between to
                && from.lower() instanceof BigDecimal lower
                && to.upper() instanceof BigDecimal upper
                && isWhole(lower)
                && isWhole(upper)
                && upper.subtract(lower).compareTo(BigDecimal.ONE) == 0);
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }
}
