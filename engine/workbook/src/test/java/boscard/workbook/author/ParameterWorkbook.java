package boscard.workbook.author;

import boscard.workbook.layout.Column;
import boscard.workbook.layout.Column.Content;
import boscard.workbook.layout.Column.Role;
import boscard.workbook.layout.Entry;
import boscard.workbook.layout.PlainTable;
import boscard.workbook.layout.ReadMe;
import boscard.workbook.layout.ReadMe.Section;
import boscard.workbook.layout.WorkbookLayout;
import java.util.ArrayList;
import java.util.List;

/** parameters.xlsx: numbers and words that formulas and rules use, rather than table rows. */
final class ParameterWorkbook {

    private ParameterWorkbook() {}

    static WorkbookLayout layout() {
        return new WorkbookLayout("Parameters", List.of(readMe(), parameters(), words(), holidays()));
    }

    private static ReadMe readMe() {
        return new ReadMe(
                "Parameters",
                List.of(
                        Section.of(
                                "What this workbook decides",
                                "Numbers that a formula or a rule needs and that are not a row of a decision table: how many"
                                        + " points a trend needs, from which weight on a red KPI keeps a scorecard from green,"
                                        + " when a plan is too late."),
                        Section.of(
                                "Sheet Parameters",
                                "Change the column Value. The names are fixed: a rule looks for them. A name that is missing is"
                                        + " reported by ./boscard check. Percentages are shares of one: 60 % and 0.6 are the same."),
                        Section.of(
                                "Sheet Words",
                                "Lists of words, one word a row. Case does not matter. Add rows as you like: vague words and change"
                                        + " verbs for the SMART tests; words that mean missing or not applicable in files of"
                                        + " facts."),
                        Section.of(
                                "Sheet Holidays",
                                "Days that are not working days, beside Saturdays and Sundays. Pace in a running period counts"
                                        + " working days. Empty means: no holidays."),
                        Section.of("Afterwards", "Save, close, and run ./boscard check")));
    }

    private static PlainTable parameters() {
        List<Column> columns = List.of(
                Column.plain("Name", "Rules look for this name: do not change it.")
                        .as(Role.ID)
                        .wide(32),
                Column.plain("Value", "The number or word. This is the column to change.")
                        .as(Role.OUTCOME)
                        .wide(13)
                        .holding(Content.NUMBER),
                Column.plain("Unit", "What the number counts; ratio means a share of one.")
                        .wide(16),
                Column.plain("Meaning", "What it does, in one sentence.")
                        .wide(76)
                        .holding(Content.SENTENCE),
                Column.plain("Source", "Which check or formula uses it, and where the number comes from.")
                        .as(Role.NOTE)
                        .wide(40)
                        .holding(Content.SENTENCE));
        return new PlainTable("Parameters", columns, 1, TextRows.rows(columns, ParameterText.PARAMETERS));
    }

    private static PlainTable words() {
        List<Column> columns = List.of(
                Column.plain("List", "Which list the word belongs to: vague, change_verb, not_applicable or missing.")
                        .as(Role.ID)
                        .wide(20),
                Column.plain("Word", "One word or mark. Case does not matter.").wide(26));
        var rows = new ArrayList<List<Entry>>();
        for (List<String> line : TextRows.cells(ParameterText.WORDS)) {
            for (String word : line.get(1).split(";", -1)) {
                rows.add(List.of(Entry.text(line.get(0)), Entry.text(word.strip())));
            }
        }
        return new PlainTable("Words", columns, 0, rows);
    }

    private static PlainTable holidays() {
        List<Column> columns = List.of(
                Column.plain("Date", "A day without work, such as 2026-12-25. Saturdays and Sundays need no row.")
                        .wide(14)
                        .holding(Content.DATE),
                Column.plain("Name", "For people, not evaluated.").as(Role.NOTE).wide(36));
        return new PlainTable("Holidays", columns, 0, List.of());
    }
}
