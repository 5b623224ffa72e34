package boscard.workbook.author;

import boscard.workbook.layout.Column;
import boscard.workbook.layout.Entry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows as a text block writes them: a line each, cells parted by {@code |}; empty lines and lines with # are not rows.
 */
final class TextRows {

    private TextRows() {}

    static List<List<String>> cells(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
    }

    /** Cells by the content of their columns; cells missing at the end are empty. */
    static List<Entry> entries(List<Column> columns, List<String> cells) {
        if (cells.size() > columns.size()) {
            throw new IllegalArgumentException("Too many cells: " + cells);
        }
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < columns.size(); i++) {
            entries.add(i < cells.size() ? entry(columns.get(i), cells.get(i)) : Entry.EMPTY);
        }
        return entries;
    }

    static List<List<Entry>> rows(List<Column> columns, String text) {
        return cells(text).stream().map(cells -> entries(columns, cells)).toList();
    }

    static Entry entry(Column column, String text) {
        return switch (column.content()) {
            case NUMBER, PERCENT -> number(text);
            case WORD, SENTENCE, DATE -> Entry.text(text);
        };
    }

    /** A number such as {@code 2.66} or {@code 40%}; other text stays text. */
    static Entry number(String text) {
        if (text.matches("-?[0-9.]+%")) {
            return Entry.percent(new BigDecimal(text.substring(0, text.length() - 1)).movePointLeft(2));
        }
        return text.matches("-?[0-9.]+") ? Entry.number(new BigDecimal(text)) : Entry.text(text);
    }
}
