package boscard.evaluation;

import boscard.fact.Decimals;
import boscard.fact.Kpi;
import boscard.fact.Objective;
import boscard.fact.Period;
import boscard.fact.Sign;
import boscard.fact.StrategyLink;
import boscard.indicator.Series;
import boscard.indicator.Series.Point;
import boscard.indicator.Statistics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the data of a scorecard bear out the links of the strategy map: Spearman rank correlation of each KPI of the
 * cause with each KPI of the effect some periods later (DOMAIN.md section 9, SM4).
 */
final class LinkIndicators {

    private final ScorecardContext context;
    private final IndicatorList list;

    LinkIndicators(ScorecardContext context, IndicatorList list) {
        this.context = context;
        this.list = list;
    }

    void indicators() {
        if (context.facts().links().isEmpty()) {
            return;
        }
        Map<String, Objective> objectives = new HashMap<>();
        context.facts().objectives().forEach(objective -> objectives.put(objective.objective(), objective));
        for (StrategyLink link : context.facts().links()) {
            Objective from = objectives.get(link.fromObjective());
            Objective to = objectives.get(link.toObjective());
            if (from != null && to != null) {
                for (String cause : from.kpis()) {
                    for (String effect : to.kpis()) {
                        correlate(link, cause, effect);
                    }
                }
            }
        }
    }

    private void correlate(StrategyLink link, String cause, String effect) {
        Series x = cause.equals(effect) ? null : context.mainSeries(cause);
        Series y = context.mainSeries(effect);
        if (x == null || y == null) {
            return;
        }
        if (x.grain() != y.grain()) { // a finer one may be there at the other's grain too
            Series same = context.series(cause, y.grain());
            x = same == null ? x : same;
        }
        Period latest = context.latest(effect, y.grain());
        if (x.grain() != y.grain() || latest == null) {
            return;
        }
        int lag = link.lagPeriods();
        var causes = new ArrayList<BigDecimal>();
        var effects = new ArrayList<BigDecimal>();
        for (Point point : y.points().headMap(latest, true).values()) {
            BigDecimal after = better(y.kpi(), point);
            Point earlier = after == null ? null : x.at(point.period().plus(-lag));
            BigDecimal before = earlier == null ? null : better(x.kpi(), earlier);
            if (after != null && before != null) {
                causes.add(before);
                effects.add(after);
            }
        }
        String name = link.fromObjective() + " -> " + link.toObjective() + " (" + cause + " -> " + effect + ")";
        Statistics.rankCorrelation(causes, effects)
                .ifPresent(rho -> list.of("link_rank_correlation")
                        .other("link", name)
                        .value(link.sign() == Sign.NEGATIVE ? Decimals.canonical(rho.negate()) : rho, null)
                        .count(causes.size())
                        .formula("Spearman rank correlation, " + lag + " periods later, the way the link says")
                        .from(List.of(link.origin().whole()))
                        .add());
    }

    /** The value such that more is better. */
    private static @Nullable BigDecimal better(Kpi kpi, Point point) {
        BigDecimal value = point.actual().valueOrNull();
        if (value == null) {
            return null;
        }
        return switch (kpi.direction()) {
            case HIGHER, BINARY -> value;
            case LOWER -> value.negate();
            case IN_RANGE ->
                boscard.indicator.Attainment.distanceOutside(kpi, value).negate();
        };
    }
}
