package boscard.workbook.author;

import boscard.workbook.layout.ReadMe.Section;
import boscard.workbook.layout.RuleTable;

/** What the Read me sheets of all decision tables say alike. */
final class ReadMeText {

    static final Section EMPTY_CELLS = Section.of(
            "Empty cells",
            "An empty condition cell (blue heading) accepts anything. All filled condition cells of a row must fit for the"
                    + " row to count. A value that is missing fits no filled cell.");

    static final Section EDGES = Section.of(
            "Edges",
            "From and Up to include the number itself, Above and Below do not. Percentages are shares of one: 45 % and"
                    + " 0.45 are the same.");

    static final Section MESSAGES = Section.of(
            "Messages",
            "Words in curly brackets are filled in: {scorecard} {kpi} {period} {goal} {other} {value} {threshold}"
                    + " {reference} {count} {actual} {target} {attainment} {status}, {missing} for what is missing to the better"
                    + " band, {count periods} for 1 period or 3 periods, and the further numbers that docs/checks.md names for an indicator. A signal is a question, not"
                    + " an accusation: write looks like, and give the numbers.");

    static final Section AFTERWARDS = Section.of(
            "Afterwards",
            "Save, close, and run ./boscard check. It names every cell that cannot be right and every row that can never"
                    + " count. ./boscard test runs the examples on the sheets called Tests; give a new row one. ./boscard"
                    + " impact shows what the change does to your figures.");

    private ReadMeText() {}

    /** The id after the highest one of a table. */
    static String nextFreeId(RuleTable table) {
        String last = table.rows().stream()
                .map(row -> String.valueOf(row.get(0).value()))
                .max(java.util.Comparator.naturalOrder())
                .orElseThrow();
        int dash = last.indexOf('-');
        return "%s-%03d".formatted(last.substring(0, dash), Integer.parseInt(last.substring(dash + 1)) + 1);
    }

    static Section howRowsCompete(String order) {
        return Section.of(
                "How a row wins",
                "The first row that fits, read from the top, decides. So specific rows stand above general ones. "
                        + order);
    }

    static Section howToAddARow(String freeId) {
        return Section.of(
                "To add a row",
                "Right-click the number of a row like the one you want, Copy, then right-click the row that shall stand below it"
                        + " and choose Insert copied cells. Formats and drop-downs come along. Give it a new id"
                        + " (the next free one is " + freeId + ") and change the cells.",
                "Filter, insert and delete rows as you like, but do not sort them: their order decides. Only the headings and"
                        + " some hidden rows above them are locked, against slips; there is no password.");
    }
}
