package boscard.evaluation;

import boscard.fact.Decimals;
import boscard.fact.Direction;
import boscard.fact.Goal;
import boscard.fact.Kpi;
import boscard.fact.Level;
import boscard.fact.Milestone;
import boscard.fact.Period;
import boscard.fact.Unit;
import boscard.indicator.Attainment;
import boscard.indicator.CalendarMonths;
import boscard.indicator.Series;
import boscard.indicator.Series.Point;
import boscard.indicator.Statistics;
import boscard.indicator.WorkingDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers about goals, for the SMART tests that are table rows and for the words and dates that rules join (section 6).
 */
final class GoalIndicators {

    private final ScorecardContext context;
    private final IndicatorList list;
    private final WorkingDays workingDays;

    private GoalIndicators(ScorecardContext context) {
        this.context = context;
        this.workingDays = new WorkingDays(context.rulebook().holidays());
        this.list = new IndicatorList(context);
    }

    static List<Indicator> of(ScorecardContext context) {
        var indicators = new GoalIndicators(context);
        context.facts().goals().forEach(indicators::goal);
        return indicators.list.all();
    }

    private void goal(Goal goal) {
        Kpi kpi = goal.kpi().size() == 1 ? context.catalogue().find(goal.kpi().get(0)) : null;
        Series series = kpi == null ? null : ReachIndicators.seriesOf(context, goal, kpi);
        number("S1_kpi_count", goal, BigDecimal.valueOf(goal.kpi().size()), Unit.COUNT, "kpi");
        words(goal);
        owner(goal);
        baseline(goal);
        number("R3_weight", goal, goal.weight() == null ? BigDecimal.ZERO : goal.weight(), Unit.RATIO, "weight");
        dates(goal);
        if (kpi != null) {
            int definitions = (kpi.definition() == null ? 0 : 1) + (kpi.glossary() == null ? 0 : 1);
            number("M4_definition_count", goal, BigDecimal.valueOf(definitions), Unit.COUNT, "kpi");
            history(goal, kpi, series);
            level(goal, kpi, series);
            new ReachIndicators(context, list, goal, kpi).indicators();
            population(goal, kpi, series);
            checkpoints(goal, kpi);
            pace(goal, kpi, series);
        }
    }

    private IndicatorList.Draft about(String name, Goal goal, String field) {
        return list.of(name)
                .goal(goal.goal())
                .kpi(goal.kpi().size() == 1 ? goal.kpi().get(0) : null)
                .formula(field)
                .from(goal.origin().of(field));
    }

    private void number(String name, Goal goal, @Nullable BigDecimal value, @Nullable Unit unit, String field) {
        about(name, goal, field).value(value, unit).add();
    }

    /** How many words, how many verbs of change, how many vague words without a number. */
    private void words(Goal goal) {
        String statement = goal.statement() == null ? "" : goal.statement();
        List<String> words = Arrays.stream(statement.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}%-]+"))
                .filter(word -> word.chars().anyMatch(Character::isLetterOrDigit))
                .toList();
        Set<String> verbs = context.rulebook().words().getOrDefault("change_verb", Set.of());
        Set<String> vague = context.rulebook().words().getOrDefault("vague", Set.of());
        boolean hasNumber = statement.chars().anyMatch(Character::isDigit);
        long verbCount = words.stream().filter(verbs::contains).count();
        String phrase = " " + String.join(" ", words) + " ";
        long vagueCount = hasNumber
                ? 0
                : vague.stream()
                        .filter(term -> phrase.contains(" " + term.toLowerCase(Locale.ROOT) + " "))
                        .count();
        number("S3_words", goal, BigDecimal.valueOf(words.size()), Unit.COUNT, "statement");
        number("S3_change_verbs", goal, BigDecimal.valueOf(verbCount), Unit.COUNT, "statement");
        number("S3_vague_words", goal, BigDecimal.valueOf(vagueCount), Unit.COUNT, "statement");
    }

    /** Whether the owner is somebody who owns or manages a scorecard; nothing when the scorecards name nobody. */
    private void owner(Goal goal) {
        Set<String> people = context.population().people();
        if (goal.owner() != null && !people.isEmpty()) {
            about("S2_owner", goal, "owner")
                    .text(people.contains(goal.owner()) ? "KNOWN" : "UNKNOWN")
                    .count(people.size())
                    .add();
        }
    }

    private void baseline(Goal goal) {
        String state = goal.baseline() == null ? "NONE" : goal.baselineDate() == null ? "UNDATED" : "DATED";
        about("M2_baseline_state", goal, "baseline").text(state).add();
        if (goal.baseline() != null && goal.baselineDate() != null && goal.startDate() != null) {
            BigDecimal months = CalendarMonths.between(goal.baselineDate(), goal.startDate());
            number("M2_baseline_age_months", goal, months, Unit.MONTHS, "baseline_date");
        }
    }

    private void dates(Goal goal) {
        LocalDate due = goal.dueDate();
        if (due != null) {
            boolean overdue = due.isBefore(context.asOf()) && !isClosed(goal);
            number("T5_overdue", goal, overdue ? BigDecimal.ONE : BigDecimal.ZERO, null, "due_date");
            if (goal.startDate() != null) {
                long days = ChronoUnit.DAYS.between(goal.startDate(), due);
                number("T_length_days", goal, BigDecimal.valueOf(days), Unit.DAYS, "due_date");
            }
        }
        long milestones = context.facts().milestones().stream()
                .map(Milestone::goal)
                .filter(goal.goal()::equals)
                .count();
        number("T_milestones", goal, BigDecimal.valueOf(milestones), Unit.COUNT, "goal");
    }

    /** Whether the goal had been closed by the as-of date: what was closed later was still open then. */
    private boolean isClosed(Goal goal) {
        return goal.closedOn() != null && !goal.closedOn().isAfter(context.asOf());
    }

    private void history(Goal goal, Kpi kpi, @Nullable Series series) {
        long present = 0;
        boolean recent = false;
        if (series != null) {
            List<Point> closed = series.points().values().stream()
                    .filter(point -> point.period().isClosed(context.asOf()))
                    .toList();
            present =
                    closed.stream().filter(point -> point.actual().isPresent()).count();
            Period newest = context.settings().calendar().containing(series.grain(), context.asOf());
            newest = newest.isClosed(context.asOf()) ? newest : newest.previous();
            int wanted = context.parameters().number("m3_recent_periods", "2").intValue();
            recent = true;
            for (int back = 0; back < wanted; back++) {
                recent &= hasActual(series, newest.plus(-back));
            }
        }
        about("M3_periods", goal, "kpi")
                .value(present, Unit.COUNT)
                .count((int) present)
                .add();
        number("M3_recent", goal, recent ? BigDecimal.ONE : BigDecimal.ZERO, null, "kpi");
    }

    private static boolean hasActual(Series series, Period period) {
        Point point = series.at(period);
        return point != null && point.actual().isPresent();
    }

    /** Target / best of the newest values; for lower-is-better best / target, so that more is harder. */
    private void level(Goal goal, Kpi kpi, @Nullable Series series) {
        BigDecimal target = goal.target();
        Period latest = series == null ? null : context.latest(kpi.id(), series.grain());
        if (target == null
                || series == null
                || latest == null
                || kpi.direction() == Direction.IN_RANGE
                || ReachIndicators.isTotal(goal, kpi)) {
            return;
        }
        int most = context.parameters().number("a2_most_values", "12").intValue();
        int least = context.parameters().number("a2_least_values", "8").intValue();
        List<BigDecimal> values = series.actualsUpTo(latest, most);
        boolean positive = target.signum() > 0 && values.stream().allMatch(value -> value.signum() > 0);
        if (values.size() < least || !positive) {
            return;
        }
        boolean lower = kpi.direction() == Direction.LOWER;
        BigDecimal best = values.stream()
                .reduce(lower ? BigDecimal::min : BigDecimal::max)
                .orElseThrow();
        BigDecimal median = Statistics.median(values);
        BigDecimal ratio = lower ? Decimals.ratio(best, target) : Decimals.ratio(target, best);
        about("A2_level_ratio", goal, "target")
                .value(ratio, Unit.MULTIPLE)
                .count(values.size())
                .reference(best)
                .with("target", target, kpi.unit())
                .formula((lower ? "best / target" : "target / best") + " of the last " + values.size())
                .add();
        boolean below = lower ? target.compareTo(median) > 0 : target.compareTo(median) < 0;
        about("A2_below_median", goal, "target")
                .value(below ? BigDecimal.ONE : BigDecimal.ZERO, null)
                .count(values.size())
                .reference(median)
                .with("target", target, kpi.unit())
                .add();
    }

    /**
     * Share of the units of the level that reached their target in the last closed period; the rows say of how many.
     */
    private void population(Goal goal, Kpi kpi, @Nullable Series series) {
        Level level = context.level();
        Period latest = series == null ? null : context.latest(kpi.id(), series.grain());
        if (level == null || series == null || latest == null) {
            return;
        }
        Population.Share share = context.population().reaching(kpi.id(), level, latest);
        if (share != null && share.units() > 0) {
            about("A6_reaching_share", goal, "kpi")
                    .value(
                            Decimals.ratio(BigDecimal.valueOf(share.reaching()), BigDecimal.valueOf(share.units())),
                            Unit.RATIO)
                    .count(share.units())
                    .with("all_periods", allPeriods(kpi, level, series), Unit.RATIO)
                    .formula(share.reaching() + " of " + share.units() + " units in " + latest)
                    .add();
        }
    }

    /** The same share over all closed periods of the same length: one period may be out of the ordinary. */
    private BigDecimal allPeriods(Kpi kpi, Level level, Series series) {
        Population.Share all = context.population().reaching(kpi.id(), level, series.grain());
        return Decimals.ratio(BigDecimal.valueOf(all.reaching()), BigDecimal.valueOf(all.units()));
    }

    /** Reporting periods of the KPI that end between start and due date. */
    private void checkpoints(Goal goal, Kpi kpi) {
        LocalDate start = goal.startDate();
        LocalDate due = goal.dueDate();
        if (start == null || due == null || due.isBefore(start)) {
            return;
        }
        Period period = context.settings().calendar().containing(ScorecardContext.grainOf(kpi), start);
        int count = 0;
        for (; !period.last().isAfter(due); period = period.plus(1)) {
            count++;
        }
        about("T2_checkpoints", goal, "due_date")
                .value(count, Unit.COUNT)
                .count(count)
                .add();
    }

    /** Progress from the baseline to the target / share of the time elapsed. */
    private void pace(Goal goal, Kpi kpi, @Nullable Series series) {
        LocalDate start = goal.startDate();
        LocalDate due = goal.dueDate();
        BigDecimal baseline = goal.baseline();
        BigDecimal target = goal.target();
        boolean total = ReachIndicators.isTotal(goal, kpi);
        Period latest = series == null ? null : context.latest(kpi.id(), series.grain());
        if (start == null
                || due == null
                || (baseline == null && !total)
                || target == null
                || series == null
                || latest == null
                || isClosed(goal)
                || !start.isBefore(due)
                || !start.isBefore(context.asOf())) {
            return;
        }
        List<BigDecimal> newest = series.actualsUpTo(latest, 1);
        if (newest.isEmpty() || latest.last().isBefore(start)) {
            return;
        }
        LocalDate now = latest.last().isAfter(due) ? due : latest.last();
        long elapsed = ChronoUnit.DAYS.between(start, now);
        long length = ChronoUnit.DAYS.between(start, due);
        if (elapsed <= 0 || kpi.direction() == Direction.IN_RANGE) {
            return;
        }
        if (total) {
            totalPace(goal, kpi, series, start, due, now, target);
            return;
        }
        BigDecimal share = Decimals.ratio(BigDecimal.valueOf(elapsed), BigDecimal.valueOf(length));
        BigDecimal progress = Attainment.progress(kpi, newest.get(0), Objects.requireNonNull(baseline), target);
        about("T4_pace", goal, "target")
                .value(Decimals.ratio(progress, share), Unit.RATIO)
                .reference(newest.get(0))
                .formula("progress " + progress + " / time elapsed " + share)
                .add();
    }

    /** The sum so far / the part of the target that is due by now, by working days (section 4.5). */
    private void totalPace(
            Goal goal, Kpi kpi, Series series, LocalDate start, LocalDate due, LocalDate now, BigDecimal target) {
        BigDecimal done = ReachIndicators.sumSince(series, start, now);
        int elapsed = workingDays.between(start, now);
        int length = workingDays.between(start, due);
        if (done == null || elapsed == 0 || length == 0 || target.signum() <= 0) {
            return;
        }
        BigDecimal dueNow =
                target.multiply(BigDecimal.valueOf(elapsed)).divide(BigDecimal.valueOf(length), Decimals.PRECISION);
        BigDecimal ratio = Decimals.ratio(done, dueNow);
        about("T4_pace", goal, "target")
                .value(
                        kpi.direction() == Direction.LOWER
                                ? BigDecimal.valueOf(2).subtract(ratio)
                                : ratio,
                        Unit.RATIO)
                .reference(done)
                .formula(done + " of the " + Decimals.computed(dueNow) + " that are due after " + elapsed + " of "
                        + length + " working days")
                .add();
    }
}
