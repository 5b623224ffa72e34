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
        new Column("Severity", 13),
        new Column("Scorecard", 22),
        new Column("KPI", 26),
        new Column("About", 20),
        new Column("Period", 10),
        new Column("Status", 13),
        new Column("Finding", 76),
        new Column("Decided by", 12),
        new Column("Table cells", 42),
        new Column("First fact", 30),
        new Column("More facts", 8),
        new Column("What would change it", 52),
        new Column("Value", 14),
        new Column("Threshold", 14),
        new Column("Code", 26),
        new Column("State", 13),
        new Column("Doubted by", 20),
        new Column("Newest", 9),
        new Column("Scorecard id", 14),
        new Column("Finding id", 19),
    };

    private final TableSheet table;
    private final Names names;
    private final Links links;
    private final SortedSpool<FindingRow> spool =
            new SortedSpool<>(FindingRow.NEWEST_AND_WORST, FindingRow::write, FindingRow::read, HELD);

    FindingsSheet(TableSheet.Maker sheets, Names names, Links links) {
        this.table = sheets.make("Findings", 3, COLUMNS);
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
                .text(row.subject())
                .text(row.period(), Look.CENTRED)
                .status(row.status())
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
