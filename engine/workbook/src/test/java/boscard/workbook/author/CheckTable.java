package boscard.workbook.author;

import boscard.evaluation.Severity;
import boscard.evaluation.TestResult;
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
import java.util.Map;

/**
 * Tables that compare one prepared indicator per row. Their text form has a line for each row: indicator, condition,
 * code, severity or result, message, reason, source. A condition is a list of words and numbers such as {@code from 0.6
 * below 1}, {@code above 4}, {@code word NONE}, {@code points 12}, {@code level REP}.
 */
final class CheckTable {

    private static final Map<String, String> CONDITIONS = Map.of(
            "from", "From",
            "above", "Above",
            "upto", "Up to",
            "below", "Below",
            "word", "Word",
            "points", "Points from",
            "level", "Level");

    private CheckTable() {}

    static RuleTable checks(
            String sheetName, String title, String explanation, Stage stage, String prefix, String text) {
        List<Column> columns = new ArrayList<>(conditions(prefix, text));
        columns.add(Column.outcome("conclude.finding(\"$param\");", "Finding", "Code of the finding.")
                .wide(27));
        columns.add(Column.outcome(
                        "conclude.severity(Severity.$param);",
                        "Severity",
                        "INFO context, WARN look, FAIL act, CRITICAL act now.")
                .wide(12)
                .choosing(Choices.of(Severity.class)));
        columns.addAll(endOfRow());
        List<String> imports =
                List.of("boscard.evaluation.Indicator", "boscard.evaluation.Severity", "boscard.fact.Level");
        return table(sheetName, title, explanation, stage, imports, columns, prefix, "Severity", "Finding", text);
    }

    static RuleTable tests(String sheetName, String title, String explanation, String prefix, String text) {
        List<Column> columns = new ArrayList<>(conditions(prefix, text));
        columns.add(Column.outcome("conclude.finding(\"$param\");", "Test", "Code of the SMART test.")
                .wide(14));
        columns.add(Column.outcome("conclude.result(TestResult.$param);", "Result", "What the test comes to.")
                .wide(11)
                .choosing(new Choices(
                        "TestResult",
                        List.of(TestResult.PASS.name(), TestResult.WARN.name(), TestResult.FAIL.name()),
                        true)));
        columns.addAll(endOfRow());
        List<String> imports =
                List.of("boscard.evaluation.Indicator", "boscard.evaluation.TestResult", "boscard.fact.Level");
        return table(sheetName, title, explanation, Stage.SMART, imports, columns, prefix, "Result", "Test", text);
    }

    private static RuleTable table(
            String sheetName,
            String title,
            String explanation,
            Stage stage,
            List<String> imports,
            List<Column> columns,
            String prefix,
            String gradeHeading,
            String codeHeading,
            String text) {
        var rows = new ArrayList<List<Entry>>();
        for (List<String> cells : TextRows.cells(text)) {
            var named = new LinkedHashMap<String, Entry>();
            named.put("Indicator", Entry.text(cells.get(0)));
            conditions(cells.get(1), named);
            named.put(codeHeading, Entry.text(cells.get(2)));
            named.put(gradeHeading, Entry.text(cells.get(3)));
            named.put("Message", Entry.text(cells.get(4)));
            named.put("Reason", Entry.text(cells.get(5)));
            named.put("Source", Entry.text(cells.get(6)));
            rows.add(RuleColumns.row(columns, prefix, rows.size() + 1, named));
        }
        return new RuleTable(
                sheetName,
                title,
                explanation,
                stage,
                HitPolicy.FIRST,
                "$i : Indicator",
                imports,
                columns,
                2,
                "Indicator",
                rows);
    }

    private static void conditions(String text, Map<String, Entry> named) {
        String[] words = text.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            String heading = CONDITIONS.get(words[i]);
            if (heading == null) {
                throw new IllegalArgumentException("Not a condition: " + text);
            }
            named.put(heading, TextRows.number(words[i + 1]));
        }
    }

    private static List<Column> conditions(String prefix, String text) {
        List<String> indicators = TextRows.cells(text).stream()
                .map(cells -> cells.get(0))
                .distinct()
                .toList();
        return List.of(
                RuleColumns.id(prefix),
                Column.condition(
                                "name == \"$param\"",
                                "Indicator",
                                "The prepared number that the row compares; docs/checks.md says how each is computed.")
                        .wide(25)
                        .choosing(Choices.open("Indicator " + prefix, indicators)),
                RuleColumns.kpi().wide(17),
                RuleColumns.level(),
                RuleColumns.number("value >= $paramB", "From", "At least this number; the number is included.")
                        .wide(9),
                RuleColumns.number("value > $paramB", "Above", "More than this number.")
                        .wide(9),
                RuleColumns.number("value <= $paramB", "Up to", "At most this number; the number is included.")
                        .wide(9),
                RuleColumns.number("value < $paramB", "Below", "Less than this number.")
                        .wide(9),
                Column.condition("text == \"$param\"", "Word", "For indicators that are a word instead of a number.")
                        .wide(14),
                RuleColumns.number(
                                "count >= $param",
                                "Points from",
                                "Only when at least so many values or answers stand behind the number.")
                        .wide(9));
    }

    private static List<Column> endOfRow() {
        return List.of(
                Column.outcome(
                                "conclude.message(\"$param\");",
                                "Message",
                                "What reports say. Words in curly brackets are filled in, such as {kpi} and {value}.")
                        .wide(72)
                        .holding(Content.SENTENCE),
                RuleColumns.reason().wide(42),
                RuleColumns.source().wide(28));
    }
}
