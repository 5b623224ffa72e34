package boscard.indicator;

import boscard.fact.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Time in months as a calendar counts them (DOMAIN.md section 6, M2). Pure; safe for any thread. */
public final class CalendarMonths {

    private CalendarMonths() {}

    /**
     * Months from one day to another: whole ones, and of the last one the share of its days. From a day to the same day
     * a year later are exactly 12, in leap years too.
     *
     * @return months, negative when the second day comes first
     */
    public static BigDecimal between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return between(to, from).negate();
        }
        long whole = ChronoUnit.MONTHS.between(from, to);
        LocalDate last = from.plusMonths(whole);
        long rest = ChronoUnit.DAYS.between(last, to);
        long length = ChronoUnit.DAYS.between(last, from.plusMonths(whole + 1));
        return Decimals.canonical(
                BigDecimal.valueOf(whole).add(Decimals.ratio(BigDecimal.valueOf(rest), BigDecimal.valueOf(length))));
    }
}
