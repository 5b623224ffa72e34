package boscard.intake;

import boscard.fact.FactKind;
import boscard.fact.Facts;
import boscard.fact.Grain;
import boscard.fact.Measurement;
import boscard.fact.Period;
import boscard.fact.Reading;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which actuals an import has and which it lacks: scorecards × KPIs × periods. A KPI of a scorecard is expected in
 * every closed period from the first in which any scorecard of the import reported that KPI by that length of period; a
 * KPI that a scorecard never reported is not expected of it. An expected actual is present (a value, or not
 * applicable), missing (later ones are there), or late (it and all after it are not there). Immutable; safe for any
 * thread.
 *
 * @param series one for each scorecard, KPI and length of period, sorted by these
 * @param asOf periods that end after it are not expected
 */
public record Coverage(List<Series> series, LocalDate asOf) {

    /**
     * One KPI of one scorecard.
     *
     * @param first the first period that is expected
     * @param last the last one
     * @param present how many have their actual
     * @param missing closed periods without an actual and with later ones
     * @param late the newest closed periods, without an actual
     */
    public record Series(
            String scorecard,
            String kpi,
            Grain grain,
            Period first,
            Period last,
            int present,
            List<Period> missing,
            List<Period> late) {

        /** Periods that are expected. */
        public int expected() {
            return present + missing.size() + late.size();
        }

        /** Whether nothing is lacking. */
        public boolean isComplete() {
            return missing.isEmpty() && late.isEmpty();
        }
    }

    private record Key(String scorecard, String kpi, Grain grain) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int order = scorecard.compareTo(other.scorecard);
            order = order != 0 ? order : kpi.compareTo(other.kpi);
            return order != 0 ? order : grain.compareTo(other.grain);
        }
    }

    private record KpiGrain(String kpi, Grain grain) implements Comparable<KpiGrain> {

        @Override
        public int compareTo(KpiGrain other) {
            int order = kpi.compareTo(other.kpi);
            return order != 0 ? order : grain.compareTo(other.grain);
        }
    }

    private static final int MOST_PERIODS = 10_000; // a mistyped year is a problem of its own

    public Coverage {
        series = List.copyOf(series);
    }

    /**
     * The coverage of the actuals that were accepted.
     *
     * @param asOf the last day that counts
     */
    public static Coverage of(Facts facts, LocalDate asOf) {
        var firsts = new TreeMap<KpiGrain, Period>();
        var newest = new TreeMap<Grain, Period>();
        for (var fact : facts.of(FactKind.MEASUREMENTS)) {
            if (fact instanceof Measurement one
                    && isReported(one)
                    && one.period().isClosed(asOf)) {
                var kpi = new KpiGrain(one.kpi(), one.period().grain());
                firsts.merge(kpi, one.period(), (before, now) -> before.compareTo(now) <= 0 ? before : now);
                newest.merge(kpi.grain(), one.period(), (before, now) -> before.compareTo(now) >= 0 ? before : now);
            }
        }
        newest.replaceAll((grain, period) -> lastClosed(period, asOf));
        var reported = new TreeMap<Key, BitSet>();
        for (var fact : facts.of(FactKind.MEASUREMENTS)) {
            if (fact instanceof Measurement one
                    && isReported(one)
                    && one.period().isClosed(asOf)) {
                Period first = firsts.get(new KpiGrain(one.kpi(), one.period().grain()));
                int step = first == null ? -1 : stepsFrom(first, one.period());
                if (step >= 0 && step < MOST_PERIODS) {
                    reported.computeIfAbsent(
                                    new Key(
                                            one.scorecard(),
                                            one.kpi(),
                                            one.period().grain()),
                                    key -> new BitSet())
                            .set(step);
                }
            }
        }
        var series = new ArrayList<Series>();
        for (Map.Entry<Key, BitSet> entry : reported.entrySet()) {
            Key key = entry.getKey();
            Period first = firsts.get(new KpiGrain(key.kpi(), key.grain()));
            Period last = newest.get(key.grain());
            if (first != null && last != null) {
                series.add(series(key, first, last, entry.getValue()));
            }
        }
        return new Coverage(series, asOf);
    }

    private static Series series(Key key, Period first, Period last, BitSet reported) {
        int newest = reported.length() - 1;
        int expected = Math.min(Math.max(stepsFrom(first, last), newest), MOST_PERIODS - 1);
        var missing = new ArrayList<Period>();
        var late = new ArrayList<Period>();
        for (int step = reported.nextClearBit(0); step <= expected; step = reported.nextClearBit(step + 1)) {
            (step < newest ? missing : late).add(first.plus(step));
        }
        return new Series(
                key.scorecard(),
                key.kpi(),
                key.grain(),
                first,
                first.plus(expected),
                reported.cardinality(),
                List.copyOf(missing),
                List.copyOf(late));
    }

    private static boolean isReported(Measurement measurement) {
        return measurement.actual().isPresent() || measurement.actual() instanceof Reading.NotApplicable;
    }

    /** The newest period of the grain that is closed. */
    private static Period lastClosed(Period reported, LocalDate asOf) {
        Period last = reported;
        for (int i = 0; i < MOST_PERIODS && last.plus(1).isClosed(asOf); i++) {
            last = last.plus(1);
        }
        return last;
    }

    private static int stepsFrom(Period first, Period period) {
        return switch (first.grain()) {
            case WEEK -> (int) ChronoUnit.WEEKS.between(first.first(), period.first());
            case MONTH -> (int) ChronoUnit.MONTHS.between(first.first(), period.first());
            case QUARTER -> (int) ChronoUnit.MONTHS.between(first.first(), period.first()) / 3;
            case YEAR -> period.year() - first.year();
        };
    }

    /** Actuals that are expected. */
    public int expected() {
        return series.stream().mapToInt(Series::expected).sum();
    }

    /** Actuals that are there. */
    public int present() {
        return series.stream().mapToInt(Series::present).sum();
    }

    /** Gaps. */
    public int missing() {
        return series.stream().mapToInt(one -> one.missing().size()).sum();
    }

    /** What has not come yet. */
    public int late() {
        return series.stream().mapToInt(one -> one.late().size()).sum();
    }
}
