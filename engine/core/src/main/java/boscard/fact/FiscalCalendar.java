package boscard.fact;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When the year starts and how it is named. Applies to quarters and years; months and weeks are the calendar's.
 *
 * @param startMonth first month of the year, 1-12
 * @param namedBy whether a year that spans two calendar years is named by the one it ends or starts in
 */
public record FiscalCalendar(int startMonth, NamedBy namedBy) {

    /** Which calendar year names a fiscal year. */
    public enum NamedBy {
        START,
        END
    }

    /** January to December. */
    public static final FiscalCalendar CALENDAR_YEAR = new FiscalCalendar(1, NamedBy.END);

    private static final Pattern CANONICAL = Pattern.compile("(\\d{4})(?:-(\\d{2})|-?[Qq]([1-4])|-?[Ww](\\d{1,2}))?");

    public FiscalCalendar {
        if (startMonth < 1 || startMonth > 12) {
            throw new IllegalArgumentException("fiscal_year_start_month is 1 to 12, not " + startMonth);
        }
    }

    /** A calendar month; {@code month} is 1-12. */
    public Period month(int year, int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        return new Period(Grain.MONTH, year, month, first, first.plusMonths(1).minusDays(1));
    }

    /** A quarter of the fiscal year; {@code quarter} is 1-4. */
    public Period quarter(int year, int quarter) {
        if (quarter < 1 || quarter > 4) {
            throw new IllegalArgumentException("Quarters are 1 to 4, not " + quarter);
        }
        LocalDate first = firstDayOf(year).plusMonths(3L * (quarter - 1));
        return new Period(
                Grain.QUARTER, year, quarter, first, first.plusMonths(3).minusDays(1));
    }

    public Period year(int year) {
        LocalDate first = firstDayOf(year);
        return new Period(Grain.YEAR, year, 1, first, first.plusYears(1).minusDays(1));
    }

    /**
     * An ISO week, Monday to Sunday.
     *
     * @throws java.time.DateTimeException when the year has no such week
     */
    public Period week(int year, int week) {
        LocalDate thursday = LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(DayOfWeek.THURSDAY);
        if (thursday.get(IsoFields.WEEK_BASED_YEAR) != year) {
            throw new DateTimeException("The year " + year + " has no week " + week);
        }
        return new Period(Grain.WEEK, year, week, thursday.minusDays(3), thursday.plusDays(3));
    }

    /** The period of the given length that a day lies in. */
    public Period containing(Grain grain, LocalDate day) {
        return switch (grain) {
            case WEEK -> week(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> month(day.getYear(), day.getMonthValue());
            case QUARTER -> {
                int year = fiscalYearOf(day);
                long months = monthsBetween(firstDayOf(year), day);
                yield quarter(year, (int) (months / 3) + 1);
            }
            case YEAR -> year(fiscalYearOf(day));
        };
    }

    /**
     * Reads {@code 2026}, {@code 2026-01}, {@code 2026-Q1}, {@code 2026Q1}, {@code 2026-W05}. Quarters and years are
     * those of this calendar.
     *
     * @return empty when the text is none of these, such as {@code 2026-13}
     */
    public Optional<Period> parse(String text) {
        Matcher match = CANONICAL.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(match.group(1));
        if (match.group(2) != null) {
            int month = Integer.parseInt(match.group(2));
            return month < 1 || month > 12 ? Optional.empty() : Optional.of(month(year, month));
        }
        if (match.group(3) != null) {
            return Optional.of(quarter(year, Integer.parseInt(match.group(3))));
        }
        if (match.group(4) != null) {
            try {
                return Optional.of(week(year, Integer.parseInt(match.group(4))));
            } catch (DateTimeException noSuchWeek) {
                return Optional.empty();
            }
        }
        return Optional.of(year(year));
    }

    private LocalDate firstDayOf(int fiscalYear) {
        boolean earlier = startMonth > 1 && namedBy == NamedBy.END;
        return LocalDate.of(earlier ? fiscalYear - 1 : fiscalYear, startMonth, 1);
    }

    private int fiscalYearOf(LocalDate day) {
        boolean begun = day.getMonthValue() >= startMonth;
        int startYear = begun ? day.getYear() : day.getYear() - 1;
        return startMonth > 1 && namedBy == NamedBy.END ? startYear + 1 : startYear;
    }

    private static long monthsBetween(LocalDate from, LocalDate to) {
        return ChronoUnit.MONTHS.between(from, to);
    }
}
