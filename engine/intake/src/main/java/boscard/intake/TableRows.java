package boscard.intake;

import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.fact.FactSchema.FieldType;
import boscard.intake.format.RowSource;
import boscard.source.Origin;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The readable rows of one table, held column by column: ten million measurements need some 400 MB. A row becomes an
 * object only while somebody looks at it. Not thread-safe.
 */
final class TableRows extends AbstractList<Candidate> implements RandomAccess {

    private final TableTally tally;
    private final FactSchema schema;
    private final RowSource source;
    private final Map<String, Origin.Column> columns;
    private final ValueColumn[] values;
    private final BitSet closed = new BitSet();
    private final @Nullable ValueColumn origins;
    private final Map<Integer, Origin> joined = new HashMap<>(); // of rows that have values of others
    private int[] numbers = new int[1024];
    private int size;

    /** @param columns of the table, shared by the origins of its rows */
    TableRows(TableTally tally, Map<String, Origin.Column> columns) {
        this(tally, columns, tally.source().hasOriginsByNumber());
    }

    private TableRows(TableTally tally, Map<String, Origin.Column> columns, boolean originsByNumber) {
        this.tally = tally;
        this.schema = FactSchema.of(tally.kind());
        this.source = tally.source();
        this.columns = columns;
        this.values = schema.fields().stream().map(TableRows::column).toArray(ValueColumn[]::new);
        this.origins = originsByNumber ? null : new ValueColumn(false);
    }

    /** For rows that stand in no file and bring their origin with them. */
    static TableRows withOrigins(TableTally tally) {
        return new TableRows(tally, Map.of(), false);
    }

    private static ValueColumn column(Field field) {
        return new ValueColumn(field.type() == FieldType.READING);
    }

    /** Adds a row. The array is not kept. */
    void add(int number, @Nullable Object[] row) {
        add(number, origins == null ? null : source.origin(number, columns), row);
    }

    /** Adds a row that stands in no file. */
    void add(Origin origin, @Nullable Object[] row) {
        add(0, origin, row);
    }

    private void add(int number, @Nullable Origin origin, @Nullable Object[] row) {
        for (int i = 0; i < values.length; i++) {
            values[i].add(row[i]);
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size + (size >> 1));
        }
        numbers[size++] = number;
        if (origins != null) {
            origins.add(origin);
        }
    }

    TableTally tally() {
        return tally;
    }

    FactSchema schema() {
        return schema;
    }

    @Nullable
    Object value(int row, int position) {
        return values[position].get(row);
    }

    void correct(int row, int position, @Nullable Object value) {
        values[position].set(row, value);
    }

    boolean isOpen(int row) {
        return !closed.get(row);
    }

    void close(int row) {
        closed.set(row);
    }

    /** A row has values of others from now on. */
    void join(int row, Origin origin) {
        joined.put(row, origin);
    }

    Origin origin(int row) {
        Origin ofSeveral = joined.isEmpty() ? null : joined.get(row);
        if (ofSeveral != null) {
            return ofSeveral;
        }
        return origins == null
                ? source.origin(numbers[row], columns)
                : (Origin) Objects.requireNonNull(origins.get(row));
    }

    /** How many rows are neither rejected nor skipped. */
    int open() {
        return size - closed.cardinality();
    }

    @Override
    public Candidate get(int row) {
        return new Candidate(this, row);
    }

    @Override
    public int size() {
        return size;
    }

    /** The rows of all tables, in their order. */
    static List<Candidate> joined(List<TableRows> tables) {
        if (tables.size() == 1) {
            return tables.get(0);
        }
        return new Joined(tables);
    }

    private static final class Joined extends AbstractList<Candidate> implements RandomAccess {

        private final List<TableRows> tables;
        private final int[] ends;
        private int latest; // the table that was looked at last; one thread goes through them in order

        Joined(List<TableRows> tables) {
            this.tables = List.copyOf(tables);
            this.ends = new int[tables.size()];
            int end = 0;
            for (int i = 0; i < ends.length; i++) {
                end = Math.addExact(end, tables.get(i).size());
                ends[i] = end;
            }
        }

        @Override
        public Candidate get(int index) {
            int table = latest;
            if (index >= ends[table] || table > 0 && index < ends[table - 1]) {
                int found = Arrays.binarySearch(ends, index);
                table = found >= 0 ? found + 1 : -1 - found;
                while (tables.get(table).size() == 0) {
                    table++;
                }
                latest = table;
            }
            return tables.get(table).get(table == 0 ? index : index - ends[table - 1]);
        }

        @Override
        public int size() {
            return ends.length == 0 ? 0 : ends[ends.length - 1];
        }
    }
}
