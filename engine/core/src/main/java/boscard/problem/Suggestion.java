package boscard.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the nearest of the names that would have been right. */
public final class Suggestion {

    /** A longer text is no misspelt name, and comparing it letter by letter would take seconds. */
    private static final int LONGEST = 200;

    private Suggestion() {}

    /**
     * The nearest allowed name, ignoring case, spaces and punctuation, when it is near enough to be worth saying: at
     * most a third of the letters differ. Ties go to the name that comes first in the alphabet.
     *
     * @param written what a person wrote; may be empty
     * @param allowed names to choose from; may be empty
     */
    public static Optional<String> nearest(String written, Collection<String> allowed) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = plain(written);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        int allowance = Math.max(1, plain.length() / 3);
        return allowed.stream()
                .filter(name -> name.length() <= LONGEST)
                .filter(name -> distance(plain, plain(name)) <= allowance)
                .min(Comparator.<String>comparingInt(name -> distance(plain, plain(name)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-./]+", "");
    }

    /** Letters to insert, delete, replace or swap with their neighbour (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
