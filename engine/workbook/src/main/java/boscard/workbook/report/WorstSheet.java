package boscard.workbook.report;

import boscard.evaluation.Finding;
import boscard.evaluation.ScorecardEvaluation;
import boscard.explanation.Explanation;
import boscard.explanation.Explanation.Kind;
import boscard.source.SourceRef;
import boscard.workbook.report.TableSheet.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ten worst findings, each explained line by line: the row and its cells, the facts, what it leads to and what
 * would change it. Rows and facts are links where there is something to open.
 */
final class WorstSheet {

    static final String NAME = "Worst ten";

    private static final int MOST_LINES = 40;
    private static final Column[] COLUMNS = {
        Column.centred("Rank", 7),
        Column.text("Severity", 13),
        Column.text("Scorecard", 22),
        Column.text("Finding, and why", 100),
        Column.text("Where", 46),
        Column.text("Code", 26),
        Column.text("Finding id", 19),
    };

    /** Explains a finding; empty when it cannot. */
    @FunctionalInterface
    interface Why {
        Optional<Explanation> of(ScorecardEvaluation evaluation, Finding finding);
    }

    private final TableSheet table;
    private final Links links;
    private final Why why;
    private int rank;

    private WorstSheet(TableSheet table, Links links, Why why) {
        this.table = table;
        this.links = links;
        this.why = why;
    }

    static void write(TableSheet.Maker sheets, Links links, List<WorstFindings.Entry> worst, Why why, String rest) {
        var sheet = new WorstSheet(sheets.direct(NAME, 1, 5, COLUMNS), links, why);
        worst.forEach(sheet::write);
        sheet.table.close("Nothing was found.", rest);
    }

    private void write(WorstFindings.Entry entry) {
        rank++;
        Finding finding = entry.finding();
        Link rule = links.toRule(finding.derivation().rule());
        row(entry, finding.message(), rule, true);
        Map<String, Link> places = new HashMap<>();
        for (SourceRef fact : finding.derivation().facts()) {
            places.put(fact.toString(), links.toFact(fact));
        }
        places.put(rule.text(), rule);
        int[] left = {MOST_LINES};
        why.of(entry.evaluation(), finding)
                .ifPresent(explanation -> explanation
                        .children()
                        .forEach(child -> explain(entry, child, 1, places, left)));
    }

    private void explain(
            WorstFindings.Entry entry, Explanation part, int depth, Map<String, Link> places, int[] left) {
        boolean saidAbove = part.kind() == Kind.NUMBERS && part.text().equals(entry.finding().message());
        if (!saidAbove && left[0]-- > 0) {
            String address = part.address() == null ? "" : part.address();
            row(entry, "  ".repeat(depth) + part.text(), places.getOrDefault(address, Link.none(address)), false);
        }
        part.children().forEach(child -> explain(entry, child, depth + 1, places, left));
    }

    private void row(WorstFindings.Entry entry, String text, Link where, boolean head) {
        Finding finding = entry.finding();
        table.add(line -> {
            line.count(rank);
            if (head) {
                line.severity(finding.severity());
            } else {
                line.text(null);
            }
            line.text(head ? entry.evaluation().scorecard().name() : null)
                    .text(text, Look.LONG_TEXT)
                    .link(where)
                    .text(finding.code(), Look.MUTED)
                    .text(finding.id(), Look.MUTED);
        });
    }
}
