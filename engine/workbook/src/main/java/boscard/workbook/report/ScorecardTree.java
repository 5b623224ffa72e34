package boscard.workbook.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Scorecards in the order of a tree: each parent right above its children, children in the order in which they came.
 */
final class ScorecardTree {

    /** @param depth 0 at the top */
    record Place(ScorecardLine line, int depth) {}

    private ScorecardTree() {}

    /** Every scorecard once; one whose parent is unknown, or is below itself, stands at the top. */
    static List<Place> of(Collection<ScorecardLine> lines) {
        var byId = new LinkedHashMap<String, ScorecardLine>();
        lines.forEach(line -> byId.put(line.id(), line));
        var children = new HashMap<String, List<ScorecardLine>>();
        var tops = new ArrayList<ScorecardLine>();
        for (ScorecardLine line : byId.values()) {
            String parent = line.scorecard().parent();
            if (parent == null || !byId.containsKey(parent)) {
                tops.add(line);
            } else {
                children.computeIfAbsent(parent, id -> new ArrayList<>()).add(line);
            }
        }
        var places = new ArrayList<Place>();
        var seen = new LinkedHashSet<String>();
        tops.forEach(top -> descend(top, children, seen, places));
        byId.values().forEach(inCircle -> descend(inCircle, children, seen, places));
        return places;
    }

    /** Without recursion: a tree from outside can be deep. */
    private static void descend(
            ScorecardLine top, Map<String, List<ScorecardLine>> children, Set<String> seen, List<Place> places) {
        var stack = new ArrayDeque<Place>();
        stack.push(new Place(top, 0));
        while (!stack.isEmpty()) {
            Place place = stack.pop();
            if (!seen.add(place.line().id())) {
                continue;
            }
            places.add(place);
            List<ScorecardLine> below = children.getOrDefault(place.line().id(), List.of());
            for (int i = below.size() - 1; i >= 0; i--) {
                stack.push(new Place(below.get(i), place.depth() + 1));
            }
        }
    }
}
