package boscard.workbook.report;

import boscard.evaluation.NodeScore;
import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.fact.Grain;
import boscard.problem.Problem;
import boscard.problem.ProblemSeverity;
import boscard.workbook.report.FindingCounts.Group;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The first page: what was read, what is worst, what to do first. */
final class SummarySheet {

    /** A first page stays one; the heat map has them all. */
    private static final int MOST_SCORECARDS = 100;

    private static final int[] WIDTHS = {27, 15, 9, 9, 9, 10, 10, 74, 20, 12};
    private static final Look CENTRED_HEADING = Look.HEADING.aligned(Align.CENTER);
    private static final Look CENTRED_COUNT = Look.CENTRED.as("#,##0");

    private final Sheet sheet;
    private final ReportHeader header;
    private final Names names;
    private int rows;

    private SummarySheet(Sheet sheet, ReportHeader header, Names names) {
        this.sheet = sheet;
        this.header = header;
        this.names = names;
    }

    static void write(ReportPackage workbook, ReportHeader header, Names names, Content content) {
        Sheet sheet = workbook.direct("Summary", WIDTHS);
        sheet.tabColour(Palette.HEADING.fill());
        new SummarySheet(sheet, header, names).write(content);
        workbook.end(sheet);
    }

    /**
     * Everything that the first page says.
     *
     * @param recommended how many recommendations there are in all
     */
    record Content(
            Collection<ScorecardLine> scorecards,
            Grain grain,
            FindingCounts findings,
            Collection<TopRecommendations.Entry> recommendations,
            long recommended,
            Collection<Problem> problems,
            List<FileAccount> accounts,
            HeatMapSheet heatMap) {}

    private void write(Content content) {
        writeRun(content);
        writeFindings(content.findings());
        writeScorecards(content);
        writeRecommendations(content);
    }

    private void writeRun(Content content) {
        line().height(30).text("Sales scorecards", Look.TITLE);
        entry("As of").date(header.asOf(), Look.NOTE.in(Palette.NONE).as("yyyy-mm-dd"));
        entry("Facts").text(header.facts() + rowsOf(content.accounts()), Look.NOTE.in(Palette.NONE));
        entry("Scorecards").text(statusesOf(content), Look.NOTE.in(Palette.NONE));
        long errors = count(content.problems(), ProblemSeverity.ERROR);
        long warnings = count(content.problems(), ProblemSeverity.WARNING);
        entry("Problems")
                .linkWithin(
                        errors + warnings == 0
                                ? "none"
                                : counted(errors, "error") + ", " + counted(warnings, "warning"),
                        "Problems!A1",
                        Look.LONE_LINK);
        entry("Run")
                .text(
                        header.run() + " · rulebook " + shortened(header.rulebookDigest()) + " · boscard "
                                + header.engineVersion(),
                        Look.NOTE);
    }

    private void writeFindings(FindingCounts findings) {
        block("Findings");
        line().text("Severity", Look.HEADING)
                .text("Now", CENTRED_HEADING)
                .text("Earlier", CENTRED_HEADING)
                .text("Withheld", CENTRED_HEADING);
        for (Severity severity : List.of(Severity.CRITICAL, Severity.FAIL, Severity.WARN, Severity.INFO)) {
            Line line = line().severity(severity);
            for (Group group : Group.values()) {
                line.number(BigDecimal.valueOf(findings.of(severity, group)), CENTRED_COUNT);
            }
        }
        line().linkWithin("All findings", "Findings!A1", Look.LONE_LINK)
                .text(
                        "Now: about the newest closed period, or about no period. Withheld: the data behind them are doubted.",
                        Look.NOTE);
    }

    private void writeScorecards(Content content) {
        block("Scorecards, worst first");
        Line headings = line().height(30).text("Scorecard", Look.HEADING);
        for (String heading : List.of("Status", "Score", "Red KPIs", "Data", "Findings now", "Period")) {
            headings.text(heading, CENTRED_HEADING);
        }
        headings.text("Weakest perspective", Look.HEADING);
        int first = rows;
        content.scorecards().stream()
                .sorted(ScorecardLine.worstFirst(content.grain()))
                .limit(MOST_SCORECARDS)
                .forEach(scorecard -> write(scorecard, content));
        if (rows == first) {
            line().text("No scorecard was evaluated.", Look.NOTE);
        } else {
            sheet.heat(first, rows - 1, List.of(2));
        }
        int more = content.scorecards().size() - MOST_SCORECARDS;
        line().linkWithin(
                        more > 0 ? "All scorecards, " + more + " more" : "All scorecards by perspective",
                        "'" + HeatMapSheet.NAME + "'!A1",
                        Look.LONE_LINK);
    }

    private void write(ScorecardLine scorecard, Content content) {
        ScorecardLine.View view = scorecard.at(content.grain());
        NodeScore whole = view.whole();
        String cell = content.heatMap().cellOf(scorecard.id());
        Line line = line().height(18);
        String name = scorecard.scorecard().name();
        if (cell == null) {
            line.text(name);
        } else {
            line.linkWithin(name, cell, Look.LINK);
        }
        line.status(view.status());
        if (view.score() == null) {
            line.text("–", Look.CENTRED.in(Palette.MUTED));
        } else {
            line.number(view.score(), Look.CENTRED.as("0.0"));
        }
        line.number(BigDecimal.valueOf(view.red()), CENTRED_COUNT);
        if (whole == null) {
            line.text(null)
                    .number(BigDecimal.valueOf(scorecard.findingsNow()), CENTRED_COUNT)
                    .text(null);
        } else {
            line.number(whole.coverage(), Look.CENTRED.as("0 %"))
                    .number(BigDecimal.valueOf(scorecard.findingsNow()), CENTRED_COUNT)
                    .text(whole.period(), Look.CENTRED);
        }
        line.text(weakest(view));
    }

    private void writeRecommendations(Content content) {
        block("What to do first");
        line().text("Scorecard", Look.HEADING)
                .text("Severity", Look.HEADING)
                .text("About", Look.HEADING)
                .text(null, Look.HEADING)
                .text(null, Look.HEADING)
                .text(null, Look.HEADING)
                .text(null, Look.HEADING)
                .text("Action", Look.HEADING)
                .text("Owner", Look.HEADING)
                .text("Due", CENTRED_HEADING);
        for (TopRecommendations.Entry entry : content.recommendations()) {
            var advice = entry.advice();
            String owner = advice.owner();
            line().text(entry.scorecard())
                    .severity(advice.severity())
                    .text(aboutOf(advice.subject()))
                    .text(null)
                    .text(null)
                    .text(null)
                    .text(null)
                    .text(advice.action(), Look.LONG_TEXT)
                    .text(owner == null ? advice.ownerRole() : owner)
                    .date(advice.due());
        }
        if (content.recommendations().isEmpty()) {
            line().text("Nothing is recommended.", Look.NOTE);
        }
        line().linkWithin(
                        "All " + String.format(Locale.ROOT, "%,d", content.recommended()) + " recommendations",
                        "Recommendations!A1",
                        Look.LONE_LINK);
    }

    private String aboutOf(boscard.evaluation.Subject subject) {
        if (subject.kpi() != null) {
            return names.kpi(subject.kpi());
        }
        return subject.goal() != null ? "goal " + subject.goal() : subject.other() == null ? "" : subject.other();
    }

    private String weakest(ScorecardLine.View view) {
        return view.perspectives().values().stream()
                .filter(node -> node.score() != null)
                .min(Comparator.comparing(NodeScore::score, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(node -> names.perspective(node.node()) + ", " + rounded(node.score()) + " "
                        + Palette.of(node.status()).mark())
                .orElse("");
    }

    private static String rounded(@org.jspecify.annotations.Nullable BigDecimal score) {
        return score == null ? "–" : score.setScale(0, RoundingMode.HALF_UP).toPlainString();
    }

    private static String rowsOf(List<FileAccount> accounts) {
        if (accounts.isEmpty()) {
            return "";
        }
        long read = accounts.stream().mapToLong(FileAccount::read).sum();
        long accepted = accounts.stream().mapToLong(FileAccount::accepted).sum();
        long rejected = accounts.stream().mapToLong(FileAccount::rejected).sum();
        long skipped = accounts.stream().mapToLong(FileAccount::skipped).sum();
        return String.format(
                Locale.ROOT,
                ": %,d rows read = %,d accepted + %,d rejected + %,d skipped",
                read,
                accepted,
                rejected,
                skipped);
    }

    private static String statusesOf(Content content) {
        long red = countOf(content, Status.RED);
        long amber = countOf(content, Status.AMBER);
        long green = countOf(content, Status.GREEN);
        long other = content.scorecards().size() - red - amber - green;
        String text = String.format(
                Locale.ROOT,
                "%,d: ■ %,d red, ▲ %,d amber, ● %,d green",
                content.scorecards().size(),
                red,
                amber,
                green);
        return other == 0 ? text : text + String.format(Locale.ROOT, ", ○ %,d without a score", other);
    }

    private static long countOf(Content content, Status family) {
        return content.scorecards().stream()
                .filter(line -> line.at(content.grain()).status().family() == family)
                .count();
    }

    private static long count(Collection<Problem> problems, ProblemSeverity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }

    private static String counted(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    private static String shortened(String digest) {
        return digest.length() <= 12 ? digest : digest.substring(0, 12);
    }

    private void block(String title) {
        rows++;
        line().height(22).text(title, Look.BLOCK);
    }

    private Line entry(String name) {
        return line().text(name, Look.NOTE);
    }

    private Line line() {
        return sheet.line(rows++);
    }
}
