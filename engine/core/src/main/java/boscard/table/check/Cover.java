package boscard.table.check;

import java.util.Arrays;
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

    /** Comparisons of rows that take about a second; tables that people write need some thousands. */
    static final int MOST_STEPS = 3_000_000;

    /** How many rows are compared to find one that covers much. */
    private static final int COMPARED = 64;

    private final List<Region> regions;
    private final int mostSteps;
    private final Set<Integer> used = new TreeSet<>();
    private int steps;

    /**
     * @param regions of all rows of the table, by position
     * @param mostSteps after so many comparisons of rows a question stays open
     */
    Cover(List<Region> regions, int mostSteps) {
        this.regions = regions;
        this.mostSteps = mostSteps;
    }

    /**
     * A region that none of the rows touches.
     *
     * @param rows positions; those that do not meet the region are ignored
     * @return null when the rows cover the region, or when it {@link #isOpen() stayed open}
     */
    @Nullable
    Region uncovered(Region region, int[] rows) {
        used.clear();
        steps = 0;
        return search(region, rows);
    }

    /** Whether the last search was given up. */
    boolean isOpen() {
        return steps > mostSteps;
    }

    /** How many comparisons of rows the last search took. */
    int steps() {
        return steps;
    }

    /** The rows that covered the region of the last search, in table order. */
    Set<Integer> used() {
        return used;
    }

    private @Nullable Region search(Region region, int[] rows) {
        int[] near = new int[rows.length];
        int count = 0;
        for (int row : rows) {
            if (++steps > mostSteps) {
                return null;
            }
            Region candidate = regions.get(row);
            if (candidate.meets(region)) {
                if (candidate.contains(region)) {
                    used.add(row);
                    return null;
                }
                near[count++] = row;
            }
        }
        return count == 0 ? region : leftOver(region, widest(region, near, count), Arrays.copyOf(near, count));
    }

    /** The row that covers most of a region, of the last ones: rows about the same thing stand together. */
    private int widest(Region region, int[] rows, int count) {
        int widest = rows[count - 1];
        double most = -1;
        for (int i = Math.max(0, count - COMPARED); i < count; i++) {
            double share = share(regions.get(rows[i]), region);
            if (share > most) {
                most = share;
                widest = rows[i];
            }
        }
        return widest;
    }

    private @Nullable Region leftOver(Region region, int row, int[] near) {
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
                share *= (double) row.on(axis).commonSize(parts) / parts.size();
            }
        }
        return share;
    }
}
