package boscard.workbook.report;

import boscard.evaluation.Finding;
import boscard.evaluation.FindingState;
import boscard.evaluation.ScorecardEvaluation;
import boscard.workbook.report.TableSheet.Column;
import java.io.Closeable;
import java.io.IOException;

/** Every finding, newest and worst first, with the table cells that decided it and the facts it rests on. */
final class FindingsSheet implements Closeable {

    /** About 100 MB of findings at the most. */
    private static final int HELD = 50_000;

    private static final Column[] COLUMNS = {
        Column.text("Severity", 13),
        Column.text("Scorecard", 22),
        Column.text("KPI", 26),
        Column.centred("Period", 10),
        Column.text("Finding", 88),
        Column.text("Decided by", 12),
        Column.text("Table cells", 42),
        Column.text("First fact", 30),
        Column.number("More facts", 8),
        Column.text("What would change it", 52),
        Column.text("About", 20),
        Column.text("Status", 13),
        Column.number("Value", 14),
        Column.number("Threshold", 14),
        Column.text("Code", 26),
        Column.text("State", 13),
        Column.text("Doubted by", 20),
        Column.centred("Newest", 9),
        Column.text("Scorecard id", 14),
        Column.text("Finding id", 19),
    };

    private final TableSheet.Maker sheets;
    private final Names names;
    private final Links links;
    private final SortedSpool<FindingRow> spool =
            new SortedSpool<>(FindingRow.NEWEST_AND_WORST, FindingRow::write, FindingRow::read, HELD);

    FindingsSheet(TableSheet.Maker sheets, Names names, Links links) {
        this.sheets = sheets;
        this.names = names;
        this.links = links;
    }

    void add(ScorecardEvaluation evaluation) throws IOException {
        String scorecard = evaluation.scorecard().name();
        for (Finding finding : evaluation.findings()) {
            spool.add(FindingRow.of(finding, scorecard, names, links));
        }
    }

    void finish(String rest) throws IOException {
        TableSheet table = sheets.direct("Findings", 3, 7, COLUMNS);
        spool.forEach(row -> table.add(line -> write(row, line)));
        table.close("Nothing was found.", rest);
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    private static void write(FindingRow row, Line line) {
        line.severity(row.severity())
                .text(row.scorecard())
                .text(row.kpi())
                .text(row.period(), Look.CENTRED)
                .text(row.message(), Look.LONG_TEXT)
                .link(row.rule())
                .text(row.ruleAddress(), Look.MUTED)
                .link(row.fact());
        if (row.moreFacts() > 0) {
            line.count(row.moreFacts());
        } else {
            line.text(null);
        }
        line.text(row.counterfactual(), Look.LONG_TEXT)
                .text(row.subject())
                .status(row.status())
                .number(row.value(), row.unit())
                .number(row.threshold(), row.unit())
                .text(row.code())
                .text(row.state().name(), row.state() == FindingState.ACTIVE ? Look.TEXT : Look.word(Palette.UNKNOWN))
                .text(row.suppressedBy(), Look.MUTED)
                .text(row.latest() ? "yes" : null, Look.CENTRED)
                .text(row.scorecardId(), Look.MUTED)
                .text(row.id(), Look.MUTED);
    }
}
