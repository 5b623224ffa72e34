package boscard.workbook.author;

import boscard.evaluation.Severity;
import boscard.fact.Horizon;
import boscard.rulebook.Stage;
import boscard.table.HitPolicy;
import boscard.workbook.layout.Choices;
import boscard.workbook.layout.Column;
import boscard.workbook.layout.Column.Content;
import boscard.workbook.layout.Entry;
import boscard.workbook.layout.ReadMe;
import boscard.workbook.layout.ReadMe.Section;
import boscard.workbook.layout.RuleTable;
import boscard.workbook.layout.WorkbookLayout;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** recommendations.xlsx: what to do about a finding, who does it and by when (DOMAIN.md section 11). */
final class RecommendationWorkbook {

    private static final Map<String, String> NARROWING = Map.of(
            "kpi", "KPI",
            "perspective", "Perspective",
            "horizon", "Horizon",
            "level", "Level");

    private RecommendationWorkbook() {}

    static WorkbookLayout layout() {
        RuleTable table = table();
        return new WorkbookLayout("Recommendations", List.of(readMe(table), table));
    }

    private static ReadMe readMe(RuleTable table) {
        return new ReadMe(
                "Recommendations",
                List.of(
                        Section.of(
                                "What this workbook decides",
                                "What to do about a finding, who does it, by when, and what it should bring. Only findings that"
                                        + " count get a recommendation; withheld ones do not."),
                        ReadMeText.howRowsCompete(
                                "A row for one KPI stands above a row for a perspective, that above the row for"
                                        + " any KPI."),
                        ReadMeText.howToAddARow(ReadMeText.nextFreeId(table)),
                        ReadMeText.EMPTY_CELLS,
                        Section.of(
                                "How to word an action",
                                "Begin with a verb, name the number to reach, and keep it to one sentence. For data-quality"
                                        + " findings recommend to fix the data, never to coach people.",
                                "Rows with the same action code are one action: a scorecard and KPI get it once, whatever number"
                                        + " of findings it answers."),
                        Section.of(
                                "Due in days",
                                "Days after the as-of date. An empty cell takes the days of its severity from parameters.xlsx:"
                                        + " 7 for CRITICAL, 14 for FAIL, 30 for WARN."),
                        ReadMeText.MESSAGES,
                        ReadMeText.AFTERWARDS));
    }

    private static RuleTable table() {
        List<Column> columns = columns();
        var rows = new ArrayList<List<Entry>>();
        int action = 0;
        for (List<String> line : TextRows.cells(RecommendationText.ROWS)) {
            action++;
            for (String severity : line.get(1).split(" ")) {
                var cells = new LinkedHashMap<String, Entry>();
                cells.put("Finding", Entry.text(line.get(0)));
                if (!severity.equals("-")) {
                    cells.put("Severity", Entry.text(severity));
                    cells.put("Due in days", Entry.number(BigDecimal.valueOf(daysOf(Severity.valueOf(severity)))));
                }
                narrow(line.get(2), cells);
                cells.put("Action code", Entry.text("REC-%02d".formatted(action)));
                cells.put("Action", Entry.text(line.get(3)));
                cells.put("Owner role", Entry.text(line.get(4)));
                cells.put("Expected effect", Entry.text(line.get(5)));
                cells.put("Reason", Entry.text(line.get(6)));
                rows.add(RuleColumns.row(columns, "RR", rows.size() + 1, cells));
            }
        }
        return new RuleTable(
                "Recommendations",
                "Recommendations",
                "What to do about a finding, who does it and by when. The first row that fits, from the top, decides, so"
                        + " rows for one KPI stand above rows for all.",
                Stage.RECOMMENDATIONS,
                HitPolicy.FIRST,
                "$f : FindingView",
                List.of(
                        "boscard.evaluation.FindingView",
                        "boscard.evaluation.Severity",
                        "boscard.fact.Horizon",
                        "boscard.fact.Level"),
                columns,
                2,
                "Finding",
                rows);
    }

    private static int daysOf(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 7;
            case FAIL -> 14;
            case WARN, INFO -> 30;
        };
    }

    private static void narrow(String text, Map<String, Entry> cells) {
        if (text.equals("-")) {
            return;
        }
        String[] words = text.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            cells.put(NARROWING.get(words[i]), Entry.text(words[i + 1]));
        }
    }

    private static List<Column> columns() {
        List<String> codes = TextRows.cells(RecommendationText.ROWS).stream()
                .map(line -> line.get(0))
                .distinct()
                .toList();
        List<String> roles = TextRows.cells(RecommendationText.ROWS).stream()
                .map(line -> line.get(4))
                .distinct()
                .sorted()
                .toList();
        Choices perspectives =
                Choices.open("Perspective", List.of("FINANCIAL", "CUSTOMER", "INTERNAL_PROCESS", "LEARNING_GROWTH"));
        return List.of(
                RuleColumns.id("RR"),
                Column.condition("code == \"$param\"", "Finding", "Code of the finding that the action answers.")
                        .wide(28)
                        .choosing(Choices.open("Finding", codes)),
                Column.condition("severity == Severity.$param", "Severity", "Only for this severity." + RuleColumns.ANY)
                        .wide(12)
                        .choosing(Choices.of(Severity.class)),
                RuleColumns.kpi().wide(21),
                Column.condition(
                                "perspective == \"$param\"",
                                "Perspective",
                                "Only for KPIs of this perspective." + RuleColumns.ANY)
                        .wide(20)
                        .choosing(perspectives),
                Column.condition(
                                "horizon == Horizon.$param",
                                "Horizon",
                                "Only for KPIs of this horizon." + RuleColumns.ANY)
                        .wide(11)
                        .choosing(Choices.of(Horizon.class)),
                RuleColumns.level().wide(10),
                Column.outcome(
                                "conclude.recommend(\"$param\");",
                                "Action code",
                                "Name of the action in reports. Rows with the same code are one action.")
                        .wide(12),
                Column.outcome(
                                "conclude.action(\"$param\");",
                                "Action",
                                "What to do: verb first, with the number to reach. Words in curly brackets are filled in.")
                        .wide(62)
                        .holding(Content.SENTENCE),
                Column.outcome(
                                "conclude.owner(\"$param\");",
                                "Owner role",
                                "Role that should do it; the person follows from the facts.")
                        .wide(21)
                        .choosing(Choices.open("Role", roles)),
                Column.outcome(
                                "conclude.due($param);",
                                "Due in days",
                                "Days after the as-of date. Empty: 7, 14 or 30 by severity, as parameters.xlsx says.")
                        .wide(9)
                        .holding(Content.NUMBER),
                Column.outcome("conclude.effect(\"$param\");", "Expected effect", "What it should bring.")
                        .wide(42)
                        .holding(Content.SENTENCE),
                RuleColumns.reason().wide(40));
    }
}
