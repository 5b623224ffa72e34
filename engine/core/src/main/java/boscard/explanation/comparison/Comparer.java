package boscard.explanation.comparison;

import boscard.evaluation.Derivation;
import boscard.evaluation.Finding;
import boscard.evaluation.GoalScore;
import boscard.evaluation.GoalTest;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Recommendation;
import boscard.evaluation.Replay.Concluded;
import boscard.rulebook.change.RulebookChanges;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares evaluations scorecard by scorecard and finds the cause of each difference: first the changes of the row or
 * rule that decided, then facts of the same KPI or goal, then what it builds on; a conclusion that no single change
 * explains is put down to what touches all of them. Not thread-safe.
 */
public final class Comparer {

    private static final Concluded NOTHING =
            new Concluded(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private final RulebookChanges rulebook;
    private final List<Cause.OfSetting> settings;
    private final Causes causes;
    private final boolean factsDiffer;
    private final List<FactChange> factChanges = new ArrayList<>();
    private final Set<String> knownFacts = new LinkedHashSet<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final List<Difference.OfStatus> statuses = new ArrayList<>();
    private final List<Difference.OfNode> nodes = new ArrayList<>();
    private final List<Difference.OfGoal> goals = new ArrayList<>();
    private final List<Difference.OfFinding> findings = new ArrayList<>();
    private final List<Difference.OfRecommendation> recommendations = new ArrayList<>();
    private int scorecards;

    /**
     * Begins.
     *
     * @param settings what differs about the evaluations as a whole, such as the as-of date
     * @param factsDiffer whether the facts of any scorecard do
     */
    public Comparer(RulebookChanges rulebook, List<Cause.OfSetting> settings, boolean factsDiffer) {
        this.rulebook = rulebook;
        this.settings = List.copyOf(settings);
        this.causes = new Causes(rulebook, settings);
        this.factsDiffer = factsDiffer;
    }

    /** A scorecard whose conclusions are the same. */
    public void same() {
        scorecards++;
    }

    /** Facts that differ, of a scorecard whose conclusions may be the same. */
    public void facts(List<FactChange> changes) {
        for (FactChange change : changes) {
            if (knownFacts.add(change.kind() + " " + change.id())) {
                factChanges.add(change);
            }
        }
    }

    /**
     * A scorecard whose conclusions may differ.
     *
     * @param before null when it was not there
     * @param after null when it is gone
     * @param facts that differ for it
     */
    public void add(String scorecard, @Nullable Concluded before, @Nullable Concluded after, List<FactChange> facts) {
        scorecards++;
        facts(facts);
        new OfScorecard(before == null ? NOTHING : before, after == null ? NOTHING : after, facts).compare(scorecard);
    }

    public Comparison result() {
        return new Comparison(
                rulebook,
                settings,
                factChanges,
                scorecards,
                changed,
                statuses,
                nodes,
                goals,
                findings,
                recommendations);
    }

    /**
     * One scorecard: its differences by what they are about, so that later ones can name the causes of earlier ones.
     */
    private final class OfScorecard {

        private final Concluded before;
        private final Concluded after;
        private final List<FactChange> facts;
        private final Map<String, Set<Cause>> byConclusion = new HashMap<>();
        private final Map<String, Set<Cause>> byPeriod = new HashMap<>();
        private final Map<String, Set<Cause>> byNode = new HashMap<>();

        OfScorecard(Concluded before, Concluded after, List<FactChange> facts) {
            this.before = before;
            this.after = after;
            this.facts = facts;
        }

        void compare(String scorecard) {
            int known = count();
            // quality findings come first, since they silence statuses
            Map<String, Finding> oldFindings = byKey(before.findings(), Finding::id);
            Map<String, Finding> newFindings = byKey(after.findings(), Finding::id);
            var differing = new ArrayList<Finding[]>();
            pairs(oldFindings, newFindings, (was, is) -> differing.add(new Finding[] {was, is}));
            compareStatuses(oldFindings, newFindings);
            compareNodes();
            compareGoals();
            differing.sort(Comparator.comparing(pair -> (pair[1] != null ? pair[1] : pair[0]).stage()));
            differing.forEach(pair -> compare(pair[0], pair[1]));
            compareRecommendations();
            if (count() > known) {
                changed.add(scorecard);
            }
        }

        private int count() {
            return statuses.size() + nodes.size() + goals.size() + findings.size() + recommendations.size();
        }

        private void compareStatuses(Map<String, Finding> oldFindings, Map<String, Finding> newFindings) {
            pairs(byKey(before.statuses(), KpiStatus::key), byKey(after.statuses(), KpiStatus::key), (was, is) -> {
                if (was == null || is == null || differs(was, is)) {
                    KpiStatus about = is != null ? is : Objects.requireNonNull(was);
                    Set<Cause> found = causes.direct(derivation(was), derivation(is), about.kpi());
                    found.addAll(ofFacts(about.kpi(), null, about.period()));
                    if (was != null && is != null && was.rawStatus() == is.rawStatus() && was.status() != is.status()) {
                        found.clear(); // the band is the same: a doubt about the numbers came or went
                        found.addAll(ofDoubts(about.key(), about, oldFindings, newFindings));
                    }
                    if (found.isEmpty()) {
                        found.addAll(causes.ofBandsOf(about.kpi()));
                    }
                    List<Cause> all = orElseGeneral(found);
                    byConclusion
                            .computeIfAbsent(about.key(), key -> new LinkedHashSet<>())
                            .addAll(all);
                    byPeriod.computeIfAbsent(about.period(), key -> new LinkedHashSet<>())
                            .addAll(all);
                    statuses.add(new Difference.OfStatus(was, is, all));
                }
            });
        }

        private static boolean differs(KpiStatus was, KpiStatus is) {
            return was.status() != is.status()
                    || was.rawStatus() != is.rawStatus()
                    || !same(was.score(), is.score())
                    || !same(was.value(), is.value())
                    || !same(was.attainment(), is.attainment());
        }

        /** Causes of quality findings about the same KPI that are there on one side only. */
        private Set<Cause> ofDoubts(
                String key, KpiStatus about, Map<String, Finding> oldFindings, Map<String, Finding> newFindings) {
            var found = new LinkedHashSet<Cause>();
            pairs(oldFindings, newFindings, (was, is) -> {
                Finding one = is != null ? is : Objects.requireNonNull(was);
                boolean near = one.stage() == boscard.rulebook.Stage.QUALITY
                        && (one.kpi() == null || one.kpi().equals(about.kpi()))
                        && (one.period() == null || one.period().equals(about.period()));
                if (near && (was == null || is == null)) {
                    found.addAll(causes.direct(derivation(was), derivation(is), one.kpi()));
                    found.addAll(ofFacts(one.kpi(), one.goal(), one.period()));
                }
            });
            before.suppressions().forEach(one -> found.addAll(ofRow(one.rowId(), one.finding(), oldFindings, about)));
            after.suppressions().forEach(one -> found.addAll(ofRow(one.rowId(), one.finding(), newFindings, about)));
            return found;
        }

        private Set<Cause> ofRow(String row, String finding, Map<String, Finding> known, KpiStatus about) {
            Finding one = known.get(finding);
            if (one == null || !about.kpi().equals(one.kpi()) || !about.period().equals(one.period())) {
                return Set.of();
            }
            return causes.direct(
                    new Derivation(row, one.derivation().rule(), List.of(), List.of(), List.of()), null, null);
        }

        private void compareNodes() {
            Function<NodeScore, String> key = node -> node.kind() + "|" + node.node() + "|" + node.period();
            pairs(byKey(before.nodes(), key), byKey(after.nodes(), key), (was, is) -> {
                if (was == null || is == null || differs(was, is)) {
                    NodeScore about = is != null ? is : Objects.requireNonNull(was);
                    var found = new LinkedHashSet<>(byPeriod.getOrDefault(about.period(), Set.of()));
                    if (found.isEmpty()) {
                        found.addAll(causes.ofAnyKpi());
                        found.addAll(ofFacts(null, null, null));
                    }
                    List<Cause> all = orElseGeneral(found);
                    byNode.computeIfAbsent(about.period(), k -> new LinkedHashSet<>())
                            .addAll(all);
                    nodes.add(new Difference.OfNode(was, is, all));
                }
            });
        }

        private static boolean differs(NodeScore was, NodeScore is) {
            return was.status() != is.status()
                    || was.rawStatus() != is.rawStatus()
                    || !same(was.score(), is.score())
                    || was.coverage().compareTo(is.coverage()) != 0
                    || !Objects.equals(was.vetoBy(), is.vetoBy());
        }

        private void compareGoals() {
            pairs(byKey(before.goals(), GoalScore::goal), byKey(after.goals(), GoalScore::goal), (was, is) -> {
                if (was == null
                        || is == null
                        || !was.letters().equals(is.letters())
                        || !same(was.score(), is.score())) {
                    GoalScore about = is != null ? is : Objects.requireNonNull(was);
                    var found = new LinkedHashSet<Cause>();
                    Map<String, GoalTest> old = tests(was);
                    Map<String, GoalTest> now = tests(is);
                    pairs(old, now, (one, other) -> {
                        if (one == null || other == null || one.result() != other.result()) {
                            found.addAll(causes.direct(
                                    one == null ? null : one.derivation(),
                                    other == null ? null : other.derivation(),
                                    about.kpi()));
                        }
                    });
                    found.addAll(ofFacts(about.kpi(), about.goal(), null));
                    goals.add(new Difference.OfGoal(was, is, orElseGeneral(found)));
                }
            });
        }

        private static Map<String, GoalTest> tests(@Nullable GoalScore goal) {
            return goal == null ? Map.of() : byKey(goal.tests(), GoalTest::test);
        }

        private void compare(@Nullable Finding was, @Nullable Finding is) {
            List<String> what = was == null || is == null ? List.of() : what(was, is);
            if (was != null && is != null && what.isEmpty()) {
                return;
            }
            Finding about = is != null ? is : Objects.requireNonNull(was);
            Set<Cause> found = causes.direct(derivation(was), derivation(is), about.kpi());
            found.addAll(ofFacts(about.kpi(), about.goal(), about.period()));
            for (Finding one : new @Nullable Finding[] {was, is}) {
                if (one != null) {
                    one.derivation().buildsOn().forEach(id -> found.addAll(byConclusion.getOrDefault(id, Set.of())));
                    one.suppressedBy().forEach(id -> found.addAll(byConclusion.getOrDefault(id, Set.of())));
                }
            }
            if (found.isEmpty() && about.kpi() != null && about.period() != null) {
                found.addAll(byConclusion.getOrDefault(
                        about.scorecard() + "|" + about.kpi() + "|" + about.period(), Set.of()));
            }
            if (found.isEmpty() && about.period() != null) {
                found.addAll(byNode.getOrDefault(about.period(), Set.of()));
            }
            List<Cause> all = orElseGeneral(found);
            byConclusion
                    .computeIfAbsent(about.id(), key -> new LinkedHashSet<>())
                    .addAll(all);
            findings.add(new Difference.OfFinding(was, is, what, all));
        }

        private static List<String> what(Finding was, Finding is) {
            var what = new ArrayList<String>();
            note("severity", was.severity(), is.severity(), what);
            note("state", was.state(), is.state(), what);
            note("status", was.status(), is.status(), what);
            note("value", was.value(), is.value(), what);
            note("threshold", was.threshold(), is.threshold(), what);
            note("deciding row", was.derivation().ruleId(), is.derivation().ruleId(), what);
            if (what.isEmpty()) { // the message repeats the numbers
                note("message", was.message(), is.message(), what);
                note("what would change it", was.counterfactual(), is.counterfactual(), what);
            }
            return what;
        }

        private void compareRecommendations() {
            pairs(
                    byKey(before.recommendations(), Recommendation::id),
                    byKey(after.recommendations(), Recommendation::id),
                    (was, is) -> {
                        var what = new ArrayList<String>();
                        if (was != null && is != null) {
                            note("severity", was.severity(), is.severity(), what);
                            note("action", was.action(), is.action(), what);
                            note("owner", was.ownerRole(), is.ownerRole(), what);
                            note("due", was.due(), is.due(), what);
                            note("findings", was.findings(), is.findings(), what);
                            if (what.isEmpty()) {
                                return;
                            }
                        }
                        var found = causes.direct(
                                was == null ? null : was.derivation(), is == null ? null : is.derivation(), null);
                        for (Recommendation one : new @Nullable Recommendation[] {was, is}) {
                            if (one != null) {
                                one.findings().forEach(id -> found.addAll(byConclusion.getOrDefault(id, Set.of())));
                            }
                        }
                        recommendations.add(new Difference.OfRecommendation(was, is, what, orElseGeneral(found)));
                    });
        }

        private Set<Cause> ofFacts(@Nullable String kpi, @Nullable String goal, @Nullable String period) {
            var found = new LinkedHashSet<Cause>();
            for (FactChange change : facts) {
                boolean about = kpi == null && goal == null
                        || (kpi != null && kpi.equals(change.kpi()))
                        || (goal != null && goal.equals(change.goal()));
                boolean otherPeriod = period != null
                        && change.kind() == boscard.fact.FactKind.MEASUREMENTS
                        && facts.stream()
                                .anyMatch(other ->
                                        sameKpi(other, kpi) && other.id().contains(period))
                        && !change.id().contains(period);
                if (about && !otherPeriod) {
                    found.add(new Cause.OfFact(change));
                }
            }
            return found;
        }

        private static boolean sameKpi(FactChange change, @Nullable String kpi) {
            return kpi != null && kpi.equals(change.kpi());
        }

        /** What is known to have caused it, or what may have, or that other scorecards did. */
        private List<Cause> orElseGeneral(Set<Cause> found) {
            if (!found.isEmpty()) {
                return causes.ordered(found);
            }
            var all = new LinkedHashSet<Cause>(causes.general());
            if (all.isEmpty()) {
                all.addAll(ofFacts(null, null, null));
            }
            if (all.isEmpty()) {
                all.addAll(causes.ofAnyKpi());
                all.addAll(causes.ofAnyRule());
            }
            if (all.isEmpty() && factsDiffer) {
                all.add(new Cause.OfOthers());
            }
            return List.copyOf(all);
        }
    }

    private interface Pair<T> {
        void accept(@Nullable T before, @Nullable T after);
    }

    /** Every key of either side once, sorted. */
    private static <T> void pairs(Map<String, T> before, Map<String, T> after, Pair<T> pair) {
        var keys = new TreeMap<String, Boolean>();
        before.keySet().forEach(key -> keys.put(key, true));
        after.keySet().forEach(key -> keys.put(key, true));
        keys.keySet().forEach(key -> pair.accept(before.get(key), after.get(key)));
    }

    private static <T> Map<String, T> byKey(List<T> items, Function<T, String> key) {
        var byKey = new LinkedHashMap<String, T>();
        items.forEach(item -> byKey.put(key.apply(item), item));
        return byKey;
    }

    private static @Nullable Derivation derivation(@Nullable KpiStatus status) {
        return status == null ? null : status.derivation();
    }

    private static @Nullable Derivation derivation(@Nullable Finding finding) {
        return finding == null ? null : finding.derivation();
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    private static void note(String name, @Nullable Object was, @Nullable Object is, List<String> what) {
        boolean same = was instanceof BigDecimal one && is instanceof BigDecimal other
                ? one.compareTo(other) == 0
                : Objects.equals(was, is);
        if (!same) {
            what.add(name);
        }
    }
}
