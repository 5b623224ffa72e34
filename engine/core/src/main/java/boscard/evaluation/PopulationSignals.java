package boscard.evaluation;

import boscard.fact.Decimals;
import boscard.fact.Facts;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.Level;
import boscard.fact.Measurement;
import boscard.fact.Period;
import boscard.fact.Scorecard;
import boscard.fact.TargetChange;
import boscard.indicator.Attainment;
import boscard.indicator.Statistics;
import boscard.indicator.TargetHabits;
import boscard.rulebook.Parameters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Signs that only many scorecards together can give: targets that jump for all, results that bunch at the target, one
 * formula behind all targets, targets lowered where it helps the manager. A few numbers per KPI and period. They are
 * told once, with the topmost scorecard. Immutable; safe for any thread.
 */
public final class PopulationSignals {

    /**
     * The targets of a period, added up over the units that also had one in the period before.
     *
     * @param sum in the unit of the KPI
     * @param before of the same units in the period before; above 0
     */
    public record TargetTotal(String kpi, Period period, BigDecimal sum, BigDecimal before, int units) {}

    /** Attainments of all units in one period, and how many lie just above and just below the target. */
    public record Bunch(String kpi, Period period, int units, int justAbove, int justBelow) {}

    /** Target / prior-year value of all units in one period: mean and standard deviation, two units at least. */
    public record Factor(String kpi, Period period, int units, BigDecimal mean, BigDecimal deviation) {}

    /**
     * How often targets of reps below quota were lowered where the manager is near the own quota, and elsewhere.
     *
     * @param chances rep periods of the group, each a chance to lower a target
     */
    public record Relief(int cuts, int chances, int otherCuts, int otherChances) {}

    private record KpiPeriod(String kpi, Period period) implements Comparable<KpiPeriod> {
        @Override
        public int compareTo(KpiPeriod that) {
            int order = kpi.compareTo(that.kpi);
            return order != 0 ? order : period.compareTo(that.period);
        }
    }

    private record UnitPeriod(String scorecard, Period period) {}

    private static final class Sums {
        BigDecimal target = BigDecimal.ZERO;
        BigDecimal before = BigDecimal.ZERO;
        int pairs;
        int units;
        int justAbove;
        int justBelow;
        final List<BigDecimal> targetToPrior = new ArrayList<>();
    }

    private final @Nullable String speaker;
    private final List<TargetTotal> targetTotals;
    private final List<Bunch> bunches;
    private final List<Factor> factors;
    private final Map<String, Relief> reliefs;

    private PopulationSignals(
            @Nullable String speaker,
            List<TargetTotal> targetTotals,
            List<Bunch> bunches,
            List<Factor> factors,
            Map<String, Relief> reliefs) {
        this.speaker = speaker;
        this.targetTotals = List.copyOf(targetTotals);
        this.bunches = List.copyOf(bunches);
        this.factors = List.copyOf(factors);
        this.reliefs = Map.copyOf(reliefs);
    }

    /** @param facts measurements sorted by key, so that the periods of one series follow each other */
    static PopulationSignals of(Facts facts, KpiCatalogue catalogue, Parameters parameters, AsOf asOf) {
        BigDecimal band = parameters.number("g7_band", "0.02");
        var cards = new HashMap<String, Scorecard>();
        facts.of(Scorecard.class).forEach(card -> cards.put(card.scorecard(), card));
        var sums = new TreeMap<KpiPeriod, Sums>();
        var attainments = new HashMap<String, Map<UnitPeriod, BigDecimal>>();
        var lowered = loweredTargets(facts, catalogue, asOf);
        Measurement before = null;
        for (Measurement m : facts.of(Measurement.class)) {
            Kpi kpi = catalogue.find(m.kpi());
            if (kpi != null && m.period().isClosed(asOf.date())) {
                Sums sum = sums.computeIfAbsent(new KpiPeriod(m.kpi(), m.period()), key -> new Sums());
                total(sum, m, before);
                BigDecimal attainment = attainment(kpi, m);
                if (attainment != null) {
                    attained(sum, attainment, band);
                    if (lowered.containsKey(m.kpi())) {
                        attainments
                                .computeIfAbsent(m.kpi(), k -> new HashMap<>())
                                .put(new UnitPeriod(m.scorecard(), m.period()), attainment);
                    }
                }
                toPrior(sum, m);
            }
            before = m;
        }
        return new PopulationSignals(
                speaker(facts),
                totals(sums),
                bunches(sums),
                factors(sums),
                reliefs(attainments, lowered, cards, parameters.number("g6_manager", "0.1")));
    }

    private static void total(Sums sum, Measurement m, @Nullable Measurement before) {
        BigDecimal target = m.target().valueOrNull();
        BigDecimal earlier = before == null ? null : before.target().valueOrNull();
        if (target != null
                && earlier != null
                && before != null
                && before.scorecard().equals(m.scorecard())
                && before.kpi().equals(m.kpi())
                && before.period().plus(1).equals(m.period())) {
            sum.target = sum.target.add(target);
            sum.before = sum.before.add(earlier);
            sum.pairs++;
        }
    }

    private static void attained(Sums sum, BigDecimal attainment, BigDecimal band) {
        sum.units++;
        sum.justAbove += TargetHabits.isJustAbove(attainment, band) ? 1 : 0;
        sum.justBelow += TargetHabits.isJustBelow(attainment, band) ? 1 : 0;
    }

    private static void toPrior(Sums sum, Measurement m) {
        BigDecimal target = m.target().valueOrNull();
        BigDecimal prior = m.prior().valueOrNull();
        if (target != null && prior != null && prior.signum() > 0) {
            sum.targetToPrior.add(Decimals.ratio(target, prior));
        }
    }

    private static @Nullable BigDecimal attainment(Kpi kpi, Measurement m) {
        BigDecimal actual = m.actual().valueOrNull();
        BigDecimal target = m.target().valueOrNull();
        return actual == null || target == null
                ? null
                : Attainment.of(kpi, actual, target).orElse(null);
    }

    /** Targets of a KPI that were made easier until the as-of date, by KPI. */
    private static Map<String, List<TargetChange>> loweredTargets(Facts facts, KpiCatalogue catalogue, AsOf asOf) {
        var lowered = new HashMap<String, List<TargetChange>>();
        for (TargetChange change : facts.of(TargetChange.class)) {
            Kpi kpi = catalogue.find(change.kpi());
            if (kpi != null && !change.changedOn().isAfter(asOf.date()) && TargetIndicators.isEasier(kpi, change)) {
                lowered.computeIfAbsent(change.kpi(), k -> new ArrayList<>()).add(change);
            }
        }
        return lowered;
    }

    /** The first scorecard without a parent; of declared ones when there are any. */
    private static @Nullable String speaker(Facts facts) {
        List<Scorecard> declared = facts.of(Scorecard.class);
        if (declared.isEmpty()) {
            return facts.of(Measurement.class).stream()
                    .map(Measurement::scorecard)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
        return declared.stream()
                .filter(card -> card.parent() == null)
                .map(Scorecard::scorecard)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static List<TargetTotal> totals(Map<KpiPeriod, Sums> sums) {
        var totals = new ArrayList<TargetTotal>();
        sums.forEach((key, sum) -> {
            if (sum.pairs > 1 && sum.before.signum() > 0) {
                totals.add(new TargetTotal(key.kpi(), key.period(), sum.target, sum.before, sum.pairs));
            }
        });
        return totals;
    }

    /** Only the newest period of each KPI and grain: what is fitted now. */
    private static List<Bunch> bunches(TreeMap<KpiPeriod, Sums> sums) {
        var newest = new TreeMap<String, Bunch>();
        sums.forEach((key, sum) -> {
            if (sum.units > 0) {
                newest.put(
                        key.kpi() + "|" + key.period().grain(),
                        new Bunch(key.kpi(), key.period(), sum.units, sum.justAbove, sum.justBelow));
            }
        });
        return List.copyOf(newest.values());
    }

    private static List<Factor> factors(TreeMap<KpiPeriod, Sums> sums) {
        var newest = new TreeMap<String, Factor>();
        sums.forEach((key, sum) -> Statistics.deviation(sum.targetToPrior)
                .ifPresent(deviation -> newest.put(
                        key.kpi() + "|" + key.period().grain(),
                        new Factor(
                                key.kpi(),
                                key.period(),
                                sum.targetToPrior.size(),
                                Statistics.mean(sum.targetToPrior),
                                deviation))));
        return List.copyOf(newest.values());
    }

    private static Map<String, Relief> reliefs(
            Map<String, Map<UnitPeriod, BigDecimal>> attainments,
            Map<String, List<TargetChange>> lowered,
            Map<String, Scorecard> cards,
            BigDecimal nearManager) {
        var reliefs = new HashMap<String, Relief>();
        attainments.forEach((kpi, byUnit) -> {
            var cutPeriods = new HashMap<UnitPeriod, TargetChange>();
            lowered.getOrDefault(kpi, List.of())
                    .forEach(change -> cutPeriods.put(new UnitPeriod(change.scorecard(), change.period()), change));
            int cuts = 0;
            int chances = 0;
            int otherCuts = 0;
            int otherChances = 0;
            for (Map.Entry<UnitPeriod, BigDecimal> unit : byUnit.entrySet()) {
                Scorecard card = cards.get(unit.getKey().scorecard());
                if (card == null || card.level() != Level.REP || card.parent() == null) {
                    continue;
                }
                TargetChange cut = cutPeriods.get(unit.getKey());
                BigDecimal ofManager =
                        byUnit.get(new UnitPeriod(card.parent(), unit.getKey().period()));
                boolean near = ofManager != null
                        && ofManager.subtract(BigDecimal.ONE).abs().compareTo(nearManager) <= 0;
                if (near && unit.getValue().compareTo(BigDecimal.ONE) < 0) {
                    chances++;
                    cuts += cut == null ? 0 : 1;
                } else {
                    otherChances++;
                    otherCuts += cut == null ? 0 : 1;
                }
            }
            reliefs.put(kpi, new Relief(cuts, chances, otherCuts, otherChances));
        });
        return reliefs;
    }

    /** The form in which they are stored with a run; see {@link Population#entries}. */
    List<Population.Entry> entries() {
        var entries = new ArrayList<Population.Entry>();
        if (speaker != null) {
            entries.add(new Population.Entry("speaker", null, null, null, speaker, 1, 0));
        }
        targetTotals.forEach(
                one -> entries.add(entry("targets", one.kpi(), one.period(), one.units(), 0, one.sum(), one.before())));
        bunches.forEach(one -> entries.add(entry(
                "bunch", one.kpi(), one.period(), one.units(), one.justAbove(), BigDecimal.valueOf(one.justBelow()))));
        factors.forEach(one ->
                entries.add(entry("factor", one.kpi(), one.period(), one.units(), 0, one.mean(), one.deviation())));
        reliefs.forEach((kpi, one) -> entries.add(entry(
                "relief",
                kpi,
                null,
                one.cuts(),
                one.chances(),
                BigDecimal.valueOf(one.otherCuts()),
                BigDecimal.valueOf(one.otherChances()))));
        return entries;
    }

    private static Population.Entry entry(
            String what, String kpi, @Nullable Period period, int first, int second, BigDecimal... more) {
        String name = Arrays.stream(more).map(BigDecimal::toPlainString).collect(Collectors.joining(";"));
        return new Population.Entry(what, kpi, null, period, name, first, second);
    }

    /** The signals of which these are the {@link #entries}. */
    static PopulationSignals restored(Iterable<Population.Entry> entries) {
        String speaker = null;
        var totals = new ArrayList<TargetTotal>();
        var bunches = new ArrayList<Bunch>();
        var factors = new ArrayList<Factor>();
        var reliefs = new HashMap<String, Relief>();
        for (Population.Entry entry : entries) {
            String name = Population.part(entry.name(), entry);
            if (entry.what().equals("speaker")) {
                speaker = name;
                continue;
            }
            String kpi = Population.part(entry.kpi(), entry);
            List<BigDecimal> more =
                    Arrays.stream(name.split(";", -1)).map(BigDecimal::new).toList();
            switch (entry.what()) {
                case "targets" ->
                    totals.add(new TargetTotal(
                            kpi, Population.part(entry.period(), entry), more.get(0), more.get(1), entry.first()));
                case "bunch" ->
                    bunches.add(new Bunch(
                            kpi,
                            Population.part(entry.period(), entry),
                            entry.first(),
                            entry.second(),
                            more.get(0).intValue()));
                case "factor" ->
                    factors.add(new Factor(
                            kpi, Population.part(entry.period(), entry), entry.first(), more.get(0), more.get(1)));
                default ->
                    reliefs.put(
                            kpi,
                            new Relief(
                                    entry.first(),
                                    entry.second(),
                                    more.get(0).intValue(),
                                    more.get(1).intValue()));
            }
        }
        return new PopulationSignals(speaker, totals, bunches, factors, reliefs);
    }

    /** Whether what concerns all is told with this scorecard. */
    public boolean speaksForAll(String scorecard) {
        return scorecard.equals(speaker);
    }

    public List<TargetTotal> targetTotals() {
        return targetTotals;
    }

    public List<Bunch> bunches() {
        return bunches;
    }

    public List<Factor> factors() {
        return factors;
    }

    /** By KPI; only of KPIs with a target that was lowered. */
    public Map<String, Relief> reliefs() {
        return reliefs;
    }
}
