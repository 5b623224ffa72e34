package boscard.workbook.author;

import boscard.workbook.layout.Column;
import boscard.workbook.layout.Column.Content;
import boscard.workbook.layout.Column.Role;
import boscard.workbook.layout.Entry;
import boscard.workbook.layout.PlainTable;
import boscard.workbook.layout.RuleTable;
import boscard.workbook.layout.SheetLayout;
import boscard.workbook.layout.WorkbookLayout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Tests sheets of the shipped workbooks: one per decision table, from a file of examples with cells parted by tabs,
 * its headings in the first line. {@link ShippedExamplesTest} adds what is missing.
 */
final class ExampleSheets {

    private ExampleSheets() {}

    /** The workbook with a Tests sheet behind its tables for each file of examples there is. */
    static WorkbookLayout added(String workbook, WorkbookLayout layout) {
        List<RuleTable> tables = layout.sheets().stream()
                .filter(RuleTable.class::isInstance)
                .map(RuleTable.class::cast)
                .toList();
        var sheets = new ArrayList<SheetLayout>(layout.sheets());
        for (RuleTable table : tables) {
            List<List<String>> lines = lines(fileName(workbook, table.sheetName()));
            if (!lines.isEmpty()) {
                sheets.add(sheet(tables.size() == 1 ? "Tests" : "Tests " + table.sheetName(), table, lines));
            }
        }
        return new WorkbookLayout(layout.title(), sheets);
    }

    /** Beside this class among the resources. */
    static String fileName(String workbook, String sheet) {
        return workbook.replace(".xlsx", "") + "-"
                + sheet.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + ".tsv";
    }

    private static List<List<String>> lines(String name) {
        try (InputStream in = ExampleSheets.class.getResourceAsStream(name)) {
            return in == null ? List.of() : lines(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static List<List<String>> lines(String text, String name) {
        List<List<String>> lines = text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Arrays.asList(line.split("\t", -1)))
                .toList();
        for (List<String> line : lines) {
            if (line.size() != lines.get(0).size()) {
                throw new IllegalStateException(name + ": not as many cells as headings: " + line);
            }
        }
        return lines;
    }

    private static PlainTable sheet(String name, RuleTable table, List<List<String>> lines) {
        List<Column> columns =
                lines.get(0).stream().map(heading -> column(heading, table)).toList();
        List<List<Entry>> rows = lines.subList(1, lines.size()).stream()
                .map(line -> line.stream().map(TextRows::number).toList())
                .toList();
        return new PlainTable(name, columns, 1, rows);
    }

    private static Column column(String heading, RuleTable table) {
        if (heading.startsWith("Expected ")) {
            int width = table.columns().stream()
                    .filter(column ->
                            column.role() == Role.OUTCOME && heading.equalsIgnoreCase("Expected " + column.heading()))
                    .mapToInt(Column::width)
                    .findFirst()
                    .orElse(12);
            return Column.plain(
                            heading,
                            "What must come of the example. The word nothing: no row may fit. Empty: not compared.")
                    .as(Role.OUTCOME)
                    .wide(Math.max(width, 12));
        }
        List<Column> compared = table.columns().stream()
                .filter(column ->
                        column.role() == Role.CONDITION && column.heading().startsWith(heading))
                .toList();
        int width = compared.stream().mapToInt(Column::width).max().orElse(11);
        boolean number = compared.isEmpty() || compared.get(0).content() != Content.WORD;
        return Column.plain(heading, "What the example gives, in the words of the table. Empty: missing.")
                .wide(width)
                .holding(number ? Content.NUMBER : Content.WORD);
    }
}
