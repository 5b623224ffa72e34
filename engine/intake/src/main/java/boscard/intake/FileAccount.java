package boscard.intake;

import boscard.fact.FactKind;
import boscard.intake.layout.SkipReason;
import boscard.problem.ProblemCode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fate of every row of one table: read = accepted + rejected + skipped. The header is no row.
 *
 * @param file as the user named it
 * @param table sheet, or property of a JSON object; empty when the file is one table
 * @param skipped by reason; reasons without rows are left out
 * @param rejectedByCode rejected rows that have a problem of the code; a row with several codes counts for each
 */
public record FileAccount(
        String file,
        String table,
        FactKind kind,
        int read,
        int accepted,
        int rejected,
        Map<SkipReason, Integer> skipped,
        Map<ProblemCode, Integer> rejectedByCode) {

    /** @throws IllegalArgumentException when the rows do not add up */
    public FileAccount {
        var copy = new EnumMap<SkipReason, Integer>(SkipReason.class);
        copy.putAll(skipped);
        skipped = Collections.unmodifiableMap(copy);
        rejectedByCode = Collections.unmodifiableMap(new TreeMap<>(rejectedByCode));
        int sum = accepted
                + rejected
                + skipped.values().stream().mapToInt(Integer::intValue).sum();
        if (read != sum) {
            throw new IllegalArgumentException(
                    file + ": " + read + " rows read, but " + sum + " accepted, rejected or skipped");
        }
    }

    /** Rows skipped, for any reason. */
    public int skippedRows() {
        return read - accepted - rejected;
    }

    /** {@code measurements.csv: 12 read = 11 accepted + 1 rejected + 0 skipped}. */
    @Override
    public String toString() {
        return file + (table.isEmpty() ? "" : "!" + table) + ": " + read + " read = " + accepted + " accepted + "
                + rejected + " rejected + " + skippedRows() + " skipped"
                + (skipped.isEmpty() ? "" : " " + skipped);
    }
}
