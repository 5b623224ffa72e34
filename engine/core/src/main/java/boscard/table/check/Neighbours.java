package boscard.table.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the rows that meet a region without looking at all of them: rows are put into buckets by where they stand on
 * the one axis that tells them apart best. Not thread-safe.
 */
final class Neighbours {

    private static final int MOST_BUCKETS = 4_096;

    /** A row in more buckets than this is looked at always, so that wide rows do not fill the buckets. */
    private static final int WIDE = 32;

    private final List<Region> regions;
    private final int axis;
    private final int axisSize;
    private final int bucketCount;
    private final List<List<Integer>> buckets = new ArrayList<>();
    private final List<Integer> wide = new ArrayList<>();
    private final int axes;
    private final int[] bounds; // lowest and highest part of each row on each axis
    private final boolean[] gappy; // whether a row has gaps between its bounds
    private final int[] seen;
    private int query;

    Neighbours(List<Axis> axes, List<Region> regions) {
        this.regions = regions;
        this.seen = new int[regions.size()];
        this.axes = axes.size();
        this.bounds = new int[2 * this.axes * regions.size()];
        this.gappy = new boolean[regions.size()];
        this.axis = mostSelective(axes, regions);
        this.axisSize = axis < 0 ? 1 : axes.get(axis).size();
        this.bucketCount = Math.min(axisSize, MOST_BUCKETS);
        for (int i = 0; i < bucketCount; i++) {
            buckets.add(new ArrayList<>());
        }
        for (int row = 0; row < regions.size(); row++) {
            keepBounds(row);
            register(row);
        }
    }

    private void keepBounds(int row) {
        Region region = regions.get(row);
        for (int i = 0; i < axes && !region.isEmpty(); i++) {
            bounds[2 * (row * axes + i)] = region.on(i).first();
            bounds[2 * (row * axes + i) + 1] = region.on(i).last();
            gappy[row] |= region.on(i).runCount() > 1;
        }
    }

    /** As {@link Region#meets}, from the bounds where they say enough. */
    private boolean meets(int row, Region region, int[] wanted, boolean wantedGappy) {
        int at = 2 * row * axes;
        for (int i = 0; i < wanted.length; i += 2) {
            if (bounds[at + i + 1] < wanted[i] || wanted[i + 1] < bounds[at + i]) {
                return false;
            }
        }
        return (!wantedGappy && !gappy[row]) || regions.get(row).meets(region);
    }

    /** The axis on which the fewest pairs of rows meet, judged by their outermost parts; -1 without axes. */
    private static int mostSelective(List<Axis> axes, List<Region> regions) {
        int best = -1;
        long fewest = Long.MAX_VALUE;
        for (int axis = 0; axis < axes.size(); axis++) {
            long pairs = pairs(axis, regions);
            if (pairs < fewest) {
                fewest = pairs;
                best = axis;
            }
        }
        return best;
    }

    /** How many pairs of runs overlap: for each run in order of its start, those not yet ended. */
    private static long pairs(int axis, List<Region> regions) {
        int[] starts = regions.stream()
                .filter(region -> !region.isEmpty())
                .mapToInt(region -> region.on(axis).first())
                .sorted()
                .toArray();
        int[] ends = regions.stream()
                .filter(region -> !region.isEmpty())
                .mapToInt(region -> region.on(axis).last())
                .sorted()
                .toArray();
        long pairs = 0;
        int ended = 0;
        for (int i = 0; i < starts.length; i++) {
            while (ended < ends.length && ends[ended] < starts[i]) {
                ended++;
            }
            pairs += i - ended;
        }
        return pairs;
    }

    private void register(int row) {
        Region region = regions.get(row);
        if (region.isEmpty()) {
            return; // meets nothing
        }
        if (axis < 0 || touched(region.on(axis)) > WIDE) {
            wide.add(row);
            return;
        }
        Parts parts = region.on(axis);
        int last = -1;
        for (int run = 0; run < parts.runCount(); run++) {
            int from = Math.max(last + 1, bucketOf(parts.run(run).first()));
            last = Math.max(last, bucketOf(parts.run(run).last()));
            for (int bucket = from; bucket <= last; bucket++) {
                buckets.get(bucket).add(row);
            }
        }
    }

    private int touched(Parts parts) {
        int touched = 0;
        for (int run = 0; run < parts.runCount(); run++) {
            touched += bucketOf(parts.run(run).last()) - bucketOf(parts.run(run).first()) + 1;
        }
        return touched;
    }

    private int bucketOf(int part) {
        return (int) ((long) part * bucketCount / axisSize);
    }

    /** Positions in table order. */
    int[] of(Region region) {
        if (region.isEmpty()) {
            return new int[0];
        }
        query++;
        int[] wanted = new int[2 * axes];
        boolean wantedGappy = false;
        for (int i = 0; i < axes; i++) {
            wanted[2 * i] = region.on(i).first();
            wanted[2 * i + 1] = region.on(i).last();
            wantedGappy |= region.on(i).runCount() > 1;
        }
        int[] found = new int[16];
        int count = 0;
        for (int row : wide) {
            if (meets(row, region, wanted, wantedGappy)) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = row;
            }
        }
        if (axis >= 0) {
            Parts parts = region.on(axis);
            for (int run = 0; run < parts.runCount(); run++) {
                int last = bucketOf(parts.run(run).last());
                for (int bucket = bucketOf(parts.run(run).first()); bucket <= last; bucket++) {
                    for (int row : buckets.get(bucket)) {
                        if (seen[row] != query) {
                            seen[row] = query;
                            if (meets(row, region, wanted, wantedGappy)) {
                                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                                found[count++] = row;
                            }
                        }
                    }
                }
            }
        }
        Arrays.sort(found, 0, count);
        return Arrays.copyOf(found, count);
    }
}
