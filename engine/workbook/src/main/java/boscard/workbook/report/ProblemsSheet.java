package boscard.workbook.report;

import boscard.problem.Problem;
import boscard.problem.ProblemSeverity;
import boscard.workbook.report.TableSheet.Column;
import java.util.Collection;

/** What a person can put right in the facts or the rulebook, errors first, then in reading order. */
final class ProblemsSheet {

    private static final Column[] COLUMNS = {
        Column.text("Severity", 13),
        Column.text("Where", 46),
        Column.text("Problem", 80),
        Column.text("Maybe", 60),
        Column.text("Code", 26),
    };

    private final TableSheet.Maker sheets;
    private final Links links;

    ProblemsSheet(TableSheet.Maker sheets, Links links) {
        this.sheets = sheets;
        this.links = links;
    }

    void finish(Collection<Problem> problems, String rest) {
        TableSheet table = sheets.direct("Problems", 0, 5, COLUMNS);
        for (ProblemSeverity severity : ProblemSeverity.values()) {
            problems.stream()
                    .filter(problem -> problem.severity() == severity)
                    .forEach(problem -> table.add(line -> write(problem, line)));
        }
        table.close("There are no problems.", rest);
    }

    private void write(Problem problem, Line line) {
        Palette colours = switch (problem.severity()) {
            case ERROR -> Palette.BAD;
            case WARNING -> Palette.MIDDLING;
            case ADVICE -> Palette.UNKNOWN;
        };
        line.text(problem.severity().name(), Look.word(colours))
                .link(links.toEither(problem.at()))
                .text(problem.message(), Look.LONG_TEXT)
                .text(problem.advice(), Look.LONG_TEXT)
                .text(problem.code().name());
    }
}
