package boscard.evaluation;

import boscard.fact.Decimals;
import boscard.fact.Direction;
import boscard.fact.Kpi;
import boscard.fact.Period;
import boscard.indicator.Assurance;
import boscard.indicator.Observation;
import boscard.indicator.ProcessChange;
import boscard.indicator.ProcessLimits;
import boscard.indicator.ProcessSignals;
import boscard.indicator.SeasonalIndex;
import boscard.indicator.Series;
import boscard.indicator.Series.Point;
import boscard.rulebook.Parameters;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges one point of a series against the limits of the points before it: an XmR chart (DOMAIN.md section 5). Looks
 * back to the last re-baseline, a measurement whose note begins with {@code re-baseline:} and gives the reason, which
 * is the first point of the new process. A seasonal KPI is freed of its season first, or compared with the year before
 * where two whole seasons are not there yet. Immutable; safe for any thread.
 */
final class ProcessChart {

    /** How a note begins that starts a new process; the reason follows. */
    static final String REBASELINE = "re-baseline:";

    private static final int MONTHS_OF_YEAR = 12;

    private final int firm;
    private final int provisional;
    private final int window;
    private final int seasonMonths;
    private final ProcessLimits.Form form;
    private final ProcessSignals.Runs runs;

    ProcessChart(Parameters parameters) {
        this.firm = whole(parameters, "xmr_min_points", "12");
        this.provisional = whole(parameters, "xmr_provisional_points", "6");
        this.window = whole(parameters, "xmr_window", "36");
        this.seasonMonths = whole(parameters, "season_length", "12");
        boolean median = parameters.text("xmr_average", "MEAN").equalsIgnoreCase("MEDIAN");
        this.form = median
                ? new ProcessLimits.Form(
                        true,
                        parameters.number("xmr_median_factor", "3.14"),
                        parameters.number("xmr_median_range_factor", "3.87"))
                : new ProcessLimits.Form(
                        false, parameters.number("xmr_factor", "2.66"), parameters.number("xmr_range_factor", "3.27"));
        this.runs = new ProcessSignals.Runs(
                whole(parameters, "xmr_side_points", "8"),
                whole(parameters, "xmr_trend_points", "7"),
                parameters.text("xmr_outer_third", "N").equalsIgnoreCase("Y"));
    }

    private static int whole(Parameters parameters, String name, String otherwise) {
        return parameters.number(name, otherwise).intValue();
    }

    /** What a seasonal KPI was divided by. */
    enum Adjustment {
        NONE,
        SEASONAL_INDEX,
        YEAR_BEFORE
    }

    /**
     * A point against its limits.
     *
     * @param limits of the values that were compared, so of ratios when they were divided by something
     * @param scale what brings a limit back into the unit of the KPI at this point; 1 without an adjustment
     * @param kind null when the limits say nothing because they are too wide
     * @param assurance null without a target, or without a better side
     */
    record Judged(
            Period period,
            BigDecimal value,
            ProcessLimits limits,
            BigDecimal scale,
            Adjustment adjustment,
            boolean firm,
            @Nullable ProcessChange kind,
            ProcessSignals signals,
            @Nullable Assurance assurance) {

        BigDecimal lower() {
            return Decimals.computed(limits.lower().multiply(scale));
        }

        BigDecimal upper() {
            return Decimals.computed(limits.upper().multiply(scale));
        }

        BigDecimal centre() {
            return Decimals.computed(limits.centre().multiply(scale));
        }

        BigDecimal rangeLimit() {
            return Decimals.computed(limits.rangeLimit().multiply(scale));
        }
    }

    /** A point with the value that is compared. */
    private record Compared(Point point, BigDecimal value) {}

    /**
     * Judges a point.
     *
     * @return empty for a yes-or-no KPI, without a value, or with too few points before it
     */
    Optional<Judged> judge(Series series, Point point) {
        Kpi kpi = series.kpi();
        BigDecimal value = point.actual().valueOrNull();
        if (value == null || kpi.direction() == Direction.BINARY || startsProcess(point)) {
            return Optional.empty();
        }
        List<Point> before = before(series, point);
        if (before.size() < provisional) {
            return Optional.empty();
        }
        int season = kpi.seasonal() ? point.period().perYear() * seasonMonths / MONTHS_OF_YEAR : 1;
        if (season < 2) {
            return judged(kpi, point, value, BigDecimal.ONE, plain(before), Adjustment.NONE);
        }
        SeasonalIndex index = indexOf(before, season);
        if (index != null) {
            var compared = new ArrayList<Compared>(before.size());
            for (Point one : before) {
                compared.add(new Compared(one, Decimals.ratio(valueOf(one), index.at(position(one, season)))));
            }
            return judged(kpi, point, value, index.at(position(point, season)), compared, Adjustment.SEASONAL_INDEX);
        }
        return againstYearBefore(series, point, value, before);
    }

    /** The limits of {@link #judge}, for a picture. */
    Optional<NaturalLimits> limits(Series series, Point point) {
        return judge(series, point)
                .map(judged -> new NaturalLimits(
                        judged.lower(),
                        judged.centre(),
                        judged.upper(),
                        before(series, point).get(0).period(),
                        judged.adjustment() != Adjustment.NONE,
                        !judged.signals().rules().isEmpty(),
                        words(judged, series.kpi().unit())
                                + (judged.limits().areTooWide() ? ", too wide to tell anything" : "")));
    }

    private Optional<Judged> againstYearBefore(Series series, Point point, BigDecimal value, List<Point> before) {
        BigDecimal prior = yearBefore(series, point);
        if (prior == null) {
            return Optional.empty();
        }
        var compared = new ArrayList<Compared>(before.size());
        for (Point one : before) {
            BigDecimal base = yearBefore(series, one);
            if (base != null) {
                compared.add(new Compared(one, Decimals.ratio(valueOf(one), base)));
            }
        }
        return compared.size() < provisional
                ? Optional.empty()
                : judged(series.kpi(), point, value, prior, compared, Adjustment.YEAR_BEFORE);
    }

    private Optional<Judged> judged(
            Kpi kpi, Point point, BigDecimal value, BigDecimal scale, List<Compared> before, Adjustment adjustment) {
        var observations = new ArrayList<Observation>(before.size());
        var values = new ArrayList<BigDecimal>(before.size() + 1);
        Period next = null;
        for (Compared one : before) {
            Period period = one.point().period();
            observations.add(new Observation(one.value(), period.equals(next)));
            values.add(one.value());
            next = period.plus(1);
        }
        BigDecimal judged = adjustment == Adjustment.NONE ? value : Decimals.ratio(value, scale);
        values.add(judged);
        BigDecimal floor = kpi.plausibleMin();
        BigDecimal clipped = floor == null || adjustment == Adjustment.NONE || floor.signum() == 0 ? floor : null;
        return ProcessLimits.of(observations, form, clipped).map(limits -> {
            ProcessSignals signals = ProcessSignals.of(values, limits, runs);
            BigDecimal target = point.target().valueOrNull();
            boolean tooWide = limits.areTooWide();
            return new Judged(
                    point.period(),
                    value,
                    limits,
                    scale,
                    adjustment,
                    before.size() >= firm,
                    tooWide ? null : signals.change(kpi.direction()),
                    signals,
                    tooWide || target == null
                            ? null
                            : ProcessSignals.assurance(kpi.direction(), Decimals.ratio(target, scale), limits));
        });
    }

    /** The points before one that belong to the same process, oldest first, as many as the window holds. */
    private List<Point> before(Series series, Point point) {
        var newestFirst = new ArrayList<Point>();
        for (Point one :
                series.points().headMap(point.period(), false).descendingMap().values()) {
            if (one.actual().isPresent()) {
                newestFirst.add(one);
            }
            if (newestFirst.size() == window || startsProcess(one)) {
                break;
            }
        }
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** Whether somebody logged, with a reason, that a new process begins here. */
    private static boolean startsProcess(Point point) {
        String note = point.note();
        return note != null
                && note.length() > REBASELINE.length()
                && note.regionMatches(true, 0, REBASELINE, 0, REBASELINE.length())
                && !note.substring(REBASELINE.length()).isBlank();
    }

    private static List<Compared> plain(List<Point> points) {
        return points.stream().map(one -> new Compared(one, valueOf(one))).toList();
    }

    private static BigDecimal valueOf(Point point) {
        return Objects.requireNonNull(point.actual().valueOrNull());
    }

    private static @Nullable SeasonalIndex indexOf(List<Point> points, int season) {
        return SeasonalIndex.of(
                        points.stream().map(ProcessChart::valueOf).toList(),
                        points.stream().map(one -> position(one, season)).toList(),
                        season)
                .orElse(null);
    }

    private static int position(Point point, int season) {
        return (point.period().number() - 1) % season;
    }

    /** The value a year earlier, when it is above 0. */
    private static @Nullable BigDecimal yearBefore(Series series, Point point) {
        BigDecimal prior = point.prior().valueOrNull();
        if (prior == null) {
            Point earlier = series.at(point.period().yearEarlier());
            prior = earlier == null ? null : earlier.actual().valueOrNull();
        }
        return prior == null || prior.signum() <= 0 ? null : prior;
    }

    /** Where the values stand that a judgement looked at, the judged one too. */
    List<SourceRef> inputs(Series series, Point point) {
        var inputs = new ArrayList<SourceRef>();
        before(series, point).forEach(one -> inputs.add(one.origin().of("actual")));
        inputs.add(point.origin().of("actual"));
        return inputs;
    }

    /** In words: {@code limits 23.1 % to 31.2 % of 14 points before it}. */
    static String words(Judged judged, boscard.fact.Unit unit) {
        return (judged.firm() ? "limits " : "provisional limits ")
                + Display.besides(judged.lower(), judged.value(), unit) + " to "
                + Display.besides(judged.upper(), judged.value(), unit) + " from "
                + judged.limits().points()
                + " periods before"
                + switch (judged.adjustment()) {
                    case NONE -> "";
                    case SEASONAL_INDEX -> ", freed of the season";
                    case YEAR_BEFORE -> ", against the year before";
                }
                + (judged.signals().rules().isEmpty()
                        ? ""
                        : " ("
                                + judged.signals().rules().stream()
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))
                                + ")");
    }
}
