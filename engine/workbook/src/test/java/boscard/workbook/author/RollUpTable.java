package boscard.workbook.author;

import boscard.evaluation.NodeScore;
import boscard.indicator.RollUpMethod;
import boscard.rulebook.Stage;
import boscard.table.HitPolicy;
import boscard.workbook.layout.Choices;
import boscard.workbook.layout.Column;
import boscard.workbook.layout.Column.Content;
import boscard.workbook.layout.Entry;
import boscard.workbook.layout.RuleTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The third sheet of kpi-thresholds.xlsx: how scores are rolled up (DOMAIN.md section 4.6). */
final class RollUpTable {

    private RollUpTable() {}

    static RuleTable table() {
        List<Column> columns = columns();
        var cells = new LinkedHashMap<String, Entry>();
        cells.put("Method", Entry.text(RollUpMethod.WEIGHTED.name()));
        cells.put("Reason", Entry.text("What weighs more counts more; GREEN from two thirds, AMBER from one third"));
        cells.put("Source", Entry.text("boscard default; Oracle scorecards use 66 and 33"));
        var rows = new ArrayList<List<Entry>>();
        rows.add(RuleColumns.row(columns, "RO", 1, cells));
        return new RuleTable(
                "Roll-up",
                "Roll-up",
                "How the scores of KPIs make the score of an objective, a perspective and a scorecard. The first row"
                        + " that fits, from the top, decides, so put rows of your own above the last one.",
                Stage.STATUS,
                HitPolicy.FIRST,
                "$n : Node",
                List.of(
                        "boscard.evaluation.Node",
                        "boscard.evaluation.NodeScore.Kind",
                        "boscard.fact.Level",
                        "boscard.indicator.RollUpMethod"),
                columns,
                2,
                "Node",
                rows);
    }

    private static List<Column> columns() {
        return List.of(
                RuleColumns.id("RO"),
                Column.condition(
                                "kind == Kind.$param",
                                "Kind",
                                "Only for objectives, perspectives or whole scorecards." + RuleColumns.ANY)
                        .wide(14)
                        .choosing(Choices.of(NodeScore.Kind.class)),
                Column.condition(
                                "node == \"$param\"",
                                "Node",
                                "Only for this objective or perspective, by its id." + RuleColumns.ANY)
                        .wide(22),
                Column.condition(
                                "scorecard == \"$param\"",
                                "Scorecard",
                                "Only for this scorecard, by its id." + RuleColumns.ANY)
                        .wide(18),
                RuleColumns.level(),
                Column.outcome(
                                "conclude.method(RollUpMethod.$param);",
                                "Method",
                                "WEIGHTED mean by weight; AVERAGE, each part alike; WORST or BEST colour of a part;"
                                        + " MOST_FREQUENT colour, the WORST or BEST of two as frequent; MIN or MAX score;"
                                        + " SELF, the score of the KPI in the column Own KPI.")
                        .wide(24)
                        .choosing(Choices.of(RollUpMethod.class)),
                Column.outcome(
                                "conclude.ownKpi(\"$param\");",
                                "Own KPI",
                                "With the method SELF: the KPI whose score is that of the node, by its id.")
                        .wide(22)
                        .choosing(Choices.open("KPI", CatalogueWorkbook.kpiIds())),
                Column.outcome(
                                "conclude.greenFrom($param);",
                                "Green from",
                                "Score, 0 to 100, from which the node is GREEN; this number is included. Empty: exactly two"
                                        + " thirds of 100.")
                        .wide(12)
                        .holding(Content.NUMBER),
                Column.outcome(
                                "conclude.amberFrom($param);",
                                "Amber from",
                                "Score from which the node is AMBER, and RED below; this number is included. Empty: exactly"
                                        + " one third of 100.")
                        .wide(12)
                        .holding(Content.NUMBER),
                RuleColumns.reason(),
                RuleColumns.source());
    }
}
