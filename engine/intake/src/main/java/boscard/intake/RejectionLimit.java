package boscard.intake;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How much of a table may be unusable before none of it is used: then its layout is another one than expected, and the
 * rows that seem right are not to be trusted. Immutable; safe for any thread.
 */
public sealed interface RejectionLimit {

    /** A fifth, of at least ten rows; in a smaller table one slip would already be a large share. */
    RejectionLimit DEFAULT = new Share(new BigDecimal("0.2"), 10);

    /**
     * Whether so many rejected rows are too many.
     *
     * @param rejected rows that could not be used
     * @param rows of the table, skipped ones left out
     */
    boolean isExceededBy(int rejected, int rows);

    /** A number of rows: {@code 25}. */
    record Rows(int most) implements RejectionLimit {

        @Override
        public boolean isExceededBy(int rejected, int rows) {
            return rejected > most;
        }

        @Override
        public String toString() {
            return Integer.toString(most);
        }
    }

    /**
     * A share of the rows: {@code 20 %}.
     *
     * @param share 0 to 1
     * @param fromRows a table with fewer rows is too small for the share to say anything
     */
    record Share(BigDecimal share, int fromRows) implements RejectionLimit {

        @Override
        public boolean isExceededBy(int rejected, int rows) {
            return rows >= fromRows
                    && BigDecimal.valueOf(rejected).compareTo(share.multiply(BigDecimal.valueOf(rows))) > 0;
        }

        @Override
        public String toString() {
            return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
        }
    }

    /**
     * A limit as it is written on a command line: {@code 25}, {@code 20%}, {@code 2.5 %}. A written share counts for
     * tables of every size.
     *
     * @return empty when the text is no limit
     */
    static Optional<RejectionLimit> parse(String text) {
        var limit = Written.FORM.matcher(text.strip());
        if (!limit.matches()) {
            return Optional.empty();
        }
        if (limit.group(2).isEmpty()) {
            return limit.group(1).contains(".")
                    ? Optional.empty()
                    : Optional.of(new Rows(Integer.parseInt(limit.group(1))));
        }
        BigDecimal share = new BigDecimal(limit.group(1)).movePointLeft(2);
        return share.compareTo(BigDecimal.ONE) > 0 ? Optional.empty() : Optional.of(new Share(share, 1));
    }

    /** The form of {@link #parse}; an interface has no private constants. */
    final class Written {

        private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(%?)");

        private Written() {}
    }
}
