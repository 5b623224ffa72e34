package boscard.intake;

import java.math.BigDecimal;

/**
 * Bounds of an import, so that no file can exhaust the machine or flood its reader.
 *
 * @param bytes of one file
 * @param rows of one table, blank ones included
 * @param cellLength characters of one cell
 * @param problemsPerCode problems of one code and one table that are kept; the rest are only counted
 * @param rejectedShare share of unreadable rows above which a whole table is rejected, 0 to 1
 * @param rowsForShare a table with fewer rows is too small for the share to say anything
 */
public record ImportLimits(
        long bytes, int rows, int cellLength, int problemsPerCode, BigDecimal rejectedShare, int rowsForShare) {

    /** 2 GiB, 20 million rows, cells as long as Excel's, 1,000 problems, 20 % of at least 10 rows. */
    public static final ImportLimits DEFAULT =
            new ImportLimits(2L << 30, 20_000_000, 32_767, 1_000, new BigDecimal("0.2"), 10);
}
