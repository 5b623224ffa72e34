package boscard.evaluation;

import boscard.fact.Deal;
import boscard.fact.DealStatus;
import boscard.fact.Decimals;
import boscard.fact.Grain;
import boscard.fact.Period;
import boscard.fact.Unit;
import boscard.indicator.Bookings;
import boscard.indicator.Discount;
import boscard.indicator.Statistics;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Signals from single deals: G1, G2, G4 and G14 to G16 (DOMAIN.md section 8). Amounts in a currency that is not the
 * scorecard's are left out of every sum, and counted.
 */
final class DealIndicators {

    private final ScorecardContext context;
    private final IndicatorList list;
    private final String kpi;
    private final Map<Period, List<Deal>> wonByQuarter = new TreeMap<>();

    DealIndicators(ScorecardContext context, IndicatorList list) {
        this.context = context;
        this.list = list;
        this.kpi = context.bookingsKpi();
    }

    void add() {
        List<Deal> deals = context.facts().deals();
        if (deals.isEmpty()) {
            return;
        }
        for (Deal deal : deals) {
            LocalDate closed = deal.closedOn();
            if (deal.status() == DealStatus.WON
                    && closed != null
                    && !closed.isAfter(context.asOf())
                    && context.isOwnCurrency(deal)) {
                wonByQuarter
                        .computeIfAbsent(quarterOf(closed), quarter -> new ArrayList<>())
                        .add(deal);
            }
        }
        Period newest = context.newestClosed(Grain.QUARTER);
        wonByQuarter.forEach((quarter, won) -> {
            if (quarter.isClosed(context.asOf()) && quarter.compareTo(newest.yearEarlier()) > 0) {
                lastWeeks(quarter, won);
            }
        });
        List<Deal> won = wonByQuarter.getOrDefault(newest, List.of());
        discounts(newest, won);
        firstWeek(newest);
        concentration(newest, won);
        hygiene(deals);
        decided(deals);
    }

    private Period quarterOf(LocalDate day) {
        return context.settings().calendar().containing(Grain.QUARTER, day);
    }

    private static BigDecimal amount(Deal deal) {
        return deal.amount() == null ? BigDecimal.ZERO : deal.amount();
    }

    private static BigDecimal sum(List<Deal> deals) {
        return deals.stream().map(DealIndicators::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<SourceRef> sources(List<Deal> deals) {
        return deals.stream().map(deal -> deal.origin().whole()).toList();
    }

    /** Whether it was closed in the last {@code quarter_end_days} days of the quarter. */
    private boolean isAtClose(Deal deal, Period quarter) {
        long left = ChronoUnit.DAYS.between(Objects.requireNonNull(deal.closedOn()), quarter.last());
        return left < context.setting("quarter_end_days", 0);
    }

    /** G1: amount won in the last days of a quarter / amount won in it. */
    private void lastWeeks(Period quarter, List<Deal> won) {
        List<Deal> late = won.stream().filter(deal -> isAtClose(deal, quarter)).toList();
        Bookings.share(sum(late), sum(won))
                .ifPresent(share -> list.of("quarter_last_weeks_share")
                        .kpi(kpi)
                        .period(quarter)
                        .value(share, Unit.RATIO)
                        .count(won.size())
                        .formula("won at the end " + sum(late).toPlainString() + " / in the quarter "
                                + sum(won).toPlainString() + ", " + late.size() + " of " + won.size() + " deals")
                        .from(sources(late))
                        .add());
    }

    /** G2: discounts at the end of the quarter against the rest. */
    private void discounts(Period quarter, List<Deal> won) {
        var late = new ArrayList<BigDecimal>();
        var early = new ArrayList<BigDecimal>();
        var at = new ArrayList<SourceRef>();
        for (Deal deal : won) {
            BigDecimal amount = deal.amount();
            BigDecimal listAmount = deal.listAmount();
            if (amount != null && listAmount != null) {
                Discount.of(amount, listAmount).ifPresent(discount -> {
                    (isAtClose(deal, quarter) ? late : early).add(discount);
                    at.add(deal.origin().whole());
                });
            }
        }
        Discount.pointsAtClose(late, early)
                .ifPresent(
                        points -> discount("discount_points_at_close", points, Unit.RATIO, quarter, late, early, at));
        Discount.timesAtClose(late, early)
                .ifPresent(
                        times -> discount("discount_times_at_close", times, Unit.MULTIPLE, quarter, late, early, at));
    }

    private void discount(
            String name,
            BigDecimal value,
            Unit unit,
            Period quarter,
            List<BigDecimal> late,
            List<BigDecimal> early,
            List<SourceRef> at) {
        list.of(name)
                .kpi(kpi)
                .period(quarter)
                .value(value, unit)
                .count(late.size() + early.size())
                .with("at_close", Statistics.mean(late), Unit.RATIO)
                .with("before", Statistics.mean(early), Unit.RATIO)
                .formula("mean discount of " + late.size() + " deals at the end " + Statistics.mean(late) + ", of "
                        + early.size() + " before " + Statistics.mean(early))
                .from(at)
                .add();
    }

    /** G4: deals closed in the first week of the quarter, against the same of earlier quarters. */
    private void firstWeek(Period newest) {
        if (wonByQuarter.isEmpty()) {
            return;
        }
        var earlier = new ArrayList<BigDecimal>();
        Period first = wonByQuarter.keySet().iterator().next();
        for (Period quarter = first; quarter.compareTo(newest) < 0; quarter = quarter.plus(1)) {
            earlier.add(BigDecimal.valueOf(early(quarter).size()));
        }
        List<Deal> now = early(newest);
        Bookings.aboveOwn(BigDecimal.valueOf(now.size()), earlier, context.ownPercentile())
                .ifPresent(above -> list.of("first_week_closes")
                        .kpi(kpi)
                        .period(newest)
                        .value(above, Unit.COUNT)
                        .count(earlier.size())
                        .with("closes", BigDecimal.valueOf(now.size()), Unit.COUNT)
                        .formula(now.size() + " deals closed in the first week; earlier quarters " + earlier)
                        .from(sources(now))
                        .add());
    }

    private List<Deal> early(Period quarter) {
        LocalDate firstWeekEnds = quarter.first()
                .plusDays(context.parameters().number("g4_first_days", "7").longValue() - 1);
        return wonByQuarter.getOrDefault(quarter, List.of()).stream()
                .filter(deal -> !Objects.requireNonNull(deal.closedOn()).isAfter(firstWeekEnds))
                .toList();
    }

    /** G14: how much of the quarter comes from one rep, from ten accounts, from one deal. */
    private void concentration(Period quarter, List<Deal> won) {
        TreeMap<String, BigDecimal> byRep = amounts(won, Deal::owner);
        TreeMap<String, BigDecimal> byAccount = amounts(won, Deal::account);
        TreeMap<String, BigDecimal> byDeal = amounts(won, Deal::deal);
        concentration("top_rep_share", "rep", quarter, byRep, 1, won);
        concentration(
                "top_accounts_share",
                "accounts",
                quarter,
                byAccount,
                context.parameters().number("g14_accounts", "10").intValue(),
                won);
        concentration("top_deal_share", "deal", quarter, byDeal, 1, won);
    }

    private static TreeMap<String, BigDecimal> amounts(List<Deal> deals, Function<Deal, @Nullable String> by) {
        var amounts = new TreeMap<String, BigDecimal>();
        for (Deal deal : deals) {
            String key = by.apply(deal);
            if (key != null && amount(deal).signum() > 0) {
                amounts.merge(key, amount(deal), BigDecimal::add);
            }
        }
        return amounts;
    }

    private void concentration(
            String name, String kind, Period quarter, TreeMap<String, BigDecimal> amounts, int most, List<Deal> won) {
        Bookings.topShare(List.copyOf(amounts.values()), most, sum(won)).ifPresent(share -> {
            String top = amounts.entrySet().stream()
                    .max(Map.Entry.<String, BigDecimal>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .orElseThrow()
                    .getKey();
            list.of(name)
                    .kpi(kpi)
                    .period(quarter)
                    .other(kind, most == 1 ? top : "the ten largest")
                    .value(share, Unit.RATIO)
                    .count(amounts.size())
                    .formula("of " + sum(won).toPlainString() + " won with " + amounts.size() + " " + kind)
                    .from(sources(won))
                    .add();
        });
    }

    /** G15: open deals that are old, were moved, or lie idle. */
    private void hygiene(List<Deal> deals) {
        var cycles = new ArrayList<BigDecimal>();
        wonByQuarter
                .values()
                .forEach(won -> won.forEach(deal -> cycles.add(BigDecimal.valueOf(
                        ChronoUnit.DAYS.between(deal.createdOn(), Objects.requireNonNull(deal.closedOn()))))));
        BigDecimal median = cycles.isEmpty() ? BigDecimal.ZERO : Statistics.median(cycles);
        for (Deal deal : deals) {
            if (deal.status() != DealStatus.OPEN || deal.createdOn().isAfter(context.asOf())) {
                continue;
            }
            long age = ChronoUnit.DAYS.between(deal.createdOn(), context.asOf());
            if (median.signum() > 0) {
                open("open_deal_age", deal)
                        .value(Decimals.ratio(BigDecimal.valueOf(age), median), Unit.MULTIPLE)
                        .count(cycles.size())
                        .reference(median)
                        .formula(age + " days open / median of " + cycles.size() + " won deals, " + median + " days")
                        .add();
            }
            if (deal.closeDateMoves() != null) {
                open("open_deal_moves", deal)
                        .value(deal.closeDateMoves(), Unit.COUNT)
                        .formula("close date moved " + deal.closeDateMoves() + " times")
                        .add();
            }
            if (deal.lastActivityOn() != null) {
                open("open_deal_idle_days", deal)
                        .value(ChronoUnit.DAYS.between(deal.lastActivityOn(), context.asOf()), Unit.DAYS)
                        .formula("last activity on " + deal.lastActivityOn())
                        .add();
            }
        }
    }

    private IndicatorList.Draft open(String name, Deal deal) {
        return list.of(name)
                .other("deal", deal.deal())
                .with("amount", deal.amount(), Unit.CURRENCY)
                .from(deal.origin().whole());
    }

    /** G16: of the deals decided in the last twelve months, how many were lost, and how many of these say why. */
    private void decided(List<Deal> deals) {
        LocalDate from = context.asOf()
                .minusMonths(context.parameters().number("g16_months", "12").longValue());
        var lost = new ArrayList<Deal>();
        int won = 0;
        int withoutReason = 0;
        for (Deal deal : deals) {
            LocalDate closed = deal.closedOn();
            if (closed == null || !closed.isAfter(from) || closed.isAfter(context.asOf())) {
                continue;
            }
            if (deal.status() == DealStatus.LOST) {
                lost.add(deal);
                withoutReason += deal.lostReason() == null ? 1 : 0;
            } else if (deal.status() == DealStatus.WON) {
                won++;
            }
        }
        int all = won + lost.size();
        if (all > 0) {
            list.of("lost_share")
                    .value(Decimals.ratio(BigDecimal.valueOf(lost.size()), BigDecimal.valueOf(all)), Unit.RATIO)
                    .count(all)
                    .formula(lost.size() + " of " + all + " decided deals were lost")
                    .from(sources(lost))
                    .add();
        }
        if (!lost.isEmpty()) {
            list.of("lost_without_reason")
                    .value(
                            Decimals.ratio(BigDecimal.valueOf(withoutReason), BigDecimal.valueOf(lost.size())),
                            Unit.RATIO)
                    .count(lost.size())
                    .formula(withoutReason + " of " + lost.size() + " lost deals have no reason")
                    .from(sources(lost))
                    .add();
        }
    }
}
