package boscard.evaluation;

import boscard.fact.Deal;
import boscard.fact.DealStatus;
import boscard.fact.Decimals;
import boscard.fact.Grain;
import boscard.fact.Period;
import boscard.fact.Unit;
import boscard.indicator.Bookings;
import boscard.indicator.Series;
import boscard.indicator.Series.Point;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When in a quarter business comes in, and what follows: G1 and G3 (DOMAIN.md section 8). Bookings are the measurements
 * of the KPI {@code bookings_kpi}, by month; where it is not measured, the deals won.
 */
final class BookingIndicators {

    private static final int MONTHS = 3;
    private static final int QUARTERS_SHOWN = 4;

    /** One month: what came in, and where it stands. */
    private record Month(BigDecimal amount, List<SourceRef> at) {}

    private final ScorecardContext context;
    private final IndicatorList list;
    private final String kpi;

    BookingIndicators(ScorecardContext context, IndicatorList list) {
        this.context = context;
        this.list = list;
        this.kpi = context.bookingsKpi();
    }

    void add() {
        Map<Period, Month> months = months();
        if (months.isEmpty()) {
            return;
        }
        var quarters = new TreeSet<Period>();
        months.keySet().forEach(month -> quarters.add(quarterOf(month)));
        quarters.removeIf(quarter -> !quarter.isClosed(context.asOf()));
        var earlier = new ArrayList<BigDecimal>();
        int left = quarters.size();
        for (Period quarter : quarters) {
            boolean shown = left-- <= QUARTERS_SHOWN;
            List<Month> three = monthsOf(quarter, months);
            if (three == null) {
                continue;
            }
            BigDecimal last = three.get(MONTHS - 1).amount();
            BigDecimal sum = three.stream().map(Month::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            var share = Bookings.share(last, sum);
            if (share.isPresent()) {
                if (shown) {
                    lastMonth(quarter, share.get(), last, sum, earlier, three);
                    monthAfter(quarter, months);
                }
                earlier.add(share.get());
            }
        }
    }

    private void lastMonth(
            Period quarter,
            BigDecimal share,
            BigDecimal last,
            BigDecimal sum,
            List<BigDecimal> earlier,
            List<Month> three) {
        var at = three.stream().flatMap(month -> month.at().stream()).toList();
        list.of("quarter_last_month_share")
                .kpi(kpi)
                .period(quarter)
                .value(share, Unit.RATIO)
                .count(MONTHS)
                .formula("last month " + last.toPlainString() + " / quarter " + sum.toPlainString())
                .from(at)
                .add();
        Bookings.aboveOwn(share, earlier, context.ownPercentile())
                .ifPresent(above -> list.of("quarter_last_month_above_own")
                        .kpi(kpi)
                        .period(quarter)
                        .value(above, Unit.RATIO)
                        .count(earlier.size())
                        .reference(share.subtract(above))
                        .with("share", share, Unit.RATIO)
                        .with("own_p90", share.subtract(above), Unit.RATIO)
                        .formula("last month's share " + share + " - 90th percentile of " + earlier.size()
                                + " earlier quarters")
                        .from(at)
                        .add());
    }

    /** G3: the month after a quarter / the average month of the four quarters up to it; and returns likewise. */
    private void monthAfter(Period quarter, Map<Period, Month> months) {
        Period after = monthAfter(quarter);
        Month next = months.get(after);
        var year = lastTwelve(quarter);
        if (next == null || !after.isClosed(context.asOf()) || !months.keySet().containsAll(year)) {
            return;
        }
        BigDecimal sum = year.stream().map(month -> amountOf(months, month)).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal average = Decimals.ratio(sum, BigDecimal.valueOf(year.size()));
        Bookings.share(next.amount(), average)
                .ifPresent(share -> list.of("month_after_quarter")
                        .kpi(kpi)
                        .period(quarter)
                        .value(share, Unit.RATIO)
                        .count(year.size())
                        .reference(average)
                        .formula(after + " " + next.amount().toPlainString() + " / average month "
                                + average.toPlainString())
                        .from(next.at())
                        .add());
        returnsAfter(quarter, after, year);
    }

    private void returnsAfter(Period quarter, Period after, List<Period> year) {
        Series returns = context.series("returns", Grain.MONTH);
        Point next = returns == null ? null : returns.at(after);
        BigDecimal now = next == null ? null : next.actual().valueOrNull();
        if (returns == null || next == null || now == null) {
            return;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Period month : year) {
            Point point = returns.at(month);
            BigDecimal value = point == null ? null : point.actual().valueOrNull();
            if (value == null) {
                return;
            }
            sum = sum.add(value);
        }
        BigDecimal normal = Decimals.ratio(sum, BigDecimal.valueOf(year.size()));
        Bookings.share(now, normal)
                .ifPresent(times -> list.of("returns_after_quarter")
                        .kpi(kpi)
                        .period(quarter)
                        .value(times, Unit.MULTIPLE)
                        .count(year.size())
                        .reference(normal)
                        .formula("returns in " + after + " " + now.toPlainString() + " / average month "
                                + normal.toPlainString())
                        .from(next.origin().of("actual"))
                        .add());
    }

    private static BigDecimal amountOf(Map<Period, Month> months, Period month) {
        return Objects.requireNonNull(months.get(month)).amount();
    }

    /** The last month first. */
    private List<Period> lastTwelve(Period quarter) {
        var year = new ArrayList<Period>();
        Period month = context.settings().calendar().containing(Grain.MONTH, quarter.last());
        for (int i = 0; i < month.perYear(); i++) {
            year.add(month.plus(-i));
        }
        return year;
    }

    private Period monthAfter(Period quarter) {
        return context.settings()
                .calendar()
                .containing(Grain.MONTH, quarter.last().plusDays(1));
    }

    private Period quarterOf(Period month) {
        return context.settings().calendar().containing(Grain.QUARTER, month.last());
    }

    /** The months of a quarter; null when one is missing. */
    private @Nullable List<Month> monthsOf(Period quarter, Map<Period, Month> months) {
        var three = new ArrayList<Month>();
        Period month = context.settings().calendar().containing(Grain.MONTH, quarter.first());
        for (int i = 0; i < MONTHS; i++) {
            Month one = months.get(month.plus(i));
            if (one == null) {
                return null;
            }
            three.add(one);
        }
        return three;
    }

    private Map<Period, Month> months() {
        var months = new TreeMap<Period, Month>();
        Series series = context.series(kpi, Grain.MONTH);
        if (series != null) {
            series.points().forEach((period, point) -> {
                BigDecimal actual = point.actual().valueOrNull();
                if (actual != null && period.isClosed(context.asOf())) {
                    months.put(period, new Month(actual, List.of(point.origin().of("actual"))));
                }
            });
        } else {
            monthsOfDeals(months);
        }
        return months;
    }

    /** A month between the first and the last deal without one has zero bookings, not missing ones. */
    private void monthsOfDeals(TreeMap<Period, Month> months) {
        for (Deal deal : context.facts().deals()) {
            if (deal.status() == DealStatus.WON && deal.closedOn() != null && deal.amount() != null) {
                Period month = context.settings().calendar().containing(Grain.MONTH, deal.closedOn());
                if (month.isClosed(context.asOf())) {
                    months.merge(
                            month,
                            new Month(deal.amount(), List.of(deal.origin().whole())),
                            (a, b) -> new Month(a.amount().add(b.amount()), together(a.at(), b.at())));
                }
            }
        }
        if (!months.isEmpty()) {
            Period last = months.lastKey();
            for (Period month = months.firstKey(); month.compareTo(last) < 0; month = month.plus(1)) {
                months.putIfAbsent(month, new Month(BigDecimal.ZERO, List.of()));
            }
        }
    }

    private static List<SourceRef> together(List<SourceRef> a, List<SourceRef> b) {
        var both = new ArrayList<>(a);
        both.addAll(b);
        return both;
    }
}
