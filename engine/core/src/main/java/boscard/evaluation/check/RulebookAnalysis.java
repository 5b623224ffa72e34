package boscard.evaluation.check;

import boscard.problem.Problem;
import boscard.problem.Problems;
import boscard.rulebook.Rulebook;
import boscard.table.DecisionTable;
import boscard.table.check.Expectation;
import boscard.table.check.TableAnalysis;
import java.util.List;

/** What is wrong with a rulebook that can be read: each table as a whole, and all parts together. Pure. */
public final class RulebookAnalysis {

    private static final List<RulebookCheck> CHECKS = List.of(
            new EdgeImplausible(),
            new KpiWithoutThresholds(),
            new FindingUnproduced(),
            new FindingUnanswered(),
            new StatusUnproduced(),
            new IndicatorUnknown());

    private RulebookAnalysis() {}

    /** Everything, in reading order. */
    public static List<Problem> problems(Rulebook rulebook) {
        var problems = new Problems();
        var units = new PropertyUnits(rulebook.catalogue());
        for (DecisionTable table : rulebook.tables()) {
            problems.addAll(TableAnalysis.problems(table, units, StatusTables.expectationOf(table, rulebook)));
        }
        contradictions(rulebook, units, problems);
        CHECKS.forEach(check -> check.inspect(rulebook, problems));
        return problems.sorted();
    }

    /**
     * What is certain although rows, tables or rules are missing because they cannot be read: a row more takes none of
     * these problems away.
     */
    public static List<Problem> problemsOfWhatCouldBeRead(Rulebook rulebook) {
        var problems = new Problems();
        var units = new PropertyUnits(rulebook.catalogue());
        rulebook.tables().forEach(table -> problems.addAll(TableAnalysis.certain(table, units)));
        new EdgeImplausible().inspect(rulebook, problems);
        return problems.sorted();
    }

    private static void contradictions(Rulebook rulebook, PropertyUnits units, Problems problems) {
        List<DecisionTable> tables = StatusTables.of(rulebook);
        Expectation facts = StatusTables.scoredKpis(rulebook);
        for (int i = 0; i < tables.size(); i++) {
            for (DecisionTable later : tables.subList(i + 1, tables.size())) {
                problems.addAll(TableAnalysis.between(tables.get(i), later, units, facts));
            }
        }
    }

    /**
     * Only what would leave facts undecided: overlapping rows of UNIQUE tables. An evaluation asks for it at every
     * start; it costs nothing for tables with another hit policy.
     */
    public static List<Problem> overlaps(Rulebook rulebook) {
        var problems = new Problems();
        var units = new PropertyUnits(rulebook.catalogue());
        rulebook.tables().forEach(table -> problems.addAll(TableAnalysis.overlaps(table, units)));
        return problems.sorted();
    }
}
