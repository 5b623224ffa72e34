package boscard.evaluation.check;

import boscard.fact.Kpi;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.ProblemSeverity;
import boscard.problem.Problems;
import boscard.rulebook.Rulebook;
import boscard.table.DecisionTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A scored KPI that no row of a status table names: the rows for any KPI judge it, or nothing does. */
final class KpiWithoutThresholds implements RulebookCheck {

    @Override
    public void inspect(Rulebook rulebook, Problems problems) {
        List<DecisionTable> tables = StatusTables.of(rulebook);
        Set<Object> named = new HashSet<>();
        tables.forEach(
                table -> Compared.values(table, "kpi").forEach(naming -> named.add(naming.value())));
        boolean judgedByGeneralRows = tables.stream().anyMatch(StatusTables::hasGeneralRows);
        for (Kpi kpi : rulebook.catalogue().kpis()) {
            if (kpi.isScored() && !named.contains(kpi.id())) {
                problems.add(
                        judgedByGeneralRows
                                ? Problem.of(
                                        ProblemCode.KPI_WITHOUT_THRESHOLDS,
                                        kpi.origin().of("id"),
                                        "no row names the scored KPI " + kpi.id() + "; the rows for any KPI judge it",
                                        "that is meant; else give it rows in kpi-thresholds.xlsx")
                                : new Problem(
                                        ProblemCode.KPI_WITHOUT_THRESHOLDS,
                                        ProblemSeverity.WARNING,
                                        kpi.origin().of("id"),
                                        "no row gives the scored KPI " + kpi.id() + " a status",
                                        "give it rows in kpi-thresholds.xlsx, or the weight 0"));
            }
        }
    }
}
