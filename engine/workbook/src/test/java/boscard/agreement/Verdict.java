package boscard.agreement;

import java.util.Comparator;

/**
 * A row that matched a fact, and what it concludes.
 *
 * @param fact position of the fact
 */
record Verdict(String table, String row, String fact, String outcome) implements Comparable<Verdict> {

    private static final Comparator<Verdict> ORDER = Comparator.comparing(Verdict::table)
            .thenComparing(Verdict::row)
            .thenComparing(Verdict::fact)
            .thenComparing(Verdict::outcome);

    @Override
    public int compareTo(Verdict other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return table + " " + row + " matches " + fact + " and concludes " + outcome;
    }
}
