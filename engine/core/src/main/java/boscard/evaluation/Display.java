package boscard.evaluation;

import boscard.fact.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for people, in their unit. Rounded half up for the eye only; nothing shown is ever compared. Safe for any
 * thread.
 */
public final class Display {

    private static final int MOST_DECIMALS = 6;
    /** A number with more digits before the point is shown as 1.2E+300: nobody counts its zeros. */
    private static final int MOST_WHOLE_DIGITS = 24;

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Display() {}

    /**
     * A number in its unit: 0.241 of a RATIO is {@code 24.1 %}, 9100000 of a CURRENCY is {@code 9,100,000}.
     *
     * @param value null is shown as {@code none}
     * @param unit null for a plain number
     */
    public static String number(@Nullable BigDecimal value, @Nullable Unit unit) {
        return value == null ? "none" : withDecimals(value, unit, usualDecimals(value, unit));
    }

    /**
     * As {@link #number(BigDecimal, Unit)}, with as many more decimals as it takes to look different from another
     * number that is different: 79.96 % beside an edge of 80 %.
     */
    public static String besides(@Nullable BigDecimal value, @Nullable BigDecimal other, @Nullable Unit unit) {
        if (value == null || other == null || value.compareTo(other) == 0) {
            return number(value, unit);
        }
        for (int decimals = usualDecimals(value, unit); decimals <= MOST_DECIMALS; decimals++) {
            String shown = withDecimals(value, unit, decimals);
            if (!shown.equals(withDecimals(other, unit, decimals))) {
                return shown;
            }
        }
        return withDecimals(value, unit, MOST_DECIMALS);
    }

    /**
     * As {@link #number(BigDecimal, Unit)}, with at least as many decimals as the value needs to be exact to a given
     * scale: what a person is told to reach must not be rounded to something that misses it.
     *
     * @param scale decimals of the value itself: 3 shows 0.8 of a RATIO as {@code 80.0 %}
     */
    public static String exactly(BigDecimal value, @Nullable Unit unit, int scale) {
        int needed = Math.max(0, value.stripTrailingZeros().scale());
        int decimals = unit == Unit.RATIO ? Math.min(needed, scale) - 2 : Math.min(needed, scale);
        return withDecimals(value, unit, Math.max(usualDecimals(value, unit), decimals));
    }

    /** Decimals of a value in this unit that people see by default: 3 for a RATIO, shown as {@code 80.0 %}. */
    public static int scaleOf(@Nullable Unit unit) {
        if (unit == null) {
            return 2;
        }
        return switch (unit) {
            case RATIO -> 3;
            case COUNT -> 0;
            case CURRENCY, MULTIPLE -> 2;
            case DAYS, MONTHS, MINUTES, POINTS, SCORE -> 1;
        };
    }

    /** A difference: as a number, but a difference of ratios is in points. */
    public static String difference(@Nullable BigDecimal value, @Nullable Unit unit) {
        return difference(value, unit, 0);
    }

    /** As {@link #difference(BigDecimal, Unit)}, exact to a scale of the value as {@link #exactly} is. */
    public static String difference(@Nullable BigDecimal value, @Nullable Unit unit, int scale) {
        if (value == null) {
            return "none";
        }
        boolean points = unit == Unit.RATIO;
        BigDecimal shown = points ? value.movePointRight(2) : value;
        Unit in = points ? Unit.POINTS : unit;
        int needed = Math.min(Math.max(0, shown.stripTrailingZeros().scale()), Math.max(0, points ? scale - 2 : scale));
        int decimals = Math.max(points ? 1 : usualDecimals(shown, in), needed);
        while (decimals < MOST_DECIMALS
                && shown.signum() != 0
                && shown.setScale(decimals, RoundingMode.HALF_UP).signum() == 0) {
            decimals++; // a small difference is not none
        }
        return points ? plain(shown, decimals) + " points" : withDecimals(shown, in, decimals);
    }

    private static int usualDecimals(BigDecimal value, @Nullable Unit unit) {
        if (unit == null) {
            return 2;
        }
        return switch (unit) {
            case RATIO, DAYS, MONTHS, MINUTES, POINTS, SCORE -> 1;
            case MULTIPLE -> 2;
            case COUNT -> isWhole(value) ? 0 : 1;
            case CURRENCY -> value.abs().compareTo(THOUSAND) >= 0 || isWhole(value) ? 0 : 2;
        };
    }

    private static String withDecimals(BigDecimal value, @Nullable Unit unit, int decimals) {
        if (unit == null) {
            return isWhole(value) ? plain(value, 0) : plain(value, decimals);
        }
        return switch (unit) {
            case RATIO -> plain(value.movePointRight(2), decimals) + " %";
            case DAYS -> plain(value, isWhole(value) ? 0 : decimals) + " days";
            case MONTHS -> plain(value, isWhole(value) ? 0 : decimals) + " months";
            case MINUTES -> plain(value, isWhole(value) ? 0 : decimals) + " minutes";
            case POINTS -> plain(value, isWhole(value) ? 0 : decimals) + " points";
            case SCORE, COUNT, CURRENCY -> plain(value, decimals);
            case MULTIPLE -> plain(value, decimals) + " times";
        };
    }

    private static boolean isWhole(BigDecimal value) {
        return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    }

    /**
     * How many of something: {@code 1 period}, {@code 3 periods}, {@code 2.5 quarters}.
     *
     * @param things their name, in the plural: of one thing its s is left out, and ies becomes y
     */
    public static String count(BigDecimal number, String things) {
        boolean one = number.compareTo(BigDecimal.ONE) == 0;
        String named = !one || !things.endsWith("s")
                ? things
                : things.endsWith("ies")
                        ? things.substring(0, things.length() - 3) + "y"
                        : things.substring(0, things.length() - 1);
        return number(number, Unit.COUNT) + " " + named;
    }

    private static String plain(BigDecimal value, int decimals) {
        if (value.precision() - value.scale() > MOST_WHOLE_DIGITS) {
            return value.round(new MathContext(2, RoundingMode.HALF_UP)).toString();
        }
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        String digits = rounded.abs().toPlainString();
        int whole = decimals == 0 ? digits.length() : digits.length() - decimals - 1;
        var text = new StringBuilder(digits.length() + 8);
        if (value.signum() < 0) { // also of what is rounded to -0.0: it is below zero
            text.append('-');
        }
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return text.append(digits, whole, digits.length()).toString();
    }
}
