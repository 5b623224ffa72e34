package boscard.evaluation;

import boscard.fact.Aggregation;
import boscard.fact.Decimals;
import boscard.fact.FiscalCalendar;
import boscard.fact.Grain;
import boscard.fact.Kpi;
import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.indicator.Qualifier;
import boscard.indicator.Series.Point;
import boscard.source.Origin;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings a base measure of a fine grain together to a coarser one by its time aggregation (DOMAIN.md section 3). A part
 * that is missing makes the whole missing; a period without a row for each of its parts is left out. Pure.
 */
final class Gathering {

    private Gathering() {}

    /** The same without partial sums. */
    static Map<Period, Point> of(Kpi kpi, Map<Period, Point> fine, Grain coarse, FiscalCalendar calendar) {
        return of(kpi, fine, coarse, calendar, false);
    }

    /**
     * Points of whole periods of the coarser grain; empty when the measure cannot be brought together.
     *
     * @param partialSums whether a sum with missing parts counts, marked PARTIAL; one with a row for each part still
     */
    static Map<Period, Point> of(
            Kpi kpi, Map<Period, Point> fine, Grain coarse, FiscalCalendar calendar, boolean partialSums) {
        if (kpi.timeAggregation() == Aggregation.NONE
                || kpi.timeAggregation() == Aggregation.MEDIAN_OF_RECORDS
                || kpi.timeAggregation() == Aggregation.RATIO_OF_SUMS) {
            return Map.of(); // a ratio is computed from its parts, a median from its records
        }
        var parts = new TreeMap<Period, List<Point>>();
        fine.values()
                .forEach(point -> parts.computeIfAbsent(
                                calendar.containing(coarse, point.period().last()), period -> new ArrayList<>())
                        .add(point));
        var whole = new TreeMap<Period, Point>();
        parts.forEach((period, points) -> {
            Period first = points.get(0).period();
            int needed = first.perYear() / period.perYear();
            if (points.size() == needed) {
                whole.put(period, point(kpi, period, points, partialSums));
            }
        });
        return whole;
    }

    private static Point point(Kpi kpi, Period period, List<Point> parts, boolean partialSums) {
        boolean partial = partialSums && kpi.timeAggregation() == Aggregation.SUM;
        var qualifiers = new TreeSet<Qualifier>();
        parts.forEach(part -> qualifiers.addAll(part.qualifiers()));
        Reading actual = together(kpi, parts, Point::actual, partial);
        if (actual.isPresent()
                && kpi.timeAggregation() == Aggregation.SUM
                && parts.stream().anyMatch(part -> part.actual().isMissing())) {
            qualifiers.add(Qualifier.PARTIAL);
        }
        var inputs = new ArrayList<SourceRef>();
        parts.forEach(part ->
                inputs.addAll(part.inputs().isEmpty() ? List.of(part.origin().whole()) : part.inputs()));
        return new Point(
                period,
                actual,
                together(kpi, parts, Point::target, false),
                together(kpi, parts, Point::baseline, false),
                together(kpi, parts, Point::prior, false),
                together(kpi, parts, Point::forecast, false),
                parts.stream().anyMatch(Point::provisional),
                null,
                new Origin.Computed(kpi.timeAggregation() + " of " + parts.size() + " periods of " + kpi.id()),
                List.copyOf(inputs),
                Collections.unmodifiableSet(qualifiers));
    }

    private static Reading together(Kpi kpi, List<Point> parts, Function<Point, Reading> which, boolean partial) {
        var present = new ArrayList<BigDecimal>();
        Reading missing = null;
        for (Point part : parts) {
            Reading reading = which.apply(part);
            BigDecimal value = reading.valueOrNull();
            if (value != null) {
                present.add(value);
            } else if (reading.isMissing()) {
                missing = missing == null ? reading : missing;
            }
        }
        if (kpi.timeAggregation() == Aggregation.LAST) {
            return which.apply(parts.get(parts.size() - 1));
        } else if (missing != null && !(partial && !present.isEmpty())) {
            return missing;
        }
        BigDecimal value = value(kpi.timeAggregation(), present);
        return value == null ? Reading.NOT_APPLICABLE : Reading.of(value);
    }

    private static @Nullable BigDecimal value(Aggregation aggregation, List<BigDecimal> values) {
        if (values.isEmpty()) {
            return null;
        }
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (aggregation) {
            case SUM -> sum;
            case AVG -> Decimals.ratio(sum, BigDecimal.valueOf(values.size()));
            case MAX -> values.stream().reduce(BigDecimal::max).orElseThrow();
            case MIN -> values.stream().reduce(BigDecimal::min).orElseThrow();
            case LAST -> values.get(values.size() - 1);
            case RATIO_OF_SUMS, MEDIAN_OF_RECORDS, NONE -> null;
        };
    }
}
