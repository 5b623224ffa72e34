package boscard.workbook;

import boscard.workbook.SheetLayout.DropDown;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lists from which the cells of one workbook are filled. Excel asks for a value of the list only while somebody
 * types; what is pasted, filled down or written by a program gets past it. A list that is computed, such as one with
 * INDIRECT, is not known here.
 */
final class DropDowns {

    private static final Pattern RANGE =
            Pattern.compile("(?:(?:'((?:[^']|'')+)'|([^'!\\s\"(]+))!)?\\$?([A-Z]{1,3})\\$?(\\d{1,7})"
                    + "(?::\\$?([A-Z]{1,3})\\$?(\\d{1,7}))?");
    private static final int LONGEST_LIST = 10_000;
    private static final int LONGEST_REFERENCE = 300;

    private final Map<String, SheetGrid> sheets = new HashMap<>();
    private final Map<String, String> definedNames = new HashMap<>();
    private final Map<String, @Nullable Allowed> bySource = new HashMap<>();
    private final Map<String, List<DropDown>> byColumn = new HashMap<>();

    DropDowns(Map<String, String> definedNames) {
        definedNames.forEach((name, text) -> this.definedNames.put(name.toLowerCase(Locale.ROOT), text));
    }

    /** @param closed whether Excel refuses anything else */
    record Allowed(Set<String> values, boolean closed) {}

    void add(SheetGrid grid) {
        sheets.put(grid.name().toLowerCase(Locale.ROOT), grid);
    }

    /** The lists that some cells of a column offer, from top to bottom; none when it has none or they are not known. */
    List<DropDown> ofColumn(SheetGrid grid, int column) {
        return byColumn.computeIfAbsent(
                grid.name() + "!" + column,
                key -> grid.layout().dropDowns().stream()
                        .filter(list -> list.cells().stream()
                                .anyMatch(range -> column >= range.firstColumn() && column <= range.lastColumn()))
                        .toList());
    }

    /** The values of a list; null when they are not known. */
    @Nullable
    Allowed allowed(SheetGrid grid, DropDown list) {
        String key = grid.name() + "!" + list.closed() + list.source();
        if (!bySource.containsKey(key)) {
            Set<String> values = values(grid, list.source());
            bySource.put(key, values == null || values.isEmpty() ? null : new Allowed(values, list.closed()));
        }
        return bySource.get(key);
    }

    private @Nullable Set<String> values(SheetGrid grid, String source) {
        String text = Spaces.strip(source);
        if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            var values = new LinkedHashSet<String>();
            for (String value : text.substring(1, text.length() - 1).split(",", -1)) {
                values.add(Spaces.strip(value));
            }
            return values;
        }
        String named = definedNames.get(text.toLowerCase(Locale.ROOT));
        String reference = named == null ? text : named;
        Matcher range = RANGE.matcher(reference);
        if (reference.length() > LONGEST_REFERENCE || !range.matches()) {
            return null;
        }
        String sheet = range.group(1) != null ? range.group(1).replace("''", "'") : range.group(2);
        SheetGrid holder = sheet == null ? grid : sheets.get(sheet.toLowerCase(Locale.ROOT));
        return holder == null ? null : valuesOf(holder, range);
    }

    private static Set<String> valuesOf(SheetGrid grid, Matcher range) {
        int firstRow = Integer.parseInt(range.group(4));
        int lastRow = range.group(6) == null ? firstRow : Integer.parseInt(range.group(6));
        int firstColumn = column(range.group(3));
        int lastColumn = range.group(5) == null ? firstColumn : column(range.group(5));
        var values = new LinkedHashSet<String>();
        for (SheetRow row : grid.rows(firstRow, lastRow + 1)) {
            for (SheetCell cell : row.cells()) {
                if (cell.column() >= firstColumn && cell.column() <= lastColumn && values.size() < LONGEST_LIST) {
                    values.add(Spaces.strip(cell.displayed()));
                }
            }
        }
        return values;
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + (letters.charAt(i) - 'A' + 1);
        }
        return column;
    }
}
