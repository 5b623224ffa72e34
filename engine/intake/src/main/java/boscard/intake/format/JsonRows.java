package boscard.intake.format;

import boscard.intake.value.RawValue;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.source.LineRef;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the objects of a JSON file once, from top to bottom: those of an array, those of the arrays in an
 * outermost object, or one on each line. One row is held at a time. Not thread-safe.
 */
final class JsonRows implements AutoCloseable {

    /** The table of objects that stand in no property. */
    static final String UNNAMED = "";

    private static final int LONGEST_TEXT = 1 << 20; // characters, also of a line of JSON Lines
    private static final int DEEPEST = 100;
    private static final int MOST_COLUMNS = 1_000;
    private static final int LARGEST_EXPONENT = 100;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(1_000)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .build();

    private final String file;
    private final BufferedReader text;
    private final boolean lines;
    private final Map<String, Map<String, Integer>> columnsByTable;
    private int linesBefore;
    private boolean ended;
    private @Nullable JsonParser parser;
    private @Nullable String array; // whose objects come now; null outside of an array
    private boolean inOutermost;
    private int lineOfOutermost;
    private @Nullable Object[] outer = new @Nullable Object[0]; // its cells while an array within it is read
    private boolean outerHasFields;
    private String table = UNNAMED;
    private @Nullable Object[] cells = new @Nullable Object[8];
    private int filled; // the last cell that is filled, from 1; 0 when the object has none
    private boolean hasFields;
    private @Nullable String wrong;

    /**
     * @param lines whether each line is an object of its own, so that one wrong line costs one row
     * @param columnsByTable the columns that are known; those that come are added, up to 1,000
     */
    JsonRows(String file, Reader text, boolean lines, Map<String, Map<String, Integer>> columnsByTable) {
        this.file = file;
        this.text = new BufferedReader(text);
        this.lines = lines;
        this.columnsByTable = columnsByTable;
    }

    /** The table of the row that came last. */
    String table() {
        return table;
    }

    /** The next row; null at the end. */
    @Nullable
    ContentRow next() throws IOException {
        while (true) {
            JsonParser open = parser;
            if (open == null) {
                ContentRow unparsed = nextText();
                if (unparsed != null || ended) {
                    return unparsed;
                }
                continue;
            }
            try {
                ContentRow row = advance(open);
                if (row != null) {
                    return row;
                }
            } catch (JsonProcessingException unreadable) {
                int line = unreadable.getLocation() == null
                        ? linesBefore + 1
                        : unreadable.getLocation().getLineNr() + linesBefore;
                endOfText(open);
                return broken(line, "this is not JSON: " + unreadable.getOriginalMessage());
            }
        }
    }

    /** Begins the file, or the next line of it. A row when the line is none that can be parsed. */
    private @Nullable ContentRow nextText() throws IOException {
        if (!lines) {
            if (linesBefore < 0) {
                ended = true;
                return null;
            }
            begin(JSON.createParser(text));
            return null;
        }
        var line = new StringBuilder();
        int c = text.read();
        if (c < 0) {
            ended = true;
            return null;
        }
        boolean tooLong = false;
        for (; c >= 0 && c != '\n'; c = text.read()) {
            tooLong |= line.length() == LONGEST_TEXT;
            if (!tooLong) {
                line.append((char) c);
            }
        }
        if (tooLong) {
            return broken(++linesBefore, "the line has more than " + LONGEST_TEXT + " characters");
        }
        if (line.toString().isBlank()) {
            columns(UNNAMED);
            table = UNNAMED;
            return new ContentRow(++linesBefore, new @Nullable Object[0]);
        }
        begin(JSON.createParser(new StringReader(line.toString())));
        return null;
    }

    private void begin(JsonParser of) {
        parser = of;
        array = null;
        inOutermost = false;
    }

    private void endOfText(JsonParser open) throws IOException {
        parser = null;
        if (lines) {
            open.close();
            linesBefore++;
        } else {
            linesBefore = -1; // there is no other text
        }
    }

    /** One step; the row that it completes, or null. */
    private @Nullable ContentRow advance(JsonParser open) throws IOException {
        if (array != null) {
            return inArray(open, array);
        }
        if (inOutermost) {
            return inOutermost(open);
        }
        JsonToken token = open.nextToken();
        if (token == null) {
            endOfText(open);
            return null;
        }
        switch (token) {
            case START_ARRAY -> {
                array = UNNAMED;
                columns(UNNAMED);
            }
            case START_OBJECT -> {
                inOutermost = true;
                lineOfOutermost = line(open);
                clear();
            }
            default -> {
                return broken(line(open), "an object or an array of objects is expected here");
            }
        }
        return null;
    }

    private @Nullable ContentRow inArray(JsonParser open, String name) throws IOException {
        JsonToken token = open.nextToken();
        if (token == null || token == JsonToken.END_ARRAY) {
            array = null;
            if (inOutermost) {
                clear();
                System.arraycopy(outer, 0, cells, 0, outer.length);
                filled = outer.length;
                hasFields = outerHasFields;
            }
            return null;
        }
        if (token != JsonToken.START_OBJECT) {
            int line = line(open);
            open.skipChildren();
            return broken(line, "an object is expected here");
        }
        int line = line(open);
        clear();
        while (open.nextToken() == JsonToken.FIELD_NAME) {
            String field = open.currentName();
            put(name, field, content(open, open.nextToken()));
        }
        return row(name, line);
    }

    /** The outermost object: its arrays are tables, and its other properties a row of their own. */
    private @Nullable ContentRow inOutermost(JsonParser open) throws IOException {
        if (open.nextToken() != JsonToken.FIELD_NAME) {
            inOutermost = false;
            return hasFields ? row(UNNAMED, lineOfOutermost) : null;
        }
        String field = open.currentName();
        JsonToken value = open.nextToken();
        if (value == JsonToken.START_ARRAY) {
            array = field;
            columns(field);
            outer = Arrays.copyOf(cells, filled);
            outerHasFields = hasFields;
        } else {
            put(UNNAMED, field, content(open, value));
        }
        return null;
    }

    private void clear() {
        Arrays.fill(cells, 0, filled, null);
        filled = 0;
        hasFields = false;
        wrong = null;
    }

    private Map<String, Integer> columns(String name) {
        return columnsByTable.computeIfAbsent(name, key -> new LinkedHashMap<>());
    }

    private void put(String name, String field, @Nullable Object value) {
        hasFields = true;
        Map<String, Integer> columns = columns(name);
        Integer index = columns.get(field);
        if (index == null) {
            if (columns.size() == MOST_COLUMNS) {
                wrong = "the objects have more than " + MOST_COLUMNS + " different properties";
                return;
            }
            index = columns.size();
            columns.put(field, index);
        }
        if (index >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(index + 1, cells.length * 2));
        }
        cells[index] = value;
        filled = Math.max(filled, index + 1);
    }

    private ContentRow row(String name, int line) {
        table = name;
        return wrong == null
                ? new ContentRow(line, Arrays.copyOf(cells, filled))
                : ContentRow.broken(line, Problem.of(ProblemCode.FILE_TOO_LARGE, LineRef.of(file, line), wrong));
    }

    private ContentRow broken(int line, String message) {
        columns(UNNAMED);
        table = UNNAMED;
        return ContentRow.broken(line, Problem.of(ProblemCode.FILE_UNREADABLE, LineRef.of(file, line), message));
    }

    private int line(JsonParser open) {
        return open.currentTokenLocation().getLineNr() + linesBefore;
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
        List<String> parts = new ArrayList<>();
        int length = 0;
        JsonToken token;
        while ((token = parser.nextToken()) != JsonToken.END_ARRAY && token != null) {
            if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
                parser.skipChildren();
            }
            if (token == JsonToken.VALUE_NULL || length > LONGEST_TEXT) { // it is refused as too long
                continue;
            }
            String part = token.isStructStart() ? "{…}" : parser.getText();
            length += part.length() + 1;
            parts.add(part);
        }
        return String.join(";", parts);
    }

    @Override
    public void close() throws IOException {
        if (parser != null) {
            parser.close();
        }
        text.close();
    }
}
