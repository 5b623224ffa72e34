package boscard.evaluation;

import boscard.fact.Grain;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.Measurement;
import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.fact.ScorecardFacts;
import boscard.indicator.Formula;
import boscard.indicator.Series;
import boscard.indicator.Series.Point;
import boscard.source.Origin;
import boscard.source.SourceRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts the measurements of one scorecard into series, and computes what the catalogue's formulas can: a KPI is computed
 * for a period in which every measure that its formula names has a row. A reported actual is kept; a reported target
 * stays with the computed actual.
 */
final class SeriesBuilder {

    private final KpiCatalogue catalogue;
    private final Map<String, Map<Grain, Map<Period, Point>>> points = new TreeMap<>();

    private SeriesBuilder(KpiCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Series by KPI id and then grain, both sorted. Measurements of KPIs that the catalogue lacks are left out. */
    static Map<String, Map<Grain, Series>> build(ScorecardFacts facts, KpiCatalogue catalogue, KpiFormulas formulas) {
        var builder = new SeriesBuilder(catalogue);
        facts.measurements().forEach(builder::report);
        formulas.inOrder().forEach(builder::compute);
        return builder.series();
    }

    private void report(Measurement m) {
        if (catalogue.find(m.kpi()) != null) {
            pointsOf(m.kpi(), m.period().grain())
                    .put(
                            m.period(),
                            new Point(
                                    m.period(),
                                    m.actual(),
                                    m.target(),
                                    m.baseline(),
                                    m.prior(),
                                    m.forecast(),
                                    m.provisional(),
                                    m.note(),
                                    m.origin(),
                                    List.of()));
        }
    }

    private void compute(String kpi, Formula formula) {
        for (Grain grain : Grain.values()) {
            Set<Period> periods = commonPeriods(formula, grain);
            if (!periods.isEmpty()) {
                Map<Period, Point> target = pointsOf(kpi, grain);
                var operands = new SeriesOperands(grain);
                periods.forEach(period -> compute(kpi, formula, period, target, operands));
            }
        }
    }

    private void compute(
            String kpi, Formula formula, Period period, Map<Period, Point> target, SeriesOperands operands) {
        Point reported = target.get(period);
        if (reported != null && !reported.actual().equals(Reading.BLANK)) {
            return;
        }
        Reading actual = formula.evaluate(operands, period);
        var inputs = new ArrayList<SourceRef>();
        boolean provisional = reported != null && reported.provisional();
        for (String input : formula.kpis()) {
            Point point = find(input, period);
            if (point != null) {
                provisional |= point.provisional();
                inputs.addAll(point.inputs().isEmpty() ? List.of(point.origin().whole()) : point.inputs());
            }
        }
        Collections.sort(inputs);
        target.put(
                period,
                reported == null
                        ? new Point(
                                period,
                                actual,
                                Reading.BLANK,
                                Reading.BLANK,
                                Reading.BLANK,
                                Reading.BLANK,
                                provisional,
                                null,
                                new Origin.Computed(kpi + " = " + formula),
                                List.copyOf(inputs))
                        : new Point(
                                period,
                                actual,
                                reported.target(),
                                reported.baseline(),
                                reported.prior(),
                                reported.forecast(),
                                provisional,
                                reported.note(),
                                reported.origin(),
                                List.copyOf(inputs)));
    }

    private Set<Period> commonPeriods(Formula formula, Grain grain) {
        Set<Period> common = null;
        for (String input : formula.kpis()) {
            Map<Grain, Map<Period, Point>> byGrain = points.getOrDefault(input, Map.of());
            Set<Period> periods = byGrain.getOrDefault(grain, Map.of()).keySet();
            if (common == null) {
                common = new HashSet<>(periods);
            } else {
                common.retainAll(periods);
            }
        }
        return common == null ? Set.of() : common;
    }

    private Map<Period, Point> pointsOf(String kpi, Grain grain) {
        return points.computeIfAbsent(kpi, k -> new TreeMap<>()).computeIfAbsent(grain, g -> new TreeMap<>());
    }

    private @Nullable Point find(String kpi, Period period) {
        return points.getOrDefault(kpi, Map.of())
                .getOrDefault(period.grain(), Map.of())
                .get(period);
    }

    private Map<String, Map<Grain, Series>> series() {
        var result = new LinkedHashMap<String, Map<Grain, Series>>();
        points.forEach((id, byGrain) -> {
            Kpi kpi = java.util.Objects.requireNonNull(catalogue.find(id));
            var series = new TreeMap<Grain, Series>();
            byGrain.forEach((grain, byPeriod) -> series.put(grain, new Series(kpi, grain, byPeriod)));
            result.put(id, Collections.unmodifiableMap(series));
        });
        return Collections.unmodifiableMap(result);
    }

    /** Reads the points gathered so far. */
    private final class SeriesOperands implements Formula.Operands {

        private final Grain grain;

        SeriesOperands(Grain grain) {
            this.grain = grain;
        }

        @Override
        public Reading actual(String kpi, Period period) {
            Point point = points.getOrDefault(kpi, Map.of())
                    .getOrDefault(grain, Map.of())
                    .get(period);
            return point == null ? Reading.BLANK : point.actual();
        }

        @Override
        public Reading target(String kpi, Period period) {
            Point point = find(kpi, period);
            return point == null ? Reading.BLANK : point.target();
        }

        @Override
        public Reading forecast(String kpi, Period period) {
            Point point = find(kpi, period);
            return point == null ? Reading.BLANK : point.forecast();
        }

        @Override
        public Reading prior(String kpi, Period period) {
            Point point = find(kpi, period);
            return point != null && point.prior().isPresent() ? point.prior() : actual(kpi, period.yearEarlier());
        }
    }
}
