package boscard.table.check;

import boscard.problem.Problem;
import boscard.problem.Problems;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a table as a whole. Pure; safe for any thread. */
public final class TableAnalysis {

    private static final List<TableCheck> CERTAIN = List.of(
            new RowNeverMatches(),
            new RowsOverlap(),
            new RowDuplicate(),
            new RowsContradict(),
            new RowUnreachable(Cover.MOST_STEPS));

    private TableAnalysis() {}

    /**
     * Everything.
     *
     * @param expectation about what the table has to say something; null when it may be silent about anything
     * @return in reading order
     */
    public static List<Problem> problems(DecisionTable table, Units units, @Nullable Expectation expectation) {
        var checks = new ArrayList<TableCheck>(CERTAIN);
        checks.add(new RowRedundant());
        if (expectation != null) {
            checks.add(new ValuesUncovered(expectation));
        }
        return run(table, units, checks);
    }

    /** What is wrong whatever rows a table has beside those that are given: some could not be read. */
    public static List<Problem> certain(DecisionTable table, Units units) {
        return run(table, units, CERTAIN);
    }

    /**
     * Only what would leave facts undecided without a word: overlapping rows of a UNIQUE table. Costs nothing for other
     * tables.
     */
    public static List<Problem> overlaps(DecisionTable table, Units units) {
        return table.policy() == HitPolicy.UNIQUE ? run(table, units, List.of(new RowsOverlap())) : List.of();
    }

    /**
     * Where two tables contradict each other.
     *
     * @param facts what the tables are asked about; null when it may be anything
     */
    public static List<Problem> between(
            DecisionTable first, DecisionTable second, Units units, @Nullable Expectation facts) {
        var problems = new Problems();
        if (TablesContradict.concerns(first, second)) {
            new TablesContradict(first, second, facts).inspect(units, problems);
        }
        return problems.sorted();
    }

    private static List<Problem> run(DecisionTable table, Units units, List<TableCheck> checks) {
        var problems = new Problems();
        var analysed = new AnalysedTable(table);
        var words = new InWords(analysed, units);
        checks.forEach(check -> check.inspect(analysed, words, problems));
        return problems.sorted();
    }
}
