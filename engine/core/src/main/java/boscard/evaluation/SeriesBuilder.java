package boscard.evaluation;

import boscard.fact.Aggregation;
import boscard.fact.FiscalCalendar;
import boscard.fact.Grain;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.Measurement;
import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.fact.ScorecardFacts;
import boscard.fact.Unit;
import boscard.indicator.Formula;
import boscard.indicator.Qualifier;
import boscard.indicator.Series;
import boscard.indicator.Series.Point;
import boscard.source.Origin;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Puts the measurements of one scorecard into series, and computes what the catalogue's formulas can: a KPI is computed
 * for a period in which every measure that its formula names has a row. A reported actual is kept; a reported target
 * stays with the computed actual.
 *
 * <p>Measures reported more finely than the KPI's own frequency are brought together first (DOMAIN.md section 3,
 * Aggregation) and the formula is applied to the totals: a quarterly ratio is a ratio of sums, never a mean of ratios.
 * Only whole periods count, those with a row for each part. Where that gives no whole period, the KPI is computed at
 * the grain of its measures.
 */
final class SeriesBuilder {

    private final KpiCatalogue catalogue;
    private final FiscalCalendar calendar;
    private final boolean partialSums;
    private final Map<String, Map<Grain, Map<Period, Point>>> points = new TreeMap<>();

    /** Operands of formulas only: a gathered measure is no measurement of its own. */
    private final Map<String, Map<Grain, Map<Period, Point>>> gathered = new TreeMap<>();

    private final List<SeriesDoubt> doubts = new ArrayList<>();

    private SeriesBuilder(KpiCatalogue catalogue, FiscalCalendar calendar, boolean partialSums) {
        this.partialSums = partialSums;
        this.catalogue = catalogue;
        this.calendar = calendar;
    }

    /**
     * Series by KPI id and then grain, both sorted. Measurements of KPIs that the catalogue lacks are left out.
     *
     * @param doubts receives what was noticed while numbers were computed
     * @param fromUnits what the units of the scorecard come to, by KPI and period; it counts where no actual is
     *     reported
     * @param partialSums whether a sum with missing parts counts, marked PARTIAL
     */
    static Map<String, Map<Grain, Series>> build(
            ScorecardFacts facts,
            KpiCatalogue catalogue,
            KpiFormulas formulas,
            FiscalCalendar calendar,
            List<SeriesDoubt> doubts,
            Map<String, Map<Period, Point>> fromUnits,
            boolean partialSums) {
        var builder = new SeriesBuilder(catalogue, calendar, partialSums);
        facts.measurements().forEach(builder::report);
        fromUnits.forEach((kpi, byPeriod) -> byPeriod.values().forEach(point -> builder.addFromUnits(kpi, point)));
        formulas.inOrder().forEach(builder::compute);
        doubts.addAll(builder.doubts);
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

    /** A reported target stays with an actual that the units come to. */
    private void addFromUnits(String kpi, Point units) {
        if (catalogue.find(kpi) == null) {
            return;
        }
        Map<Period, Point> own = pointsOf(kpi, units.period().grain());
        Point reported = own.get(units.period());
        own.put(
                units.period(),
                reported == null
                        ? units
                        : new Point(
                                units.period(),
                                units.actual(),
                                either(reported.target(), units.target()),
                                either(reported.baseline(), units.baseline()),
                                either(reported.prior(), units.prior()),
                                either(reported.forecast(), units.forecast()),
                                reported.provisional() || units.provisional(),
                                reported.note(),
                                units.origin(),
                                units.inputs(),
                                units.qualifiers()));
        if (units.qualifiers().contains(Qualifier.UNWEIGHTED_MEAN)
                && units.actual().isPresent()) {
            doubts.add(new SeriesDoubt.MeanOfRatios(kpi, units.period(), kpi, units.inputs()));
        }
    }

    private static Reading either(Reading reported, Reading units) {
        return reported.equals(Reading.BLANK) ? units : reported;
    }

    private void compute(String kpi, Formula formula) {
        Grain own = ScorecardContext.grainOf(Objects.requireNonNull(catalogue.find(kpi)));
        formula.kpis().forEach(input -> gather(input, own));
        boolean whole = computeAt(kpi, formula, own, this::at);
        for (Grain grain : Grain.values()) {
            if (grain.compareTo(own) > 0 || (grain.compareTo(own) < 0 && !whole)) {
                computeAt(kpi, formula, grain, this::reportedAt);
            }
        }
    }

    /** Whether there was a period to compute. */
    private boolean computeAt(
            String kpi, Formula formula, Grain grain, BiFunction<String, Grain, Map<Period, Point>> operandsAt) {
        Set<Period> periods = commonPeriods(formula, grain, operandsAt);
        if (periods.isEmpty()) {
            return false;
        }
        Map<Period, Point> target = pointsOf(kpi, grain);
        boolean reported = !target.isEmpty();
        var operands = new SeriesOperands(grain);
        periods.forEach(period -> compute(kpi, formula, period, target, operands));
        if (!reported
                && target.values().stream().allMatch(point -> point.actual().isMissing())) {
            // Nobody gives, say, any forecast: the KPI is not measured here, rather than missing in every period.
            target.clear();
            return false;
        }
        return true;
    }

    /** Brings a base measure together to a coarser grain at which it was not reported; once per measure and grain. */
    private void gather(String kpi, Grain grain) {
        Map<Grain, Map<Period, Point>> reported = points.getOrDefault(kpi, Map.of());
        Map<Grain, Map<Period, Point>> known = gathered.computeIfAbsent(kpi, k -> new TreeMap<>());
        Kpi definition = Objects.requireNonNull(catalogue.find(kpi));
        if (reported.containsKey(grain) || known.containsKey(grain)) {
            return;
        }
        known.put(
                grain,
                reported.entrySet().stream()
                        .filter(finer -> finer.getKey().compareTo(grain) < 0 && finer.getKey() != Grain.WEEK)
                        .reduce((finer, coarser) -> coarser)
                        .map(finest -> Gathering.of(definition, finest.getValue(), grain, calendar, partialSums))
                        .orElse(Map.of()));
    }

    private Map<Period, Point> reportedAt(String kpi, Grain grain) {
        return points.getOrDefault(kpi, Map.of()).getOrDefault(grain, Map.of());
    }

    /** Reported points, else gathered ones. */
    private Map<Period, Point> at(String kpi, Grain grain) {
        Map<Period, Point> reported = reportedAt(kpi, grain);
        return reported.isEmpty() ? gathered.getOrDefault(kpi, Map.of()).getOrDefault(grain, Map.of()) : reported;
    }

    private void compute(
            String kpi, Formula formula, Period period, Map<Period, Point> target, SeriesOperands operands) {
        Point reported = target.get(period);
        if (reported != null && !reported.actual().equals(Reading.BLANK)) {
            compare(kpi, reported, formula.evaluate(operands, period));
            return;
        }
        operands.begin(period);
        Reading actual = formula.evaluate(operands, period);
        if (reported == null && actual.isMissing() && operands.beforeFirst) {
            return; // growth in the first year of the facts: not measured yet, rather than missing
        }
        noticeMeans(kpi, formula, period, actual);
        var inputs = new ArrayList<SourceRef>();
        boolean provisional = reported != null && reported.provisional();
        var qualifiers = new TreeSet<Qualifier>();
        for (String input : formula.kpis()) {
            Point point = find(input, period);
            if (point != null) {
                qualifiers.addAll(point.qualifiers());
                provisional |= point.provisional();
                inputs.addAll(point.inputs().isEmpty() ? point.origin().places() : point.inputs());
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
                                List.copyOf(inputs),
                                Collections.unmodifiableSet(qualifiers))
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
                                List.copyOf(inputs),
                                Collections.unmodifiableSet(qualifiers)));
    }

    /** A reported value stays; that its parts say something else is noticed (DOMAIN.md section 3, Aggregation). */
    private void compare(String kpi, Point reported, Reading computed) {
        BigDecimal kept = reported.actual().valueOrNull();
        BigDecimal other = computed.valueOrNull();
        if (kept != null && other != null) {
            doubts.add(new SeriesDoubt.Differs(
                    kpi,
                    reported.period(),
                    kept,
                    other,
                    List.of(reported.origin().of("actual"))));
        }
    }

    /** A mean of ratios is not the ratio of the whole: months with few customers count like months with many. */
    private void noticeMeans(String kpi, Formula formula, Period period, Reading actual) {
        if (!actual.isPresent()) {
            return;
        }
        for (String input : formula.kpis()) {
            Kpi definition = catalogue.find(input);
            if (definition != null
                    && definition.unit() == Unit.RATIO
                    && definition.timeAggregation() == Aggregation.AVG
                    && reportedAt(input, period.grain()).isEmpty()) {
                Point mean = find(input, period);
                if (mean != null) {
                    doubts.add(new SeriesDoubt.MeanOfRatios(kpi, period, input, mean.inputs()));
                }
            }
        }
    }

    private static Set<Period> commonPeriods(
            Formula formula, Grain grain, BiFunction<String, Grain, Map<Period, Point>> operandsAt) {
        Set<Period> common = null;
        for (String input : formula.kpis()) {
            Set<Period> periods = operandsAt.apply(input, grain).keySet();
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
        return at(kpi, period.grain()).get(period);
    }

    private Map<String, Map<Grain, Series>> series() {
        var result = new LinkedHashMap<String, Map<Grain, Series>>();
        points.forEach((id, byGrain) -> {
            Kpi kpi = Objects.requireNonNull(catalogue.find(id));
            var series = new TreeMap<Grain, Series>();
            byGrain.forEach((grain, byPeriod) -> {
                if (!byPeriod.isEmpty()) {
                    series.put(grain, new Series(kpi, grain, byPeriod));
                }
            });
            if (!series.isEmpty()) {
                result.put(id, Collections.unmodifiableMap(series));
            }
        });
        return Collections.unmodifiableMap(result);
    }

    /** Reads the points gathered so far. */
    private final class SeriesOperands implements Formula.Operands {

        private final Grain grain;

        private @Nullable Period computed;

        /** Whether an earlier period was asked for, and it lies before the first of its measure. */
        private boolean beforeFirst;

        SeriesOperands(Grain grain) {
            this.grain = grain;
        }

        /** Before the formula is evaluated for a period. */
        void begin(Period period) {
            computed = period;
            beforeFirst = false;
        }

        @Override
        public Reading actual(String kpi, Period period) {
            Map<Period, Point> known = at(kpi, grain);
            Point point = known.get(period);
            if (point == null) {
                beforeFirst |= !period.equals(computed)
                        && !known.isEmpty()
                        && period.compareTo(Collections.min(known.keySet())) < 0;
                return Reading.BLANK;
            }
            return point.actual();
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
