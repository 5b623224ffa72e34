package boscard.workbook.layout;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one data cell.
 *
 * @param value a String, a BigDecimal or a LocalDate; null in an empty cell
 * @param percent whether a number is shown as a percentage: 0.9 as 90.0 %
 */
public record Entry(@Nullable Object value, boolean percent) {

    public static final Entry EMPTY = new Entry(null, false);

    public static Entry text(String text) {
        return text.isEmpty() ? EMPTY : new Entry(text, false);
    }

    public static Entry number(BigDecimal number) {
        return new Entry(number, false);
    }

    /** A ratio, shown as a percentage; 0.9 is 90 %. */
    public static Entry percent(BigDecimal ratio) {
        return new Entry(ratio, true);
    }

    public static Entry date(LocalDate date) {
        return new Entry(date, false);
    }

    public boolean isEmpty() {
        return value == null;
    }
}
