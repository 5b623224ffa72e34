package boscard.workbook;

/**
 * What matters of the formatting of a cell.
 *
 * @param numberFormat format code as Excel writes it: {@code 0.0%}, {@code General}
 * @param date whether a number in this format is shown as a date
 * @param struckOut whether the font has a line through it
 */
public record CellStyle(String numberFormat, boolean date, boolean struckOut) {

    public static final CellStyle GENERAL = new CellStyle("General", false, false);

    static CellStyle of(String numberFormat, boolean struckOut) {
        return new CellStyle(numberFormat, NumberFormats.isDate(numberFormat), struckOut);
    }

    /** Whether a number in this format is shown as a percentage. */
    public boolean isPercent() {
        return NumberFormats.isPercent(numberFormat);
    }
}
