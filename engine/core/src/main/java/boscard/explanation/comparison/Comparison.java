package boscard.explanation.comparison;

import boscard.evaluation.Status;
import boscard.rulebook.change.RulebookChanges;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two evaluations of the same scorecards side by side. Immutable.
 *
 * @param rulebook what differs between the rulebooks
 * @param settings what differs about the evaluations as a whole
 * @param factChanges facts that differ, of all scorecards
 * @param scorecards how many there are on either side
 * @param statuses that differ, by scorecard, KPI, period
 */
public record Comparison(
        RulebookChanges rulebook,
        List<Cause.OfSetting> settings,
        List<FactChange> factChanges,
        int scorecards,
        Set<String> changedScorecards,
        List<Difference.OfStatus> statuses,
        List<Difference.OfNode> nodes,
        List<Difference.OfGoal> goals,
        List<Difference.OfFinding> findings,
        List<Difference.OfRecommendation> recommendations) {

    public Comparison {
        settings = List.copyOf(settings);
        factChanges = List.copyOf(factChanges);
        changedScorecards = Collections.unmodifiableSet(new LinkedHashSet<>(changedScorecards));
        statuses = List.copyOf(statuses);
        nodes = List.copyOf(nodes);
        goals = List.copyOf(goals);
        findings = List.copyOf(findings);
        recommendations = List.copyOf(recommendations);
    }

    /** Whether no conclusion differs. */
    public boolean isSame() {
        return statuses.isEmpty()
                && nodes.isEmpty()
                && goals.isEmpty()
                && findings.isEmpty()
                && recommendations.isEmpty();
    }

    /**
     * What some causes do together: how many statuses they turn from one into another.
     *
     * @param from null for a status that was not there
     * @param to null for a status that is gone
     * @param latest how many of the statuses are those of the newest closed period
     */
    public record Effect(
            List<Cause> causes,
            @Nullable Status from,
            @Nullable Status to,
            int statuses,
            int scorecards,
            int latest) {}

    private record EffectKey(
            List<Cause> causes,
            @Nullable Status from,
            @Nullable Status to) {}

    /** The moves of statuses, those with the same causes together, the most statuses first. */
    public List<Effect> effects() {
        var groups = new LinkedHashMap<EffectKey, List<Difference.OfStatus>>();
        for (Difference.OfStatus difference : statuses) {
            if (difference.isMove()) {
                groups.computeIfAbsent(
                                new EffectKey(difference.causes(), difference.from(), difference.to()),
                                key -> new ArrayList<>())
                        .add(difference);
            }
        }
        return groups.entrySet().stream()
                .map(group -> new Effect(
                        group.getKey().causes(),
                        group.getKey().from(),
                        group.getKey().to(),
                        group.getValue().size(),
                        (int) group.getValue().stream()
                                .map(difference -> difference.about().scorecard())
                                .distinct()
                                .count(),
                        (int) group.getValue().stream()
                                .filter(difference -> difference.about().latest())
                                .count()))
                .sorted(Comparator.comparingInt(Effect::statuses).reversed())
                .toList();
    }

    /** How many statuses moved, by what they were and what they are; additions and losses are not in it. */
    public Map<Status, Map<Status, Integer>> matrix() {
        var matrix = new EnumMap<Status, Map<Status, Integer>>(Status.class);
        for (Difference.OfStatus difference : statuses) {
            Status from = difference.from();
            Status to = difference.to();
            if (from != null && to != null && from != to) {
                matrix.computeIfAbsent(from, key -> new EnumMap<>(Status.class)).merge(to, 1, Integer::sum);
            }
        }
        return matrix;
    }

    /** The changes of the rulebook that caused no difference: they change nothing on these facts. */
    public List<boscard.rulebook.change.Change> withoutEffect() {
        var effective = new HashSet<Cause>();
        for (List<? extends Difference> all : List.of(statuses, nodes, goals, findings, recommendations)) {
            all.forEach(difference -> effective.addAll(difference.causes()));
        }
        return rulebook.all().stream()
                .filter(change -> !effective.contains(new Cause.OfRulebook(change)))
                .toList();
    }
}
