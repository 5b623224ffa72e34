package boscard.workbook.report;

import boscard.fact.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The Excel number format for a value in its unit. A value is never shown as a round number that it is not: 79.97 % is
 * shown with the decimals that keep it below 80 %.
 */
final class NumberFormats {

    private static final int MOST_DECIMALS = 4;
    private static final BigDecimal LARGE = BigDecimal.valueOf(1000);

    private NumberFormats() {}

    /** @param unit null for a plain number */
    static String of(@Nullable Unit unit, BigDecimal value) {
        if (unit == null) {
            return "#,##0" + decimals(value, 0);
        }
        return switch (unit) {
            case RATIO -> "0" + decimals(value.movePointRight(2), 1) + " %";
            case COUNT -> "#,##0" + decimals(value, 0);
            case CURRENCY -> "#,##0" + (isWhole(value) || isLarge(value) ? "" : ".00");
            case DAYS -> "#,##0" + decimals(value, 0) + " \"d\"";
            case MINUTES -> "#,##0" + decimals(value, 0) + " \"min\"";
            case MONTHS -> "#,##0" + decimals(value, 1) + " \"mo\"";
            case POINTS -> "0" + decimals(value, 0) + " \"pts\"";
            case SCORE -> "0" + decimals(value, 1);
            case MULTIPLE -> "0" + decimals(value, 1) + "\"×\"";
        };
    }

    private static String decimals(BigDecimal value, int usual) {
        int decimals = usual;
        if (!isWhole(value) && !isLarge(value)) {
            decimals = Math.max(usual, 1);
            while (decimals < MOST_DECIMALS && isWhole(value.setScale(decimals, RoundingMode.HALF_UP))) {
                decimals++;
            }
        }
        return decimals == 0 ? "" : "." + "0".repeat(decimals);
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    private static boolean isLarge(BigDecimal value) {
        return value.abs().compareTo(LARGE) >= 0;
    }
}
