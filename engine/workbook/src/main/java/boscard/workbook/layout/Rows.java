package boscard.workbook.layout;

import java.util.List;

/** The rows of a table fit its columns. */
final class Rows {

    private Rows() {}

    static List<List<Entry>> checked(List<Column> columns, List<List<Entry>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != columns.size()) {
                throw new IllegalArgumentException("Row %d has %d cells, the table has %d columns: %s"
                        .formatted(i, rows.get(i).size(), columns.size(), rows.get(i)));
            }
        }
        return rows.stream().map(List::copyOf).toList();
    }
}
