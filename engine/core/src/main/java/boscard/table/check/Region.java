package boscard.table.check;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Some parts of each axis of a table: every fact that a row accepts, or a part of them. Immutable. */
final class Region {

    private final Parts[] byAxis;

    Region(Parts[] byAxis) {
        this.byAxis = byAxis;
    }

    int axes() {
        return byAxis.length;
    }

    Parts on(int axis) {
        return byAxis[axis];
    }

    /** The same region, but on one axis. */
    Region with(int axis, Parts parts) {
        Parts[] changed = byAxis.clone();
        changed[axis] = parts;
        return new Region(changed);
    }

    boolean isEmpty() {
        return Arrays.stream(byAxis).anyMatch(Parts::isEmpty);
    }

    boolean meets(Region other) {
        for (int i = 0; i < byAxis.length; i++) {
            if ((byAxis[i] != other.byAxis[i] || byAxis[i].isEmpty()) && !byAxis[i].meets(other.byAxis[i])) {
                return false;
            }
        }
        return true;
    }

    boolean contains(Region other) {
        for (int i = 0; i < byAxis.length; i++) {
            if (byAxis[i] != other.byAxis[i] && !byAxis[i].contains(other.byAxis[i])) {
                return false;
            }
        }
        return true;
    }

    /** What both have in common; null when that is nothing. */
    @Nullable
    Region and(Region other) {
        Parts[] common = new Parts[byAxis.length];
        for (int i = 0; i < byAxis.length; i++) {
            common[i] = byAxis[i] == other.byAxis[i] ? byAxis[i] : byAxis[i].and(other.byAxis[i]);
            if (common[i].isEmpty()) {
                return null;
            }
        }
        return new Region(common);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Region region && Arrays.equals(byAxis, region.byAxis);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(byAxis);
    }

    @Override
    public String toString() {
        return Arrays.toString(byAxis);
    }
}
