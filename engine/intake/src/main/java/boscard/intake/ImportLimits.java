package boscard.intake;

/**
 * Bounds of an import, so that no file can exhaust the machine or flood its reader.
 *
 * @param bytes of one file
 * @param rows of one table, blank ones included
 * @param cellLength characters of one cell
 * @param problemsPerCode problems of one code and one table that are kept; the rest are only counted
 * @param rejectedKept rejected rows of one table that are kept with their cells; the rest are only counted
 * @param rejection how many unreadable rows cost the whole table
 */
public record ImportLimits(
        long bytes, int rows, int cellLength, int problemsPerCode, int rejectedKept, RejectionLimit rejection) {

    /** 2 GiB, 20 million rows, cells as long as Excel's, 1,000 problems, every rejected row, 20 % of at least 10. */
    public static final ImportLimits DEFAULT =
            new ImportLimits(2L << 30, 20_000_000, 32_767, 1_000, Integer.MAX_VALUE, RejectionLimit.DEFAULT);

    public ImportLimits withRejection(RejectionLimit other) {
        return new ImportLimits(bytes, rows, cellLength, problemsPerCode, rejectedKept, other);
    }
}
