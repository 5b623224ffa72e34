package boscard.workbook;

import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proposes ids for rows that have none: the prefix that most rows of the table have, and the number after the highest
 * that any row of the rulebook has with it. Ids of deleted rows are not known, which is why the highest counts and no
 * gap is filled.
 */
final class RowIdProposals {

    private static final Pattern NUMBERED = Pattern.compile("(.{0,40}?)(\\d{1,9})");
    private static final int DIGITS_AT_LEAST = 3;

    private final Map<String, Highest> byPrefix = new HashMap<>();

    private record Highest(BigInteger number, int digits) {}

    /** @param taken all ids of the rulebook */
    RowIdProposals(Collection<String> taken) {
        taken.forEach(this::take);
    }

    /** An id that is not taken; takes it. */
    String next(String table, List<String> idsOfTable) {
        String prefix = prefix(table, idsOfTable);
        Highest highest = byPrefix.getOrDefault(prefix, new Highest(BigInteger.ZERO, DIGITS_AT_LEAST));
        String number = highest.number.add(BigInteger.ONE).toString();
        String id = prefix + "0".repeat(Math.max(0, highest.digits - number.length())) + number;
        take(id);
        return id;
    }

    private void take(String id) {
        Matcher numbered = NUMBERED.matcher(id);
        if (numbered.matches()) {
            var own = new Highest(
                    new BigInteger(numbered.group(2)), numbered.group(2).length());
            byPrefix.merge(numbered.group(1), own, (a, b) -> a.number.compareTo(b.number) >= 0 ? a : b);
        }
    }

    /** The prefix of most ids of the table; in a table without ids the first letters of its name. */
    private static String prefix(String table, List<String> ids) {
        var counts = new HashMap<String, Integer>();
        String best = null;
        for (String id : ids) {
            Matcher numbered = NUMBERED.matcher(id);
            if (numbered.matches()) {
                int count = counts.merge(numbered.group(1), 1, Integer::sum);
                if (best == null || count > counts.getOrDefault(best, 0)) {
                    best = numbered.group(1);
                }
            }
        }
        return best == null ? initials(table) : best;
    }

    private static String initials(String table) {
        var letters = new StringBuilder();
        for (String word : table.split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                letters.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
            }
        }
        return letters.isEmpty() ? "ROW-" : letters + "-";
    }
}
