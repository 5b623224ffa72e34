package boscard.workbook.report;

import boscard.evaluation.Finding;
import boscard.evaluation.ScorecardEvaluation;
import boscard.explanation.Explanation;
import boscard.fact.Grain;
import boscard.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Writes the report of a run as a workbook, evaluation by evaluation. Rows go to disk as they come, so a million of
 * them need no more memory than a few thousand; of each scorecard only its newest scores are kept.
 *
 * <pre>{@code
 * try (XlsxReport report = XlsxReport.create(file, header)) {
 *     for (ScorecardEvaluation evaluation : evaluations) {
 *         report.add(evaluation);
 *     }
 *     report.finish(problems, accounts);
 * }
 * }</pre>
 *
 * <p>The file appears, or is replaced, when {@link #finish} returns; until then, and after a failure, what was there
 * before is untouched. Texts are written as texts, never as formulas, whatever they start with. Not thread-safe.
 */
public final class XlsxReport implements AutoCloseable {

    /** Rows that Excel has. */
    private static final int MOST_ROWS = 1_048_576;

    private static final List<String> SHEETS = List.of(
            "Summary", HeatMapSheet.NAME, WorstSheet.NAME, "Statuses", "Findings", "Recommendations", "Goals", "Problems", "Read me");

    private final Path file;
    private final Path unfinished;
    private final ReportHeader header;
    private final ReportPackage workbook;
    private final TableSheet.Maker sheets;
    private final Names names;
    private final Links links;
    private final StatusesSheet statuses;
    private final FindingsSheet findings;
    private final RecommendationsSheet recommendations;
    private final GoalsSheet goals;
    private final ProblemsSheet problems;

    private final List<ScorecardLine> scorecards = new ArrayList<>();
    private final FindingCounts counts = new FindingCounts();
    private final TopRecommendations top;
    private final WorstFindings worst = new WorstFindings();
    private WorstSheet.Why why = (evaluation, finding) -> Optional.empty();
    private final TreeSet<Problem> evaluationProblems = new TreeSet<>(Problem.READING_ORDER);

    private XlsxReport(Path file, ReportHeader header, int rowLimit) throws IOException {
        this.file = file.toAbsolutePath();
        this.header = header;
        Path folder = Optional.ofNullable(this.file.getParent()).orElse(this.file);
        this.unfinished = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        Files.createFile(unfinished); // not as a private temporary file: the report has the usual permissions
        this.workbook = new ReportPackage(unfinished, SHEETS, header.asOf(), footer(header));
        this.sheets = new TableSheet.Maker(workbook, rowLimit);
        this.names = new Names(header.catalogue());
        this.top = new TopRecommendations(header.catalogue());
        this.links = new Links(folder, header);
        this.statuses = new StatusesSheet(sheets, names, links);
        this.findings = new FindingsSheet(sheets, names, links);
        this.recommendations = new RecommendationsSheet(sheets, names, links);
        this.goals = new GoalsSheet(sheets, names, links);
        this.problems = new ProblemsSheet(sheets, links);
    }

    /**
     * Begins a report.
     *
     * @param file where it will be; its folder must exist
     * @throws IOException when nothing can be written there
     */
    public static XlsxReport create(Path file, ReportHeader header) throws IOException {
        return create(file, header, MOST_ROWS);
    }

    static XlsxReport create(Path file, ReportHeader header, int rowLimit) throws IOException {
        return new XlsxReport(file, header, rowLimit);
    }

    /**
     * Who explains the worst findings when the report is finished; until somebody does, they stand there unexplained.
     *
     * @param explains the explanation of a finding of an evaluation that was added; empty when there is none
     */
    public void explainWith(BiFunction<ScorecardEvaluation, Finding, Optional<Explanation>> explains) {
        why = explains::apply;
    }

    /**
     * Adds one scorecard. Scorecards stand on the sheets in the order in which they come; equal parts of the report are
     * in the same order only when they do too.
     *
     * @throws IOException when the disk is full
     */
    public void add(ScorecardEvaluation evaluation) throws IOException {
        scorecards.add(ScorecardLine.of(evaluation));
        evaluation.findings().forEach(counts::add);
        top.add(evaluation);
        worst.add(evaluation);
        try {
            statuses.add(evaluation);
            findings.add(evaluation);
            recommendations.add(evaluation);
            goals.add(evaluation);
        } catch (UncheckedIOException diskFull) {
            throw diskFull.getCause();
        }
        evaluationProblems.addAll(evaluation.problems());
    }

    /**
     * Writes what only the whole run tells, and puts the file in its place.
     *
     * @param importProblems problems that no evaluation carries; those of the evaluations may be among them
     * @param accounts the fate of the rows of each input; may be empty
     * @throws IOException when the disk is full, or the file is open in a program that locks it
     */
    public void finish(List<Problem> importProblems, List<FileAccount> accounts) throws IOException {
        String rest = "The run " + header.run() + " keeps them all.";
        var all = new TreeSet<Problem>(evaluationProblems);
        all.addAll(importProblems);
        try {
            finish(all, accounts, rest);
        } catch (UncheckedIOException diskFull) {
            throw diskFull.getCause();
        }
        workbook.finish("Sales scorecards as of " + header.asOf(), "boscard " + header.engineVersion());
        putInPlace();
    }

    private void finish(TreeSet<Problem> all, List<FileAccount> accounts, String rest) throws IOException {
        Grain grain = ScorecardLine.widest(scorecards);
        statuses.close(rest);
        findings.finish(rest);
        recommendations.close(rest);
        goals.close(rest);
        problems.finish(all, rest);
        var heatMap = HeatMapSheet.write(
                sheets, names, scorecards, grain, header.catalogue().perspectives());
        WorstSheet.write(sheets, links, worst.entries(), why, rest);
        SummarySheet.write(
                workbook,
                header,
                names,
                new SummarySheet.Content(
                        scorecards, grain, counts, top.entries(), recommendations.entries(), all, accounts, heatMap));
        ReadMeSheet.write(workbook, header, accounts);
    }

    /** Removes temporary files; without {@link #finish} nothing remains. */
    @Override
    public void close() throws IOException {
        try (findings;
                workbook) {
            // Windows deletes no file that is open.
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static String footer(ReportHeader header) {
        return "As of " + header.asOf() + " · run " + header.run();
    }

    private void putInPlace() throws IOException {
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException otherwise) {
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
