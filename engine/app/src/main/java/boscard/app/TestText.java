package boscard.app;

import boscard.cases.RulebookCases;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.source.LineRef;
import boscard.table.Row;
import boscard.table.TableInterpreter.Comparing;
import boscard.table.example.Coverage;
import boscard.table.example.Trial;
import java.io.PrintWriter;
import java.util.List;

/** What came of the tests of a rulebook, for people. */
final class TestText {

    private static final int WIDTH = 76;
    private static final int HEADING = 18;
    private static final int MOST_ROWS = 20;

    private final TestRun run;
    private final PrintWriter out;

    private TestText(TestRun run, PrintWriter out) {
        this.run = run;
        this.out = out;
    }

    /** @param all whether every row that no example reaches is listed */
    static void print(TestRun run, boolean all, PrintWriter out) {
        var text = new TestText(run, out);
        run.problems().forEach(problem -> ProblemList.print(problem, out));
        run.failures().forEach(text::failure);
        text.cases();
        text.unreached(all);
        text.summary();
    }

    private void failure(Trial trial) {
        out.println(Problem.of(ProblemCode.TEST_FAILED, trial.example().at(), ExampleWords.failure(trial)));
        line(1, "given " + ExampleWords.given(trial), null);
        trial.chosen().forEach(row -> {
            line(1, row.id() + " decides, in " + trial.table().name(), row.at());
            trial.compare(row).forEach(comparing -> comparison(trial, comparing));
            ExampleWords.outcomes(trial.table(), row).stream()
                    .filter(cell -> trial.example().expected().outcomes().containsKey(cell.verb()))
                    .forEach(cell -> line(
                            2,
                            padded(cell.heading()) + cell.words(),
                            cell.cell().at().address()));
        });
        List<Row> expected = trial.expectedRows();
        if (!expected.isEmpty()) {
            Row nearest = expected.get(0);
            line(
                    1,
                    nearest.id() + " would say so" + (expected.size() > 1 ? ", the nearest of " + expected.size() : ""),
                    nearest.at());
            List<Comparing> against = trial.compare(nearest).stream()
                    .filter(one -> !ExampleWords.matched(one))
                    .toList();
            against.forEach(comparing -> comparison(trial, comparing));
            if (against.isEmpty()) {
                line(2, "it fits too, and a row above it decides", null);
            }
        }
    }

    private void comparison(Trial trial, Comparing comparing) {
        line(
                2,
                padded(comparing.column().heading()) + ExampleWords.comparison(trial.example(), comparing),
                comparing.cell().at().address());
    }

    private void cases() {
        RulebookCases.Results cases = run.cases();
        if (cases != null) {
            cases.results().stream().filter(result -> !result.passed()).forEach(result -> {
                for (String complaint : result.complaints()) {
                    List<String> lines = complaint.lines().toList();
                    out.println(Problem.of(
                            ProblemCode.CASE_FAILED,
                            LineRef.ofFile(result.file()),
                            "\"" + result.name() + "\": " + lines.get(0)));
                    lines.subList(1, lines.size()).forEach(out::println);
                }
            });
        }
    }

    private void unreached(boolean all) {
        for (Coverage coverage : run.coverages()) {
            if (!coverage.unreached().isEmpty() && coverage.examples() > 0) {
                out.println(coverage.unreached().size() + " of "
                        + coverage.table().rows().size() + " rows of "
                        + coverage.table().name() + " are reached by no example:");
                int shown = all ? Integer.MAX_VALUE : MOST_ROWS;
                coverage.unreached().stream().limit(shown).forEach(row -> line(1, row.id(), row.at()));
                if (coverage.unreached().size() > shown) {
                    out.println("  and " + (coverage.unreached().size() - shown) + " more; --all lists them");
                }
            }
        }
        List<String> without = run.coverages().stream()
                .filter(coverage -> coverage.examples() == 0)
                .map(coverage -> coverage.table().name())
                .toList();
        if (!without.isEmpty()) {
            out.println("Tables without an example: " + String.join(", ", without)
                    + "; boscard test --suggest proposes some");
        }
    }

    private void summary() {
        int failed = run.failures().size();
        out.println(count(run.trials().size(), "example") + ": "
                + (failed == 0 ? "all hold" : (run.trials().size() - failed) + " hold, " + failed + " fail") + "; "
                + run.reached() + " of " + run.rows() + " table rows are reached");
        RulebookCases.Results cases = run.cases();
        if (cases != null && !(cases.results().isEmpty() && cases.problems().isEmpty())) {
            long wrong = cases.failed();
            out.println(count(cases.results().size(), "case") + ": "
                    + (wrong == 0 ? "all hold" : (cases.results().size() - wrong) + " hold, " + wrong + " fail"));
        }
    }

    private static String count(int number, String what) {
        return "%,d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }

    private static String padded(String heading) {
        return heading.length() >= HEADING ? heading + "  " : heading + " ".repeat(HEADING - heading.length());
    }

    private void line(int depth, String text, @org.jspecify.annotations.Nullable Object address) {
        String indented = "  ".repeat(depth) + text;
        if (address == null) {
            out.println(indented);
        } else {
            out.println(indented + " ".repeat(Math.max(2, WIDTH - indented.length())) + address);
        }
    }
}
