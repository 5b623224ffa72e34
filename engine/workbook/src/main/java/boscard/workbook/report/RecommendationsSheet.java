package boscard.workbook.report;

import boscard.evaluation.Recommendation;
import boscard.evaluation.ScorecardEvaluation;
import boscard.workbook.report.TableSheet.Column;
import java.util.stream.Collectors;

/** What to do, by whom and by when; each scorecard's most urgent first. */
final class RecommendationsSheet {

    private static final Column[] COLUMNS = {
        new Column("Scorecard", 22),
        new Column("Rank", 6),
        new Column("Severity", 13),
        new Column("Action", 72),
        new Column("Owner", 20),
        new Column("Role", 18),
        new Column("Due", 12),
        new Column("Expected effect", 44),
        new Column("KPI", 26),
        new Column("Goal", 12),
        new Column("Answers", 30),
        new Column("Code", 10),
        new Column("Decided by", 12),
        new Column("Table cells", 42),
        new Column("Scorecard id", 14),
        new Column("Recommendation", 19),
    };

    private final TableSheet table;
    private final Names names;
    private final Links links;

    RecommendationsSheet(TableSheet.Maker sheets, Names names, Links links) {
        this.table = sheets.make("Recommendations", 1, COLUMNS);
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
                .count(advice.rank())
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
