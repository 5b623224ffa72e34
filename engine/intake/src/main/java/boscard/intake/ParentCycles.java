package boscard.intake;

import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * No scorecard is above itself. A circle of parents is reported at the first of its scorecards, and the parents within
 * it are left out, so that its scorecards are still evaluated, each for itself.
 */
final class ParentCycles {

    private final Map<String, Candidate> scorecards = new TreeMap<>();
    private final int parent =
            FactSchema.of(FactKind.SCORECARDS).field("parent").orElseThrow().position();

    static void check(List<Candidate> candidates) {
        var cycles = new ParentCycles();
        for (Candidate candidate : candidates) {
            if (candidate.kind() == FactKind.SCORECARDS && candidate.isOpen()) {
                cycles.scorecards.put(String.valueOf(candidate.value(0)), candidate);
            }
        }
        cycles.check();
    }

    private void check() {
        var clear = new HashSet<String>();
        for (String id : scorecards.keySet()) {
            var path = new LinkedHashSet<String>();
            String at = id;
            while (at != null && scorecards.containsKey(at) && !clear.contains(at) && path.add(at)) {
                at = parentOf(at);
            }
            if (at != null && path.contains(at)) {
                report(cycleFrom(at, path));
            }
            clear.addAll(path);
        }
    }

    private static List<String> cycleFrom(String start, Set<String> path) {
        var cycle = new ArrayList<>(path);
        return cycle.subList(cycle.indexOf(start), cycle.size());
    }

    private void report(List<String> cycle) {
        Candidate first = scorecards.get(cycle.get(0));
        if (first == null) {
            return;
        }
        first.problems()
                .add(
                        ProblemCode.PARENT_CYCLE,
                        first.origin().of("parent"),
                        "the parents go round in a circle: " + String.join(" → ", cycle) + " → " + cycle.get(0)
                                + "; they are left out",
                        "one of them has no parent.");
        for (String id : cycle) {
            Candidate member = scorecards.get(id);
            if (member != null) {
                member.correct(parent, null);
            }
        }
    }

    private @Nullable String parentOf(String id) {
        Candidate scorecard = scorecards.get(id);
        return scorecard != null && scorecard.value(parent) instanceof String above ? above : null;
    }
}
