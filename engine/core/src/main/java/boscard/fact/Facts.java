package boscard.fact;

import boscard.source.Origin;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * All facts of one import, by kind, each kind sorted by key so that the order of the input changes nothing. Immutable;
 * safe for any thread.
 */
public final class Facts {

    private final Map<FactKind, List<Fact>> byKind;

    private Facts(Map<FactKind, List<Fact>> byKind) {
        this.byKind = byKind;
    }

    public static Facts of(Iterable<? extends Fact> facts) {
        var byKind = new EnumMap<FactKind, List<Fact>>(FactKind.class);
        facts.forEach(fact ->
                byKind.computeIfAbsent(fact.factKind(), k -> new ArrayList<>()).add(fact));
        byKind.replaceAll((kind, list) ->
                list.stream().sorted(Comparator.comparing(Fact::id)).toList());
        return new Facts(byKind);
    }

    /**
     * Facts that are sorted already.
     *
     * @param byKind each list sorted by {@link Fact#id}, without null, never changed again; kinds without facts are
     *     left out. The lists are kept, and may make their facts when they are asked for them
     */
    public static Facts ofSorted(Map<FactKind, ? extends List<? extends Fact>> byKind) {
        var kept = new EnumMap<FactKind, List<Fact>>(FactKind.class);
        byKind.forEach((kind, facts) -> {
            if (!facts.isEmpty()) {
                kept.put(kind, Collections.unmodifiableList(facts));
            }
        });
        return new Facts(kept);
    }

    /** Whether there is none of any kind. */
    public boolean isEmpty() {
        return byKind.isEmpty();
    }

    public List<Fact> of(FactKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** All facts of a kind, typed. */
    public <F extends Fact> List<F> of(Class<F> type) {
        return byKind.values().stream()
                .filter(list -> type.isInstance(list.get(0)))
                .findFirst()
                .map(list -> {
                    @SuppressWarnings("unchecked") // one kind is one type, and nobody can add to the list
                    List<F> typed = (List<F>) list;
                    return typed;
                })
                .orElse(List.of());
    }

    /** How many facts of a kind. */
    public int count(FactKind kind) {
        return of(kind).size();
    }

    /** Every fact, kinds in canonical order, then by key. */
    public List<Fact> all() {
        return byKind.values().stream().flatMap(List::stream).toList();
    }

    /**
     * The facts by scorecard, sorted by scorecard id. A scorecard that only measurements or goals name is there too,
     * with its id as name and no level. Facts that belong to every scorecard (an objective or a communication without
     * one) are in each.
     *
     * <p>Each element is put together when it is asked for, so that facts which are made when somebody looks at them
     * are not all there at once: go through the list once, or keep what is needed longer.
     */
    public List<ScorecardFacts> byScorecard() {
        var declared = new LinkedHashMap<String, Scorecard>();
        of(Scorecard.class).forEach(scorecard -> declared.put(scorecard.scorecard(), scorecard));
        var all = new TreeMap<String, Scorecard>(declared);
        for (Measurement measurement : of(Measurement.class)) {
            all.computeIfAbsent(measurement.scorecard(), id -> undeclared(id, measurement));
        }
        for (Goal goal : of(Goal.class)) {
            if (goal.scorecard() != null) {
                all.computeIfAbsent(goal.scorecard(), id -> undeclared(id, goal));
            }
        }
        String topmost = topmost(declared.isEmpty() ? all : declared);
        return new ByScorecard(new Grouped(this, topmost), List.copyOf(all.values()));
    }

    /** The first without a parent; of declared ones when there are any, for nobody says where the others stand. */
    private static String topmost(Map<String, Scorecard> scorecards) {
        return scorecards.values().stream()
                .filter(scorecard -> scorecard.parent() == null)
                .findFirst()
                .map(Scorecard::scorecard)
                .orElse("");
    }

    private static Scorecard undeclared(String id, Fact first) {
        return new Scorecard(
                id,
                id,
                null,
                null,
                null,
                null,
                null,
                BigDecimal.ONE,
                null,
                null,
                null,
                null,
                null,
                new Origin.Computed("named by " + first.origin().whole()));
    }

    private static final class ByScorecard extends AbstractList<ScorecardFacts> implements RandomAccess {

        private final Grouped grouped;
        private final List<Scorecard> scorecards;

        ByScorecard(Grouped grouped, List<Scorecard> scorecards) {
            this.grouped = grouped;
            this.scorecards = scorecards;
        }

        @Override
        public ScorecardFacts get(int index) {
            return grouped.factsOf(scorecards.get(index));
        }

        @Override
        public int size() {
            return scorecards.size();
        }
    }

    /** Where facts stand in the list of their kind, in its order. */
    private static final class Places {

        private int[] places = new int[4];
        private int count;

        void add(int place) {
            if (count == places.length) {
                places = Arrays.copyOf(places, 2 * count);
            }
            places[count++] = place;
        }

        IntStream stream() {
            return Arrays.stream(places, 0, count);
        }
    }

    /** Each kind grouped once, so that a run over many scorecards stays linear. */
    private static final class Grouped {

        private final Facts facts;
        private final String topmost;
        private final List<KpiChange> kpiChanges;
        private final Map<FactKind, Map<String, Places>> groups = new EnumMap<>(FactKind.class);
        private final Map<String, Places> milestonesByGoal = new HashMap<>();
        private final Map<String, Places> milestonesByInitiative = new HashMap<>();

        Grouped(Facts facts, String topmost) {
            this.facts = facts;
            this.topmost = topmost;
            this.kpiChanges = facts.of(KpiChange.class);
            for (FactKind kind : FactKind.values()) {
                var byScorecard = new HashMap<String, Places>();
                int place = 0;
                for (Fact fact : facts.of(kind)) {
                    byScorecard
                            .computeIfAbsent(ownerOf(fact), owner -> new Places())
                            .add(place++);
                }
                groups.put(kind, byScorecard);
            }
            int place = 0;
            for (Milestone milestone : facts.of(Milestone.class)) {
                if (milestone.goal() != null) {
                    milestonesByGoal
                            .computeIfAbsent(milestone.goal(), goal -> new Places())
                            .add(place);
                }
                if (milestone.initiative() != null) {
                    milestonesByInitiative
                            .computeIfAbsent(milestone.initiative(), initiative -> new Places())
                            .add(place);
                }
                place++;
            }
        }

        ScorecardFacts factsOf(Scorecard scorecard) {
            String id = scorecard.scorecard();
            var goals = new ArrayList<>(own(FactKind.GOALS, Goal.class, id));
            if (id.equals(topmost)) { // a goal that names no scorecard is judged with the topmost one, not lost
                goals.addAll(own(FactKind.GOALS, Goal.class, ""));
            }
            List<Initiative> initiatives = initiatives(id, goals);
            return new ScorecardFacts(
                    scorecard,
                    ownAndShared(FactKind.OBJECTIVES, Objective.class, id),
                    facts.of(StrategyLink.class),
                    own(FactKind.MEASUREMENTS, Measurement.class, id),
                    List.copyOf(goals),
                    milestones(goals, initiatives),
                    initiatives,
                    own(FactKind.ACTIVITIES, Activity.class, id),
                    ownAndShared(FactKind.COMMUNICATIONS, Communication.class, id),
                    own(FactKind.REVIEWS, Review.class, id),
                    own(FactKind.TARGET_CHANGES, TargetChange.class, id),
                    own(FactKind.DEALS, Deal.class, id),
                    kpiChanges,
                    own(FactKind.CLEARANCES, Clearance.class, id),
                    own(FactKind.STATUS_OVERRIDES, StatusOverride.class, id));
        }

        /** Those that name the scorecard, and those that name only one of its goals. */
        private List<Initiative> initiatives(String id, List<Goal> goals) {
            var goalIds = goals.stream().map(Goal::goal).toList();
            var result = new ArrayList<>(own(FactKind.INITIATIVES, Initiative.class, id));
            own(FactKind.INITIATIVES, Initiative.class, "").stream()
                    .filter(initiative -> initiative.goal() == null || goalIds.contains(initiative.goal()))
                    .forEach(result::add);
            return List.copyOf(result);
        }

        private List<Milestone> milestones(List<Goal> goals, List<Initiative> initiatives) {
            var none = new Places();
            List<Milestone> all = facts.of(Milestone.class);
            return IntStream.concat(
                            goals.stream()
                                    .flatMapToInt(goal -> milestonesByGoal.getOrDefault(goal.goal(), none).stream()),
                            initiatives.stream()
                                    .flatMapToInt(initiative ->
                                            milestonesByInitiative
                                                    .getOrDefault(initiative.initiative(), none)
                                                    .stream()))
                    .sorted()
                    .distinct()
                    .mapToObj(all::get)
                    .toList();
        }

        private <F extends Fact> List<F> own(FactKind kind, Class<F> type, String scorecard) {
            List<Fact> all = facts.of(kind);
            Places own = Objects.requireNonNull(groups.get(kind)).get(scorecard);
            return own == null
                    ? List.of()
                    : own.stream().mapToObj(place -> type.cast(all.get(place))).toList();
        }

        private <F extends Fact> List<F> ownAndShared(FactKind kind, Class<F> type, String scorecard) {
            var result = new ArrayList<>(own(kind, type, scorecard));
            result.addAll(own(kind, type, ""));
            return List.copyOf(result);
        }

        /** The scorecard a fact belongs to; empty when it belongs to all, or to what it is attached to. */
        private static String ownerOf(Fact fact) {
            String owner = null;
            if (fact instanceof Measurement m) {
                owner = m.scorecard();
            } else if (fact instanceof Goal goal) {
                owner = goal.scorecard();
            } else if (fact instanceof Objective objective) {
                owner = objective.scorecard();
            } else if (fact instanceof Initiative initiative) {
                owner = initiative.scorecard();
            } else if (fact instanceof Activity activity) {
                owner = activity.scorecard();
            } else if (fact instanceof Communication communication) {
                owner = communication.scorecard();
            } else if (fact instanceof Review review) {
                owner = review.scorecard();
            } else if (fact instanceof TargetChange change) {
                owner = change.scorecard();
            } else if (fact instanceof Deal deal) {
                owner = deal.scorecard();
            } else if (fact instanceof Clearance clearance) {
                owner = clearance.scorecard();
            } else if (fact instanceof StatusOverride override) {
                owner = override.scorecard();
            }
            return owner == null ? "" : owner;
        }
    }
}
