package boscard.workbook.report;

import boscard.evaluation.KpiStatus;
import boscard.evaluation.ScorecardEvaluation;
import boscard.evaluation.Status;
import boscard.fact.Unit;
import boscard.workbook.report.TableSheet.Column;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One row per KPI and period of each scorecard, in the order of the evaluations. */
final class StatusesSheet {

    private static final Column[] COLUMNS = {
        Column.text("Scorecard", 22),
        Column.text("KPI", 28),
        Column.text("Perspective", 18),
        Column.centred("Period", 10),
        Column.centred("Newest", 9),
        Column.number("Actual", 16),
        Column.number("Target", 16),
        Column.number("Attainment", 12),
        Column.centred("Score", 8),
        Column.text("Status", 15),
        Column.text("Before doubts", 15),
        Column.centred("Red in a row", 8),
        Column.text("Decided by", 12),
        Column.text("Table cells", 42),
        Column.text("Measured at", 30),
        Column.centred("Provisional", 11),
        Column.text("Note", 36),
        Column.text("Scorecard id", 14),
        Column.text("KPI id", 20),
    };

    private final TableSheet table;
    private final Names names;
    private final Links links;

    StatusesSheet(TableSheet.Maker sheets, Names names, Links links) {
        this.table = sheets.direct("Statuses", 2, 14, COLUMNS);
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
                .score(status.score())
                .status(status.status())
                .status(doubted(status));
        if (status.periodsRed() > 0) {
            line.number(BigDecimal.valueOf(status.periodsRed()), Look.CENTRED);
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
