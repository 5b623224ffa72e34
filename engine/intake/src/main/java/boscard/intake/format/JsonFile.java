package boscard.intake.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON: an array of objects, an object with such an array for each kind of fact, or one object per line (JSON Lines).
 * The properties are the columns. Addresses are lines: an object is addressed by the line on which it begins.
 *
 * <p>The last object may have a property that no other has, so the file is gone through once for its columns, and once
 * more for the rows of each table; it is never held in memory.
 */
public final class JsonFile {

    private JsonFile() {}

    /**
     * @param file as the user named it
     * @param lines whether each line is an object of its own, so that one wrong line costs one row
     */
    public static List<RowSource> open(Path path, String file, boolean lines) throws IOException {
        var columnsByTable = new LinkedHashMap<String, Map<String, Integer>>();
        try (JsonRows rows = rows(path, file, lines, columnsByTable)) {
            while (rows.next() != null) {
                // only for the columns
            }
        }
        var tables = new ArrayList<RowSource>();
        columnsByTable.forEach((name, columns) -> tables.add(new Table(path, file, lines, name, columnsByTable)));
        return tables;
    }

    private static JsonRows rows(
            Path path, String file, boolean lines, Map<String, Map<String, Integer>> columnsByTable)
            throws IOException {
        return new JsonRows(file, TextEncoding.open(path, null), lines, columnsByTable);
    }

    private static final class Table implements LineSource {

        private final Path path;
        private final String file;
        private final boolean lines;
        private final String name;
        private final Map<String, Map<String, Integer>> columnsByTable;
        private @Nullable JsonRows rows;

        Table(Path path, String file, boolean lines, String name, Map<String, Map<String, Integer>> columnsByTable) {
            this.path = path;
            this.file = file;
            this.lines = lines;
            this.name = name;
            this.columnsByTable = columnsByTable;
        }

        @Override
        public String file() {
            return file;
        }

        @Override
        public String table() {
            return name;
        }

        @Override
        public List<String> columns() {
            return List.copyOf(columnsByTable.getOrDefault(name, Map.of()).keySet());
        }

        @Override
        public @Nullable RawRow next() throws IOException {
            JsonRows open = rows;
            if (open == null) {
                open = rows(path, file, lines, columnsByTable);
                rows = open;
            }
            RawRow row;
            do {
                row = open.next();
            } while (row != null && !open.table().equals(name));
            return row;
        }

        @Override
        public void close() throws IOException {
            if (rows != null) {
                rows.close();
            }
        }
    }
}
