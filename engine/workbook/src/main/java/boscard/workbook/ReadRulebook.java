package boscard.workbook;

import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.rulebook.Rulebook;
import boscard.source.CellRef;
import boscard.table.DecisionTable;
import java.util.List;
import java.util.Set;

/**
 * What could be read of a rulebook. With an error among the problems it is not to be evaluated: rows, tables and rules
 * may be missing.
 *
 * @param problems all problems in reading order, errors too
 * @param problemsOfTests of the Tests sheets, in reading order; an evaluation does not need them
 */
public record ReadRulebook(Rulebook rulebook, List<Problem> problems, List<Problem> problemsOfTests) {

    /** Rows of code below the cell that starts a table. */
    private static final int CODE_ROWS = 4;

    /** Below one of these the cells of rows mean something else than they seem to. */
    private static final Set<ProblemCode> IN_DOUBT = Set.of(ProblemCode.CELL_MERGED);

    public ReadRulebook {
        problems = List.copyOf(problems);
        problemsOfTests = List.copyOf(problemsOfTests);
    }

    ReadRulebook(Rulebook rulebook, List<Problem> problems) {
        this(rulebook, problems, List.of());
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** The rulebook without the tables of which more than some rows could not be read. */
    public Rulebook withSoundTables() {
        return new Rulebook(
                rulebook.catalogue(),
                rulebook.parameters(),
                rulebook.tables().stream().filter(this::isSound).toList(),
                rulebook.documents(),
                rulebook.words(),
                rulebook.holidays(),
                rulebook.digest());
    }

    private boolean isSound(DecisionTable table) {
        return problems.stream()
                .filter(Problem::isError)
                .noneMatch(problem -> problem.at() instanceof CellRef at
                        && at.workbook().equals(table.at().workbook())
                        && at.sheet().equals(table.at().sheet())
                        && (IN_DOUBT.contains(problem.code())
                                || at.row() <= table.at().row() + CODE_ROWS));
    }
}
