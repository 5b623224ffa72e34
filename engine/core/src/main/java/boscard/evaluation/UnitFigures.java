package boscard.evaluation;

import boscard.fact.Aggregation;
import boscard.fact.Decimals;
import boscard.fact.Facts;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.Measurement;
import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.fact.Scorecard;
import boscard.fact.Unit;
import boscard.indicator.Qualifier;
import boscard.indicator.Series.Point;
import boscard.source.Derived;
import boscard.source.Origin;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the units of a scorecard come to: each measure of its units that it does not report itself, brought together by
 * the measure's unit aggregation, from the lowest units up (DOMAIN.md sections 3 and 4.6). Formulas are applied to
 * these totals later, so that a ratio of a region is a ratio of sums.
 *
 * <p>A unit counts in the periods in which it is active, for the measures that it reports at all; one without a row or
 * value there makes the total missing, unless partial sums are allowed. Amounts in several currencies give no total,
 * and the missing total says which they are ({@link #currencies}). Immutable; safe for any thread.
 */
final class UnitFigures {

    /** Which scorecards are computed from their units. */
    enum Mode {
        /** Only those that report no actual of their own: what a scorecard reports is taken for all it wants. */
        EMPTY,
        /** Each, for the measures that it does not report. */
        ALL,
        /** None. */
        NONE
    }

    /** What the entries of a population are called. */
    static final String ENTRY = "unit figure";

    private static final String NOT_APPLICABLE = "N/A";
    private static final String IN = " in ";
    private static final String AND = " and ";
    private static final int READINGS = 5;
    private static final int PARTS = READINGS + 3;

    static final UnitFigures NONE = new UnitFigures(Map.of());

    private final Map<String, Map<String, Map<Period, Point>>> byScorecard;

    private UnitFigures(Map<String, Map<String, Map<Period, Point>>> byScorecard) {
        this.byScorecard = byScorecard;
    }

    /** One value of a unit, reported or brought together of its own units. */
    private record Part(
            Reading actual,
            Reading target,
            Reading baseline,
            Reading prior,
            Reading forecast,
            boolean provisional,
            boolean partial,
            Set<String> currencies,
            List<SourceRef> places) {

        static final Part ABSENT = new Part(
                Reading.BLANK,
                Reading.BLANK,
                Reading.BLANK,
                Reading.BLANK,
                Reading.BLANK,
                false,
                false,
                Set.of(),
                List.of());

        static Part of(Measurement m, @Nullable String ofScorecard) {
            String currency = m.currency() != null ? m.currency() : ofScorecard;
            return new Part(
                    m.actual(),
                    m.target(),
                    m.baseline(),
                    m.prior(),
                    m.forecast(),
                    m.provisional(),
                    false,
                    currency == null ? Set.of() : Set.of(currency),
                    List.of(m.origin().of("actual")));
        }
    }

    /**
     * Brings together.
     *
     * @param partialSums whether a total with missing parts counts, marked PARTIAL
     */
    static UnitFigures of(Facts facts, KpiCatalogue catalogue, Mode mode, boolean partialSums) {
        var units = new TreeMap<String, List<Scorecard>>();
        for (Scorecard one : facts.of(Scorecard.class)) {
            if (one.parent() != null) {
                units.computeIfAbsent(one.parent(), parent -> new ArrayList<>()).add(one);
            }
        }
        if (mode == Mode.NONE || units.isEmpty()) {
            return NONE;
        }
        var gathering = new InProgress(catalogue, mode, partialSums, units);
        for (Scorecard one : facts.of(Scorecard.class)) {
            gathering.currencies.put(one.scorecard(), one.currency());
        }
        facts.of(Measurement.class).forEach(gathering::report);
        units.keySet().forEach(parent -> gathering.complete(parent, new HashSet<>()));
        return new UnitFigures(gathering.points());
    }

    /** By KPI and period; empty when the scorecard has no units, or reports all itself. */
    Map<String, Map<Period, Point>> of(String scorecard) {
        return byScorecard.getOrDefault(scorecard, Map.of());
    }

    /**
     * The currencies in which units report what has no total for that reason, as {@code EUR and USD}; empty when that
     * is not why.
     */
    static Optional<String> currencies(Point point) {
        return point.qualifiers().contains(Qualifier.MIXED_CURRENCY)
                        && point.origin() instanceof Origin.Computed computed
                ? Optional.of(computed.how().substring(computed.how().lastIndexOf(IN) + IN.length()))
                : Optional.empty();
    }

    /**
     * Whether values of the KPI can be brought together over units at all; a formula is applied to those of its parts.
     */
    static boolean isAdditive(Kpi kpi) {
        return kpi.formula() == null
                && switch (kpi.unitAggregation()) {
                    case SUM, AVG, MAX, MIN -> true;
                    case LAST, RATIO_OF_SUMS, MEDIAN_OF_RECORDS, NONE -> false;
                };
    }

    /** While it is brought together: reported values, then those of scorecards whose units are complete. */
    private static final class InProgress {
        private final KpiCatalogue catalogue;
        private final Mode mode;
        private final boolean partialSums;
        private final Map<String, List<Scorecard>> units;
        private final Map<String, @Nullable String> currencies = new HashMap<>();
        private final Map<String, Map<String, Map<Period, Part>>> reported = new HashMap<>();
        private final Map<String, Map<String, Map<Period, Part>>> made = new TreeMap<>();
        private final Map<String, Map<String, Map<Period, Integer>>> counts = new HashMap<>();
        private final Set<String> complete = new HashSet<>();
        private final Set<String> reporting = new HashSet<>();

        InProgress(KpiCatalogue catalogue, Mode mode, boolean partialSums, Map<String, List<Scorecard>> units) {
            this.catalogue = catalogue;
            this.mode = mode;
            this.partialSums = partialSums;
            this.units = units;
        }

        void report(Measurement m) {
            if (!m.actual().equals(Reading.BLANK)) {
                reporting.add(m.scorecard());
            }
            reported.computeIfAbsent(m.scorecard(), s -> new HashMap<>())
                    .computeIfAbsent(m.kpi(), k -> new TreeMap<>())
                    .put(m.period(), Part.of(m, currencies.get(m.scorecard())));
        }

        /** @param above the scorecards whose units this one is among; a circle of parents is not walked twice */
        void complete(String scorecard, Set<String> above) {
            if (!above.add(scorecard) || !complete.add(scorecard)) {
                return;
            }
            List<Scorecard> own = units.getOrDefault(scorecard, List.of());
            own.forEach(unit -> complete(unit.scorecard(), above));
            above.remove(scorecard);
            if (own.isEmpty() || (mode == Mode.EMPTY && reporting.contains(scorecard))) {
                return;
            }
            var kpis = new TreeSet<String>();
            own.forEach(unit -> kpis.addAll(of(unit.scorecard()).keySet()));
            for (String id : kpis) {
                Kpi kpi = catalogue.find(id);
                if (kpi != null && isAdditive(kpi) && !reportsActual(scorecard, id)) {
                    bringTogether(scorecard, kpi, own);
                }
            }
        }

        private boolean reportsActual(String scorecard, String kpi) {
            return reported.getOrDefault(scorecard, Map.of()).getOrDefault(kpi, Map.of()).values().stream()
                    .anyMatch(part -> !part.actual().equals(Reading.BLANK));
        }

        private Map<String, Map<Period, Part>> of(String scorecard) {
            var all = new HashMap<>(reported.getOrDefault(scorecard, Map.of()));
            all.putAll(made.getOrDefault(scorecard, Map.of()));
            return all;
        }

        private Map<Period, Part> of(String scorecard, String kpi) {
            Map<Period, Part> computed = made.getOrDefault(scorecard, Map.of()).get(kpi);
            return computed != null
                    ? computed
                    : reported.getOrDefault(scorecard, Map.of()).getOrDefault(kpi, Map.of());
        }

        private void bringTogether(String scorecard, Kpi kpi, List<Scorecard> own) {
            var measuring = new LinkedHashMap<Scorecard, Map<Period, Part>>();
            own.forEach(unit -> {
                Map<Period, Part> parts = of(unit.scorecard(), kpi.id());
                if (!parts.isEmpty()) {
                    measuring.put(unit, parts);
                }
            });
            var periods = new TreeSet<Period>();
            measuring.values().forEach(parts -> periods.addAll(parts.keySet()));
            for (Period period : periods) {
                List<Part> parts = measuring.entrySet().stream()
                        .filter(unit -> isActive(unit.getKey(), period))
                        .map(unit -> unit.getValue().getOrDefault(period, Part.ABSENT))
                        .toList();
                if (!parts.isEmpty()) {
                    made.computeIfAbsent(scorecard, s -> new TreeMap<>())
                            .computeIfAbsent(kpi.id(), k -> new TreeMap<>())
                            .put(period, total(kpi, parts));
                    counts.computeIfAbsent(scorecard, s -> new HashMap<>())
                            .computeIfAbsent(kpi.id(), k -> new HashMap<>())
                            .put(period, parts.size());
                }
            }
        }

        private static boolean isActive(Scorecard unit, Period period) {
            return (unit.activeFrom() == null || !unit.activeFrom().isAfter(period.last()))
                    && (unit.activeTo() == null || !unit.activeTo().isBefore(period.first()));
        }

        private Part total(Kpi kpi, List<Part> parts) {
            var currencies = new TreeSet<String>();
            parts.forEach(part -> currencies.addAll(part.currencies()));
            var places = new TreeSet<SourceRef>();
            parts.forEach(part -> places.addAll(part.places()));
            boolean mixed = kpi.unit() == Unit.CURRENCY && currencies.size() > 1;
            boolean partial = parts.stream()
                    .anyMatch(part -> part.partial() || part.actual().isMissing());
            Function<Function<Part, Reading>, Reading> sum = which -> mixed
                    ? Reading.NOT_REPORTED
                    : together(kpi, parts.stream().map(which).toList());
            Reading actual = sum.apply(Part::actual);
            return new Part(
                    actual,
                    sum.apply(Part::target),
                    sum.apply(Part::baseline),
                    sum.apply(Part::prior),
                    sum.apply(Part::forecast),
                    parts.stream().anyMatch(Part::provisional),
                    partial && actual.isPresent(),
                    Collections.unmodifiableSet(currencies),
                    List.copyOf(places));
        }

        private Reading together(Kpi kpi, List<Reading> readings) {
            List<BigDecimal> present = readings.stream()
                    .map(Reading::valueOrNull)
                    .filter(Objects::nonNull)
                    .toList();
            Reading missing =
                    readings.stream().filter(Reading::isMissing).findFirst().orElse(null);
            if (missing != null && !(partialSums && !present.isEmpty())) {
                return missing;
            } else if (present.isEmpty()) {
                return Reading.NOT_APPLICABLE;
            }
            BigDecimal total = present.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            return Reading.of(
                    kpi.unitAggregation() == Aggregation.AVG
                            ? Decimals.ratio(total, BigDecimal.valueOf(present.size()))
                            : kpi.unitAggregation() == Aggregation.MAX
                                    ? Collections.max(present)
                                    : kpi.unitAggregation() == Aggregation.MIN ? Collections.min(present) : total);
        }

        Map<String, Map<String, Map<Period, Point>>> points() {
            var all = new TreeMap<String, Map<String, Map<Period, Point>>>();
            made.forEach((scorecard, byKpi) -> byKpi.forEach((id, byPeriod) -> {
                Kpi kpi = Objects.requireNonNull(catalogue.find(id));
                byPeriod.forEach((period, part) -> all.computeIfAbsent(scorecard, s -> new TreeMap<>())
                        .computeIfAbsent(id, k -> new TreeMap<>())
                        .put(period, point(kpi, period, part, count(scorecard, id, period))));
            }));
            return all;
        }

        private int count(String scorecard, String kpi, Period period) {
            return Objects.requireNonNull(Objects.requireNonNull(
                            Objects.requireNonNull(counts.get(scorecard)).get(kpi))
                    .get(period));
        }

        private static Point point(Kpi kpi, Period period, Part part, int units) {
            var qualifiers = new TreeSet<>(Set.of(Qualifier.FROM_UNITS));
            if (part.partial()) {
                qualifiers.add(Qualifier.PARTIAL);
            }
            if (kpi.unitAggregation() == Aggregation.AVG && kpi.unit() == Unit.RATIO) {
                qualifiers.add(Qualifier.UNWEIGHTED_MEAN);
            }
            boolean mixed = kpi.unit() == Unit.CURRENCY && part.currencies().size() > 1;
            if (mixed) {
                qualifiers.add(Qualifier.MIXED_CURRENCY);
            }
            return UnitFigures.point(
                    period,
                    new Reading[] {part.actual(), part.target(), part.baseline(), part.prior(), part.forecast()},
                    part.provisional(),
                    kpi.unitAggregation() + " of " + kpi.id() + " over " + units + (units == 1 ? " unit" : " units")
                            + (mixed ? IN + String.join(AND, part.currencies()) : ""),
                    part.places(),
                    qualifiers);
        }
    }

    /** @param readings actual, target, baseline, prior and forecast */
    static Point point(
            Period period,
            Reading[] readings,
            boolean provisional,
            String how,
            List<SourceRef> places,
            Set<Qualifier> qualifiers) {
        return new Point(
                period,
                readings[0],
                readings[1],
                readings[2],
                readings[3],
                readings[4],
                provisional,
                null,
                new Origin.Computed(how),
                places.isEmpty() ? List.of(new Derived(how)) : places,
                Collections.unmodifiableSet(new TreeSet<>(qualifiers)));
    }

    /** What {@link #restored(Iterable)} needs, one entry per scorecard, KPI and period. */
    List<Population.Entry> entries() {
        var entries = new ArrayList<Population.Entry>();
        byScorecard.forEach((scorecard, byKpi) ->
                byKpi.forEach((kpi, byPeriod) -> byPeriod.forEach((period, point) -> entries.add(new Population.Entry(
                        ENTRY,
                        kpi,
                        scorecard,
                        period,
                        String.join(
                                ";",
                                written(point.actual()),
                                written(point.target()),
                                written(point.baseline()),
                                written(point.prior()),
                                written(point.forecast()),
                                point.provisional() ? "Y" : "N",
                                point.qualifiers().stream().map(Qualifier::name).collect(Collectors.joining("+")),
                                ((Origin.Computed) point.origin()).how()),
                        0,
                        0)))));
        return entries;
    }

    /** The figures of {@link #entries}; the addresses of what they were brought together of are not among them. */
    static UnitFigures restored(Iterable<Population.Entry> entries) {
        var all = new TreeMap<String, Map<String, Map<Period, Point>>>();
        for (Population.Entry entry : entries) {
            String[] parts = Population.part(entry.name(), entry).split(";", PARTS);
            var readings = new Reading[READINGS];
            for (int i = 0; i < READINGS; i++) {
                readings[i] = read(parts[i]);
            }
            Set<Qualifier> qualifiers = Arrays.stream(parts[READINGS + 1].split("\\+"))
                    .map(Qualifier::valueOf)
                    .collect(Collectors.toSet());
            Period period = Population.part(entry.period(), entry);
            all.computeIfAbsent(Population.part(entry.group(), entry), s -> new TreeMap<>())
                    .computeIfAbsent(Population.part(entry.kpi(), entry), k -> new TreeMap<>())
                    .put(
                            period,
                            point(
                                    period,
                                    readings,
                                    parts[READINGS].equals("Y"),
                                    parts[READINGS + 2],
                                    List.of(),
                                    qualifiers));
        }
        return all.isEmpty() ? NONE : new UnitFigures(all);
    }

    private static String written(Reading reading) {
        return reading instanceof Reading.Missing missing
                ? missing.reason().name()
                : reading.isPresent() ? reading.toString() : NOT_APPLICABLE;
    }

    private static Reading read(String written) {
        if (written.equals(NOT_APPLICABLE)) {
            return Reading.NOT_APPLICABLE;
        }
        for (Reading.Reason reason : Reading.Reason.values()) {
            if (reason.name().equals(written)) {
                return new Reading.Missing(reason);
            }
        }
        return Reading.of(written);
    }
}
