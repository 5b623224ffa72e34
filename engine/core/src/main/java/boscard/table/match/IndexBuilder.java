package boscard.table.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Divides the rows of a table, again and again, by the property that leaves the fewest rows to ask. A row that asks
 * nothing of the property goes to the others, which are looked at for every fact; one that allows several values or
 * stretches stands under each, so a division that would copy too many rows is not made.
 */
final class IndexBuilder {

    /** So many rows are asked one by one sooner than looked up. */
    private static final int FEW = 3;

    /** A division is worth its look-up when on average it leaves less than this part of the rows. */
    private static final double WORTH = 0.75;

    /** So many times the rows may stand in the parts of a division, plus some for small tables. */
    private static final int COPIES = 2;

    private static final int SOME = 16;

    private final int slots;

    IndexBuilder(int slots) {
        this.slots = slots;
    }

    /** Null for no rows. */
    @Nullable
    Node build(List<Candidate> rows) {
        if (rows.isEmpty()) {
            return null;
        }
        Division best = null;
        for (int slot = 0; rows.size() > FEW && slot < slots; slot++) {
            for (Division one : new Division[] {byValue(rows, slot), byPlace(rows, slot)}) {
                if (one != null && one.expected() < (best == null ? WORTH * rows.size() : best.expected())) {
                    best = one;
                }
            }
        }
        return best == null ? new Node.Rows(List.copyOf(rows)) : best.divide(this);
    }

    /** A way to divide rows, and how many it leaves to ask on average. */
    private interface Division {
        double expected();

        Node divide(IndexBuilder builder);
    }

    private static boolean copiesTooMany(long copies, int rows) {
        return copies > (long) COPIES * rows + SOME;
    }

    // ---- by value

    private static @Nullable Division byValue(List<Candidate> rows, int slot) {
        Set<Object> values = new HashSet<>();
        int others = 0;
        long copies = 0;
        for (Candidate row : rows) {
            Demand.OneOf demand = row.demand(slot, Demand.OneOf.class);
            if (demand == null) {
                others++;
            } else {
                copies += demand.allowed().size();
                values.addAll(demand.allowed());
            }
        }
        return values.isEmpty() || copiesTooMany(copies, rows.size())
                ? null
                : new ValueDivision(rows, slot, others + (double) copies / values.size());
    }

    private record ValueDivision(List<Candidate> rows, int slot, double expected) implements Division {
        @Override
        public Node divide(IndexBuilder builder) {
            var others = new ArrayList<Candidate>();
            var parts = new HashMap<Object, List<Candidate>>();
            for (Candidate row : rows) {
                Demand.OneOf demand = row.demand(slot, Demand.OneOf.class);
                if (demand == null) {
                    others.add(row);
                } else {
                    Candidate inside = row.without(demand);
                    for (Object value : demand.allowed()) {
                        parts.computeIfAbsent(value, key -> new ArrayList<>()).add(inside);
                    }
                }
            }
            Map<Object, Node> nodes = new HashMap<>(parts.size() * 2);
            parts.forEach((value, part) -> nodes.put(value, Objects.requireNonNull(builder.build(part))));
            return new Node.ByValue(slot, nodes, builder.build(others));
        }
    }

    // ---- by place

    private static @Nullable Division byPlace(List<Candidate> rows, int slot) {
        var cuts = new TreeSet<Long>();
        int others = 0;
        for (Candidate row : rows) {
            Demand.Between demand = row.demand(slot, Demand.Between.class);
            if (demand == null) {
                others++;
            } else {
                cuts.add(demand.low());
                if (demand.high() < Long.MAX_VALUE) {
                    cuts.add(demand.high() + 1);
                }
            }
        }
        if (cuts.isEmpty()) {
            return null;
        }
        long[] starts = cuts.stream().mapToLong(Long::longValue).toArray();
        long copies = 0;
        for (Candidate row : rows) {
            Demand.Between demand = row.demand(slot, Demand.Between.class);
            if (demand != null) {
                copies += stretch(starts, demand.high()) - stretch(starts, demand.low()) + 1;
            }
        }
        return copiesTooMany(copies, rows.size())
                ? null
                : new PlaceDivision(rows, slot, starts, others + (double) copies / starts.length);
    }

    /** In which stretch a place lies. */
    private static int stretch(long[] starts, long place) {
        int at = Arrays.binarySearch(starts, place);
        return at >= 0 ? at : -at - 2;
    }

    private record PlaceDivision(List<Candidate> rows, int slot, long[] starts, double expected) implements Division {
        @Override
        public Node divide(IndexBuilder builder) {
            var others = new ArrayList<Candidate>();
            var parts = new ArrayList<List<Candidate>>();
            for (int i = 0; i < starts.length; i++) {
                parts.add(new ArrayList<>(2));
            }
            for (Candidate row : rows) {
                Demand.Between demand = row.demand(slot, Demand.Between.class);
                if (demand == null) {
                    others.add(row);
                } else {
                    Candidate inside = row.without(demand);
                    int last = stretch(starts, demand.high());
                    for (int i = stretch(starts, demand.low()); i <= last; i++) {
                        parts.get(i).add(inside);
                    }
                }
            }
            var nodes = new @Nullable Node[starts.length];
            for (int i = 0; i < nodes.length; i++) {
                nodes[i] = builder.build(parts.get(i));
            }
            return new Node.ByPlace(slot, starts, nodes, builder.build(others));
        }
    }
}
