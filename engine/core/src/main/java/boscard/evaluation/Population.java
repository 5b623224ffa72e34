package boscard.evaluation;

import boscard.fact.Facts;
import boscard.fact.Goal;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.Level;
import boscard.fact.Measurement;
import boscard.fact.Period;
import boscard.fact.Scheme;
import boscard.fact.Scorecard;
import boscard.indicator.Attainment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    public record Share(int units, int reaching, Period period) {}

    private final int scorecards;
    private final Map<String, Integer> scorecardsByKpi;
    private final Map<UnitKey, Reaching> reaching;
    private final Set<String> people;
    private final Map<GroupKey, List<BigDecimal>> peers;

    private Population(
            int scorecards,
            Map<String, Integer> scorecardsByKpi,
            Map<UnitKey, Reaching> reaching,
            Set<String> people,
            Map<GroupKey, List<BigDecimal>> peers) {
        this.scorecards = scorecards;
        this.peers = peers;
        this.scorecardsByKpi = scorecardsByKpi;
        this.reaching = reaching;
        this.people = people;
    }

    public static Population of(Facts facts, KpiCatalogue catalogue, AsOf asOf) {
        var levels = new HashMap<String, Level>();
        var groups = new HashMap<String, String>();
        Set<String> peerKpis = peerKpis(facts, catalogue);
        var peers = new HashMap<GroupKey, List<BigDecimal>>();
        var people = new HashSet<String>();
        for (Scorecard scorecard : facts.of(Scorecard.class)) {
            java.util.stream.Stream.of(scorecard.owner(), scorecard.manager())
                    .filter(java.util.Objects::nonNull)
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
            if (actual != null && group != null) {
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
        return new Population(all.size(), counts, reaching, people, peers);
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

    /** Its peer group, else all scorecards of its level; null when it has neither. */
    private static @Nullable String groupOf(Scorecard scorecard) {
        return scorecard.peerGroup() != null
                ? "group " + scorecard.peerGroup()
                : scorecard.level() != null ? "level " + scorecard.level() : null;
    }

    /**
     * The actuals of the peer group of a scorecard, its own among them, ascending; empty when nobody compares this KPI
     * with peers. A scorecard that names no peer group is compared with all of its level.
     */
    public List<BigDecimal> peers(String kpi, Scorecard scorecard, Period period) {
        String group = groupOf(scorecard);
        return group == null ? List.of() : peers.getOrDefault(new GroupKey(kpi, group, period), List.of());
    }

    /** Everybody who owns or manages a scorecard; empty when no scorecard names anybody. */
    public Set<String> people() {
        return people;
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
        return found == null ? null : new Share(found.units(), found.reaching(), period);
    }
}
