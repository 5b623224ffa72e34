package boscard.evaluation;

import boscard.fact.Aggregation;
import boscard.fact.Direction;
import boscard.fact.Kpi;
import boscard.fact.Measurement;
import boscard.fact.Milestone;
import boscard.fact.TargetChange;
import boscard.fact.Unit;
import boscard.indicator.Qualifier;
import boscard.indicator.Series;
import boscard.indicator.Series.Point;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells looked at and found nothing from not looked at, for the indicators that are there only when something is wrong:
 * preparing a zero for each of a million values would cost more than all that is said. Only explanations ask.
 */
final class NothingFound {

    private final ScorecardContext context;
    private final List<KpiStatus> statuses;
    private final List<Indicator> prepared;
    private final Subject asked;

    NothingFound(ScorecardContext context, List<KpiStatus> statuses, List<Indicator> prepared, Subject asked) {
        this.context = context;
        this.statuses = statuses;
        this.prepared = prepared;
        this.asked = asked;
    }

    /**
     * What was looked at, in a sentence; empty when there was nothing to look at, or zeros are prepared of this one.
     */
    Optional<String> lookingFor(String indicator) {
        return switch (indicator) {
            case "implausible" -> point(this::isBounded, "the value lies within what the catalogue calls plausible");
            case "ratio_size" ->
                point(
                        (series, point) -> series.kpi().unit() == Unit.RATIO && hasActual(series, point),
                        "no ratio is above 1, or its KPI allows it");
            case "provisional" -> point(this::hasActual, "no value is marked as provisional");
            case "period_partial" -> point(this::hasActual, "each period with a value is over");
            case "period_covered" ->
                point(this::hasDates, "the scorecard was there from the first to the last day of each period");
            case "conflicting_rows" -> point((series, point) -> true, "no two rows gave different values");
            case "foreign_currency" -> currency();
            case "unit_currencies" ->
                point(
                        (series, point) -> series.kpi().unit() == Unit.CURRENCY
                                && point.qualifiers().contains(Qualifier.FROM_UNITS),
                        "the units report it in one currency");
            case "summary_difference" -> reported();
            case "unweighted_mean" -> meanNeedless();
            case "one_sided" ->
                point(
                        (series, point) -> point.period().isClosed(context.asOf())
                                && (point.actual().isPresent() || point.target().isPresent()),
                        "where there is a target there is an actual, and the reverse");
            case "actual_copied_periods" ->
                point(
                        (series, point) -> hasActual(series, point)
                                && (point.target().isPresent() || point.prior().isPresent())
                                && series.kpi().direction() != Direction.BINARY,
                        "no two values in a row equal their target or the year before");
            case "stand_in_target" -> provenance();
            case "target_lowered_inside", "lowered_target_gap", "late_changes_down" ->
                change(true, "no target was made easier after its period had begun");
            case "target_changes" -> change(false, "no target was changed after its first entry");
            case "no_data_periods", "no_target_periods" -> closedStatus();
            case "A3_best_peer_ratio" -> after("A3_peer_ratio", "the target is not above what nearly all peers reach");
            case "A5_coverage" -> after("A5_reached", "the target is reached already");
            case "plan_milestone_slip_days" -> milestones();
            default -> Optional.empty();
        };
    }

    private boolean isAsked(@Nullable String kpi) {
        return asked.kpi() == null || asked.kpi().equals(kpi);
    }

    private Optional<String> point(BiPredicate<Series, Point> lookedAt, String found) {
        for (Series series : context.allSeries()) {
            if (isAsked(series.kpi().id())) {
                for (Point point : series.points().values()) {
                    boolean inPeriod = asked.period() == null
                            || asked.period().equals(point.period().toString());
                    if (inPeriod && lookedAt.test(series, point)) {
                        return Optional.of(found);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean hasActual(Series series, Point point) {
        return point.actual().isPresent();
    }

    private boolean hasDates(Series series, Point point) {
        return context.facts().scorecard().activeFrom() != null
                || context.facts().scorecard().activeTo() != null;
    }

    private boolean isBounded(Series series, Point point) {
        Kpi kpi = series.kpi();
        return point.actual().isPresent() && (kpi.plausibleMin() != null || kpi.plausibleMax() != null);
    }

    private Optional<String> currency() {
        for (Measurement measurement : context.facts().measurements()) {
            Kpi kpi = context.catalogue().find(measurement.kpi());
            boolean said = measurement.currency() != null
                    || context.facts().scorecard().currency() != null;
            if (kpi != null && kpi.unit() == Unit.CURRENCY && said && isAsked(kpi.id())) {
                return Optional.of("all amounts are in one currency");
            }
        }
        return Optional.empty();
    }

    /** A value that was reported and could be computed too would have an indicator, were they different. */
    private Optional<String> reported() {
        for (Kpi kpi : context.catalogue().kpis()) {
            var formula = context.formulas().find(kpi.id());
            if (formula != null
                    && isAsked(kpi.id())
                    && !context.grains(kpi.id()).isEmpty()
                    && formula.kpis().stream()
                            .noneMatch(part -> context.grains(part).isEmpty())) {
                return Optional.of("what was reported equals what its parts come to");
            }
        }
        return Optional.empty();
    }

    private Optional<String> meanNeedless() {
        for (Kpi kpi : context.catalogue().kpis()) {
            var formula = context.formulas().find(kpi.id());
            if (formula != null
                    && isAsked(kpi.id())
                    && !context.grains(kpi.id()).isEmpty()) {
                for (String part : formula.kpis()) {
                    Kpi used = context.catalogue().find(part);
                    boolean isRatio = used != null
                            && used.timeAggregation() != Aggregation.SUM
                            && (used.unit() == Unit.RATIO || used.unit() == Unit.CURRENCY);
                    if (isRatio && !context.grains(part).isEmpty()) {
                        return Optional.of("no value rests on a mean of ratios");
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> change(boolean old, String found) {
        for (TargetChange change : context.facts().targetChanges()) {
            if (isAsked(change.kpi())
                    && change.newTarget() != null
                    && (!old || change.oldTarget() != null)
                    && !change.changedOn().isAfter(context.asOf())) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private Optional<String> provenance() {
        return context.facts().targetChanges().stream()
                        .anyMatch(change -> isAsked(change.kpi())
                                && change.provenance() != null
                                && !change.changedOn().isAfter(context.asOf()))
                ? Optional.of("the newest entry for each target says that it was agreed or derived")
                : Optional.empty();
    }

    private Optional<String> closedStatus() {
        return statuses.stream()
                        .anyMatch(status ->
                                isAsked(status.kpi()) && !status.lastDay().isAfter(context.asOf()))
                ? Optional.of("each closed period has what it needs")
                : Optional.empty();
    }

    private Optional<String> after(String first, String found) {
        return prepared.stream()
                        .anyMatch(one -> one.name().equals(first)
                                && isAsked(one.kpi())
                                && (asked.goal() == null || asked.goal().equals(one.goal())))
                ? Optional.of(found)
                : Optional.empty();
    }

    private Optional<String> milestones() {
        for (Milestone milestone : context.facts().milestones()) {
            if (asked.goal() == null || asked.goal().equals(milestone.goal())) {
                return Optional.of("every milestone is done");
            }
        }
        return Optional.empty();
    }
}
