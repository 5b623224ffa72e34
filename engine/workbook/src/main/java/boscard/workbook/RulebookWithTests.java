package boscard.workbook;

import boscard.problem.Problem;
import boscard.table.example.Example;
import java.util.List;

/**
 * A rulebook and the examples of its Tests sheets.
 *
 * @param examples in the order of their workbooks and sheets, those that could be read
 * @param problems of the Tests sheets, in reading order; an example with an error is left out
 */
public record RulebookWithTests(LoadedRulebook loaded, List<Example> examples, List<Problem> problems) {

    public RulebookWithTests {
        examples = List.copyOf(examples);
        problems = List.copyOf(problems);
    }
}
