package boscard.evaluation;

import boscard.fact.ScorecardFacts;
import boscard.indicator.Series;
import boscard.problem.Problems;
import boscard.rulebook.Rulebook;
import boscard.source.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the tables of a run looked at, prepared again from the same facts: for explanations, which need the numbers and
 * not the rules engine. Not thread-safe.
 */
public final class Replay {

    private final ScorecardContext context;
    private final PerformanceBuilder performances;

    /**
     * Prepares.
     *
     * @param facts of the scorecard, as the run has them
     */
    public Replay(ScorecardFacts facts, Rulebook rulebook, EvaluationSettings settings, Population population) {
        this.context = new ScorecardContext(
                facts, rulebook, KpiFormulas.of(rulebook.catalogue(), new Problems()), population, settings);
        this.performances = new PerformanceBuilder(settings.asOf(), rulebook, population);
    }

    /** The numbers of a KPI in a period; empty when it was not measured then. */
    public Optional<Performance> performance(String kpi, String period) {
        for (Series series : context.allSeries()) {
            if (series.kpi().id().equals(kpi)) {
                for (Series.Point point : series.points().values()) {
                    if (point.period().toString().equals(period)) {
                        return Optional.of(performances.of(
                                context.facts().scorecard(),
                                series,
                                point,
                                context.latest(kpi, series.grain()),
                                context.finer(series)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Where the numbers of a KPI in a period stand: its own cells, or those it was computed from. */
    public List<SourceRef> sources(String kpi, String period) {
        for (Series series : context.allSeries()) {
            if (series.kpi().id().equals(kpi)) {
                for (Series.Point point : series.points().values()) {
                    if (point.period().toString().equals(period)) {
                        return StatusStage.sources(point);
                    }
                }
            }
        }
        return List.of();
    }

    /** Every indicator of the scorecard that needs no conclusion of the run but statuses and nodes. */
    public List<Indicator> indicators(List<KpiStatus> statuses, List<NodeScore> nodes) {
        var all = new ArrayList<Indicator>();
        all.addAll(QualityIndicators.of(context));
        all.addAll(StatusIndicators.of(context, statuses, nodes));
        all.addAll(GoalIndicators.of(context));
        all.addAll(BalanceIndicators.of(context, statuses));
        all.addAll(PitfallIndicators.of(context));
        return all;
    }
}
