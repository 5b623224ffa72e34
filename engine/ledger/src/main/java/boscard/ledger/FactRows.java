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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns facts into rows, each with the place it stood, and into their digest. The columns of an input, shared by all
 * its facts, are stored once as a layout. Used once.
 */
final class FactRows {

    /** Where the rows go. */
    interface Sink {
        void append(RowBuffer rows) throws IOException;
    }

    private final Sink sink;
    private final ContentDigest digest = new ContentDigest();
    private final RowBuffer.Texts texts = new RowBuffer.Texts();
    private final AddressText addresses = new AddressText();
    private final RowBuffer layoutRows = new RowBuffer(RunTable.LAYOUTS, texts, addresses);
    private final Map<Map<String, Origin.Column>, Integer> layouts = new HashMap<>();
    private @Nullable Map<String, Origin.Column> last;
    private int lastLayout;

    FactRows(Sink sink) {
        this.sink = sink;
    }

    /**
     * Hands on the rows of all facts and then those of the layouts; kinds without facts have no rows.
     *
     * @return the digest of the facts, in hexadecimal
     */
    String add(Facts facts) throws IOException {
        for (FactKind kind : FactKind.values()) {
            List<Fact> all = facts.of(kind);
            if (!all.isEmpty()) {
                add(kind, all);
            }
        }
        sink.append(layoutRows);
        return digest.take();
    }

    private void add(FactKind kind, List<Fact> facts) throws IOException {
        var rows = new RowBuffer(RunTable.of(kind), texts, addresses);
        digest.table(rows.table(), facts.size());
        FactSchema schema = FactSchema.of(kind);
        List<Cell> cells = schema.fields().stream().map(Cell::of).toList();
        for (Fact fact : facts) {
            add(fact, schema.values(fact), cells, rows.begin());
            rows.end();
            if (rows.isFull()) {
                handOn(rows);
            }
        }
        handOn(rows);
    }

    private void handOn(RowBuffer rows) throws IOException {
        digest.rows(rows);
        sink.append(rows);
        rows.clear();
    }

    /** Where a field of a fact goes; the names of its further columns are put together once. */
    private record Cell(FactSchema.Field field, String name, String state, String first, String last) {
        static Cell of(FactSchema.Field field) {
            String name = field.name();
            return new Cell(field, name, name + "_state", name + "_first", name + "_last");
        }
    }

    private void add(Fact fact, @Nullable Object[] values, List<Cell> cells, RowBuffer row) {
        for (Cell cell : cells) {
            Object value = values[cell.field().position()];
            if (value != null) {
                add(cell, value, row);
            }
        }
        Origin origin = fact.origin();
        if (origin instanceof Origin.Joined joined) {
            add(joined.first(), row);
            row.texts("origin_joined", JoinedOrigins.write(joined));
        } else {
            add(origin, row);
        }
    }

    private void add(Origin origin, RowBuffer row) {
        if (origin instanceof Origin.Line line) {
            row.text("origin_file", line.file())
                    .whole("origin_row", line.line())
                    .whole("origin_layout", layout(line.columns()));
        } else if (origin instanceof Origin.SheetRow sheetRow) {
            row.text("origin_file", sheetRow.workbook())
                    .text("origin_sheet", sheetRow.sheet())
                    .whole("origin_row", sheetRow.row())
                    .whole("origin_layout", layout(sheetRow.columns()));
        } else if (origin instanceof Origin.Computed computed) {
            row.text("origin_how", computed.how());
        }
    }

    private static void add(Cell cell, Object value, RowBuffer row) {
        switch (cell.field().type()) {
            case TEXT -> row.text(cell.name(), (String) value);
            case CHOICE -> row.choice(cell.name(), (Enum<?>) value);
            case INTEGER -> row.whole(cell.name(), (Integer) value);
            case DECIMAL -> row.number(cell.name(), (BigDecimal) value);
            case READING -> row.reading(cell.name(), cell.state(), (Reading) value);
            case DATE -> row.day(cell.name(), (LocalDate) value);
            case PERIOD -> {
                Period period = (Period) value;
                row.text(cell.name(), period.toString())
                        .day(cell.first(), period.first())
                        .day(cell.last(), period.last());
            }
            case YES_NO -> row.yesNo(cell.name(), (Boolean) value);
            case LIST ->
                row.texts(
                        cell.name(),
                        ((List<?>) value).stream().map(String.class::cast).toList());
        }
    }

    private int layout(Map<String, Origin.Column> columns) {
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

    private int store(Map<String, Origin.Column> columns) {
        int number = layouts.size() + 1;
        columns.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Origin.Column> one) ->
                                one.getValue().position())
                        .thenComparing(Map.Entry::getKey))
                .forEach(column -> layoutRows
                        .begin()
                        .whole("layout", number)
                        .text("field", column.getKey())
                        .whole("position", column.getValue().position())
                        .text("heading", column.getValue().heading())
                        .end());
        return number;
    }
}
