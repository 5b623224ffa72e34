package boscard.intake;

import boscard.fact.FactSchema;
import boscard.intake.format.RowSource;
import boscard.source.Origin;
import java.util.AbstractList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The readable rows of one table, held column by column: ten million measurements need some 300 MB. A row becomes an
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
    private final IntList numbers = new IntList();

    /** @param columns of the table, shared by the origins of its rows */
    TableRows(TableTally tally, Map<String, Origin.Column> columns) {
        this(tally, columns, tally.source().hasOriginsByNumber());
    }

    private TableRows(TableTally tally, Map<String, Origin.Column> columns, boolean originsByNumber) {
        this.tally = tally;
        this.schema = FactSchema.of(tally.kind());
        this.source = tally.source();
        this.columns = columns;
        this.values = schema.fields().stream()
                .map(field -> ValueColumn.of(field, tally.texts()))
                .toArray(ValueColumn[]::new);
        this.origins = originsByNumber ? null : new ObjectColumn();
    }

    /** For rows that stand in no file and bring their origin with them. */
    static TableRows withOrigins(TableTally tally) {
        return new TableRows(tally, Map.of(), false);
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
        numbers.add(number);
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

    /**
     * Counts a row whose values were added to the {@link #column columns} one by one.
     *
     * @throws IllegalStateException when the rows bring their origins with them
     */
    void addNumber(int number) {
        if (origins != null) {
            throw new IllegalStateException("The row has no origin");
        }
        numbers.add(number);
    }

    /** The values of a field. */
    ValueColumn column(int position) {
        return values[position];
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
                ? source.origin(numbers.get(row), columns)
                : (Origin) Objects.requireNonNull(origins.get(row));
    }

    /** How many rows are neither rejected nor skipped. */
    int open() {
        return size() - closed.cardinality();
    }

    @Override
    public Candidate get(int row) {
        return new Candidate(this, row);
    }

    @Override
    public int size() {
        return numbers.size();
    }
}
