package boscard.table.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether some rows together accept everything in a region. Looks for what none of them accepts: takes the row that
 * covers most of what is left, and goes on with what it leaves over, axis by axis. Exact, and in the worst case
 * exponential, so it gives up after many steps and says so.
 */
final class Cover {

    /** Comparisons of rows after which a question stays open; tables that people write need some thousands. */
    private static final int MOST_STEPS = 3_000_000;

    private final List<Region> regions;
    private final Set<Integer> used = new TreeSet<>();
    private int steps;

    /** @param regions of all rows of the table, by position */
    Cover(List<Region> regions) {
        this.regions = regions;
    }

    /**
     * A region that none of the rows touches.
     *
     * @param rows positions; those that do not meet the region are ignored
     * @return null when the rows cover the region, or when it {@link #isOpen() stayed open}
     */
    @Nullable
    Region uncovered(Region region, List<Integer> rows) {
        used.clear();
        steps = 0;
        return search(region, rows);
    }

    /** Whether the last search was given up. */
    boolean isOpen() {
        return steps > MOST_STEPS;
    }

    /** The rows that covered the region of the last search, in table order. */
    Set<Integer> used() {
        return used;
    }

    private @Nullable Region search(Region region, List<Integer> rows) {
        var near = new ArrayList<Integer>();
        int best = -1;
        double bestShare = -1;
        for (int row : rows) {
            if (++steps > MOST_STEPS) {
                return null;
            }
            Region candidate = regions.get(row);
            if (candidate.meets(region)) {
                double share = share(candidate, region);
                if (share == 1) {
                    used.add(row);
                    return null;
                }
                near.add(row);
                if (share > bestShare) {
                    bestShare = share;
                    best = row;
                }
            }
        }
        return near.isEmpty() ? region : leftOver(region, best, near);
    }

    private @Nullable Region leftOver(Region region, int row, List<Integer> near) {
        used.add(row);
        Region taken = regions.get(row);
        Region rest = region;
        for (int axis = 0; axis < region.axes(); axis++) {
            Parts outside = rest.on(axis).without(taken.on(axis));
            if (!outside.isEmpty()) {
                Region found = search(rest.with(axis, outside), near);
                if (found != null || isOpen()) {
                    return found;
                }
                rest = rest.with(axis, rest.on(axis).and(taken.on(axis)));
            }
        }
        return null;
    }

    /** How much of a region a row covers, 1 being all; both meet. */
    private static double share(Region row, Region region) {
        double share = 1;
        for (int axis = 0; axis < region.axes(); axis++) {
            Parts parts = region.on(axis);
            if (row.on(axis) != parts && !row.on(axis).contains(parts)) {
                share *= (double) row.on(axis).and(parts).size() / parts.size();
            }
        }
        return share;
    }
}
