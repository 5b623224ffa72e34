package boscard.workbook.report;

import boscard.evaluation.GoalScore;
import boscard.evaluation.GoalTest;
import boscard.evaluation.ScorecardEvaluation;
import boscard.evaluation.TestResult;
import boscard.fact.Unit;
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
        new Column("Scorecard", 22),
        new Column("Goal", 16),
        new Column("KPI", 28),
        new Column("Specific", 14),
        new Column("Measurable", 14),
        new Column("Achievable", 14),
        new Column("Relevant", 14),
        new Column("Time-bound", 14),
        new Column("SMART score", 9),
        new Column("What to put right, worst first", 80),
        new Column("Decided by", 12),
        new Column("Table cells", 42),
        new Column("Scorecard id", 14),
    };

    private final TableSheet table;
    private final Names names;
    private final Links links;

    GoalsSheet(TableSheet.Maker sheets, Names names, Links links) {
        this.table = sheets.make("Goals", 2, COLUMNS);
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
            line.text(result.name().replace('_', ' '), Look.word(Palette.of(result)));
        }
        List<GoalTest> open = open(goal);
        line.number(goal.score(), Unit.SCORE)
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
