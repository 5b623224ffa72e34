package boscard.workbook;

/**
 * What matters of the formatting of a cell.
 *
 * @param numberFormat format code as Excel writes it: {@code 0.0%}, {@code General}
 * @param date whether a number in this format is shown as a date
 * @param time whether it is shown as a time of day or a duration, without a day
 * @param struckOut whether the font has a line through it
 */
public record CellStyle(String numberFormat, boolean date, boolean time, boolean struckOut) {

    public static final CellStyle GENERAL = new CellStyle("General", false, false, false);

    static CellStyle of(String numberFormat, boolean struckOut) {
        return new CellStyle(
                numberFormat, NumberFormats.isDate(numberFormat), NumberFormats.isTime(numberFormat), struckOut);
    }

    /** Whether a number in this format is shown as a percentage. */
    public boolean isPercent() {
        return NumberFormats.isPercent(numberFormat);
    }
}
