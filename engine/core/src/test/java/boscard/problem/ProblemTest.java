package boscard.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import boscard.source.CellRef;
import boscard.source.LineRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static final CellRef C7 = CellRef.of("kpi-thresholds.xlsx", "Thresholds", 7, 3);

    @Test
    void readsWhereThenWhatThenTheCodeAndTheAdviceOnALineOfItsOwn() {
        assertThat(Problem.of(ProblemCode.RANGE_REVERSED, C7, "lower edge 0.85 is above 0.75", "they are swapped."))
                .hasToString("kpi-thresholds.xlsx!Thresholds!C7: lower edge 0.85 is above 0.75 [RANGE_REVERSED]\n"
                        + "  Maybe they are swapped.");
        assertThat(Problem.of(ProblemCode.FILE_EMPTY, LineRef.ofFile("facts.csv"), "the file is empty"))
                .hasToString("facts.csv: the file is empty [FILE_EMPTY]");
    }

    @Test
    void allProblemsAreReportedInReadingOrderWhateverTheOrderTheyWereFoundIn() {
        var problems = new Problems();
        for (int line = 100; line >= 1; line--) {
            problems.add(ProblemCode.NUMBER_INVALID, LineRef.of("facts.csv", line), "wrong");
        }
        assertThat(problems.sorted())
                .hasSize(100)
                .map(problem -> problem.at().row())
                .startsWith(1, 2, 3)
                .endsWith(100);
    }

    @Test
    void onOnePlaceTheWorstComesFirst() {
        var problems = new Problems();
        problems.add(ProblemCode.NOTE_IN_TABLE, C7, "a note");
        problems.add(ProblemCode.CELL_TYPE, C7, "an error");
        problems.add(ProblemCode.ROW_HIDDEN, C7, "a warning");
        assertThat(problems.sorted())
                .map(Problem::severity)
                .containsExactly(ProblemSeverity.ERROR, ProblemSeverity.WARNING, ProblemSeverity.ADVICE);
    }

    @Test
    void warningsAloneStopNothing() {
        var problems = new Problems();
        problems.add(ProblemCode.COLUMN_UNKNOWN, C7, "unknown");
        problems.throwIfErrors(InvalidFacts::new);
        assertThat(problems.isEmpty()).isFalse();
        assertThat(problems.hasErrors()).isFalse();
    }

    @Test
    void anErrorTakesTheWarningsWithIt() {
        var problems = new Problems();
        problems.add(ProblemCode.KPI_UNKNOWN, LineRef.of("facts.csv", 9), "later");
        problems.add(ProblemCode.COLUMN_UNKNOWN, LineRef.of("facts.csv", 1), "earlier");
        assertThatThrownBy(() -> problems.throwIfErrors(InvalidFacts::new))
                .isInstanceOf(InvalidFacts.class)
                .hasMessage("facts.csv:1: earlier [COLUMN_UNKNOWN]\nfacts.csv:9: later [KPI_UNKNOWN]");
    }

    @Test
    void anExceptionSaysItsProblemsInReadingOrderTooHoweverItWasMade() {
        Problem first = Problem.of(ProblemCode.FILE_EMPTY, LineRef.ofFile("a.csv"), "empty");
        Problem second = Problem.of(ProblemCode.FILE_EMPTY, LineRef.ofFile("b.csv"), "empty");
        var thrown = catchThrowableOfType(InvalidFacts.class, () -> {
            throw new InvalidFacts(List.of(second, first));
        });
        assertThat(thrown.problems()).containsExactly(first, second);
        assertThat(thrown).hasMessage(first + "\n" + second);
    }
}
