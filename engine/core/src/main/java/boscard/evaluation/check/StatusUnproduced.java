package boscard.evaluation.check;

import boscard.evaluation.Status;
import boscard.evaluation.check.Compared.Naming;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.rulebook.Rulebook;
import boscard.table.DecisionTable;
import boscard.table.Row;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A status that a row asks for and that no row of a status table gives. */
final class StatusUnproduced implements RulebookCheck {

    @Override
    public void inspect(Rulebook rulebook, Problems problems) {
        Set<Status> given = given(rulebook);
        var asked = new TreeMap<Status, List<Naming>>();
        for (String factType : List.of("KpiStatus", "FindingView")) {
            for (String property : List.of("status", "rawStatus")) {
                for (Map.Entry<Object, List<Naming>> naming :
                        Compared.byValue(rulebook, factType, property).entrySet()) {
                    asked.merge((Status) naming.getKey(), naming.getValue(), (some, more) -> some);
                }
            }
        }
        asked.forEach((status, places) -> {
            if (!given.contains(status)) {
                problems.add(
                        ProblemCode.STATUS_UNPRODUCED,
                        places.get(0).cell().at(),
                        "no status table gives " + status + ", only " + given + Compared.more(places),
                        given.contains(status.family()) ? status.family().toString() : null);
            }
        });
    }

    /** What rows conclude, and the statuses that are no bands: those boscard gives itself. */
    private static Set<Status> given(Rulebook rulebook) {
        var given = EnumSet.noneOf(Status.class);
        for (Status status : Status.values()) {
            if (!status.isBand()) {
                given.add(status);
            }
        }
        for (DecisionTable table : rulebook.tables()) {
            for (Row row : table.rows()) {
                if (row.outcome().get("status") instanceof Status status) {
                    given.add(status);
                }
            }
        }
        return given;
    }
}
