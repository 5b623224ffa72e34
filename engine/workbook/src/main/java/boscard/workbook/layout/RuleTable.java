package boscard.workbook.layout;

import boscard.rulebook.Stage;
import boscard.table.HitPolicy;
import java.util.List;

/**
 * A decision table in Drools' own RuleTable format, with a face for people: the code rows are hidden and locked, the
 * data cells are free.
 *
 * @param title of the sheet; also the name of the table, unique within a rulebook
 * @param explanation one or two sentences under the title
 * @param pattern the fact that rows compare, such as {@code $p : Performance}
 * @param imports classes that the code names, each with its package
 * @param columns the id first; condition columns side by side
 * @param frozenColumns how many columns stay in sight when the sheet is scrolled sideways
 * @param groupedBy heading of the column whose change draws a line between rows; empty for none
 * @param rows each as long as {@code columns}
 */
public record RuleTable(
        String sheetName,
        String title,
        String explanation,
        Stage stage,
        HitPolicy policy,
        String pattern,
        List<String> imports,
        List<Column> columns,
        int frozenColumns,
        String groupedBy,
        List<List<Entry>> rows)
        implements SheetLayout {

    /** Sheet row, counted from 1, of the headings; data begin below it. */
    public static final int HEADING_ROW = 13;

    public RuleTable {
        imports = List.copyOf(imports);
        columns = List.copyOf(columns);
        rows = Rows.checked(columns, rows);
    }
}
