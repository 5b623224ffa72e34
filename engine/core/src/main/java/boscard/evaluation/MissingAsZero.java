package boscard.evaluation;

import boscard.fact.Grain;
import boscard.fact.Kpi;
import boscard.fact.NullPolicy;
import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.indicator.Qualifier;
import boscard.indicator.Series;
import boscard.indicator.Series.Point;
import boscard.source.Origin;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The null policy TREAT_AS_ZERO (DOMAIN.md section 4.7): a closed period of such a KPI without a value, or between
 * measured ones without a row, has the value 0 and says so. Formulas that read the KPI still find nothing there. Pure.
 */
final class MissingAsZero {

    private MissingAsZero() {}

    static Map<String, Map<Grain, Series>> in(Map<String, Map<Grain, Series>> series, LocalDate asOf) {
        boolean none = series.values().stream()
                .flatMap(byGrain -> byGrain.values().stream())
                .noneMatch(one -> applies(one.kpi()));
        if (none) {
            return series;
        }
        Map<Grain, Period> newest = newest(series, asOf);
        var filled = new LinkedHashMap<String, Map<Grain, Series>>();
        series.forEach((kpi, byGrain) -> {
            var all = new TreeMap<Grain, Series>();
            byGrain.forEach(
                    (grain, one) -> all.put(grain, applies(one.kpi()) ? filled(one, newest.get(grain), asOf) : one));
            filled.put(kpi, Collections.unmodifiableMap(all));
        });
        return Collections.unmodifiableMap(filled);
    }

    private static boolean applies(Kpi kpi) {
        return kpi.isScored() && kpi.nullPolicy().kind() == NullPolicy.Kind.TREAT_AS_ZERO;
    }

    /** The newest closed period of each grain for which the scorecard has any row. */
    private static Map<Grain, Period> newest(Map<String, Map<Grain, Series>> series, LocalDate asOf) {
        var newest = new EnumMap<Grain, Period>(Grain.class);
        series.values()
                .forEach(byGrain -> byGrain.forEach((grain, one) -> {
                    for (Period period : one.points().keySet()) {
                        if (period.isClosed(asOf)) {
                            newest.merge(grain, period, (a, b) -> a.compareTo(b) >= 0 ? a : b);
                        }
                    }
                }));
        return newest;
    }

    private static Series filled(Series one, @Nullable Period newest, LocalDate asOf) {
        var points = new TreeMap<Period, Point>();
        one.points().forEach((period, point) -> {
            boolean zero = point.actual().isMissing() && period.isClosed(asOf);
            points.put(period, zero ? point.with(Reading.of(BigDecimal.ZERO), Qualifier.ZERO_FOR_MISSING) : point);
        });
        Period last = newest;
        for (Period period = one.points().firstKey();
                last != null && period.compareTo(last) <= 0;
                period = period.plus(1)) {
            points.computeIfAbsent(
                    period,
                    absent -> new Point(
                                    absent,
                                    Reading.BLANK,
                                    Reading.BLANK,
                                    Reading.BLANK,
                                    Reading.BLANK,
                                    Reading.BLANK,
                                    false,
                                    null,
                                    new Origin.Computed(
                                            "no row of " + one.kpi().id() + " in " + absent + "; counted as zero"),
                                    List.of())
                            .with(Reading.of(BigDecimal.ZERO), Qualifier.ZERO_FOR_MISSING));
        }
        return new Series(one.kpi(), one.grain(), points);
    }
}
