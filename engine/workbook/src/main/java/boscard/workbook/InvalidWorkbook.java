package boscard.workbook;

import boscard.problem.InvalidInput;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.source.CellRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file cannot be read as a spreadsheet: it is missing, is something else, is protected, damaged or too large. */
public final class InvalidWorkbook extends InvalidInput {

    private static final long serialVersionUID = 1L;

    public InvalidWorkbook(List<Problem> problems) {
        super(problems);
    }

    static InvalidWorkbook of(ProblemCode code, CellRef at, String message, @Nullable String advice) {
        return new InvalidWorkbook(List.of(Problem.of(code, at, message, advice)));
    }
}
