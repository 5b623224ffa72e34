package boscard.workbook.author;

import boscard.fact.Level;
import boscard.fact.Scheme;
import boscard.workbook.layout.Choices;
import boscard.workbook.layout.Column;
import boscard.workbook.layout.Column.Content;
import boscard.workbook.layout.Entry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Columns that several tables have, and rows by heading. */
final class RuleColumns {

    static final String ANY = " Empty: any.";

    private RuleColumns() {}

    static Column id(String prefix) {
        return Column.id("Name of the row in reports, such as " + prefix
                + "-001. Give a new row a new id and never use an old one again.");
    }

    static Column kpi() {
        return Column.condition("kpi == \"$param\"", "KPI", "Only for this KPI, by its id in kpi-catalogue.xlsx." + ANY)
                .wide(22)
                .choosing(Choices.open("KPI", CatalogueWorkbook.kpiIds()));
    }

    static Column level() {
        return Column.condition(
                        "level == Level.$param",
                        "Level",
                        "Only for scorecards of reps, teams, regions or the company." + ANY)
                .wide(11)
                .choosing(Choices.of(Level.class));
    }

    static Column scheme() {
        return Column.condition(
                        "scheme == Scheme.$param",
                        "Scheme",
                        "Only for KPIs with this scheme in kpi-catalogue.xlsx." + ANY)
                .wide(13)
                .choosing(Choices.of(Scheme.class));
    }

    static Column reason() {
        return Column.note("reason(\"$param\")", "Reason", "Why the number is what it is. For people, not evaluated.")
                .wide(54);
    }

    static Column source() {
        return Column.note("source(\"$param\")", "Source", "Where the number comes from. For people, not evaluated.")
                .wide(38);
    }

    static Column number(String snippet, String heading, String comment) {
        return Column.condition(snippet, heading, comment).wide(11).holding(Content.NUMBER);
    }

    static Column percent(String snippet, String heading, String comment) {
        return Column.condition(snippet, heading, comment).wide(11).holding(Content.PERCENT);
    }

    /** A row whose cells are given by heading; the id follows from its position. */
    static List<Entry> row(List<Column> columns, String prefix, int number, Map<String, Entry> cells) {
        var entries = new ArrayList<Entry>();
        entries.add(Entry.text("%s-%03d".formatted(prefix, number)));
        int used = 0;
        for (Column column : columns.subList(1, columns.size())) {
            Entry entry = cells.getOrDefault(column.heading(), Entry.EMPTY);
            used += cells.containsKey(column.heading()) ? 1 : 0;
            entries.add(entry);
        }
        if (used != cells.size()) {
            throw new IllegalArgumentException("No such headings: " + cells.keySet());
        }
        return entries;
    }

    static Entry number(String text, boolean percent) {
        return new Entry(new BigDecimal(text), percent);
    }
}
