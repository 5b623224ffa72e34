package boscard.html;

import boscard.evaluation.Display;
import boscard.evaluation.NaturalLimits;
import boscard.fact.Kpi;
import boscard.fact.Unit;
import boscard.indicator.Series.Point;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Places for charts. The numbers are attributes of the place; the page's script lets uPlot draw them when they come
 * into view, in the colours of the page. A label tells the same to who cannot see it, and a table has the numbers.
 */
final class Charts {

    private static final int MOST_POINTS = 36;

    private Charts() {}

    private static List<Point> newest(List<Point> history) {
        return history.subList(Math.max(0, history.size() - MOST_POINTS), history.size());
    }

    private static String numbers(List<@Nullable BigDecimal> values, Unit unit) {
        return values.stream()
                .map(value -> value == null ? "" : scaled(value, unit).toPlainString())
                .collect(Collectors.joining(","));
    }

    /** A ratio is drawn in percent. */
    private static BigDecimal scaled(BigDecimal value, Unit unit) {
        return unit == Unit.RATIO ? value.movePointRight(2) : value;
    }

    private static List<@Nullable BigDecimal> actuals(List<Point> points) {
        var values = new ArrayList<@Nullable BigDecimal>();
        points.forEach(point -> values.add(point.actual().valueOrNull()));
        return values;
    }

    static void sparkline(Markup html, Kpi kpi, List<Point> history) {
        List<Point> points = newest(history);
        List<@Nullable BigDecimal> values = actuals(points);
        long present = values.stream().filter(Objects::nonNull).count();
        if (present < 2) {
            html.element("span", "too short", "class", "quiet");
            return;
        }
        html.open(
                        "div",
                        "class",
                        "spark",
                        "role",
                        "img",
                        "aria-label",
                        "Trend: " + said(values, kpi.unit()),
                        "data-values",
                        numbers(values, kpi.unit()))
                .close();
    }

    private static String said(List<@Nullable BigDecimal> values, Unit unit) {
        List<BigDecimal> present = values.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return present.size() + " periods, from " + Display.number(present.get(0), unit) + " to "
                + Display.number(present.get(present.size() - 1), unit);
    }

    /**
     * The values with their natural process limits and targets, and the same as a table.
     *
     * @param limits that the newest value is held against; null with too few values
     */
    static void xmr(Markup html, Kpi kpi, List<Point> history, @Nullable NaturalLimits limits) {
        List<Point> points = newest(history);
        List<@Nullable BigDecimal> values = actuals(points);
        if (values.stream().filter(Objects::nonNull).count() < 2) {
            return;
        }
        var targets = new ArrayList<@Nullable BigDecimal>();
        points.forEach(point -> targets.add(point.target().valueOrNull()));
        boolean anyTarget = targets.stream().anyMatch(Objects::nonNull);
        html.open("figure", "class", "xmr");
        html.open(
                        "div",
                        "class",
                        "chart",
                        "role",
                        "img",
                        "aria-label",
                        "Chart of " + kpi.name() + ": " + said(values, kpi.unit()),
                        "data-values",
                        numbers(values, kpi.unit()),
                        "data-targets",
                        anyTarget ? numbers(targets, kpi.unit()) : null,
                        "data-labels",
                        points.stream().map(point -> point.period().toString()).collect(Collectors.joining(",")),
                        "data-mean",
                        limits == null ? null : drawn(limits.centre(), kpi),
                        "data-low",
                        limits == null ? null : drawn(limits.lower(), kpi),
                        "data-high",
                        limits == null ? null : drawn(limits.upper(), kpi),
                        "data-from",
                        limits == null ? null : begin(limits, points),
                        "data-signal",
                        limits != null && limits.signal() ? "true" : null,
                        "data-unit",
                        kpi.unit() == Unit.RATIO ? "%" : "")
                .close();
        html.element("figcaption", caption(kpi, limits, anyTarget));
        table(html, kpi, points);
        html.close().line();
    }

    private static String drawn(BigDecimal value, Kpi kpi) {
        return scaled(value, kpi.unit()).toPlainString();
    }

    /** The first point over which the limits are drawn: of those shown, from 0. */
    private static int begin(NaturalLimits limits, List<Point> points) {
        int begin = 0;
        while (!limits.adjusted()
                && begin < points.size() - 1
                && points.get(begin).period().compareTo(limits.from()) < 0) {
            begin++;
        }
        return limits.adjusted() ? points.size() - 1 : begin;
    }

    private static String caption(Kpi kpi, @Nullable NaturalLimits limits, boolean anyTarget) {
        String targets = anyTarget ? " Targets are dotted." : "";
        return limits == null
                ? "No natural process limits: too few values before the newest one." + targets
                : "The newest value against those before it (XmR, dashed): mean "
                        + Display.number(limits.centre(), kpi.unit()) + ", " + limits.words() + "."
                        + (limits.signal() ? " It is a signal: marked in the chart." : "") + targets;
    }

    private static void table(Markup html, Kpi kpi, List<Point> points) {
        html.open("details", "class", "numbers").element("summary", "The numbers");
        html.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", "Values of " + kpi.name());
        html.open("table").open("thead").open("tr");
        html.element("th", "Period", "scope", "col")
                .element("th", "Actual", "scope", "col")
                .element("th", "Target", "scope", "col")
                .element("th", "Stands in", "scope", "col");
        html.close().close().open("tbody");
        for (Point point : points) {
            html.open("tr");
            html.element("th", point.period(), "scope", "row");
            html.element("td", Display.number(point.actual().valueOrNull(), kpi.unit()), "class", "number");
            html.element("td", Display.number(point.target().valueOrNull(), kpi.unit()), "class", "number");
            html.open("td").element("code", point.origin().of("actual")).close();
            html.close();
        }
        html.close().close().close().close();
    }
}
