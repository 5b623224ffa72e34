package boscard.workbook.report;

import boscard.evaluation.KpiStatus;
import boscard.evaluation.ScorecardEvaluation;
import boscard.evaluation.Status;
import boscard.fact.Unit;
import boscard.workbook.report.TableSheet.Column;
import org.jspecify.annotations.Nullable;

/** One row per KPI and period of each scorecard, in the order of the evaluations. */
final class StatusesSheet {

    private static final Column[] COLUMNS = {
        new Column("Scorecard", 22),
        new Column("KPI", 28),
        new Column("Perspective", 18),
        new Column("Period", 10),
        new Column("Newest", 9),
        new Column("Actual", 16),
        new Column("Target", 16),
        new Column("Attainment", 12),
        new Column("Score", 8),
        new Column("Status", 15),
        new Column("Before doubts", 15),
        new Column("Red in a row", 8),
        new Column("Decided by", 12),
        new Column("Table cells", 42),
        new Column("Measured at", 30),
        new Column("Provisional", 11),
        new Column("Note", 36),
        new Column("Scorecard id", 14),
        new Column("KPI id", 20),
    };

    private final TableSheet table;
    private final Names names;
    private final Links links;

    StatusesSheet(TableSheet.Maker sheets, Names names, Links links) {
        this.table = sheets.make("Statuses", 2, COLUMNS);
        this.names = names;
        this.links = links;
    }

    void add(ScorecardEvaluation evaluation) {
        String scorecard = evaluation.scorecard().name();
        evaluation.statuses().forEach(status -> table.add(line -> write(status, scorecard, line)));
    }

    void close(String rest) {
        table.close("No KPI has a status.", rest);
    }

    private void write(KpiStatus status, String scorecard, Line line) {
        line.text(scorecard)
                .text(names.kpi(status.kpi()))
                .text(names.perspective(status.perspective()))
                .text(status.period(), Look.CENTRED)
                .text(status.latest() ? "yes" : null, Look.CENTRED)
                .reading(status.actual(), status.unit())
                .reading(status.target(), status.unit())
                .number(status.attainment(), Unit.RATIO)
                .number(status.score(), Unit.SCORE)
                .status(status.status())
                .status(doubted(status));
        if (status.periodsRed() > 0) {
            line.count(status.periodsRed());
        } else {
            line.text(null);
        }
        if (status.derivation() == null) {
            line.text(null).text(null);
        } else {
            Link rule = links.toRule(status.derivation().rule());
            line.link(rule.showing(status.derivation().ruleId())).text(rule.text(), Look.MUTED);
        }
        line.link(links.toFact(status.at()))
                .text(status.provisional() ? "yes" : null, Look.CENTRED)
                .text(status.note())
                .text(status.scorecard(), Look.MUTED)
                .text(status.kpi(), Look.MUTED);
    }

    /** What the table said, where a quality finding overruled it. */
    private static @Nullable Status doubted(KpiStatus status) {
        return status.rawStatus() == status.status() ? null : status.rawStatus();
    }
}
