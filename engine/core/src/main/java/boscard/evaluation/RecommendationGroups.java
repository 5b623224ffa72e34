package boscard.evaluation;

import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What a manager is told of the recommendations of a scorecard: one thing to do for each action, whatever number of
 * KPIs and goals it is for, so that the first five are five different ones. The recommendations themselves stay one per
 * action and subject.
 */
public final class RecommendationGroups {

    private static final int NAMED = 4;

    private RecommendationGroups() {}

    /**
     * Each action once, most urgent first: the recommendation that is ranked highest speaks for all, names what else it
     * is for, and has the findings of all of them, worst first.
     *
     * @param ranked recommendations of one scorecard, in the order of their rank
     * @return with ranks from 1, without a gap
     */
    public static List<Recommendation> of(List<Recommendation> ranked, KpiCatalogue catalogue) {
        Map<String, List<Recommendation>> byAction = new LinkedHashMap<>();
        ranked.forEach(one ->
                byAction.computeIfAbsent(one.code(), code -> new ArrayList<>()).add(one));
        var groups = new ArrayList<Recommendation>();
        byAction.values().forEach(group -> groups.add(together(group, groups.size() + 1, catalogue)));
        return List.copyOf(groups);
    }

    private static Recommendation together(List<Recommendation> group, int rank, KpiCatalogue catalogue) {
        Recommendation first = group.get(0);
        var findings = new LinkedHashSet<String>();
        var codes = new LinkedHashSet<String>();
        group.forEach(one -> {
            findings.addAll(one.findings());
            codes.addAll(one.findingCodes());
        });
        return new Recommendation(
                first.id(),
                first.code(),
                List.copyOf(findings),
                List.copyOf(codes),
                first.severity(),
                first.subject(),
                first.action() + likewise(group, catalogue),
                first.ownerRole(),
                first.owner(),
                first.due(),
                first.expectedEffect(),
                rank,
                first.derivation());
    }

    private static String likewise(List<Recommendation> group, KpiCatalogue catalogue) {
        var names = new LinkedHashSet<String>();
        group.forEach(one -> names.add(name(one.subject(), catalogue)));
        names.remove(name(group.get(0).subject(), catalogue));
        names.remove("");
        List<String> all = List.copyOf(names);
        List<String> shown = all.subList(0, Math.min(NAMED, all.size()));
        return all.isEmpty()
                ? ""
                : "; likewise " + String.join(", ", shown)
                        + (all.size() > shown.size() ? " and " + (all.size() - shown.size()) + " more" : "");
    }

    private static String name(Subject subject, KpiCatalogue catalogue) {
        if (subject.goal() != null) {
            return subject.goal();
        } else if (subject.kpi() != null) {
            Kpi kpi = catalogue.find(subject.kpi());
            return kpi == null ? subject.kpi() : kpi.name();
        }
        return subject.other() == null ? "" : subject.other();
    }
}
