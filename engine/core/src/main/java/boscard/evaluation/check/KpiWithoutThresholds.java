package boscard.evaluation.check;

import boscard.fact.Direction;
import boscard.fact.Kpi;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.rulebook.Rulebook;
import boscard.table.Cell;
import boscard.table.DecisionTable;
import boscard.table.FactType.Property;
import boscard.table.Row;
import boscard.table.ValueType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A scored KPI that no row of a status table can judge: none names it, and there are no rows for any KPI, or they only
 * compare attainment, which a KPI with plausible values below 0 does not have (DOMAIN.md section 4.2).
 */
final class KpiWithoutThresholds implements RulebookCheck {

    private static final Set<String> SHARES_OF_TARGET = Set.of("attainment", "pace");

    @Override
    public void inspect(Rulebook rulebook, Problems problems) {
        List<DecisionTable> tables = StatusTables.of(rulebook);
        Set<Object> named = new HashSet<>();
        tables.forEach(table -> Compared.values(table, "kpi").forEach(naming -> named.add(naming.value())));
        boolean anyRows = tables.stream().anyMatch(StatusTables::hasGeneralRows);
        boolean onlyShares = tables.stream()
                .allMatch(table -> table.rows().stream()
                        .filter(row -> !Compared.names(table, row, "kpi"))
                        .allMatch(row -> comparesShareOfTarget(table, row)));
        for (Kpi kpi : rulebook.catalogue().kpis()) {
            if (!kpi.isScored() || named.contains(kpi.id())) {
                continue;
            }
            if (!anyRows) {
                problems.add(
                        ProblemCode.KPI_WITHOUT_THRESHOLDS,
                        kpi.origin().of("id"),
                        "no row gives the scored KPI " + kpi.id() + " a status",
                        "give it rows in kpi-thresholds.xlsx, or the weight 0");
            } else if (onlyShares && !hasAttainment(kpi)) {
                problems.add(
                        ProblemCode.KPI_WITHOUT_THRESHOLDS,
                        kpi.origin().of("id"),
                        "no row names the scored KPI " + kpi.id() + ", and the rows for any KPI compare its attainment;"
                                + " it has none, since its plausible values go below 0",
                        "give it rows in kpi-thresholds.xlsx that compare its value or its gap");
            }
        }
    }

    private static boolean hasAttainment(Kpi kpi) {
        boolean aRatio = kpi.direction() == Direction.HIGHER || kpi.direction() == Direction.LOWER;
        return !aRatio || kpi.plausibleMin() == null || kpi.plausibleMin().signum() >= 0;
    }

    private static boolean comparesShareOfTarget(DecisionTable table, Row row) {
        for (int i = 0; i < table.conditions().size(); i++) {
            Cell cell = row.conditions().get(i);
            Property property = table.conditions().get(i).property();
            if (cell != null && property.type() == ValueType.NUMBER && SHARES_OF_TARGET.contains(property.name())) {
                return true;
            }
        }
        return false;
    }
}
