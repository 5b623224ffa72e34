package boscard.ledger;

import boscard.fact.Fact;
import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.Facts;
import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.source.Origin;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns facts into rows, each with the place it stood. The columns of an input, shared by all its facts, are stored
 * once as a layout.
 */
final class FactRows {

    private final Staging staging;
    private final Map<Map<String, Origin.Column>, Integer> layouts = new HashMap<>();
    private @Nullable Map<String, Origin.Column> last;
    private int lastLayout;

    FactRows(Staging staging) {
        this.staging = staging;
    }

    void add(Facts facts) throws IOException {
        for (FactKind kind : FactKind.values()) {
            RunTable table = RunTable.of(kind);
            RowWriter rows = staging.table(table);
            FactSchema schema = FactSchema.of(kind);
            for (Fact fact : facts.of(kind)) {
                add(fact, schema, rows.begin());
                rows.end();
            }
        }
    }

    private void add(Fact fact, FactSchema schema, RowWriter row) throws IOException {
        @Nullable Object[] values = schema.values(fact);
        for (FactSchema.Field field : schema.fields()) {
            Object value = values[field.position()];
            if (value != null) {
                add(field, value, row);
            }
        }
        Origin origin = fact.origin();
        if (origin instanceof Origin.Joined joined) {
            add(joined.first(), row);
            row.asideTexts("origin_joined", JoinedOrigins.write(joined));
        } else {
            add(origin, row);
        }
    }

    private void add(Origin origin, RowWriter row) throws IOException {
        if (origin instanceof Origin.Line line) {
            row.aside("origin_file", line.file())
                    .aside("origin_row", line.line())
                    .aside("origin_layout", layout(line.columns()));
        } else if (origin instanceof Origin.SheetRow sheetRow) {
            row.aside("origin_file", sheetRow.workbook())
                    .aside("origin_sheet", sheetRow.sheet())
                    .aside("origin_row", sheetRow.row())
                    .aside("origin_layout", layout(sheetRow.columns()));
        } else if (origin instanceof Origin.Computed computed) {
            row.aside("origin_how", computed.how());
        }
    }

    private static void add(FactSchema.Field field, Object value, RowWriter row) throws IOException {
        String name = field.name();
        switch (field.type()) {
            case TEXT -> row.text(name, (String) value);
            case CHOICE -> row.choice(name, (Enum<?>) value);
            case INTEGER -> row.whole(name, (Integer) value);
            case DECIMAL -> row.number(name, (BigDecimal) value);
            case READING -> row.reading(name, (Reading) value);
            case DATE -> row.day(name, (LocalDate) value);
            case PERIOD -> {
                Period period = (Period) value;
                row.text(name, period.toString())
                        .day(name + "_first", period.first())
                        .day(name + "_last", period.last());
            }
            case YES_NO -> row.yesNo(name, (Boolean) value);
            case LIST ->
                row.texts(
                        name, ((List<?>) value).stream().map(String.class::cast).toList());
        }
    }

    private int layout(Map<String, Origin.Column> columns) throws IOException {
        if (columns != last) { // facts of one input follow one another and share the object
            Integer known = layouts.get(columns);
            if (known == null) {
                known = store(columns);
                layouts.put(columns, known);
            }
            last = columns;
            lastLayout = known;
        }
        return lastLayout;
    }

    private int store(Map<String, Origin.Column> columns) throws IOException {
        int number = layouts.size() + 1;
        for (var column : new TreeMap<>(columns).entrySet()) {
            RowWriter row = staging.table(RunTable.LAYOUTS).begin();
            row.aside("layout", number)
                    .aside("field", column.getKey())
                    .aside("position", column.getValue().position())
                    .aside("heading", column.getValue().heading());
            row.end();
        }
        return number;
    }
}
