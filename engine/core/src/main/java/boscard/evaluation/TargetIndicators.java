package boscard.evaluation;

import boscard.fact.Decimals;
import boscard.fact.Direction;
import boscard.fact.Kpi;
import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.fact.TargetChange;
import boscard.fact.Unit;
import boscard.indicator.Attainment;
import boscard.indicator.Change;
import boscard.indicator.Series;
import boscard.indicator.Series.Point;
import boscard.indicator.Statistics;
import boscard.indicator.TargetHabits;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How targets are set and moved: the signals G4 to G8, and AD6 (DOMAIN.md sections 8 and 9). */
final class TargetIndicators {

    private final ScorecardContext context;
    private final IndicatorList list;

    TargetIndicators(ScorecardContext context, IndicatorList list) {
        this.context = context;
        this.list = list;
    }

    void add() {
        for (Series series : context.allSeries()) {
            if (sign(series.kpi()) != 0) {
                beatenTargets(series);
                beatenForecasts(series);
                targetAgainstPrior(series);
                ratchet(series);
            }
        }
        changes();
        PopulationSignals signals = context.population().signals();
        if (signals.speaksForAll(context.id())) {
            signals.bunches().forEach(this::bunching);
            signals.factors().forEach(this::oneFormula);
            signals.reliefs().forEach(this::relief);
        }
    }

    /** +1 when more is better, -1 when less is, 0 when neither. */
    static int sign(Kpi kpi) {
        return switch (kpi.direction()) {
            case HIGHER -> 1;
            case LOWER -> -1;
            case IN_RANGE, BINARY -> 0;
        };
    }

    /** Whether a target was changed so that it is easier to reach; not when either side is unknown. */
    static boolean isEasier(Kpi kpi, TargetChange change) {
        BigDecimal before = change.oldTarget();
        BigDecimal after = change.newTarget();
        if (before == null || after == null) {
            return false;
        }
        int order = after.compareTo(before);
        return kpi.direction() == Direction.LOWER ? order > 0 : kpi.direction() == Direction.HIGHER && order < 0;
    }

    /** The newest closed periods that have what is asked, without a gap, oldest first; empty when there are fewer. */
    private List<Point> newest(Series series, int most) {
        Period latest = context.latest(series.kpi().id(), series.grain());
        var points = new ArrayList<Point>();
        for (Period period = latest; period != null && points.size() < most; period = period.previous()) {
            Point point = series.at(period);
            if (point == null) {
                return List.of();
            }
            points.add(point);
        }
        Collections.reverse(points);
        return points;
    }

    /** G4: how many of the last periods beat their target by far, and whether targets grow slower than results. */
    private void beatenTargets(Series series) {
        int window = context.setting("g4_window", 0);
        List<Point> points = newest(series, window);
        var attainments = new ArrayList<BigDecimal>();
        for (Point point : points) {
            BigDecimal actual = point.actual().valueOrNull();
            BigDecimal target = point.target().valueOrNull();
            if (actual != null && target != null) {
                Attainment.of(series.kpi(), actual, target).ifPresent(attainments::add);
            }
        }
        BigDecimal far = context.setting("g4_attainment");
        if (far == null || points.isEmpty() || attainments.size() < window) {
            return;
        }
        long beaten = attainments.stream().filter(one -> one.compareTo(far) > 0).count();
        Point first = points.get(0);
        Point last = points.get(points.size() - 1);
        BigDecimal sign = BigDecimal.valueOf(sign(series.kpi()));
        var own = Change.growth(number(first.actual()), number(last.actual()));
        var target = Change.growth(number(first.target()), number(last.target()));
        if (own.isPresent() && target.isPresent()) {
            BigDecimal ahead = own.get().subtract(target.get()).multiply(sign);
            list.of("beaten_targets")
                    .kpi(series.kpi().id())
                    .period(last.period())
                    .value(beaten, Unit.COUNT)
                    .count(window)
                    .reference(ahead)
                    .with("own_growth", own.get(), Unit.RATIO)
                    .with("target_growth", target.get(), Unit.RATIO)
                    .formula(beaten + " of " + window + " periods above " + far + " of target; grew by " + own.get()
                            + ", target by " + target.get())
                    .from(points.stream().map(point -> point.origin().whole()).toList())
                    .add();
        }
    }

    private static BigDecimal number(Reading reading) {
        BigDecimal value = reading.valueOrNull();
        return value == null ? BigDecimal.ZERO : value;
    }

    /** G4: how many of the last periods beat their last forecast by more than {@code g4_forecast_beat}. */
    private void beatenForecasts(Series series) {
        int window = context.setting("g4_window", 0);
        BigDecimal far = context.setting("g4_forecast_beat");
        if (far == null) {
            return;
        }
        BigDecimal sign = BigDecimal.valueOf(sign(series.kpi()));
        int forecasts = 0;
        int beaten = 0;
        var at = new ArrayList<SourceRef>();
        for (Point point : newest(series, window)) {
            BigDecimal actual = point.actual().valueOrNull();
            BigDecimal forecast = point.forecast().valueOrNull();
            if (actual != null && forecast != null && forecast.signum() > 0) {
                forecasts++;
                BigDecimal beat =
                        Decimals.ratio(actual.subtract(forecast), forecast).multiply(sign);
                beaten += beat.compareTo(far) > 0 ? 1 : 0;
                at.add(point.origin().of("forecast"));
            }
        }
        if (forecasts > 0) {
            list.of("beaten_forecasts")
                    .kpi(series.kpi().id())
                    .value(beaten, Unit.COUNT)
                    .count(forecasts)
                    .formula(beaten + " of " + forecasts + " forecasts beaten by more than " + far)
                    .from(at)
                    .add();
        }
    }

    /** G4: (target - value a year earlier) / that value, positive when the target is the better one. */
    private void targetAgainstPrior(Series series) {
        Period latest = context.latest(series.kpi().id(), series.grain());
        Point point = latest == null ? null : series.at(latest);
        BigDecimal target = point == null ? null : point.target().valueOrNull();
        if (latest == null || point == null || target == null) {
            return;
        }
        Point yearEarlier = series.at(latest.yearEarlier());
        BigDecimal prior = point.prior().valueOrNull();
        if (prior == null && yearEarlier != null) {
            prior = yearEarlier.actual().valueOrNull();
        }
        if (prior != null && prior.signum() > 0) {
            BigDecimal sign = BigDecimal.valueOf(sign(series.kpi()));
            list.of("target_above_prior")
                    .kpi(series.kpi().id())
                    .period(latest)
                    .value(Decimals.ratio(target.subtract(prior), prior).multiply(sign), Unit.RATIO)
                    .count(1)
                    .reference(prior)
                    .with("target", target, series.kpi().unit())
                    .formula("target " + target.toPlainString() + " against " + prior.toPlainString()
                            + " a year earlier")
                    .from(point.origin().whole())
                    .add();
        }
    }

    /** G5: targets against the period before: whether they follow the overshoot, and only upwards. */
    private void ratchet(Series series) {
        var changes = new ArrayList<BigDecimal>();
        var overshoots = new ArrayList<BigDecimal>();
        var at = new ArrayList<SourceRef>();
        BigDecimal sign = BigDecimal.valueOf(sign(series.kpi()));
        Point before = null;
        for (Point point : series.points().values()) {
            BigDecimal target = point.target().valueOrNull();
            if (before != null
                    && target != null
                    && before.period().plus(1).equals(point.period())
                    && before.period().isClosed(context.asOf())) { // a running period has beaten or missed nothing yet
                BigDecimal oldTarget = before.target().valueOrNull();
                BigDecimal oldActual = before.actual().valueOrNull();
                if (oldTarget != null && oldActual != null && oldTarget.signum() > 0) {
                    changes.add(Decimals.ratio(target.subtract(oldTarget), oldTarget)
                            .multiply(sign));
                    overshoots.add(Decimals.ratio(oldActual.subtract(oldTarget), oldTarget)
                            .multiply(sign));
                    at.add(point.origin().of("target"));
                }
            }
            before = point;
        }
        String kpi = series.kpi().id();
        Statistics.correlation(changes, overshoots)
                .ifPresent(correlation -> list.of("ratchet_correlation")
                        .kpi(kpi)
                        .value(correlation, null)
                        .count(changes.size())
                        .formula("correlation of " + changes.size() + " target changes with the overshoot before")
                        .from(at)
                        .add());
        TargetHabits.ratchet(changes, overshoots)
                .filter(one -> one.raise().signum() > 0
                        && (one.times().isPresent()
                                || one.raise().add(one.cut()).signum() > 0))
                .ifPresent(one -> {
                    var draft = list.of("ratchet_times")
                            .kpi(kpi)
                            .count(changes.size())
                            .reference(one.cut())
                            .with("raise", one.raise(), Unit.RATIO)
                            .with("cut", one.cut(), Unit.RATIO)
                            .formula("raised by " + one.raise() + " on average after " + one.beats() + " beats, cut by "
                                    + one.cut() + " after " + one.misses() + " misses")
                            .from(at);
                    one.times()
                            .ifPresentOrElse(
                                    times -> draft.value(times, Unit.MULTIPLE).add(),
                                    () -> draft.value(one.raise().add(one.cut()), Unit.RATIO)
                                            .text("NEVER_CUT")
                                            .add());
                });
    }

    /** G6 and AD6: changes of targets that were in force or over already. */
    private void changes() {
        var byPeriod = new TreeMap<String, List<TargetChange>>();
        for (TargetChange change : context.facts().targetChanges()) {
            Kpi kpi = context.catalogue().find(change.kpi());
            boolean begun = !change.changedOn().isBefore(change.period().first());
            if (kpi != null
                    && change.oldTarget() != null
                    && change.newTarget() != null
                    && !change.changedOn().isAfter(context.asOf())) {
                byPeriod.computeIfAbsent(change.kpi() + "|" + change.period(), key -> new ArrayList<>())
                        .add(change);
                if (begun && isEasier(kpi, change)) {
                    lowered(kpi, change);
                }
            }
        }
        byPeriod.values().forEach(this::howOften);
    }

    private void lowered(Kpi kpi, TargetChange change) {
        BigDecimal before = change.oldTarget();
        BigDecimal after = number(change.newTarget());
        boolean inside = change.period().contains(change.changedOn());
        list.of("target_lowered_inside")
                .kpi(kpi.id())
                .period(change.period())
                .value(inside ? BigDecimal.ONE : BigDecimal.ZERO, null)
                .with("old", before, kpi.unit())
                .with("new", after, kpi.unit())
                .formula("changed on " + change.changedOn() + ", the period is "
                        + change.period().first() + " to " + change.period().last())
                .from(change.origin().whole())
                .add();
        Series series = context.series(kpi.id(), change.period().grain());
        Point point = series == null ? null : series.at(change.period());
        BigDecimal actual = point == null ? null : point.actual().valueOrNull();
        if (point != null && actual != null) {
            Change.apart(after, actual)
                    .ifPresent(gap -> list.of("lowered_target_gap")
                            .kpi(kpi.id())
                            .period(change.period())
                            .value(gap, Unit.RATIO)
                            .with("old", before, kpi.unit())
                            .with("new", after, kpi.unit())
                            .with("actual", actual, kpi.unit())
                            .formula("actual " + actual.toPlainString() + " against the new target "
                                    + after.toPlainString())
                            .from(change.origin().whole())
                            .from(point.origin().of("actual"))
                            .add());
        }
    }

    private static BigDecimal number(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    private void howOften(List<TargetChange> changes) {
        TargetChange first = changes.get(0);
        Kpi kpi = Objects.requireNonNull(context.catalogue().find(first.kpi()));
        var at = changes.stream().map(change -> change.origin().whole()).toList();
        list.of("target_changes")
                .kpi(kpi.id())
                .period(first.period())
                .value(changes.size(), Unit.COUNT)
                .count(changes.size())
                .formula(changes.size() + " changes of one target")
                .from(at)
                .add();
        var late = changes.stream()
                .filter(change -> !change.changedOn().isBefore(change.period().first()))
                .toList();
        if (!late.isEmpty()) {
            long easier = late.stream().filter(change -> isEasier(kpi, change)).count();
            list.of("late_changes_down")
                    .kpi(kpi.id())
                    .period(first.period())
                    .value(Decimals.ratio(BigDecimal.valueOf(easier), BigDecimal.valueOf(late.size())), Unit.RATIO)
                    .count(late.size())
                    .formula(easier + " of " + late.size() + " changes after the period began made the target easier")
                    .from(at)
                    .add();
        }
    }

    // ---- told once for all scorecards

    private void bunching(PopulationSignals.Bunch bunch) {
        TargetHabits.bunching(bunch.justAbove(), bunch.justBelow())
                .ifPresent(ratio -> list.of("bunching_ratio")
                        .kpi(bunch.kpi())
                        .period(bunch.period())
                        .value(ratio, Unit.MULTIPLE)
                        .count(bunch.units())
                        .with("just_above", BigDecimal.valueOf(bunch.justAbove()), Unit.COUNT)
                        .with("just_below", BigDecimal.valueOf(bunch.justBelow()), Unit.COUNT)
                        .formula(bunch.justAbove() + " results from 100 % to below 102 %, " + bunch.justBelow()
                                + " from 98 % to below 100 %, of " + bunch.units() + " units")
                        .add());
    }

    private void oneFormula(PopulationSignals.Factor factor) {
        list.of("target_to_prior_spread")
                .kpi(factor.kpi())
                .period(factor.period())
                .value(factor.deviation(), Unit.RATIO)
                .count(factor.units())
                .reference(factor.mean())
                .with("factor", factor.mean(), Unit.MULTIPLE)
                .formula("deviation of target / prior over " + factor.units() + " units")
                .add();
    }

    private void relief(String kpi, PopulationSignals.Relief relief) {
        TargetHabits.relief(relief.cuts(), relief.chances(), relief.otherCuts(), relief.otherChances())
                .ifPresent(times -> list.of("quota_relief")
                        .kpi(kpi)
                        .value(times, Unit.MULTIPLE)
                        .count(relief.cuts() + relief.otherCuts())
                        .with("cuts", BigDecimal.valueOf(relief.cuts()), Unit.COUNT)
                        .with("chances", BigDecimal.valueOf(relief.chances()), Unit.COUNT)
                        .with("other_cuts", BigDecimal.valueOf(relief.otherCuts()), Unit.COUNT)
                        .with("other_chances", BigDecimal.valueOf(relief.otherChances()), Unit.COUNT)
                        .formula(relief.cuts() + " of " + relief.chances() + " rep periods below quota under a manager"
                                + " near the own quota, against " + relief.otherCuts() + " of " + relief.otherChances())
                        .add());
    }
}
