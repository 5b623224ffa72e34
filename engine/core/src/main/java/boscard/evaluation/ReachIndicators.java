package boscard.evaluation;

import boscard.fact.Aggregation;
import boscard.fact.Deal;
import boscard.fact.DealStatus;
import boscard.fact.Decimals;
import boscard.fact.Direction;
import boscard.fact.Frequency;
import boscard.fact.Goal;
import boscard.fact.Grain;
import boscard.fact.Kpi;
import boscard.fact.Period;
import boscard.fact.Unit;
import boscard.indicator.Attainment;
import boscard.indicator.Capacity;
import boscard.indicator.Growth;
import boscard.indicator.Series;
import boscard.indicator.Series.Point;
import boscard.indicator.Statistics;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a goal can be reached: the growth it asks for, what peers reach, what the process and the pipeline can do
 * (DOMAIN.md section 6, A1 and A3 to A5). One object per goal.
 */
final class ReachIndicators {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final ScorecardContext context;
    private final IndicatorList list;
    private final Goal goal;
    private final Kpi kpi;
    private final @Nullable Series series;

    ReachIndicators(ScorecardContext context, IndicatorList list, Goal goal, Kpi kpi) {
        this.context = context;
        this.list = list;
        this.goal = goal;
        this.kpi = kpi;
        this.series = seriesOf(context, goal, kpi);
    }

    /** The series at the frequency that the goal counts in, else the one in which the KPI counts. */
    static @Nullable Series seriesOf(ScorecardContext context, Goal goal, Kpi kpi) {
        Series own = goal.frequency() == null ? null : context.series(kpi.id(), grainOf(goal.frequency()));
        return own != null ? own : context.mainSeries(kpi.id());
    }

    private static Grain grainOf(Frequency frequency) {
        return switch (frequency) {
            case W -> Grain.WEEK;
            case M -> Grain.MONTH;
            case Q -> Grain.QUARTER;
            case Y -> Grain.YEAR;
        };
    }

    /**
     * Whether the target is a sum over the whole goal, such as a year's revenue, rather than a level to reach, such as
     * a month's: the KPI adds up and the goal counts in no shorter periods.
     */
    static boolean isTotal(Goal goal, Kpi kpi) {
        return kpi.timeAggregation() == Aggregation.SUM
                && goal.startDate() != null
                && goal.dueDate() != null
                && (goal.frequency() == null
                        || days(goal.frequency()) >= ChronoUnit.DAYS.between(goal.startDate(), goal.dueDate()));
    }

    private static int days(Frequency frequency) {
        return switch (frequency) {
            case W -> 7;
            case M -> 31;
            case Q -> 92;
            case Y -> 366;
        };
    }

    void indicators() {
        BigDecimal target = goal.target();
        if (target == null || kpi.direction() == Direction.IN_RANGE || kpi.direction() == Direction.BINARY) {
            return;
        }
        growth(target);
        peers(target);
        capability(target);
        capacity(target);
    }

    private IndicatorList.Draft about(String name, String field) {
        return list.of(name).goal(goal.goal()).kpi(kpi.id()).from(goal.origin().of(field));
    }

    private @Nullable Period latest() {
        return series == null ? null : context.latest(kpi.id(), series.grain());
    }

    // ---- A1

    /** Growth that the goal asks for against its own past changes, yearly ones where there are enough. */
    private void growth(BigDecimal target) {
        Period latest = latest();
        LocalDate start = goal.startDate();
        LocalDate due = goal.dueDate();
        BigDecimal baseline = goal.baseline();
        if (series == null || latest == null || start == null || due == null || baseline == null) {
            return;
        }
        Optional<BigDecimal> yearly = Growth.asked(baseline, target, kpi.sign(), ChronoUnit.DAYS.between(start, due));
        if (yearly.isEmpty() || isTotal(goal, kpi)) {
            return;
        }
        int least = context.parameters().number("a1_changes", "4").intValue();
        List<BigDecimal> changes = changes(series, latest, series.grain() == Grain.YEAR ? 1 : latest.perYear());
        String per = "a year";
        BigDecimal asked = yearly.get();
        if (changes.size() < least) {
            changes = changes(series, latest, 1);
            per = "a period";
            asked = Decimals.ratio(asked, BigDecimal.valueOf(latest.perYear()));
        }
        if (changes.size() < least) {
            return;
        }
        BigDecimal usual = Statistics.percentile(changes, context.parameters().number("a1_percentile", "0.75"));
        BigDecimal most = changes.stream().reduce(BigDecimal::max).orElseThrow();
        String words = "(" + target.toPlainString() + " - " + baseline.toPlainString() + ") / "
                + baseline.abs().toPlainString() + " " + per;
        about("A1_growth", "target")
                .value(asked, Unit.RATIO)
                .text(per)
                .count(changes.size())
                .reference(usual)
                .with("most", most, Unit.RATIO)
                .formula(words)
                .add();
        about("A1_growth_most", "target")
                .value(asked, Unit.RATIO)
                .count(changes.size())
                .reference(most)
                .formula(words)
                .add();
        best(series, latest)
                .ifPresent(best -> about("A1_best_ratio", "target")
                        .value(harder(target, best), Unit.MULTIPLE)
                        .reference(best)
                        .formula(kpi.direction() == Direction.LOWER ? "best ever / target" : "target / best ever")
                        .add());
    }

    /** Changes against the value some periods before, for each closed period that has both. */
    private List<BigDecimal> changes(Series of, Period latest, int back) {
        var changes = new ArrayList<BigDecimal>();
        for (Point point : of.points().headMap(latest, true).values()) {
            Point before = of.at(point.period().plus(-back));
            BigDecimal from = before == null ? null : before.actual().valueOrNull();
            BigDecimal to = point.actual().valueOrNull();
            if (from != null && to != null) {
                Growth.change(from, to, kpi.sign()).ifPresent(changes::add);
            }
        }
        return changes;
    }

    /** The best value so far; empty unless it and the target are above 0. */
    private Optional<BigDecimal> best(Series of, Period latest) {
        return of.actualsUpTo(latest, Integer.MAX_VALUE).stream()
                .reduce(kpi.direction() == Direction.LOWER ? BigDecimal::min : BigDecimal::max)
                .filter(best -> best.signum() > 0
                        && goal.target() != null
                        && goal.target().signum() > 0);
    }

    /** How much harder the target is than a value, 1 is as hard. */
    private BigDecimal harder(BigDecimal target, BigDecimal value) {
        return kpi.direction() == Direction.LOWER ? Decimals.ratio(value, target) : Decimals.ratio(target, value);
    }

    // ---- A3

    private void peers(BigDecimal target) {
        Period latest = latest();
        if (latest == null || target.signum() <= 0 || isTotal(goal, kpi)) {
            return;
        }
        List<BigDecimal> peers = others(latest);
        int least = context.parameters().number("peer_min_units", "8").intValue();
        if (peers.size() < least) {
            return;
        }
        boolean lower = kpi.direction() == Direction.LOWER;
        BigDecimal share = context.parameters().number("a3_percentile", "0.9");
        BigDecimal good = Statistics.percentile(peers, lower ? BigDecimal.ONE.subtract(share) : share);
        BigDecimal best = peers.get(lower ? 0 : peers.size() - 1);
        if (good.signum() <= 0 || best.signum() <= 0) {
            return;
        }
        BigDecimal ratio = harder(target, good);
        about("A3_peer_ratio", "target")
                .value(ratio, Unit.MULTIPLE)
                .count(peers.size())
                .reference(good)
                .with("target", target, kpi.unit())
                .formula("target against percentile " + share + " of " + peers.size() + " peers in " + latest)
                .add();
        if (ratio.compareTo(BigDecimal.ONE) > 0) { // beyond what nearly all peers reach: how far beyond the best
            about("A3_best_peer_ratio", "target")
                    .value(harder(target, best), Unit.MULTIPLE)
                    .count(peers.size())
                    .reference(best)
                    .with("target", target, kpi.unit())
                    .formula("target against the best of " + peers.size() + " peers in " + latest)
                    .add();
        }
    }

    /** What the others of the peer group reached: the own value must not loosen the own target. Ascending. */
    private List<BigDecimal> others(Period latest) {
        List<BigDecimal> all =
                context.population().peers(kpi.id(), context.facts().scorecard(), latest);
        Point own = series == null ? null : series.at(latest);
        BigDecimal value =
                own == null || !own.inputs().isEmpty() ? null : own.actual().valueOrNull();
        for (int i = 0; value != null && i < all.size(); i++) {
            if (all.get(i).compareTo(value) == 0) {
                var others = new ArrayList<>(all);
                others.remove(i);
                return others;
            }
        }
        return all; // computed values are not among those of the group
    }

    // ---- A4

    /** How far the target lies beyond the good limit of the process, and how wide its usual step is. */
    private void capability(BigDecimal target) {
        ProcessChart.Judged judged = context.process(kpi.id());
        Series main = context.mainSeries(kpi.id());
        if (judged == null || judged.kind() == null || series != main || isTotal(goal, kpi)) {
            return;
        }
        BigDecimal limit = kpi.direction() == Direction.LOWER ? judged.lower() : judged.upper();
        about("A4_beyond_limit", "target")
                .value(Decimals.canonical(target.subtract(limit).multiply(BigDecimal.valueOf(kpi.sign()))), kpi.unit())
                .count(judged.limits().points())
                .reference(Decimals.computed(judged.limits().range().multiply(judged.scale())))
                .with("limit", limit, kpi.unit())
                .formula(ProcessChart.words(judged, kpi.unit()))
                .add();
    }

    // ---- A5

    private void capacity(BigDecimal target) {
        LocalDate due = goal.dueDate();
        BigDecimal done = done();
        boolean total = isTotal(goal, kpi);
        boolean limit = total && kpi.direction() == Direction.LOWER; // what may be spent is not reached, but used up
        if (done != null && !limit && Attainment.isMet(kpi, done, target)) {
            about("A5_reached", "target")
                    .value(BigDecimal.ONE, null)
                    .reference(done)
                    .with("target", target, kpi.unit())
                    .add();
            return;
        }
        BigDecimal asked = total && done != null ? target.subtract(done) : target;
        BigDecimal expected = goal.expectedCapacity();
        if (expected != null) {
            Capacity.coverage(expected, asked, kpi.direction())
                    .ifPresent(coverage -> covered(coverage, expected, asked, "expected_capacity", null, List.of()));
        } else if (total && due != null && kpi.unit() == Unit.CURRENCY && kpi.direction() == Direction.HIGHER) {
            fromDeals(due, asked);
        }
    }

    private void covered(
            BigDecimal coverage,
            BigDecimal expected,
            BigDecimal asked,
            String how,
            @Nullable BigDecimal neededPipeline,
            List<SourceRef> inputs) {
        about("A5_coverage", "target")
                .value(coverage, Unit.RATIO)
                .reference(expected)
                .with("asked", asked, kpi.unit())
                .with("needed_pipeline", neededPipeline, kpi.unit())
                .formula(how + " " + expected.toPlainString() + " of " + asked.toPlainString())
                .from(inputs)
                .add();
    }

    /** What is reached so far: the sum since the start of a total, else the newest closed value. */
    private @Nullable BigDecimal done() {
        Period latest = latest();
        LocalDate start = goal.startDate();
        if (series == null || latest == null) {
            return null;
        }
        if (!isTotal(goal, kpi) || start == null) {
            Point newest = series.at(latest);
            return newest == null ? null : newest.actual().valueOrNull();
        }
        return sumSince(series, start, latest.last());
    }

    /**
     * Sum of the periods that begin and end within some days; null when there is none, or one of them has no value: a
     * missing month is not a month of 0.
     */
    static @Nullable BigDecimal sumSince(Series series, LocalDate start, LocalDate last) {
        BigDecimal sum = null;
        Period next = null;
        for (Point point : series.points().values()) {
            Period period = point.period();
            if (period.first().isBefore(start) || period.last().isAfter(last)) {
                continue;
            }
            boolean begins = next == null && period.previous().first().isBefore(start);
            BigDecimal value = point.actual().valueOrNull();
            if (value == null || !(begins || period.equals(next))) {
                return null;
            }
            sum = sum == null ? value : sum.add(value);
            next = period.plus(1);
        }
        return sum;
    }

    /** The pipeline by the win rate of the past, and the run rate after one more sales cycle. */
    private void fromDeals(LocalDate due, BigDecimal asked) {
        BigDecimal open = BigDecimal.ZERO;
        int won = 0;
        int lost = 0;
        var cycles = new ArrayList<BigDecimal>();
        var inputs = new ArrayList<SourceRef>();
        for (Deal deal : context.facts().deals()) {
            if (deal.createdOn().isAfter(context.asOf()) || !context.isOwnCurrency(deal)) {
                continue;
            }
            LocalDate close = deal.closeDate();
            if (deal.status() == DealStatus.OPEN) {
                if (deal.amount() != null && close != null && !close.isAfter(due)) {
                    open = open.add(deal.amount());
                    inputs.add(deal.origin().whole());
                }
            } else if (deal.closedOn() != null && !deal.closedOn().isAfter(context.asOf())) {
                won += deal.status() == DealStatus.WON ? 1 : 0;
                lost += deal.status() == DealStatus.LOST ? 1 : 0;
                if (deal.status() == DealStatus.WON) {
                    cycles.add(BigDecimal.valueOf(ChronoUnit.DAYS.between(deal.createdOn(), deal.closedOn())));
                }
            }
        }
        Period latest = latest();
        if (won == 0 || series == null || latest == null) {
            return;
        }
        List<BigDecimal> recent = series.actualsUpTo(
                latest, context.parameters().number("a5_run_rate_periods", "3").intValue());
        BigDecimal winRate = Decimals.ratio(BigDecimal.valueOf(won), BigDecimal.valueOf(won + (long) lost));
        long cycle = Statistics.median(cycles).add(HALF).longValue();
        long days = ChronoUnit.DAYS.between(context.asOf().plusDays(cycle), due);
        BigDecimal periodsLeft = days <= 0
                ? BigDecimal.ZERO
                : Decimals.ratio(BigDecimal.valueOf(days), BigDecimal.valueOf(latest.days()));
        BigDecimal runRate = recent.isEmpty() ? BigDecimal.ZERO : Statistics.mean(recent);
        BigDecimal expected = Capacity.expected(open, winRate, runRate, periodsLeft);
        BigDecimal needed = Capacity.neededPipeline(asked, winRate).orElse(null);
        Capacity.coverage(expected, asked, kpi.direction())
                .ifPresent(coverage -> covered(
                        coverage,
                        expected,
                        asked,
                        "open amount by win rate " + winRate + " and run rate " + runRate + " for " + periodsLeft
                                + " periods:",
                        needed,
                        inputs));
    }
}
