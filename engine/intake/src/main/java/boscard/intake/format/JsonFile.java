package boscard.intake.format;

import boscard.intake.value.RawValue;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.source.LineRef;
import boscard.source.Origin;
import boscard.source.SourceRef;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON: an array of objects, an object with such an array for each kind of fact, or one object per line (JSON Lines).
 * The properties are the columns. Addresses are lines: an object is addressed by the line on which it begins. The file
 * is held in memory while it is read.
 */
public final class JsonFile {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int LARGEST_EXPONENT = 100;

    private final String file;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private int linesBefore;

    private JsonFile(String file) {
        this.file = file;
    }

    /**
     * @param file as the user named it
     * @param lines whether each line is an object of its own, so that one wrong line costs one row
     */
    public static List<RowSource> open(Path path, String file, boolean lines) throws IOException {
        var json = new JsonFile(file);
        try (Reader text = TextEncoding.open(path, null)) {
            if (lines) {
                json.readLines(new BufferedReader(text));
            } else {
                json.readRoot(text);
            }
        }
        return List.copyOf(json.tables.values());
    }

    private void readLines(BufferedReader text) throws IOException {
        String line;
        while ((line = text.readLine()) != null) {
            if (line.isBlank()) {
                table("").rows.add(linesBefore + 1, new Object[0]);
            } else {
                readRoot(new java.io.StringReader(line));
            }
            linesBefore++;
        }
    }

    private void readRoot(Reader text) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            try {
                JsonToken token;
                while ((token = parser.nextToken()) != null) {
                    switch (token) {
                        case START_ARRAY -> readArray(parser, table(""));
                        case START_OBJECT -> readObject(parser, null);
                        default -> broken(line(parser), "an object or an array of objects is expected here");
                    }
                }
            } catch (JsonProcessingException unreadable) {
                int line = unreadable.getLocation() == null
                        ? linesBefore + 1
                        : unreadable.getLocation().getLineNr() + linesBefore;
                broken(line, "this is not JSON: " + unreadable.getOriginalMessage());
            }
        }
    }

    private void readArray(JsonParser parser, Table table) throws IOException {
        JsonToken token;
        while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
            if (token == null) {
                return;
            }
            if (token == JsonToken.START_OBJECT) {
                readObject(parser, table);
            } else {
                broken(line(parser), "an object is expected here");
                parser.skipChildren();
            }
        }
    }

    /** @param table null for the outermost object, whose arrays are tables, as in {@code {"measurements": […]}} */
    private void readObject(JsonParser parser, @Nullable Table table) throws IOException {
        int line = line(parser);
        Table target = table;
        var cells = new ArrayList<@Nullable Object>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (table == null && value == JsonToken.START_ARRAY) {
                readArray(parser, table(name));
                continue;
            }
            target = target == null ? table("") : target;
            int index = target.index(name);
            while (cells.size() <= index) {
                cells.add(null);
            }
            cells.set(index, content(parser, value));
        }
        if (target != null) {
            target.rows.add(line, cells.toArray());
        }
    }

    private static @Nullable Object content(JsonParser parser, @Nullable JsonToken token) throws IOException {
        if (token == null) {
            return null;
        }
        return switch (token) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> new RawValue.YesNo(true);
            case VALUE_FALSE -> new RawValue.YesNo(false);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case START_ARRAY -> joined(parser);
            case START_OBJECT -> {
                parser.skipChildren();
                yield "{…}"; // no field takes an object; the reader of the field will say so
            }
            default -> parser.getText();
        };
    }

    /** A number whose exponent would blow up as digits stays text, and is then refused as one. */
    private static Object number(JsonParser parser) throws IOException {
        try {
            BigDecimal number = parser.getDecimalValue();
            return Math.abs((long) number.scale()) > LARGEST_EXPONENT ? parser.getText() : new RawValue.Number(number);
        } catch (NumberFormatException beyondEveryExponent) {
            return parser.getText();
        }
    }

    /** A list, as the canonical form writes it: {@code a;b}. */
    private static String joined(JsonParser parser) throws IOException {
        var parts = new ArrayList<String>();
        JsonToken token;
        while ((token = parser.nextToken()) != JsonToken.END_ARRAY && token != null) {
            if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
                parser.skipChildren();
                parts.add("{…}");
            } else if (token != JsonToken.VALUE_NULL) {
                parts.add(parser.getText());
            }
        }
        return String.join(";", parts);
    }

    private int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr() + linesBefore;
    }

    private void broken(int line, String message) {
        table("").rows.addBroken(line, Problem.of(ProblemCode.FILE_UNREADABLE, LineRef.of(file, line), message));
    }

    private Table table(String name) {
        return tables.computeIfAbsent(name, key -> new Table(file, key));
    }

    private static final class Table implements RowSource {

        private final String file;
        private final String name;
        private final Map<String, Integer> indexByColumn = new LinkedHashMap<>();
        private final StoredTable rows = new StoredTable();

        Table(String file, String name) {
            this.file = file;
            this.name = name;
        }

        int index(String column) {
            return indexByColumn.computeIfAbsent(column, key -> indexByColumn.size());
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
            return List.copyOf(indexByColumn.keySet());
        }

        @Override
        public @Nullable RawRow next() {
            return rows.next();
        }

        @Override
        public SourceRef at(int row, int position, String heading) {
            return new LineRef(file, row, position, heading);
        }

        @Override
        public boolean hasOriginsByNumber() {
            return true;
        }

        @Override
        public Origin origin(int row, Map<String, Origin.Column> columns) {
            return new Origin.Line(file, row, columns);
        }

        @Override
        public void close() {}
    }
}
