package boscard.workbook.report;

import boscard.evaluation.GoalScore;
import boscard.evaluation.GoalTest;
import boscard.evaluation.ScorecardEvaluation;
import boscard.evaluation.TestResult;
import boscard.workbook.report.TableSheet.Column;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** One row per goal: its SMART letters, its score, and what to put right. */
final class GoalsSheet {

    private static final List<String> LETTERS = List.of("S", "M", "A", "R", "T");

    private static final Column[] COLUMNS = {
        Column.text("Scorecard", 22),
        Column.text("Goal", 16),
        Column.text("KPI", 28),
        Column.text("Specific", 12),
        Column.text("Measurable", 13),
        Column.text("Achievable", 13),
        Column.text("Relevant", 12),
        Column.text("Time-bound", 13),
        Column.centred("SMART score", 9),
        Column.text("What to put right, worst first", 80),
        Column.text("Decided by", 12),
        Column.text("Table cells", 42),
        Column.text("Scorecard id", 14),
    };

    private final TableSheet table;
    private final Names names;
    private final Links links;

    GoalsSheet(TableSheet.Maker sheets, Names names, Links links) {
        this.table = sheets.aside("Goals", 2, 10, COLUMNS);
        this.names = names;
        this.links = links;
    }

    void add(ScorecardEvaluation evaluation) {
        String scorecard = evaluation.scorecard().name();
        evaluation.goals().forEach(goal -> table.add(line -> write(goal, scorecard, line)));
    }

    void close(String rest) {
        table.close("There are no goals.", rest);
    }

    private void write(GoalScore goal, String scorecard, Line line) {
        line.text(scorecard).text(goal.goal()).text(names.kpi(goal.kpi()));
        for (String letter : LETTERS) {
            TestResult result = goal.letters().getOrDefault(letter, TestResult.NOT_EVALUATED);
            if (result == TestResult.NOT_EVALUATED) {
                line.text("–", Look.CENTRED.in(Palette.MUTED));
            } else {
                line.text(result.name(), Look.word(Palette.of(result)));
            }
        }
        List<GoalTest> open = open(goal);
        line.score(goal.score())
                .text(open.stream().map(GoalsSheet::sentence).collect(Collectors.joining("\n")), Look.LONG_TEXT);
        Optional<Link> rule = open.stream()
                .map(GoalTest::derivation)
                .filter(Objects::nonNull)
                .findFirst()
                .map(because -> links.toRule(because.rule()).showing(because.ruleId()));
        rule.ifPresentOrElse(
                link -> line.link(link).text(addressOf(open), Look.MUTED),
                () -> line.text(null).text(null));
        line.text(goal.scorecard(), Look.MUTED);
    }

    /** The tests that did not pass, worst first. */
    private static List<GoalTest> open(GoalScore goal) {
        return goal.tests().stream()
                .filter(test -> test.result() == TestResult.FAIL || test.result() == TestResult.WARN)
                .sorted(Comparator.comparing(GoalTest::result).reversed().thenComparing(GoalTest::test))
                .toList();
    }

    private static String sentence(GoalTest test) {
        return test.test() + ": " + test.message();
    }

    private static String addressOf(List<GoalTest> open) {
        return open.stream()
                .map(GoalTest::derivation)
                .filter(Objects::nonNull)
                .map(because -> because.rule().toString())
                .findFirst()
                .orElse("");
    }
}
