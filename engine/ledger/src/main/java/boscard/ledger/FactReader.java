package boscard.ledger;

import boscard.fact.Fact;
import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.Grain;
import boscard.fact.Period;
import boscard.source.Origin;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes facts of the rows that {@link FactRows} wrote. */
final class FactReader {

    private final Map<Integer, Map<String, Origin.Column>> layouts;

    private FactReader(Map<Integer, Map<String, Origin.Column>> layouts) {
        this.layouts = layouts;
    }

    /** One column of one input. */
    record LayoutColumn(int layout, String field, Origin.Column column) {
        static LayoutColumn read(RowReader row) throws SQLException {
            return new LayoutColumn(
                    row.whole("layout"),
                    row.text("field"),
                    new Origin.Column(row.whole("position"), row.text("heading")));
        }
    }

    static FactReader of(Stream<LayoutColumn> columns) {
        var layouts = new HashMap<Integer, Map<String, Origin.Column>>();
        columns.forEach(column -> layouts.computeIfAbsent(column.layout(), k -> new LinkedHashMap<>())
                .put(column.field(), column.column()));
        layouts.replaceAll((number, layout) -> Collections.unmodifiableMap(layout));
        return new FactReader(layouts);
    }

    Fact read(FactKind kind, RowReader row) throws SQLException {
        FactSchema schema = FactSchema.of(kind);
        var values = new @Nullable Object[schema.fields().size()];
        for (FactSchema.Field field : schema.fields()) {
            values[field.position()] = value(field, row);
        }
        return schema.create(values, JoinedOrigins.read(origin(row), row.texts("origin_joined")));
    }

    private static @Nullable Object value(FactSchema.Field field, RowReader row) throws SQLException {
        String name = field.name();
        return switch (field.type()) {
            case TEXT -> row.textOrNull(name);
            case CHOICE -> choice(field, row.textOrNull(name));
            case INTEGER -> row.wholeOrNull(name);
            case DECIMAL -> row.numberOrNull(name);
            case READING -> row.reading(name);
            case DATE -> row.dayOrNull(name);
            case PERIOD -> period(name, row);
            case YES_NO -> row.yesNoOrNull(name);
            case LIST -> row.texts(name);
        };
    }

    private static @Nullable Object choice(FactSchema.Field field, @Nullable String text) throws SQLException {
        if (text == null) {
            return null;
        }
        Object[] constants = Objects.requireNonNull(field.javaType().getEnumConstants());
        return Arrays.stream(constants)
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new SQLException("has the unknown " + field.name() + " \"" + text + "\""));
    }

    /** The calendar that made the period may have had another start of the year, so its days are stored with it. */
    static @Nullable Period period(String name, RowReader row) throws SQLException {
        String text = row.textOrNull(name);
        if (text == null) {
            return null;
        }
        LocalDate first = row.day(name + "_first");
        LocalDate last = row.day(name + "_last");
        String[] parts = text.split("-", 2);
        int year = Integer.parseInt(parts[0]);
        if (parts.length == 1) {
            return new Period(Grain.YEAR, year, 1, first, last);
        }
        String rest = parts[1];
        return switch (rest.charAt(0)) {
            case 'Q' -> new Period(Grain.QUARTER, year, Integer.parseInt(rest.substring(1)), first, last);
            case 'W' -> new Period(Grain.WEEK, year, Integer.parseInt(rest.substring(1)), first, last);
            default -> new Period(Grain.MONTH, year, Integer.parseInt(rest), first, last);
        };
    }

    private Origin origin(RowReader row) throws SQLException {
        String how = row.textOrNull("origin_how");
        if (how != null) {
            return new Origin.Computed(how);
        }
        Map<String, Origin.Column> columns = layouts.getOrDefault(row.whole("origin_layout"), Map.of());
        String file = row.text("origin_file");
        String sheet = row.textOrNull("origin_sheet");
        int line = row.whole("origin_row");
        return sheet == null ? new Origin.Line(file, line, columns) : new Origin.SheetRow(file, sheet, line, columns);
    }
}
