package boscard.fact;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;

/**
 * A week, month, quarter or year, with its first and last day. Canonical text: {@code 2026-W05}, {@code 2026-01},
 * {@code 2026-Q1}, {@code 2026}. Made by a {@link FiscalCalendar}, which knows when the year starts. Sorted by last
 * day, shorter periods first.
 *
 * @param year the year the period is named by: calendar year of a month, week year of a week, fiscal year of the others
 * @param number 1-53, 1-12, 1-4, or 1 for a year
 * @param first first day, inclusive
 * @param last last day, inclusive
 */
public record Period(Grain grain, int year, int number, LocalDate first, LocalDate last) implements Comparable<Period> {

    /** The period {@code steps} later, or earlier when negative. */
    public Period plus(int steps) {
        return switch (grain) {
            case WEEK -> {
                LocalDate start = first.plusWeeks(steps);
                LocalDate thursday = start.plusDays(3);
                yield new Period(
                        grain,
                        thursday.get(IsoFields.WEEK_BASED_YEAR),
                        thursday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                        start,
                        start.plusDays(6));
            }
            case MONTH -> {
                LocalDate start = first.plusMonths(steps);
                yield new Period(
                        grain,
                        start.getYear(),
                        start.getMonthValue(),
                        start,
                        start.plusMonths(1).minusDays(1));
            }
            case QUARTER -> {
                int index = year * 4 + (number - 1) + steps;
                LocalDate start = first.plusMonths(3L * steps);
                yield new Period(
                        grain,
                        Math.floorDiv(index, 4),
                        Math.floorMod(index, 4) + 1,
                        start,
                        start.plusMonths(3).minusDays(1));
            }
            case YEAR -> {
                LocalDate start = first.plusYears(steps);
                yield new Period(
                        grain, year + steps, 1, start, start.plusYears(1).minusDays(1));
            }
        };
    }

    public Period previous() {
        return plus(-1);
    }

    /** The same period one year earlier; 52 weeks earlier for a week. */
    public Period yearEarlier() {
        return plus(-perYear());
    }

    /** Periods of this grain in a year: 52, 12, 4 or 1. */
    public int perYear() {
        return switch (grain) {
            case WEEK -> 52;
            case MONTH -> 12;
            case QUARTER -> 4;
            case YEAR -> 1;
        };
    }

    /** Calendar days, both ends included. */
    public int days() {
        return (int) ChronoUnit.DAYS.between(first, last) + 1;
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Closed: its last day is on or before {@code asOf}. */
    public boolean isClosed(LocalDate asOf) {
        return !last.isAfter(asOf);
    }

    /** Future: it has not begun at {@code asOf}. */
    public boolean isFuture(LocalDate asOf) {
        return first.isAfter(asOf);
    }

    @Override
    public int compareTo(Period other) {
        int order = last.compareTo(other.last); // series are sorted by it, so written out
        if (order == 0) {
            order = grain.compareTo(other.grain);
        }
        return order == 0 ? first.compareTo(other.first) : order;
    }

    /** Canonical text. */
    @Override
    public String toString() {
        return switch (grain) {
            case WEEK -> year + (number < 10 ? "-W0" : "-W") + number;
            case MONTH -> year + (number < 10 ? "-0" : "-") + number;
            case QUARTER -> year + "-Q" + number;
            case YEAR -> Integer.toString(year);
        };
    }
}
