package boscard.app;

import boscard.evaluation.Display;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Recommendation;
import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.fact.Kpi;
import boscard.fact.Perspective;
import boscard.fact.Unit;
import boscard.intake.FileAccount;
import boscard.intake.ImportedFacts;
import boscard.problem.Problem;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The summary of a run for a terminal: plain text that fits a screen and reads well in a pipe too. */
final class SummaryText {

    private static final int SCORECARDS_SHOWN = 12;
    private static final int RED_SHOWN = 4;
    private static final int IDS_SHOWN = 4;
    private static final int PROBLEMS_SHOWN = 20;

    private final PrintWriter out;
    private final boolean all;

    SummaryText(PrintWriter out, boolean all) {
        this.out = out;
        this.all = all;
    }

    void print(Summary summary, ImportedFacts imported, Path run, @Nullable Path report) {
        account(imported);
        counts(summary);
        scorecards(summary);
        advice(summary);
        out.println();
        out.println("Run      " + run);
        out.println("Report   "
                + (report == null
                        ? "boscard report " + run.getFileName() + " --xlsx report.xlsx" + options(run)
                        : report));
        out.println("Page     boscard report " + run.getFileName() + " --html report.html" + options(run));
        out.println("Findings boscard findings " + run.getFileName() + options(run));
    }

    private static String options(Path run) {
        Path runs = run.getParent();
        return runs == null || runs.equals(Path.of("runs")) ? "" : " --runs " + runs;
    }

    void account(ImportedFacts imported) {
        long read = imported.accounts().stream().mapToLong(FileAccount::read).sum();
        long accepted =
                imported.accounts().stream().mapToLong(FileAccount::accepted).sum();
        long rejected =
                imported.accounts().stream().mapToLong(FileAccount::rejected).sum();
        out.println(number(read) + " read = " + number(accepted) + " accepted + " + number(rejected) + " rejected + "
                + number(read - accepted - rejected) + " skipped, from "
                + plural(imported.accounts().size(), "file"));
    }

    private void counts(Summary summary) {
        out.println("As of " + summary.asOf().date() + ": "
                + plural(summary.scorecards(), "scorecard") + ", "
                + plural(summary.statusCount(), "status", "statuses") + " ("
                + number(summary.statuses(Status.RED)) + " red, " + number(summary.statuses(Status.AMBER)) + " amber, "
                + number(summary.statuses(Status.GREEN)) + " green" + others(summary) + ")");
        out.println(plural(
                        summary.findings(Severity.CRITICAL)
                                + summary.findings(Severity.FAIL)
                                + summary.findings(Severity.WARN)
                                + summary.findings(Severity.INFO),
                        "finding")
                + ": " + number(summary.findings(Severity.CRITICAL)) + " critical, "
                + number(summary.findings(Severity.FAIL)) + " fail, " + number(summary.findings(Severity.WARN))
                + " warn, " + number(summary.findings(Severity.INFO)) + " info; "
                + number(summary.suppressed()) + " withheld because their data are doubted");
    }

    private static String others(Summary summary) {
        var text = new StringBuilder();
        for (Status status :
                List.of(Status.NO_DATA, Status.NO_TARGET, Status.SUSPECT, Status.NOT_STARTED, Status.NOT_APPLICABLE)) {
            int count = summary.statuses(status);
            if (count > 0) {
                text.append(", ")
                        .append(number(count))
                        .append(' ')
                        .append(status.toString().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
        }
        return text.toString();
    }

    private void scorecards(Summary summary) {
        List<Perspective> perspectives = summary.rulebook().catalogue().perspectives();
        var rows = new ArrayList<List<String>>();
        var head = new ArrayList<>(List.of("Scorecard", "Score", "Status"));
        perspectives.forEach(perspective -> head.add(perspective.name()));
        head.add("Red KPIs");
        rows.add(head);
        List<Summary.Line> lines = summary.worstFirst();
        List<Summary.Line> shown = all ? lines : lines.subList(0, Math.min(SCORECARDS_SHOWN, lines.size()));
        for (Summary.Line line : shown) {
            var row = new ArrayList<String>();
            row.add(line.scorecard().name());
            row.add(score(line.score()));
            row.add(
                    line.top() == null
                            ? "NO_DATA"
                            : line.top().status() + (line.top().vetoBy() == null ? "" : "*"));
            perspectives.forEach(perspective -> row.add(cell(line, perspective)));
            row.add(red(line, summary));
            rows.add(row);
        }
        out.println();
        out.println("Worst first");
        columns(rows);
        if (shown.size() < lines.size()) {
            out.println("  ... and " + number(lines.size() - shown.size()) + " more (--all shows them)");
        }
        shown.stream()
                .filter(line -> line.score() == null)
                .forEach(line -> out.println("  " + line.scorecard().name() + " has no score: " + line.unscored()));
        if (shown.stream().anyMatch(line -> line.top() != null && line.top().vetoBy() != null)) {
            out.println("  * would be green, but a red part weighs enough to forbid it");
        }
    }

    private static String cell(Summary.Line line, Perspective perspective) {
        return line.perspectives().stream()
                .filter(node -> node.node().equals(perspective.id()))
                .findFirst()
                .map(node -> score(node.score()) + " " + letter(node))
                .orElse("-");
    }

    private static String letter(NodeScore node) {
        return node.status().isBand() ? node.status().family().toString() : "no data";
    }

    private static String score(@Nullable BigDecimal score) {
        return score == null ? "-" : Display.number(score, Unit.SCORE);
    }

    private static String red(Summary.Line line, Summary summary) {
        if (line.red().isEmpty()) {
            return "none of " + line.judged();
        }
        String names = line.red().stream()
                .limit(RED_SHOWN)
                .map(status -> name(status, summary))
                .distinct()
                .collect(Collectors.joining(", "));
        int more = line.red().size() - RED_SHOWN;
        return line.red().size() + " of " + line.judged() + ": " + names + (more > 0 ? " and " + more + " more" : "");
    }

    private static String name(KpiStatus status, Summary summary) {
        Kpi kpi = summary.rulebook().catalogue().find(status.kpi());
        return kpi == null ? status.kpi() : kpi.name();
    }

    private void advice(Summary summary) {
        List<Summary.Line> lines = summary.worstFirst().stream()
                .filter(line -> !line.advice().isEmpty())
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        out.println();
        out.println("What to do");
        int scorecards = all ? lines.size() : Math.min(4, lines.size());
        for (Summary.Line line : lines.subList(0, scorecards)) {
            out.println("  " + line.scorecard().name());
            int most = all ? line.advice().size() : Math.min(3, line.advice().size());
            for (Recommendation one : line.advice().subList(0, most)) {
                out.println("    " + one.rank() + ". " + one.action());
                out.println("       " + one.severity() + ", by " + one.due() + ", "
                        + one.ownerRole().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + (one.owner() == null ? "" : " (" + one.owner() + ")") + "; because of "
                        + String.join(", ", one.findingCodes()) + "  " + ids(one.findings()));
                if (all && one.expectedEffect() != null) {
                    out.println("       It should bring: " + one.expectedEffect());
                }
            }
            int more = line.advice().size() - most + line.moreAdvice();
            if (all && more > 0) {
                out.println("    and " + plural(more, "further action"));
            }
        }
        out.println("  " + plural(summary.recommendations(), "recommendation") + " in the report");
    }

    /** The beginnings of the ids, by which why and findings know them. */
    private static String ids(List<String> findings) {
        String shown =
                findings.stream().limit(IDS_SHOWN).map(id -> id.substring(0, 6)).collect(Collectors.joining(", "));
        return "[" + shown + (findings.size() > IDS_SHOWN ? " and " + (findings.size() - IDS_SHOWN) + " more" : "")
                + "]";
    }

    /** Problems: all of a few, the first of many. */
    void problems(List<Problem> problems) {
        problems(problems, " in the report");
    }

    /** @param where the rest of many can be found, behind "more" */
    void problems(List<Problem> problems, String where) {
        if (problems.isEmpty()) {
            return;
        }
        List<Problem> sorted = problems.stream().sorted(Problem.READING_ORDER).toList();
        out.println();
        out.println("Problems: " + ProblemList.count(sorted));
        List<Problem> shown = all ? sorted : sorted.subList(0, Math.min(PROBLEMS_SHOWN, sorted.size()));
        shown.forEach(problem -> out.println(problem.toString().indent(2).stripTrailing()));
        if (shown.size() < sorted.size()) {
            out.println("  ... and " + (sorted.size() - shown.size()) + " more" + where);
        }
    }

    void columns(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                line.append("  ").append(cell).append(" ".repeat(widths[i] - cell.length()));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    static String number(long count) {
        return Display.number(BigDecimal.valueOf(count), Unit.COUNT);
    }

    private static String plural(long count, String one) {
        return plural(count, one, one + "s");
    }

    private static String plural(long count, String one, String many) {
        return number(count) + " " + (count == 1 ? one : many);
    }
}
