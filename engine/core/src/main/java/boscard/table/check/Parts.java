package boscard.table.check;

import java.util.Arrays;

/**
 * Some parts of an {@link Axis}: runs of neighbouring part numbers, in order, both ends included, with at least one
 * part between them. Immutable.
 */
final class Parts {

    static final Parts NONE = new Parts(new int[0]);

    private final int[] runs; // first, last, first, last ...

    private Parts(int[] runs) {
        this.runs = runs;
    }

    /** From one part up to and including another; none when they are reversed. */
    static Parts run(int first, int last) {
        return first > last ? NONE : new Parts(new int[] {first, last});
    }

    static Parts single(int part) {
        return run(part, part);
    }

    boolean isEmpty() {
        return runs.length == 0;
    }

    /** How many parts. */
    int size() {
        int size = 0;
        for (int i = 0; i < runs.length; i += 2) {
            size += runs[i + 1] - runs[i] + 1;
        }
        return size;
    }

    /** The lowest part of some. */
    int first() {
        return runs[0];
    }

    /** The highest part of some. */
    int last() {
        return runs[runs.length - 1];
    }

    int runCount() {
        return runs.length / 2;
    }

    /** One of the runs, lowest first. */
    Parts run(int index) {
        return runs.length == 2 ? this : run(runs[2 * index], runs[2 * index + 1]);
    }

    boolean meets(Parts other) {
        int i = 0;
        int j = 0;
        while (i < runs.length && j < other.runs.length) {
            if (runs[i + 1] < other.runs[j]) {
                i += 2;
            } else if (other.runs[j + 1] < runs[i]) {
                j += 2;
            } else {
                return true;
            }
        }
        return false;
    }

    boolean contains(Parts other) {
        int i = 0;
        for (int j = 0; j < other.runs.length; j += 2) {
            while (i < runs.length && runs[i + 1] < other.runs[j]) {
                i += 2;
            }
            if (i == runs.length || runs[i] > other.runs[j] || runs[i + 1] < other.runs[j + 1]) {
                return false;
            }
        }
        return true;
    }

    boolean contains(int part) {
        return contains(single(part));
    }

    /** How many parts both have. */
    int commonSize(Parts other) {
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < runs.length && j < other.runs.length) {
            size += Math.max(0, Math.min(runs[i + 1], other.runs[j + 1]) - Math.max(runs[i], other.runs[j]) + 1);
            if (runs[i + 1] < other.runs[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return size;
    }

    Parts and(Parts other) {
        var result = new Collected(runs.length + other.runs.length);
        int i = 0;
        int j = 0;
        while (i < runs.length && j < other.runs.length) {
            result.add(Math.max(runs[i], other.runs[j]), Math.min(runs[i + 1], other.runs[j + 1]));
            if (runs[i + 1] < other.runs[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return result.parts();
    }

    Parts without(Parts other) {
        var result = new Collected(runs.length + other.runs.length + 2);
        int j = 0;
        for (int i = 0; i < runs.length; i += 2) {
            int from = runs[i];
            while (j < other.runs.length && other.runs[j + 1] < from) {
                j += 2;
            }
            for (int k = j; k < other.runs.length && other.runs[k] <= runs[i + 1]; k += 2) {
                result.add(from, other.runs[k] - 1);
                from = other.runs[k + 1] + 1;
            }
            result.add(from, runs[i + 1]);
        }
        return result.parts();
    }

    Parts or(Parts other) {
        int end = Math.max(isEmpty() ? -1 : last(), other.isEmpty() ? -1 : other.last());
        Parts all = run(0, end);
        return all.without(all.without(this).without(other));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parts parts && Arrays.equals(runs, parts.runs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(runs);
    }

    @Override
    public String toString() {
        return Arrays.toString(runs);
    }

    /** Runs in the making; empty ones are left out. */
    private static final class Collected {
        private final int[] runs;
        private int length;

        Collected(int most) {
            runs = new int[most];
        }

        void add(int first, int last) {
            if (first <= last) {
                runs[length++] = first;
                runs[length++] = last;
            }
        }

        Parts parts() {
            return length == 0 ? NONE : new Parts(Arrays.copyOf(runs, length));
        }
    }
}
