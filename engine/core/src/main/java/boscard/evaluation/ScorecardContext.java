package boscard.evaluation;

import boscard.fact.Deal;
import boscard.fact.Grain;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.Level;
import boscard.fact.Objective;
import boscard.fact.Period;
import boscard.fact.Perspective;
import boscard.fact.ScorecardFacts;
import boscard.indicator.Series;
import boscard.rulebook.Parameter;
import boscard.rulebook.Parameters;
import boscard.rulebook.Rulebook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One scorecard while it is evaluated: its facts as series, and what does not change during the run. */
final class ScorecardContext {

    private final ScorecardFacts facts;
    private final Rulebook rulebook;
    private final KpiFormulas formulas;
    private final Population population;
    private final EvaluationSettings settings;
    private final Map<String, Map<Grain, Series>> series;
    private final List<SeriesDoubt> seriesDoubts = new ArrayList<>();
    private final Map<String, Map<Grain, Period>> latestClosed = new HashMap<>();
    private final ProcessChart chart;
    private final Map<String, Optional<ProcessChart.Judged>> processes = new HashMap<>();

    ScorecardContext(
            ScorecardFacts facts,
            Rulebook rulebook,
            KpiFormulas formulas,
            Population population,
            EvaluationSettings settings) {
        this.facts = facts;
        this.rulebook = rulebook;
        this.formulas = formulas;
        this.population = population;
        this.settings = settings;
        this.chart = new ProcessChart(rulebook.parameters());
        this.series = MissingAsZero.in(
                SeriesBuilder.build(
                        facts,
                        rulebook.catalogue(),
                        formulas,
                        settings.calendar(),
                        seriesDoubts,
                        population.units().of(facts.id()),
                        rulebook.parameters().text("allow_partial_sum", "N").equals("Y")),
                asOf());
        series.forEach((kpi, byGrain) -> byGrain.forEach((grain, one) -> {
            Period latest = null;
            for (Period period : one.points().keySet()) {
                latest = period.isClosed(asOf()) ? period : latest;
            }
            if (latest != null) {
                latestClosed.computeIfAbsent(kpi, k -> new HashMap<>()).put(grain, latest);
            }
        }));
    }

    ScorecardFacts facts() {
        return facts;
    }

    String id() {
        return facts.id();
    }

    @Nullable
    Level level() {
        return facts.scorecard().level();
    }

    Rulebook rulebook() {
        return rulebook;
    }

    KpiCatalogue catalogue() {
        return rulebook.catalogue();
    }

    Parameters parameters() {
        return rulebook.parameters();
    }

    KpiFormulas formulas() {
        return formulas;
    }

    Population population() {
        return population;
    }

    EvaluationSettings settings() {
        return settings;
    }

    LocalDate asOf() {
        return settings.asOf().date();
    }

    /** Every series, by KPI and then grain. */
    List<Series> allSeries() {
        var all = new ArrayList<Series>();
        series.values().forEach(byGrain -> all.addAll(byGrain.values()));
        return all;
    }

    /** What was noticed while the series were computed. */
    List<SeriesDoubt> seriesDoubts() {
        return seriesDoubts;
    }

    /** All grains at which a KPI is known, the finest first; empty when it is not measured. */
    Map<Grain, Series> grains(String kpi) {
        return series.getOrDefault(kpi, Map.of());
    }

    /** Whether the value of a KPI in a period was computed, by its formula or from units, rather than reported. */
    boolean isComputed(String kpi, String period) {
        for (Series one : grains(kpi).values()) {
            for (Series.Point point : one.points().values()) {
                if (!point.inputs().isEmpty() && point.period().toString().equals(period)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The series of scored KPIs. */
    List<Series> scoredSeries() {
        return allSeries().stream().filter(one -> one.kpi().isScored()).toList();
    }

    @Nullable
    Series series(String kpi, Grain grain) {
        return series.getOrDefault(kpi, Map.of()).get(grain);
    }

    /** The series in which a KPI counts: that of its own frequency, else the finest there is; null when it has none. */
    @Nullable
    Series mainSeries(String kpi) {
        Map<Grain, Series> byGrain = series.get(kpi);
        Kpi definition = catalogue().find(kpi);
        if (byGrain == null || definition == null) {
            return null;
        }
        Series own = byGrain.get(grainOf(definition));
        return own != null ? own : byGrain.values().iterator().next();
    }

    /** The same KPI by the next shorter periods that it has; null when it has none. */
    @Nullable
    Series finer(Series one) {
        Series found = null;
        for (Map.Entry<Grain, Series> candidate :
                series.getOrDefault(one.kpi().id(), Map.of()).entrySet()) {
            found = candidate.getKey().compareTo(one.grain()) < 0 ? candidate.getValue() : found;
        }
        return found;
    }

    /** The scored KPIs that this scorecard measures, in the order of the catalogue. */
    List<Kpi> scoredKpis() {
        return catalogue().kpis().stream()
                .filter(kpi -> kpi.isScored() && series.containsKey(kpi.id()))
                .toList();
    }

    /** The newest closed period of a KPI at a grain; null when none is closed. */
    @Nullable
    Period latest(String kpi, Grain grain) {
        return latestClosed.getOrDefault(kpi, Map.of()).get(grain);
    }

    ProcessChart chart() {
        return chart;
    }

    /**
     * The newest closed period of a KPI against the limits of the periods before it; null when it cannot be judged.
     * Computed once, for all checks that look at it.
     */
    ProcessChart.@Nullable Judged process(String kpi) {
        return processes.computeIfAbsent(kpi, this::judge).orElse(null);
    }

    private Optional<ProcessChart.Judged> judge(String kpi) {
        Series one = mainSeries(kpi);
        Period latest = one == null ? null : latest(kpi, one.grain());
        Series.Point point = one == null || latest == null ? null : one.at(latest);
        return one == null || point == null ? Optional.empty() : chart.judge(one, point);
    }

    /** The newest closed period of a grain by the calendar, whether anything was measured in it or not. */
    Period newestClosed(Grain grain) {
        Period period = settings.calendar().containing(grain, asOf());
        return period.isClosed(asOf()) ? period : period.previous();
    }

    /**
     * A number of parameters.xlsx; null in a rulebook from before it had one, and then nothing that needs it is said.
     */
    @Nullable
    BigDecimal setting(String name) {
        Parameter parameter = parameters().find(name);
        return parameter == null ? null : parameter.number();
    }

    /** The same as a whole number; {@code otherwise} when there is none. */
    int setting(String name, int otherwise) {
        BigDecimal number = setting(name);
        return number == null ? otherwise : number.intValue();
    }

    /** The name of a KPI, a perspective or an objective, as people know it; the id itself when it is none of them. */
    String nameOf(@Nullable String id) {
        Kpi kpi = catalogue().find(id);
        if (kpi != null || id == null) {
            return kpi == null ? "no KPI" : kpi.name();
        }
        for (Perspective perspective : catalogue().perspectives()) {
            if (perspective.id().equals(id)) {
                return perspective.name();
            }
        }
        for (Objective objective : facts.objectives()) {
            if (objective.objective().equals(id)) {
                return objective.name();
            }
        }
        return id;
    }

    /**
     * Whether the amounts of a deal can be added to others of the scorecard; those in another currency are left out.
     */
    boolean isOwnCurrency(Deal deal) {
        String own = facts.scorecard().currency();
        return own == null || deal.currency() == null || own.equals(deal.currency());
    }

    /** Above this percentile of its own history a number of a scorecard is unusual, 0 to 1. */
    BigDecimal ownPercentile() {
        return parameters().number("own_percentile", "0.9");
    }

    /** Id of the KPI that stands for bookings in the gaming signals. */
    String bookingsKpi() {
        return parameters().text("bookings_kpi", "revenue");
    }

    static Grain grainOf(Kpi kpi) {
        return kpi.frequency().grain();
    }
}
