package boscard.intake;

import java.util.Arrays;

/** Sorts whole numbers by an order of what they stand for, without an object for each. */
final class Sorting {

    private static final int SHORT = 8;

    /** Which of two numbers comes first. */
    @FunctionalInterface
    interface Order {
        int compare(int one, int other);
    }

    private Sorting() {}

    /** Sorts in place; equal ones stay in their order. */
    static void sort(int[] numbers, Order order) {
        for (int from = 0; from < numbers.length; from += SHORT) {
            insert(numbers, from, Math.min(from + SHORT, numbers.length), order);
        }
        int[] from = numbers;
        int[] into = numbers.length > SHORT ? new int[numbers.length] : numbers;
        for (int width = SHORT; width < numbers.length; width = 2 * width > 0 ? 2 * width : Integer.MAX_VALUE) {
            for (int start = 0; start < numbers.length; start += 2 * width) {
                int middle = Math.min(start + width, numbers.length);
                merge(from, into, start, middle, Math.min(middle + width, numbers.length), order);
                if (start > Integer.MAX_VALUE - 2 * width) {
                    break;
                }
            }
            int[] other = from;
            from = into;
            into = other;
        }
        if (from != numbers) {
            System.arraycopy(from, 0, numbers, 0, numbers.length);
        }
    }

    private static void insert(int[] numbers, int from, int to, Order order) {
        for (int i = from + 1; i < to; i++) {
            int moved = numbers[i];
            int at = i;
            while (at > from && order.compare(numbers[at - 1], moved) > 0) {
                numbers[at] = numbers[at - 1];
                at--;
            }
            numbers[at] = moved;
        }
    }

    private static void merge(int[] from, int[] into, int start, int middle, int end, Order order) {
        if (middle == end || order.compare(from[middle - 1], from[middle]) <= 0) { // in order already
            System.arraycopy(from, start, into, start, end - start);
            return;
        }
        int left = start;
        int right = middle;
        for (int at = start; at < end; at++) {
            if (right == end || left < middle && order.compare(from[left], from[right]) <= 0) {
                into[at] = from[left++];
            } else {
                into[at] = from[right++];
            }
        }
    }

    /**
     * Sorts rows by the ranks of their values, by counting. Equal ones stay in their order.
     *
     * @param ranks of each row, at its place in {@code rows}
     * @param ofRank how many ranks there are
     */
    static void sortByCounting(int[] rows, int[] ranks, int ofRank) {
        boolean sorted = true;
        for (int i = 1; i < ranks.length && sorted; i++) {
            sorted = ranks[i - 1] <= ranks[i];
        }
        if (sorted) {
            return;
        }
        var starts = new int[ofRank + 1];
        for (int rank : ranks) {
            starts[rank + 1]++;
        }
        for (int i = 0; i < ofRank; i++) {
            starts[i + 1] += starts[i];
        }
        int[] unsorted = Arrays.copyOf(rows, rows.length);
        for (int i = 0; i < unsorted.length; i++) {
            rows[starts[ranks[i]]++] = unsorted[i];
        }
    }
}
