package boscard.workbook;

/**
 * How much of a spreadsheet is read before it is refused. They protect against a file that was made to fill memory as
 * well as against one exported by mistake.
 *
 * @param fileBytes size of the file
 * @param inflatedBytes size of one part of it (a sheet, the texts) once unpacked
 * @param inflationRatio unpacked to packed size of one part, looked at beyond the first megabyte
 * @param rows filled rows of a sheet
 * @param columns highest column of a sheet
 */
public record SpreadsheetLimits(long fileBytes, long inflatedBytes, int inflationRatio, int rows, int columns) {

    private static final long MEGABYTE = 1L << 20;

    /** For workbooks that people maintain by hand. */
    public static final SpreadsheetLimits RULEBOOK =
            new SpreadsheetLimits(32 * MEGABYTE, 256 * MEGABYTE, 200, 200_000, 500);

    /** For exports with facts: whatever Excel itself can hold. */
    public static final SpreadsheetLimits FACTS =
            new SpreadsheetLimits(512 * MEGABYTE, 4096 * MEGABYTE, 200, 1_048_576, 16_384);
}
