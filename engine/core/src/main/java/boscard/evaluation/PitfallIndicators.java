package boscard.evaluation;

import boscard.fact.Activity;
import boscard.fact.Communication;
import boscard.fact.Decimals;
import boscard.fact.Horizon;
import boscard.fact.Initiative;
import boscard.fact.InitiativeStatus;
import boscard.fact.Kpi;
import boscard.fact.Milestone;
import boscard.fact.Objective;
import boscard.fact.ObjectiveStatus;
import boscard.fact.Period;
import boscard.fact.Review;
import boscard.fact.ReviewKind;
import boscard.fact.Unit;
import boscard.indicator.Series;
import boscard.indicator.Series.Point;
import boscard.indicator.Statistics;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers behind the gaming signals and the checks of plans, cadence, adaptation and communication (sections 8 and 9).
 */
final class PitfallIndicators {

    private final ScorecardContext context;
    private final IndicatorList list;

    private PitfallIndicators(ScorecardContext context) {
        this.context = context;
        this.list = new IndicatorList(context);
    }

    static List<Indicator> of(ScorecardContext context) {
        var indicators = new PitfallIndicators(context);
        for (Series series : context.allSeries()) {
            indicators.formulaTarget(series);
            indicators.heaping(series);
            indicators.frozenTarget(series);
        }
        new BookingIndicators(context, indicators.list).add();
        new DealIndicators(context, indicators.list).add();
        new TargetIndicators(context, indicators.list).add();
        new ResponseIndicators(context, indicators.list).add();
        indicators.plans();
        indicators.alignment();
        indicators.reviews();
        indicators.updates();
        indicators.communications();
        indicators.glossary();
        indicators.spending();
        return indicators.list.all();
    }

    // ---- gaming signals

    /** Correlation of targets with actuals, and deviation of attainment, over the closed periods that have both. */
    private void formulaTarget(Series series) {
        var targets = new ArrayList<BigDecimal>();
        var actuals = new ArrayList<BigDecimal>();
        var attainments = new ArrayList<BigDecimal>();
        var at = new ArrayList<SourceRef>();
        for (Point point : series.points().values()) {
            BigDecimal target = point.target().valueOrNull();
            BigDecimal actual = point.actual().valueOrNull();
            if (target != null
                    && actual != null
                    && target.signum() > 0
                    && point.period().isClosed(context.asOf())) {
                targets.add(target);
                actuals.add(actual);
                attainments.add(Decimals.ratio(actual, target));
                at.add(point.origin().whole());
            }
        }
        Statistics.correlation(targets, actuals)
                .ifPresent(correlation -> list.of("target_correlation")
                        .kpi(series.kpi().id())
                        .value(correlation, null)
                        .count(targets.size())
                        .reference(Statistics.deviation(attainments).orElse(null))
                        .formula("correlation of " + targets.size() + " targets with their actuals")
                        .from(at)
                        .add());
    }

    /** Share of hand-made values that end in 0 or 5 or equal their target. */
    private void heaping(Series series) {
        String source = series.kpi().source();
        if (source == null || !source.startsWith("MANUAL")) {
            return;
        }
        int count = 0;
        int heaped = 0;
        for (Point point : series.points().values()) {
            BigDecimal actual = point.actual().valueOrNull();
            if (actual != null) {
                count++;
                BigDecimal target = point.target().valueOrNull();
                int lastDigit = actual.unscaledValue().abs().mod(BigInteger.TEN).intValue();
                if (lastDigit == 0 || lastDigit == 5 || (target != null && target.compareTo(actual) == 0)) {
                    heaped++;
                }
            }
        }
        if (count > 0) {
            list.of("heaping_share")
                    .kpi(series.kpi().id())
                    .value(Decimals.ratio(BigDecimal.valueOf(heaped), BigDecimal.valueOf(count)), Unit.RATIO)
                    .count(count)
                    .formula(heaped + " of " + count + " values")
                    .add();
        }
    }

    /**
     * How many quarters the newest target has stood, and in how many of its periods attainment was outside 80-120 %.
     */
    private void frozenTarget(Series series) {
        Period latest = context.latest(series.kpi().id(), series.grain());
        Point newest = latest == null ? null : series.at(latest);
        BigDecimal target = newest == null ? null : newest.target().valueOrNull();
        if (latest == null || target == null || target.signum() <= 0) {
            return;
        }
        int periods = 0;
        int outside = 0;
        var at = new ArrayList<SourceRef>();
        for (Point point : series.points().headMap(latest, true).descendingMap().values()) {
            BigDecimal same = point.target().valueOrNull();
            if (same == null || same.compareTo(target) != 0) {
                break;
            }
            periods++;
            at.add(point.origin().of("target"));
            BigDecimal actual = point.actual().valueOrNull();
            if (actual != null) {
                BigDecimal attainment = Decimals.ratio(actual, target);
                if (attainment.compareTo(context.parameters().number("ad1_low")) < 0
                        || attainment.compareTo(context.parameters().number("ad1_high")) > 0) {
                    outside++;
                }
            }
        }
        BigDecimal quarters = Decimals.ratio(BigDecimal.valueOf(periods * 4L), BigDecimal.valueOf(latest.perYear()));
        list.of("target_unchanged_quarters")
                .kpi(series.kpi().id())
                .value(quarters, Unit.COUNT)
                .count(outside)
                .reference(target)
                .formula(periods + " periods with the target " + target.toPlainString() + ", " + outside
                        + " of them with an attainment far off")
                .from(at)
                .add();
    }

    // ---- plans

    private void plans() {
        for (Milestone milestone : context.facts().milestones()) {
            LocalDate done = milestone.doneDate();
            if (done == null || done.isAfter(context.asOf())) {
                list.of("plan_milestone_slip_days")
                        .goal(milestone.goal())
                        .other("milestone", milestone.milestone())
                        .value(ChronoUnit.DAYS.between(milestone.dueDate(), context.asOf()), Unit.DAYS)
                        .formula("as-of date - due date of " + milestone.name())
                        .from(milestone.origin().of("due_date"))
                        .add();
            }
        }
        for (Initiative initiative : context.facts().initiatives()) {
            scheduleIndex(initiative);
        }
    }

    /** Percent complete / share of the time elapsed. */
    private void scheduleIndex(Initiative initiative) {
        LocalDate start = initiative.startDate();
        LocalDate due = initiative.dueDate();
        BigDecimal complete = initiative.percentComplete();
        if (initiative.status() != InitiativeStatus.OPEN || start == null || due == null || complete == null) {
            return;
        }
        long total = ChronoUnit.DAYS.between(start, due);
        long elapsed = Math.min(total, ChronoUnit.DAYS.between(start, context.asOf()));
        if (total > 0 && elapsed > 0) {
            BigDecimal share = Decimals.ratio(BigDecimal.valueOf(elapsed), BigDecimal.valueOf(total));
            list.of("plan_schedule_index")
                    .kpi(initiative.kpi())
                    .other("initiative", initiative.initiative())
                    .value(Decimals.ratio(complete, share), Unit.RATIO)
                    .reference(complete)
                    .formula("complete " + complete + " / time elapsed " + share)
                    .from(initiative.origin().whole())
                    .add();
        }
    }

    /** Whether long-term initiatives get less of the spending than a part of the weight that long-term KPIs have. */
    private void spending() {
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal longTerm = BigDecimal.ZERO;
        var at = new ArrayList<SourceRef>();
        for (Initiative initiative : context.facts().initiatives()) {
            BigDecimal spent = initiative.spent();
            if (spent != null && initiative.horizon() != null) {
                all = all.add(spent);
                at.add(initiative.origin().of("spent"));
                if (initiative.horizon() == Horizon.LONG) {
                    longTerm = longTerm.add(spent);
                }
            }
        }
        if (all.signum() > 0) {
            BigDecimal share = Decimals.ratio(longTerm, all);
            BigDecimal least = longWeightShare().multiply(context.parameters().number("p2_spend_share"));
            list.of("long_spend_starved")
                    .value(share.compareTo(least) < 0 ? BigDecimal.ONE : BigDecimal.ZERO, null)
                    .count(at.size())
                    .reference(share)
                    .formula("spent on LONG initiatives " + share + ", at least " + least + " is expected")
                    .from(at)
                    .add();
        }
    }

    private BigDecimal longWeightShare() {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal longTerm = BigDecimal.ZERO;
        for (Kpi kpi : context.scoredKpis()) {
            total = total.add(kpi.weight());
            longTerm = kpi.horizon() == Horizon.LONG ? longTerm.add(kpi.weight()) : longTerm;
        }
        return total.signum() == 0 ? BigDecimal.ZERO : Decimals.ratio(longTerm, total);
    }

    // ---- alignment

    private void alignment() {
        var objectives = new HashMap<String, Objective>();
        context.facts().objectives().forEach(objective -> objectives.put(objective.objective(), objective));
        var initiativeObjectives = new HashMap<String, String>();
        for (Initiative initiative : context.facts().initiatives()) {
            if (initiative.objective() != null) {
                initiativeObjectives.put(initiative.initiative(), initiative.objective());
            }
        }
        List<Activity> activities = context.facts().activities().stream()
                .filter(activity -> !activity.date().isAfter(context.asOf()))
                .toList();
        boolean minutes = !activities.isEmpty() && activities.stream().allMatch(a -> a.minutes() != null);
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal aligned = BigDecimal.ZERO;
        Map<String, BigDecimal> effort = new HashMap<>();
        Map<String, LocalDate> newest = new HashMap<>();
        for (Activity activity : activities) {
            BigDecimal size =
                    minutes ? Objects.requireNonNull(activity.minutes()) : BigDecimal.valueOf(activity.count());
            all = all.add(size);
            String id = activity.objective() != null
                    ? activity.objective()
                    : activity.initiative() == null ? null : initiativeObjectives.get(activity.initiative());
            Objective objective = id == null ? null : objectives.get(id);
            if (id != null && objective != null && objective.status() == ObjectiveStatus.ACTIVE) {
                aligned = aligned.add(size);
                effort.merge(id, size, BigDecimal::add);
                newest.merge(id, activity.date(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        if (all.signum() > 0) {
            list.of("aligned_share")
                    .value(Decimals.ratio(aligned, all), Unit.RATIO)
                    .count(activities.size())
                    .formula((minutes ? "minutes" : "count") + " tagged to an active objective / all")
                    .from(activities.stream()
                            .map(activity -> activity.origin().whole())
                            .toList())
                    .add();
            effortGap(objectives, effort, activities);
            LocalDate logBegins = activities.stream()
                    .map(Activity::date)
                    .min(Comparator.naturalOrder())
                    .orElse(context.asOf());
            idle(objectives, newest, logBegins);
        }
    }

    /**
     * Half the sum of the differences between effort shares and objective weights, both among the active objectives
     * whose weight is known: an unknown weight is not 0.
     */
    private void effortGap(
            Map<String, Objective> objectives, Map<String, BigDecimal> effort, List<Activity> activities) {
        List<Objective> weighted = objectives.values().stream()
                .filter(o -> o.status() == ObjectiveStatus.ACTIVE && o.weight() != null)
                .sorted(Comparator.comparing(Objective::objective))
                .toList();
        BigDecimal total = weighted.stream()
                .map(objective -> Objects.requireNonNull(objective.weight()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal spent = weighted.stream()
                .map(objective -> effort.getOrDefault(objective.objective(), BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.signum() == 0 || spent.signum() == 0) {
            return;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Objective objective : weighted) {
            BigDecimal share = Decimals.ratio(effort.getOrDefault(objective.objective(), BigDecimal.ZERO), spent);
            sum = sum.add(share.subtract(Decimals.ratio(Objects.requireNonNull(objective.weight()), total))
                    .abs());
        }
        list.of("effort_gap")
                .value(Decimals.ratio(sum, BigDecimal.valueOf(2)), Unit.RATIO)
                .count(weighted.size())
                .formula("half the sum of |effort share - objective weight|")
                .from(Stream.concat(
                                weighted.stream()
                                        .map(objective -> objective.origin().of("weight")),
                                activities.stream()
                                        .map(activity -> activity.origin().whole()))
                        .toList())
                .add();
    }

    /** Days since anybody worked on an objective; since the first day of the log when nobody ever did. */
    private void idle(Map<String, Objective> objectives, Map<String, LocalDate> newest, LocalDate logBegins) {
        for (Objective objective : objectives.values().stream()
                .filter(o -> o.status() == ObjectiveStatus.ACTIVE)
                .sorted(Comparator.comparing(Objective::objective))
                .toList()) {
            LocalDate last = newest.get(objective.objective());
            list.of("objective_idle_days")
                    .other("objective", objective.objective())
                    .value(ChronoUnit.DAYS.between(last == null ? logBegins : last, context.asOf()), Unit.DAYS)
                    .formula(
                            last == null
                                    ? "no activity since the log begins on " + logBegins
                                    : "newest activity on " + last)
                    .from(objective.origin().whole())
                    .add();
        }
    }

    // ---- cadence and communication

    /** Days since the last review of any kind / the scorecard's cadence; and of each planned kind / its own. */
    private void reviews() {
        var cadence = context.facts().scorecard().reviewEvery();
        if (cadence != null) {
            int every = switch (cadence) {
                case WEEKLY -> 7;
                case MONTHLY -> 30;
                case QUARTERLY -> 91;
                case YEARLY -> 365;
            };
            reviewLate(null, every);
        }
        reviewLate(ReviewKind.STRATEGY_REVIEW, context.setting("ca1_strategy_days", 0));
        reviewLate(ReviewKind.REFRESH, context.setting("ca1_refresh_days", 0));
        int checkIn = context.scoredKpis().stream()
                .mapToInt(kpi -> switch (kpi.frequency()) {
                    case W -> 7;
                    case M -> 30;
                    case Q -> 91;
                    case Y -> 365;
                })
                .min()
                .orElse(0);
        reviewLate(ReviewKind.CHECK_IN, Math.max(checkIn, context.setting("ca1_checkin_days", 0)));
        withoutDecision();
    }

    /**
     * AD5: how many of the newest reviews in a row decided and overrode nothing. A review that says neither how much it
     * decided nor how much it overrode is left out: what nobody wrote down is not 0.
     */
    private void withoutDecision() {
        List<Review> told = context.facts().reviews().stream()
                .filter(review -> review.heldOn() != null
                        && !review.heldOn().isAfter(context.asOf())
                        && (review.decisions() != null || review.overrides() != null))
                .sorted(Comparator.comparing((Review review) -> Objects.requireNonNull(review.heldOn()))
                        .thenComparing(Review::review)
                        .reversed())
                .toList();
        List<Review> idle = told.stream()
                .takeWhile(review -> isNone(review.decisions()) && isNone(review.overrides()))
                .toList();
        if (!told.isEmpty()) {
            list.of("reviews_without_decision")
                    .value(idle.size(), Unit.COUNT)
                    .count(told.size())
                    .formula(idle.size() + " of the newest of " + told.size() + " reviews")
                    .from((idle.isEmpty() ? told.subList(0, 1) : idle)
                            .stream().map(review -> review.origin().whole()).toList())
                    .add();
        }
    }

    private static boolean isNone(@Nullable Integer number) {
        return number == null || number == 0;
    }

    /** @param kind null for reviews of any kind */
    private void reviewLate(@Nullable ReviewKind kind, int every) {
        if (every <= 0) {
            return;
        }
        Review newest = null;
        for (Review review : context.facts().reviews()) {
            LocalDate held = review.heldOn();
            if (held != null
                    && !held.isAfter(context.asOf())
                    && (kind == null || review.kind() == kind)
                    && (newest == null || held.isAfter(Objects.requireNonNull(newest.heldOn())))) {
                newest = review;
            }
        }
        if (newest != null) {
            long days = ChronoUnit.DAYS.between(Objects.requireNonNull(newest.heldOn()), context.asOf());
            var draft = list.of(kind == null ? "review_late" : "kind_review_late")
                    .value(Decimals.ratio(BigDecimal.valueOf(days), BigDecimal.valueOf(every)), Unit.MULTIPLE)
                    .count((int) days)
                    .formula(days + " days since the last review / " + every)
                    .from(newest.origin().of("held_on"));
            if (kind != null) {
                String words = kind.name().toLowerCase(Locale.ROOT);
                draft.other(
                        words.substring(0, words.indexOf('_') < 0 ? words.length() : words.indexOf('_')), noun(kind));
            }
            draft.add();
        }
    }

    private static String noun(ReviewKind kind) {
        return switch (kind) {
            case CHECK_IN -> "in";
            case KPI_REVIEW, STRATEGY_REVIEW -> "review";
            case REFRESH -> "of the scorecard";
        };
    }

    /** Scored KPIs with a value for the newest period that is due / all that are measured. */
    private void updates() {
        LocalDate due = context.asOf().minusDays(context.setting("ca2_grace_days", 0));
        int measured = 0;
        int inTime = 0;
        var late = new ArrayList<SourceRef>();
        for (Kpi kpi : context.scoredKpis()) {
            Series series = context.mainSeries(kpi.id());
            if (series == null) {
                continue;
            }
            Period newest = context.settings().calendar().containing(series.grain(), due);
            newest = newest.isClosed(due) ? newest : newest.previous();
            if (series.points().firstKey().compareTo(newest) > 0) {
                continue; // it began later
            }
            measured++;
            Point point = series.at(newest);
            if (point != null && !point.actual().isMissing()) {
                inTime++;
            } else {
                late.add(series.points().lastEntry().getValue().origin().whole());
            }
        }
        if (measured > 0) {
            list.of("updates_on_time")
                    .value(Decimals.ratio(BigDecimal.valueOf(inTime), BigDecimal.valueOf(measured)), Unit.RATIO)
                    .count(measured)
                    .formula(inTime + " of " + measured + " KPIs have a value for the period that is due")
                    .from(late)
                    .add();
        }
    }

    private void communications() {
        var newestByObjective = new HashMap<String, Communication>();
        for (Communication communication : context.facts().communications()) {
            if (communication.sentOn().isAfter(context.asOf())) {
                continue;
            }
            rate("ack_rate", communication, communication.acknowledged(), communication.audience());
            rate("comprehension", communication, communication.correct(), communication.asked());
            if (communication.objective() != null) {
                newestByObjective.merge(
                        communication.objective(),
                        communication,
                        (a, b) -> a.sentOn().isBefore(b.sentOn()) ? b : a);
            }
        }
        if (context.facts().communications().isEmpty()) {
            return;
        }
        for (Objective objective : context.facts().objectives()) {
            if (objective.status() == ObjectiveStatus.ACTIVE) {
                silence(objective, newestByObjective.get(objective.objective()));
            }
        }
    }

    private void rate(String name, Communication communication, @Nullable Integer part, @Nullable Integer whole) {
        if (part != null && whole != null && whole > 0) {
            list.of(name)
                    .kpi(communication.kpi())
                    .other("communication", communication.communication())
                    .value(Decimals.ratio(BigDecimal.valueOf(part), BigDecimal.valueOf(whole)), Unit.RATIO)
                    .count(whole)
                    .formula(part + " / " + whole)
                    .from(communication.origin().whole())
                    .add();
        }
    }

    private void silence(Objective objective, @Nullable Communication newest) {
        var draft = list.of("silence_days")
                .other("objective", objective.objective())
                .from(objective.origin().whole());
        if (newest == null) {
            draft.text("NEVER").formula("never communicated").add();
        } else {
            draft.value(ChronoUnit.DAYS.between(newest.sentOn(), context.asOf()), Unit.DAYS)
                    .formula("last communicated on " + newest.sentOn())
                    .from(newest.origin().of("sent_on"))
                    .add();
        }
    }

    /** Share of the measured KPIs with a definition, a formula or source, and an owner. */
    private void glossary() {
        List<Kpi> kpis = context.scoredKpis();
        if (!kpis.isEmpty()) {
            long complete = kpis.stream()
                    .filter(kpi -> kpi.definition() != null
                            && (kpi.formula() != null || kpi.source() != null)
                            && kpi.owner() != null)
                    .count();
            list.of("glossary_share")
                    .value(Decimals.ratio(BigDecimal.valueOf(complete), BigDecimal.valueOf(kpis.size())), Unit.RATIO)
                    .count(kpis.size())
                    .formula(complete + " of " + kpis.size() + " KPIs are fully described")
                    .from(kpis.stream().map(Kpi::at).toList())
                    .add();
        }
    }
}
