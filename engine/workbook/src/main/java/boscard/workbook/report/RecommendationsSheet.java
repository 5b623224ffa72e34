package boscard.workbook.report;

import boscard.evaluation.Recommendation;
import boscard.evaluation.ScorecardEvaluation;
import boscard.workbook.report.TableSheet.Column;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** What to do, by whom and by when; each scorecard's most urgent first. */
final class RecommendationsSheet {

    private static final Column[] COLUMNS = {
        Column.text("Scorecard", 22),
        Column.centred("Rank", 6),
        Column.text("Severity", 13),
        Column.text("Action", 72),
        Column.text("Owner", 20),
        Column.text("Role", 18),
        Column.centred("Due", 12),
        Column.text("Expected effect", 44),
        Column.text("KPI", 26),
        Column.text("Goal", 12),
        Column.text("Answers", 30),
        Column.text("Code", 10),
        Column.text("Decided by", 12),
        Column.text("Table cells", 42),
        Column.text("Scorecard id", 14),
        Column.text("Recommendation", 19),
    };

    private final TableSheet table;
    private final Names names;
    private final Links links;

    RecommendationsSheet(TableSheet.Maker sheets, Names names, Links links) {
        this.table = sheets.aside("Recommendations", 1, 8, COLUMNS);
        this.names = names;
        this.links = links;
    }

    void add(ScorecardEvaluation evaluation) {
        String scorecard = evaluation.scorecard().name();
        evaluation.recommendations().forEach(advice -> table.add(line -> write(advice, scorecard, line)));
    }

    long entries() {
        return table.entries();
    }

    void close(String rest) {
        table.close("Nothing is recommended.", rest);
    }

    private void write(Recommendation advice, String scorecard, Line line) {
        Link rule = links.toRule(advice.derivation().rule());
        line.text(scorecard)
                .number(BigDecimal.valueOf(advice.rank()), Look.CENTRED)
                .severity(advice.severity())
                .text(advice.action(), Look.LONG_TEXT)
                .text(advice.owner())
                .text(advice.ownerRole())
                .date(advice.due())
                .text(advice.expectedEffect(), Look.LONG_TEXT)
                .text(names.kpi(advice.subject().kpi()))
                .text(advice.subject().goal())
                .text(advice.findingCodes().stream().distinct().collect(Collectors.joining(", ")), Look.LONG_TEXT)
                .text(advice.code())
                .link(rule.showing(advice.derivation().ruleId()))
                .text(rule.text(), Look.MUTED)
                .text(advice.scorecard(), Look.MUTED)
                .text(advice.id(), Look.MUTED);
    }
}
