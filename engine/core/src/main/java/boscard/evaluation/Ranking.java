package boscard.evaluation;

import boscard.fact.Kpi;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders the recommendations of a scorecard: the worst severity first, then the heaviest KPI, then how many findings.
 */
final class Ranking {

    private Ranking() {}

    static List<Recommendation> rank(List<Recommendation> found, ScorecardContext context) {
        var sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(Recommendation::severity, Comparator.reverseOrder())
                .thenComparing(one -> weight(one, context), Comparator.reverseOrder())
                .thenComparing(one -> one.findings().size(), Comparator.reverseOrder())
                .thenComparing(Recommendation::subject)
                .thenComparing(Recommendation::code));
        Map<String, List<Recommendation>> byAction = new LinkedHashMap<>();
        sorted.forEach(one ->
                byAction.computeIfAbsent(one.code(), code -> new ArrayList<>()).add(one));
        var ranked = new ArrayList<Recommendation>();
        for (Recommendation one :
                byAction.values().stream().flatMap(List::stream).toList()) {
            ranked.add(new Recommendation(
                    one.id(),
                    one.code(),
                    one.findings(),
                    one.findingCodes(),
                    one.severity(),
                    one.subject(),
                    one.action(),
                    one.ownerRole(),
                    one.owner(),
                    one.due(),
                    one.expectedEffect(),
                    ranked.size() + 1,
                    one.derivation()));
        }
        return List.copyOf(ranked);
    }

    private static BigDecimal weight(Recommendation one, ScorecardContext context) {
        Kpi kpi = context.catalogue().find(one.subject().kpi());
        return kpi == null ? BigDecimal.ZERO : kpi.weight();
    }
}
