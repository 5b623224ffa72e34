package boscard.indicator;

import boscard.fact.Grain;
import boscard.fact.Kpi;
import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.source.Origin;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One KPI of one scorecard at one grain, in period order. Immutable; safe for any thread. */
public final class Series {

    /**
     * One period of a series.
     *
     * @param origin where it was reported, or how it was computed
     * @param inputs where the numbers it was computed from stand; empty for a reported value
     * @param qualifiers what to know about the actual
     */
    public record Point(
            Period period,
            Reading actual,
            Reading target,
            Reading baseline,
            Reading prior,
            Reading forecast,
            boolean provisional,
            @Nullable String note,
            Origin origin,
            List<SourceRef> inputs,
            Set<Qualifier> qualifiers) {

        /** A point about which nothing needs to be known. */
        public Point(
                Period period,
                Reading actual,
                Reading target,
                Reading baseline,
                Reading prior,
                Reading forecast,
                boolean provisional,
                @Nullable String note,
                Origin origin,
                List<SourceRef> inputs) {
            this(period, actual, target, baseline, prior, forecast, provisional, note, origin, inputs, Set.of());
        }

        /** The same with another actual, of which this is to be known too. */
        public Point with(Reading another, Qualifier qualifier) {
            var all = new TreeSet<>(qualifiers);
            all.add(qualifier);
            return new Point(
                    period,
                    another,
                    target,
                    baseline,
                    prior,
                    forecast,
                    provisional,
                    note,
                    origin,
                    inputs,
                    Collections.unmodifiableSet(all));
        }
    }

    private final Kpi kpi;
    private final Grain grain;
    private final NavigableMap<Period, Point> points;

    public Series(Kpi kpi, Grain grain, Map<Period, Point> points) {
        this.kpi = kpi;
        this.grain = grain;
        this.points = Collections.unmodifiableNavigableMap(new TreeMap<>(points));
    }

    public Kpi kpi() {
        return kpi;
    }

    public Grain grain() {
        return grain;
    }

    /** By period, oldest first. */
    public NavigableMap<Period, Point> points() {
        return points;
    }

    public @Nullable Point at(Period period) {
        return points.get(period);
    }

    /**
     * Present actuals of the periods up to and including {@code last}, oldest first, at most {@code most} newest ones.
     */
    public List<BigDecimal> actualsUpTo(Period last, int most) {
        var newestFirst = points.headMap(last, true).descendingMap().values().stream()
                .map(point -> point.actual().valueOrNull())
                .filter(Objects::nonNull)
                .limit(most)
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(newestFirst);
        return Collections.unmodifiableList(newestFirst);
    }
}
