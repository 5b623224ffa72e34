package boscard.evaluation;

import boscard.fact.Facts;
import boscard.fact.Goal;
import boscard.fact.Grain;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.Level;
import boscard.fact.Measurement;
import boscard.fact.Period;
import boscard.fact.Scheme;
import boscard.fact.Scorecard;
import boscard.indicator.Attainment;
import boscard.rulebook.Parameters;
import boscard.rulebook.Rulebook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one scorecard needs to know of all others: which KPIs are common, and how many units of a level reach their
 * target. A few numbers per KPI, however many scorecards there are. Immutable; safe for any thread.
 */
public final class Population {

    private record UnitKey(String kpi, Level level, Period period) {}

    private record GroupKey(String kpi, String group, Period period) {}

    private record Reaching(int units, int reaching) {
        Reaching plus(boolean reached) {
            return new Reaching(units + 1, reaching + (reached ? 1 : 0));
        }
    }

    /**
     * How many units reach their target.
     *
     * @param units that have actual and target
     * @param reaching of these, how many meet it
     */
    public record Share(int units, int reaching) {}

    /**
     * One number of a population, in the form in which it is stored with a run.
     *
     * @param what the numbers are: {@code scorecards}, {@code measured}, {@code reaching}, {@code peer},
     *     {@code person}, or a signal of {@link PopulationSignals}
     * @param group level or peer group of the units; null when it does not apply
     * @param name of a person; of peers, a value that some of them have, as a plain number; further numbers of a
     *     signal, parted by semicolons; null otherwise
     * @param first how many, see {@link #entries}
     * @param second how many of these; 0 when it does not apply
     */
    public record Entry(
            String what,
            @Nullable String kpi,
            @Nullable String group,
            @Nullable Period period,
            @Nullable String name,
            int first,
            int second) {}

    private final int scorecards;
    private final Map<String, Integer> scorecardsByKpi;
    private final Map<UnitKey, Reaching> reaching;
    private final Set<String> people;
    private final Map<GroupKey, List<BigDecimal>> peers;
    private final PopulationSignals signals;
    private final UnitFigures units;

    private Population(
            int scorecards,
            Map<String, Integer> scorecardsByKpi,
            Map<UnitKey, Reaching> reaching,
            Set<String> people,
            Map<GroupKey, List<BigDecimal>> peers,
            PopulationSignals signals,
            UnitFigures units) {
        this.scorecards = scorecards;
        this.peers = peers;
        this.scorecardsByKpi = scorecardsByKpi;
        this.reaching = reaching;
        this.people = people;
        this.signals = signals;
        this.units = units;
    }

    /** The population under a rulebook; its parameters say which scorecards are computed from their units. */
    public static Population of(Facts facts, Rulebook rulebook, AsOf asOf) {
        var parameters = rulebook.parameters();
        return of(
                facts,
                rulebook.catalogue(),
                parameters,
                asOf,
                UnitFigures.of(
                        facts,
                        rulebook.catalogue(),
                        UnitFigures.Mode.valueOf(parameters.text("unit_roll_up", UnitFigures.Mode.NONE.name())),
                        parameters.text("allow_partial_sum", "N").equals("Y")));
    }

    /** The population where no scorecard is computed from its units. */
    public static Population of(Facts facts, KpiCatalogue catalogue, AsOf asOf) {
        return of(facts, catalogue, new Parameters(List.of()), asOf, UnitFigures.NONE);
    }

    private static Population of(
            Facts facts, KpiCatalogue catalogue, Parameters parameters, AsOf asOf, UnitFigures units) {
        var levels = new HashMap<String, Level>();
        var groups = new HashMap<String, String>();
        Set<String> peerKpis = peerKpis(facts, catalogue);
        var peers = new HashMap<GroupKey, List<BigDecimal>>();
        var people = new HashSet<String>();
        for (Scorecard scorecard : facts.of(Scorecard.class)) {
            Stream.of(scorecard.owner(), scorecard.manager())
                    .filter(Objects::nonNull)
                    .forEach(people::add);
            String group = groupOf(scorecard);
            if (group != null && !peerKpis.isEmpty()) {
                groups.put(scorecard.scorecard(), group);
            }
            if (scorecard.level() != null) {
                levels.put(scorecard.scorecard(), scorecard.level());
            }
        }
        var users = new HashMap<String, Set<String>>();
        var all = new HashSet<String>();
        var reaching = new HashMap<UnitKey, Reaching>();
        for (Measurement m : facts.of(Measurement.class)) {
            all.add(m.scorecard());
            users.computeIfAbsent(m.kpi(), k -> new HashSet<>()).add(m.scorecard());
            Kpi kpi = catalogue.find(m.kpi());
            Level level = levels.get(m.scorecard());
            BigDecimal actual = m.actual().valueOrNull();
            BigDecimal target = m.target().valueOrNull();
            String group = actual != null && peerKpis.contains(m.kpi()) ? groups.get(m.scorecard()) : null;
            if (actual != null && group != null && isCompared(catalogue, m, asOf)) {
                peers.computeIfAbsent(new GroupKey(m.kpi(), group, m.period()), k -> new ArrayList<>())
                        .add(actual);
            }
            if (kpi != null
                    && level != null
                    && actual != null
                    && target != null
                    && m.period().isClosed(asOf.date())) {
                boolean met = Attainment.isMet(kpi, actual, target);
                reaching.merge(
                        new UnitKey(m.kpi(), level, m.period()),
                        new Reaching(0, 0).plus(met),
                        (old, one) -> old.plus(met));
            }
        }
        var counts = new HashMap<String, Integer>();
        users.forEach((kpi, scorecards) -> counts.put(kpi, scorecards.size()));
        peers.replaceAll((key, values) -> values.stream().sorted().toList());
        return new Population(
                all.size(),
                counts,
                reaching,
                people,
                peers,
                PopulationSignals.of(facts, catalogue, parameters, asOf),
                units);
    }

    /** KPIs that somebody compares with peers: goals are about them, or their status is found so. */
    private static Set<String> peerKpis(Facts facts, KpiCatalogue catalogue) {
        var kpis = new HashSet<String>();
        facts.of(Goal.class).forEach(goal -> kpis.addAll(goal.kpi()));
        catalogue.kpis().stream()
                .filter(kpi -> kpi.scheme() == Scheme.PEER)
                .map(Kpi::id)
                .forEach(kpis::add);
        return kpis;
    }

    /** A goal is compared with the newest periods only; each period is where the status is found so. */
    private static boolean isCompared(KpiCatalogue catalogue, Measurement m, AsOf asOf) {
        Kpi kpi = catalogue.find(m.kpi());
        return (kpi != null && kpi.scheme() == Scheme.PEER)
                || (m.period().isClosed(asOf.date()) && !m.period().plus(2).isClosed(asOf.date()));
    }

    /** Its peer group, else all scorecards of its level; null when it has neither. */
    private static @Nullable String groupOf(Scorecard scorecard) {
        return scorecard.peerGroup() != null
                ? "group " + scorecard.peerGroup()
                : scorecard.level() != null ? "level " + scorecard.level() : null;
    }

    /**
     * The actuals of the peer group of a scorecard, its own among them, ascending; empty when nobody compares this KPI
     * with peers. A scorecard that names no peer group is compared with all of its level. The place among peers counts
     * the own value in, as PERCENTRANK does; whoever compares a target with what others reach takes it out.
     */
    public List<BigDecimal> peers(String kpi, Scorecard scorecard, Period period) {
        String group = groupOf(scorecard);
        return group == null ? List.of() : peers.getOrDefault(new GroupKey(kpi, group, period), List.of());
    }

    /** Everybody who owns or manages a scorecard; empty when no scorecard names anybody. */
    public Set<String> people() {
        return people;
    }

    /** What the units of scorecards come to. */
    UnitFigures units() {
        return units;
    }

    /** Signs that only all scorecards together give. */
    public PopulationSignals signals() {
        return signals;
    }

    /** Scorecards with at least one measurement. */
    public int scorecards() {
        return scorecards;
    }

    /** Whether every scorecard measures the KPI. */
    public boolean isCommon(String kpi) {
        return scorecards > 0 && scorecardsByKpi.getOrDefault(kpi, 0) == scorecards;
    }

    /** How many units of the level reached their target of the KPI in that period; null when none has both numbers. */
    public @Nullable Share reaching(String kpi, Level level, Period period) {
        Reaching found = reaching.get(new UnitKey(kpi, level, period));
        return found == null ? null : new Share(found.units(), found.reaching());
    }

    /** The same over all closed periods of a length: units are counted once for each; both 0 when there is none. */
    public Share reaching(String kpi, Level level, Grain grain) {
        int units = 0;
        int met = 0;
        for (Map.Entry<UnitKey, Reaching> one : reaching.entrySet()) {
            UnitKey key = one.getKey();
            if (key.kpi().equals(kpi) && key.level() == level && key.period().grain() == grain) {
                units += one.getValue().units();
                met += one.getValue().reaching();
            }
        }
        return new Share(units, met);
    }

    /**
     * Everything that {@link #restored} needs: how many scorecards there are, how many measure each KPI, how many units
     * of a level have a target in a period and reach it, the values of peers, and everybody who owns or manages a
     * scorecard. Sorted.
     */
    public List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry("scorecards", null, null, null, null, scorecards, 0));
        scorecardsByKpi.forEach((kpi, count) -> entries.add(new Entry("measured", kpi, null, null, null, count, 0)));
        reaching.forEach((key, found) -> entries.add(new Entry(
                "reaching", key.kpi(), key.level().name(), key.period(), null, found.units(), found.reaching())));
        peers.forEach((key, values) -> entries.addAll(entries(key, values)));
        people.forEach(person -> entries.add(new Entry("person", null, null, null, person, 1, 0)));
        entries.addAll(signals.entries());
        entries.addAll(units.entries());
        entries.sort(Comparator.comparing(Entry::what)
                .thenComparing(Entry::kpi, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Entry::group, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Entry::period, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Entry::name, Comparator.nullsFirst(Comparator.naturalOrder())));
        return entries;
    }

    /** One per value, with how many peers have it. */
    private static List<Entry> entries(GroupKey key, List<BigDecimal> values) {
        var entries = new ArrayList<Entry>();
        for (int from = 0, to; from < values.size(); from = to) {
            to = from;
            while (to < values.size() && values.get(to).compareTo(values.get(from)) == 0) {
                to++;
            }
            entries.add(new Entry(
                    "peer",
                    key.kpi(),
                    key.group(),
                    key.period(),
                    values.get(from).toPlainString(),
                    to - from,
                    0));
        }
        return entries;
    }

    /**
     * The population of which these are the {@link #entries}.
     *
     * @throws IllegalArgumentException when an entry is of an unknown kind or lacks a part
     */
    public static Population restored(Iterable<Entry> entries) {
        int scorecards = 0;
        var counts = new HashMap<String, Integer>();
        var reaching = new HashMap<UnitKey, Reaching>();
        var people = new HashSet<String>();
        var peers = new HashMap<GroupKey, List<BigDecimal>>();
        var signals = new ArrayList<Entry>();
        var figures = new ArrayList<Entry>();
        for (Entry entry : entries) {
            switch (entry.what()) {
                case "scorecards" -> scorecards = entry.first();
                case "measured" -> counts.put(part(entry.kpi(), entry), entry.first());
                case "reaching" ->
                    reaching.put(
                            new UnitKey(
                                    part(entry.kpi(), entry),
                                    Level.valueOf(part(entry.group(), entry)),
                                    part(entry.period(), entry)),
                            new Reaching(entry.first(), entry.second()));
                case "peer" ->
                    peers.computeIfAbsent(
                                    new GroupKey(
                                            part(entry.kpi(), entry),
                                            part(entry.group(), entry),
                                            part(entry.period(), entry)),
                                    key -> new ArrayList<>())
                            .addAll(Collections.nCopies(entry.first(), new BigDecimal(part(entry.name(), entry))));
                case "person" -> people.add(part(entry.name(), entry));
                case "speaker", "targets", "bunch", "factor", "relief" -> signals.add(entry);
                case UnitFigures.ENTRY -> figures.add(entry);
                default -> throw new IllegalArgumentException("has the unknown entry \"" + entry.what() + "\"");
            }
        }
        peers.replaceAll((key, values) -> values.stream().sorted().toList());
        return new Population(
                scorecards,
                counts,
                reaching,
                people,
                peers,
                PopulationSignals.restored(signals),
                UnitFigures.restored(figures));
    }

    static <T> T part(@Nullable T value, Entry entry) {
        if (value == null) {
            throw new IllegalArgumentException("An entry \"" + entry.what() + "\" lacks a part");
        }
        return value;
    }
}
