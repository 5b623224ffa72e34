package boscard.html;

import boscard.evaluation.Display;
import boscard.evaluation.KpiStatus;
import boscard.fact.Decimals;
import boscard.fact.Horizon;
import boscard.fact.Timing;
import boscard.fact.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** How the weight of a scorecard is shared: short against long, leading against lagging. */
final class BalancePicture {

    private BalancePicture() {}

    static void write(Markup html, List<KpiStatus> statuses) {
        Map<String, KpiStatus> byKpi = new LinkedHashMap<>();
        statuses.forEach(status -> byKpi.putIfAbsent(status.kpi(), status));
        List<KpiStatus> kpis = List.copyOf(byKpi.values());
        if (weight(kpis, status -> true).signum() == 0) {
            return;
        }
        html.open("div", "class", "balance", "role", "group", "aria-label", "Balance of the weights");
        bar(html, kpis, "Short-term", "long-term", status -> status.horizon() == Horizon.SHORT);
        bar(html, kpis, "Leading", "lagging", status -> status.timing() == Timing.LEADING);
        html.close().line();
    }

    private static BigDecimal weight(List<KpiStatus> kpis, Predicate<KpiStatus> which) {
        return kpis.stream().filter(which).map(KpiStatus::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void bar(
            Markup html, List<KpiStatus> kpis, String first, String second, Predicate<KpiStatus> isFirst) {
        BigDecimal share = Decimals.ratio(weight(kpis, isFirst), weight(kpis, status -> true));
        BigDecimal rest = BigDecimal.ONE.subtract(share);
        long firstCount = kpis.stream().filter(isFirst).count();
        html.open("div", "class", "bar");
        html.open("p")
                .text(first + " " + Display.number(share, Unit.RATIO) + " (" + firstCount + " KPIs) · " + second + " "
                        + Display.number(rest, Unit.RATIO) + " (" + (kpis.size() - firstCount) + ")")
                .close();
        html.open("div", "class", "track", "aria-hidden", "true");
        html.open("span", "class", "first", "style", "width:" + percent(share)).close();
        html.open("span", "class", "second", "style", "width:" + percent(rest)).close();
        html.close().close();
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(2, RoundingMode.HALF_UP).toPlainString() + "%";
    }
}
