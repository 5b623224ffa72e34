package boscard.table.check;

import boscard.evaluation.Indicator;
import boscard.evaluation.Performance;
import boscard.fact.Unit;
import boscard.given.Tables;
import boscard.problem.Problem;
import boscard.problem.Problems;
import boscard.rulebook.Stage;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import java.util.List;

/** Tables as people have them, and what one check says about them. */
final class Given {

    /** Values are ratios. */
    static final Units RATIOS = (table, property, kpi) -> property.name().equals("value") ? Unit.RATIO : null;

    private Given() {}

    /** Columns kpi (B), level (C), value from (D), up to (E), below (F), attainment from (G); then status. */
    static Tables thresholds(HitPolicy policy) {
        return Tables.table("Thresholds", Stage.STATUS, policy, Performance.class)
                .when("kpi", Operator.EQUAL)
                .when("level", Operator.EQUAL)
                .when("value", Operator.AT_LEAST)
                .when("value", Operator.AT_MOST)
                .when("value", Operator.BELOW)
                .when("attainment", Operator.AT_LEAST)
                .then("status");
    }

    /** Columns name (B), from (C), above (D), up to (E), below (F); then finding and severity. */
    static Tables findings(HitPolicy policy) {
        return Tables.table("Checks", Stage.PITFALLS, policy, Indicator.class)
                .when("name", Operator.EQUAL)
                .when("value", Operator.AT_LEAST)
                .when("value", Operator.ABOVE)
                .when("value", Operator.AT_MOST)
                .when("value", Operator.BELOW)
                .then("finding")
                .then("severity");
    }

    static List<Problem> problems(Tables table, TableCheck check) {
        var analysed = new AnalysedTable(table.build());
        var problems = new Problems();
        check.inspect(analysed, new InWords(analysed, RATIOS), problems);
        return problems.sorted();
    }

    /** The problems as people read them, without the name of the workbook. */
    static List<String> said(Tables table, TableCheck check) {
        return problems(table, check).stream()
                .map(problem -> problem.toString().replaceAll("^\\w+\\.xlsx!\\w+!", ""))
                .toList();
    }
}
