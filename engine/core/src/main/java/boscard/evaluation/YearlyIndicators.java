package boscard.evaluation;

import boscard.fact.Aggregation;
import boscard.fact.Decimals;
import boscard.fact.Grain;
import boscard.fact.Kpi;
import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.fact.Unit;
import boscard.indicator.Formula;
import boscard.indicator.Series;
import boscard.indicator.Series.Point;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How revenue, margin, acquisition cost and retention changed in a year (DOMAIN.md section 7, B10 and B11). What adds
 * up, and what is computed from it, is compared by whole years up to the newest closed period, so that one month
 * decides nothing; anything else by its newest closed value and the one a year earlier.
 */
final class YearlyIndicators {

    private final ScorecardContext context;
    private final IndicatorList list;

    YearlyIndicators(ScorecardContext context, IndicatorList list) {
        this.context = context;
        this.list = list;
    }

    /** A number now and a year before. */
    private record Change(BigDecimal now, BigDecimal before, int periods, List<SourceRef> inputs) {}

    void indicators() {
        Change revenue = of("revenue");
        if (revenue != null && revenue.before().signum() > 0) {
            relative("yearly_revenue_growth", "revenue", revenue);
            difference("yearly_margin_change", "gross_margin");
            Change cac = of("cac");
            if (cac != null && cac.before().signum() > 0) {
                relative("yearly_cac_growth", "cac", cac);
            }
            difference("yearly_nrr_change", "nrr");
        }
        leak();
    }

    private void relative(String name, String kpi, Change change) {
        draft(name, kpi, change)
                .value(Decimals.ratio(change.now().subtract(change.before()), change.before()), Unit.RATIO)
                .add();
    }

    private void difference(String name, String kpi) {
        Change change = of(kpi);
        if (change != null) {
            draft(name, kpi, change)
                    .value(Decimals.canonical(change.now().subtract(change.before())), Unit.RATIO)
                    .add();
        }
    }

    private IndicatorList.Draft draft(String name, String kpi, Change change) {
        return list.of(name)
                .other("kpi", kpi)
                .count(change.periods())
                .reference(change.before())
                .formula("from " + change.before().toPlainString() + " to "
                        + change.now().toPlainString() + ", " + change.periods() + " periods each")
                .from(change.inputs());
    }

    private @Nullable Change of(String id) {
        Kpi kpi = context.catalogue().find(id);
        if (kpi == null) {
            return null;
        }
        Formula formula = context.formulas().find(id);
        Change years = formula != null ? byYears(formula) : null;
        if (years == null && kpi.timeAggregation() == Aggregation.SUM) {
            years = byYears(Formula.parse(id));
        }
        return years != null ? years : newest(id);
    }

    /** Its operands brought together over the last year and over the year before, then the formula. */
    private @Nullable Change byYears(Formula formula) {
        for (Grain grain : Grain.values()) {
            Period latest = null;
            for (String operand : formula.kpis()) {
                Period own = context.series(operand, grain) == null ? null : context.latest(operand, grain);
                if (own == null) {
                    latest = null;
                    break;
                }
                latest = latest == null || own.compareTo(latest) < 0 ? own : latest;
            }
            if (latest != null) {
                var inputs = new TreeSet<SourceRef>();
                BigDecimal now = whole(formula, grain, latest, inputs);
                BigDecimal before = whole(formula, grain, latest.yearEarlier(), inputs);
                if (now != null && before != null) {
                    return new Change(now, before, latest.perYear(), List.copyOf(inputs));
                }
            }
        }
        return null;
    }

    private @Nullable BigDecimal whole(Formula formula, Grain grain, Period last, Set<SourceRef> inputs) {
        return formula.evaluate(
                        new Formula.Operands() {
                            @Override
                            public Reading actual(String kpi, Period period) {
                                return period.equals(last) ? together(kpi, grain, last, inputs) : Reading.BLANK;
                            }

                            @Override
                            public Reading target(String kpi, Period period) {
                                return Reading.BLANK;
                            }

                            @Override
                            public Reading forecast(String kpi, Period period) {
                                return Reading.BLANK;
                            }

                            @Override
                            public Reading prior(String kpi, Period period) {
                                return Reading.BLANK;
                            }
                        },
                        last)
                .valueOrNull();
    }

    /** The year that ends with a period; missing when a part is missing or the measure cannot be brought together. */
    private Reading together(String id, Grain grain, Period last, Set<SourceRef> inputs) {
        Series series = context.series(id, grain);
        if (series == null) {
            return Reading.BLANK;
        }
        Aggregation how = series.kpi().timeAggregation();
        if (how == Aggregation.LAST) {
            Point point = series.at(last);
            return point == null ? Reading.BLANK : point.actual();
        } else if (how != Aggregation.SUM) {
            return Reading.BLANK;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int back = last.perYear() - 1; back >= 0; back--) {
            Point point = series.at(last.plus(-back));
            BigDecimal value = point == null ? null : point.actual().valueOrNull();
            if (point == null || value == null) {
                return Reading.BLANK;
            }
            inputs.add(point.origin().of("actual"));
            sum = sum.add(value);
        }
        return Reading.of(sum);
    }

    private @Nullable Change newest(String id) {
        Series series = context.mainSeries(id);
        Period latest = series == null ? null : context.latest(id, series.grain());
        Point point = series == null || latest == null ? null : series.at(latest);
        BigDecimal now = point == null ? null : point.actual().valueOrNull();
        if (series == null || latest == null || point == null || now == null) {
            return null;
        }
        var inputs = new ArrayList<SourceRef>(StatusStage.sources(point));
        BigDecimal before = point.prior().valueOrNull();
        if (before == null) {
            Point earlier = series.at(latest.yearEarlier());
            before = earlier == null ? null : earlier.actual().valueOrNull();
            if (earlier != null) {
                inputs.addAll(StatusStage.sources(earlier));
            }
        }
        return before == null ? null : new Change(now, before, 1, inputs);
    }

    /** Churned / new revenue in the newest closed period that has both, with the retention beside it. */
    private void leak() {
        for (Grain grain : Grain.values()) {
            Series churned = context.series("churned_rev", grain);
            Series won = context.series("new_revenue", grain);
            Period latest = churned == null ? null : context.latest("churned_rev", grain);
            Point lost = churned == null || latest == null ? null : churned.at(latest);
            Point gained = won == null || latest == null ? null : won.at(latest);
            BigDecimal out = lost == null ? null : lost.actual().valueOrNull();
            BigDecimal in = gained == null ? null : gained.actual().valueOrNull();
            if (latest != null && lost != null && gained != null && out != null && in != null && in.signum() > 0) {
                list.of("churned_to_new")
                        .period(latest)
                        .value(Decimals.ratio(out, in), Unit.RATIO)
                        .with("grr", newestOf("grr"), Unit.RATIO)
                        .with("nrr", newestOf("nrr"), Unit.RATIO)
                        .formula("churned " + out.toPlainString() + " / new " + in.toPlainString())
                        .from(List.of(
                                lost.origin().of("actual"), gained.origin().of("actual")))
                        .add();
                return;
            }
        }
    }

    private @Nullable BigDecimal newestOf(String id) {
        Series series = context.mainSeries(id);
        Period latest = series == null ? null : context.latest(id, series.grain());
        Point point = series == null || latest == null ? null : series.at(latest);
        return point == null ? null : point.actual().valueOrNull();
    }
}
