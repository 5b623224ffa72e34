package boscard.workbook.report;

import java.util.List;

/** What the sheets hold, what words and colours mean, where it all came from. */
final class ReadMeSheet {

    private static final int[] WIDTHS = {26, 18, 14, 14, 14, 14, 40};

    private final Sheet sheet;
    private int rows;

    private ReadMeSheet(Sheet sheet) {
        this.sheet = sheet;
    }

    static void write(ReportPackage workbook, ReportHeader header, List<FileAccount> accounts) {
        Sheet sheet = workbook.direct("Read me", WIDTHS);
        new ReadMeSheet(sheet).write(header, accounts);
        workbook.end(sheet);
    }

    private void write(ReportHeader header, List<FileAccount> accounts) {
        line().height(30).text("How to read this report", Look.TITLE);
        block("Sheets");
        sheetLine("Summary", "Summary!A1", "The first page: what is worst, what to do first.");
        sheetLine("Heat map", "'Heat map'!A1", "Every scorecard by perspective, parents above their children.");
        sheetLine("Worst ten", "'Worst ten'!A1", "The ten worst findings, each with its row, its facts and what would change it.");
        sheetLine(
                "Statuses",
                "Statuses!A1",
                "One row per KPI and period: actual, target, score, and the row that decided.");
        sheetLine(
                "Findings",
                "Findings!A1",
                "Every finding, newest and worst first, with its table cells and its facts.");
        sheetLine("Recommendations", "Recommendations!A1", "What to do, who, until when, and what it should bring.");
        sheetLine("Goals", "Goals!A1", "The SMART letters of each goal and what to put right.");
        sheetLine("Problems", "Problems!A1", "What could not be read or evaluated, where, and what to do about it.");

        block("Statuses");
        word(Palette.GOOD, "GREEN", "Good. OUTSTANDING and ON TARGET count as green.");
        word(Palette.MIDDLING, "AMBER", "Needs a look. WATCH counts as amber.");
        word(Palette.BAD, "RED", "Needs action. OFF and CRITICAL count as red.");
        word(Palette.UNKNOWN, "NO DATA", "No value, no target, doubted (SUSPECT), or not started. Never green.");

        block("Severities");
        word(Palette.WORST, "CRITICAL", "Act now.");
        word(Palette.BAD, "FAIL", "Act.");
        word(Palette.MIDDLING, "WARN", "Look.");
        word(Palette.UNKNOWN, "INFO", "Context.");

        block("Words");
        explain("–", "Not evaluated or not applicable: there is nothing to judge by.");
        explain(
                "Attainment",
                "How far the actual reaches the target; 100 % is exactly the target, whichever way is better.");
        explain("Score", "0 to 100 by the edges of the table, so that different KPIs can be compared.");
        explain("Data", "Weight of the KPIs that have a score, of all that should. Below 60 % there is no score.");
        explain("Newest", "About the newest closed period of its KPI. Filter by it to see only what is so now.");
        explain(
                "Withheld",
                "A finding in state SUPPRESSED: the data behind it are doubted, by the findings in \"Doubted by\".");
        explain(
                "Decided by",
                "The table row or the rule that decided. The link opens its cells; they stand beside it too.");
        explain("Why", "boscard why FINDING-ID explains a finding: each comparison, the facts, what would change it.");

        block("This run");
        explain("Run", header.run());
        line().text("As of", Look.TEXT).date(header.asOf());
        explain("Facts", header.facts());
        explain("Rulebook", header.rulebookDigest());
        explain("Engine", "boscard " + header.engineVersion());

        if (!accounts.isEmpty()) {
            block("Facts by file");
            writeAccounts(accounts);
        }

        block("Limits");
        note("Excel keeps 15 digits of a number; the run's own files keep all of them.");
        note("A sheet ends at row 1,048,576 and says in its last row how many rows are left out.");
        note("The first 20,000 addresses of a sheet are links; those after them are text.");
        note("Links expect this file, the rulebook and the facts where they were when it was written.");
    }

    private void writeAccounts(List<FileAccount> accounts) {
        Line headings = line();
        for (String heading : List.of("File", "Kind", "Read", "Accepted", "Rejected", "Skipped")) {
            headings.text(heading, Look.HEADING);
        }
        for (FileAccount account : accounts) {
            line().text(account.file(), Look.LONG_TEXT)
                    .text(account.kind())
                    .count(account.read())
                    .count(account.accepted())
                    .count(account.rejected())
                    .count(account.skipped());
        }
    }

    private void sheetLine(String name, String place, String text) {
        line().linkWithin(name, place, Look.LINK).text(text, Look.NOTE.in(Palette.NONE));
    }

    private void word(Palette colours, String word, String text) {
        line().text(word, Look.word(colours)).text(text, Look.NOTE.in(Palette.NONE));
    }

    private void explain(String word, String text) {
        line().text(word, Look.TEXT).text(text, Look.NOTE.in(Palette.NONE));
    }

    private void note(String text) {
        line().text(text, Look.NOTE.in(Palette.NONE));
    }

    private void block(String title) {
        rows++;
        line().height(22).text(title, Look.BLOCK);
    }

    private Line line() {
        return sheet.line(rows++);
    }
}
